#include "match/index/neighbours.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "match/index/hash.h"
#include "match/score/edit.h"

namespace guanxi::match {

namespace {

constexpr std::size_t shortest = 4, longest = 20;
constexpr std::size_t stem = 5;  // letters with which words of one stem begin
constexpr std::size_t shortest_beginning = 3;  // that stands for a word: "nat geo"

// The word itself and each form with one letter less.
template <class Use>
void each_remainder(char domain, std::string_view word, Use use) {
  const auto seed = static_cast<std::uint64_t>(static_cast<unsigned char>(domain)) << 8;
  use(static_cast<KeyHash>(hash_of(word, seed)));
  std::string left;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && word[i] == word[i - 1]) continue;
    left.assign(word.substr(0, i)).append(word.substr(i + 1));
    use(static_cast<KeyHash>(hash_of(left, seed)));
  }
}

KeyHash beginning_key(char domain, std::string_view letters) noexcept {
  return static_cast<KeyHash>(hash_of(letters, static_cast<std::uint64_t>(static_cast<unsigned char>(domain)) << 8 | 1));
}

}  // namespace

bool may_slip(char domain, std::string_view word) noexcept {
  if ((domain != 'n' && domain != 'p') || word.size() < shortest || word.size() > longest) return false;
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void Neighbours::extend(const Terms& terms) {
  for (; known_ < terms.size(); ++known_) {
    const auto term = static_cast<TermId>(known_);
    if (!may_slip(terms.domain(term), terms.text(term))) continue;
    each_remainder(terms.domain(term), terms.text(term), [&](KeyHash hash) { remainders_.add(hash, term); });
    for (auto length = shortest_beginning; terms.domain(term) == 'n' && length <= stem && length < terms.text(term).size(); ++length)
      remainders_.add(beginning_key('n', terms.text(term).substr(0, length)), term);
  }
  remainders_.settle();
}

void Neighbours::find(const Terms& terms, char domain, std::string_view word, std::size_t limit, std::vector<TermId>& out) const {
  out.clear();
  if (may_slip(domain, word)) find_slips(terms, domain, word, limit, out);
  if (domain == 'n' && word.size() >= shortest_beginning) find_beginning(terms, word, limit, out);
}

void Neighbours::find_slips(const Terms& terms, char domain, std::string_view word, std::size_t limit, std::vector<TermId>& out) const {
  constexpr std::size_t most = 64;  // words that leave one remainder
  struct Sought {
    KeyHash hash = 0;
    std::uint32_t where = 0;
  };
  std::array<Sought, longest + 1> sought;
  std::size_t count = 0;
  each_remainder(domain, word, [&](KeyHash hash) {
    sought[count++].hash = hash;
    remainders_.prepare(hash);
  });
  for (const auto& one : std::span(sought).first(count)) remainders_.approach(one.hash);
  for (auto& one : std::span(sought).first(count)) one.where = remainders_.locate(one.hash);
  for (const auto& one : std::span(sought).first(count))
    remainders_.read(one.hash, one.where).each(most, [&](TermId term) {
      if (out.size() >= limit || std::find(out.begin(), out.end(), term) != out.end()) return;
      if (terms.text(term) != word && within(terms.text(term), word, 1)) out.push_back(term);
    });
}

void Neighbours::find_farther(const Terms& terms, char domain, std::string_view word, std::size_t limit, std::vector<TermId>& out) const {
  constexpr std::size_t shortest_slipping_twice = 6, most = 16;
  out.clear();
  if (word.size() < shortest_slipping_twice || !may_slip(domain, word)) return;
  std::string swapped(word);
  std::vector<KeyHash> hashes;
  hashes.reserve(word.size() * word.size());
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (word[i] == word[i + 1]) continue;
    std::swap(swapped[i], swapped[i + 1]);
    each_remainder(domain, swapped, [&](KeyHash hash) { hashes.push_back(hash), remainders_.prepare(hash); });
    std::swap(swapped[i], swapped[i + 1]);
  }
  for (const auto hash : hashes)
    remainders_.find(hash).each(most, [&](TermId term) {
      if (out.size() >= limit || std::find(out.begin(), out.end(), term) != out.end()) return;
      if (within(terms.text(term), word, 2)) out.push_back(term);
    });
}

void Neighbours::find_beginning(const Terms& terms, std::string_view word, std::size_t limit, std::vector<TermId>& out) const {
  constexpr std::size_t most = 32;  // words of one beginning: more than these have no stem in common
  const auto list = remainders_.find(beginning_key('n', word.substr(0, stem)));
  if (list.size() > most) return;
  list.each(most, [&](TermId term) {
    if (out.size() >= limit || std::find(out.begin(), out.end(), term) != out.end()) return;
    if (terms.text(term) != word && (same_stem(terms.text(term), word) || terms.text(term).starts_with(word))) out.push_back(term);
  });
}

}  // namespace guanxi::match
