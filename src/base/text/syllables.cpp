// Cutting a run of letters into pinyin syllables.
#include <array>
#include <tuple>

#include "base/text/tables.h"
#include "guanxi/text.h"

namespace guanxi::text {
namespace {

constexpr std::size_t longest = 6;  // zhuang

// True for a syllable that stands in a name: one with a vowel; "lue" and "nue" are how most people write lve, nve.
bool is_syllable(std::string_view letters) {
  std::array<char, longest> lower{};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const std::string_view word(lower.data(), letters.size());
  if (word == "lue" || word == "nue") return true;
  return word.find_first_of("aeiouv") != word.npos &&
         std::binary_search(syllable_names, syllable_names + syllable_names_size, word);
}

// The end of a run cut from some place on: a first syllable, and which of the ways after it follows.
struct Way {
  std::size_t count, length, rest;
};
using Ways = std::vector<Way>;

// The ways from `at` on, fewest syllables first, a long syllable before a short one; `after` has the ways from all
// later places.
Ways ways_from(std::string_view letters, std::size_t at, const std::vector<Ways>& after, std::size_t limit) {
  Ways out;
  for (std::size_t length = std::min(longest, letters.size() - at); length > 0; --length) {
    const Ways& rest = after[at + length];
    if (rest.empty() || !is_syllable(letters.substr(at, length))) continue;
    for (std::size_t i = 0; i < rest.size(); ++i) out.push_back({rest[i].count + 1, length, i});
  }
  const auto rank = [](const Way& way) { return std::tuple(way.count, longest - way.length, way.rest); };
  std::sort(out.begin(), out.end(), [&](const Way& a, const Way& b) { return rank(a) < rank(b); });
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace

std::vector<std::vector<std::string_view>> syllables(std::string_view letters, std::size_t limit) {
  std::vector<std::vector<std::string_view>> out;
  if (letters.empty() || limit == 0) return out;
  std::vector<Ways> ways(letters.size() + 1);
  ways.back().push_back({0, 0, 0});
  for (std::size_t at = letters.size(); at-- > 0;) ways[at] = ways_from(letters, at, ways, limit);
  for (const Way& start : ways.front()) {
    std::vector<std::string_view>& cut = out.emplace_back();
    Way way = start;
    for (std::size_t at = 0; at < letters.size(); way = ways[at][way.rest]) {
      cut.push_back(letters.substr(at, way.length));
      at += way.length;
    }
  }
  return out;
}

}  // namespace guanxi::text
