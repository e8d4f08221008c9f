#include "match/index/terms.h"

#include <bit>

#include "match/index/hash.h"

namespace guanxi::match {

namespace {
constexpr std::size_t first_slots = 1024;
}

Terms::Terms() : begins_(1, 0), slots_(first_slots, no_term) {}

// Where the term is, or the empty slot where it would stand.
std::size_t Terms::slot(char domain, std::string_view text) const noexcept {
  const auto mask = slots_.size() - 1;
  auto at = hash_of(text, static_cast<unsigned char>(domain)) & mask;
  while (slots_[at] != no_term && (this->domain(slots_[at]) != domain || this->text(slots_[at]) != text)) at = (at + 1) & mask;
  return at;
}

TermId Terms::find(char domain, std::string_view text) const noexcept { return slots_[slot(domain, text)]; }

TermId Terms::intern(char domain, std::string_view text) {
  auto at = slot(domain, text);
  if (slots_[at] != no_term) return slots_[at];
  if ((size() + 1) * 4 > slots_.size() * 3) {
    grow();
    at = slot(domain, text);
  }
  const auto term = static_cast<TermId>(size());
  texts_.push_back(domain);
  texts_.append(text);
  begins_.push_back(static_cast<std::uint32_t>(texts_.size()));
  counts_.push_back(0);
  slots_[at] = term;
  return term;
}

void Terms::grow() {
  slots_.assign(slots_.size() * 2, no_term);
  for (TermId term = 0; term < size(); ++term) slots_[slot(domain(term), text(term))] = term;
}

bool Terms::fit() const noexcept {
  return begins_.size() == counts_.size() + 1 && std::has_single_bit(slots_.size()) && size() < slots_.size() && begins_[size()] == texts_.size();
}

std::size_t Terms::bytes() const noexcept {
  return texts_.bytes() + begins_.bytes() + counts_.bytes() + slots_.bytes();
}

}  // namespace guanxi::match
