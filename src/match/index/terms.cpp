#include "match/index/terms.h"

#include <algorithm>

#include "match/index/hash.h"
#include "match/normalize/vocabulary.h"

namespace guanxi::match {

namespace {
constexpr std::size_t first_slots = 1024;
constexpr std::uint32_t free_slot = 0xFFFFFFFF;  // no term, whatever its tag

std::uint32_t tagged(std::uint64_t hash, TermId term) noexcept { return static_cast<std::uint32_t>(hash >> 59) << 27 | term; }
}  // namespace

Terms::Terms() : begins_(1, 0), slots_(first_slots, free_slot) {}

std::uint64_t Terms::hash(char domain, std::string_view text) noexcept { return hash_of(text, static_cast<unsigned char>(domain)); }

// Where the term is, or the empty slot where it would stand. Five bits of the hash stand in each slot before the term, so that
// few texts are looked at in vain.
std::size_t Terms::slot(std::uint64_t hash, char domain, std::string_view text) const noexcept {
  auto at = home(hash);
  for (; slots_[at] != free_slot; at = at + 1 < slots_.size() ? at + 1 : 0) {
    if (slots_[at] >> 27 != hash >> 59) continue;
    const auto term = slots_[at] & no_term;
    if (this->domain(term) == domain && this->text(term) == text) break;
  }
  return at;
}

TermId Terms::find(std::uint64_t hash, char domain, std::string_view text) const noexcept { return slots_[slot(hash, domain, text)] & no_term; }

TermId Terms::intern(std::uint64_t h, char domain, std::string_view text) {
  auto at = slot(h, domain, text);
  if (slots_[at] != free_slot) return slots_[at] & no_term;
  if ((size() + 1) * 5 > slots_.size() * 4) {
    resize(slots_.size() * 2);
    at = slot(h, domain, text);
  }
  const auto term = static_cast<TermId>(size());
  texts_.push_back(domain);
  texts_.append(text);
  begins_.push_back(static_cast<std::uint32_t>(texts_.size()));
  counts_.push_back(is_general(domain, text) ? most_occurrences + 1 : 0);
  slots_[at] = tagged(h, term);
  return term;
}

bool Terms::is_general(char domain, std::string_view text) noexcept { return domain == 'n' && names_a_business(text); }

void Terms::resize(std::size_t slots) {
  slots_.assign(slots, free_slot);
  for (TermId term = 0; term < size(); ++term) {
    const auto h = hash(domain(term), text(term));
    slots_[slot(h, domain(term), text(term))] = tagged(h, term);
  }
}

// Three quarters of it are in use then, at the most: a search looks at few places.
void Terms::shrink() {
  const auto slots = std::max(first_slots, size() * 4 / 3);
  if (slots < slots_.size() * 7 / 8) resize(slots);
}

bool Terms::fit() const noexcept {
  return begins_.size() == counts_.size() + 1 && size() < slots_.size() && begins_[size()] == texts_.size();
}

std::size_t Terms::bytes() const noexcept {
  return texts_.bytes() + begins_.bytes() + counts_.bytes() + slots_.bytes();
}

}  // namespace guanxi::match
