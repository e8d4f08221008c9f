#include "base/text/unicode.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text/tables.h"

namespace guanxi::text {
namespace {

// Hangul follows from its numbers: 19 leading consonants, 21 vowels, 27 trailing consonants or none.
constexpr char32_t first_syllable = 0xAC00, first_lead = 0x1100, first_vowel = 0x1161, before_trails = 0x11A7;
constexpr char32_t leads = 19, vowels = 21, trails = 28, syllables = leads * vowels * trails;

constexpr char32_t first_combining = 0x300;

// One entry of the tables, as its code points.
struct Sequence {
  const std::uint16_t* at = nullptr;
  const std::uint16_t* end = nullptr;
  bool compatible = false;

  bool empty() const noexcept { return at == end; }
  char32_t next() noexcept {
    const char32_t unit = *at++;
    return unit < 0xD800 || unit > 0xDBFF ? unit : 0x10000 + ((unit - 0xD800) << 10) + (char32_t{*at++} - 0xDC00);
  }
};

Sequence sequence(std::uint32_t entry, std::uint16_t place) noexcept {
  const std::uint16_t* at = parts + place;
  return {at, at + (entry >> 1 & 31), (entry & 1) != 0};
}

Sequence find(const std::uint32_t* entries, const std::uint16_t* places, std::size_t size, char32_t c) noexcept {
  const std::uint32_t* found = std::partition_point(entries, entries + size, [c](std::uint32_t entry) { return entry >> 6 < c; });
  return found != entries + size && *found >> 6 == c ? sequence(*found, places[found - entries]) : Sequence();
}

char32_t counterpart(std::span<const Run> runs, char32_t c) noexcept {
  const auto found = std::partition_point(runs.begin(), runs.end(), [c](const Run& run) { return run.last < c; });
  const bool has = found != runs.end() && found->first <= c && (c - found->first) % found->step == 0;
  return has ? static_cast<char32_t>(static_cast<std::int32_t>(c) + found->by) : c;
}

int combining_class(char32_t c) noexcept {
  if (c < first_combining) return 0;
  const Marks* end = marks + marks_size;
  const Marks* found = std::partition_point(marks, end, [c](const Marks& m) { return m.first + m.more < c; });
  return found != end && found->first <= c ? found->kind : 0;
}

std::pair<char32_t, char32_t> pair_of(std::uint16_t place) noexcept {
  Sequence both = sequence(decomposed[place], decomposed_at[place]);
  const char32_t first = both.next();
  return {first, both.next()};
}

// The character that stands for the two; 0 where there is none.
char32_t joined(char32_t a, char32_t b) noexcept {
  if (a - first_lead < leads && b - first_vowel < vowels) return first_syllable + ((a - first_lead) * vowels + (b - first_vowel)) * trails;
  if (a - first_syllable < syllables && (a - first_syllable) % trails == 0 && b - before_trails - 1 < trails - 1) return a + (b - before_trails);
  if (b < first_combining) return 0;
  const std::pair pair(a, b);
  const std::uint16_t* end = compositions + compositions_size;
  const std::uint16_t* found = std::partition_point(compositions, end, [&](std::uint16_t place) { return pair_of(place) < pair; });
  return found != end && pair_of(*found) == pair ? decomposed[*found] >> 6 : 0;
}

void decompose_all(Sequence of, Decomposition how, std::u32string& out) {
  while (!of.empty()) decompose(of.next(), how, out);
}

bool decompose_syllable(char32_t c, std::u32string& out) {
  const char32_t number = c - first_syllable;
  if (number >= syllables) return false;
  out += first_lead + number / (vowels * trails);
  out += first_vowel + number / trails % vowels;
  if (number % trails != 0) out += before_trails + number % trails;
  return true;
}

// Whether `c` has another form when case is folded, which is then appended; or may be ignored.
bool fold_case(char32_t c, std::u32string& out) {
  if (contains(ignorable, ignorable_size, c)) return true;
  if (const Sequence several = find(case_folded, case_folded_at, case_folded_size, c); !several.empty()) {
    decompose_all(several, Decomposition::folded, out);
    return true;
  }
  const char32_t other = counterpart({folding_runs, folding_runs_size}, c);
  if (other == c) return false;
  decompose(other, Decomposition::folded, out);
  return true;
}

void sort_marks(std::u32string::iterator first, std::u32string::iterator last) {
  const auto lower_class = [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); };
  if (std::is_sorted(first, last, lower_class)) return;
  std::vector<std::tuple<int, std::size_t, char32_t>> kept;
  for (auto at = first; at != last; ++at) kept.emplace_back(combining_class(*at), kept.size(), *at);
  std::sort(kept.begin(), kept.end());
  std::transform(kept.begin(), kept.end(), first, [](const auto& mark) { return std::get<2>(mark); });
}

}  // namespace

void decompose(char32_t c, Decomposition how, std::u32string& out) {
  if (decompose_syllable(c, out)) return;
  if (how == Decomposition::folded && fold_case(c, out)) return;
  const Sequence found = find(decomposed, decomposed_at, decomposed_size, c);
  if (found.empty() || (found.compatible && how == Decomposition::canonical))
    out += c;
  else
    decompose_all(found, how, out);
}

void reorder(std::u32string& s) {
  const auto starts = [](char32_t c) { return combining_class(c) == 0; };
  for (auto at = s.begin(); at != s.end();) {
    const auto first = std::find_if_not(at, s.end(), starts);
    at = std::find_if(first, s.end(), starts);
    sort_marks(first, at);
  }
}

void compose(std::u32string& s) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t end = 0, starter = none;
  int highest = -1;  // class among what stays behind the starter
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char32_t c = s[i];
    const int kind = combining_class(c);
    if (starter != none && kind > highest)
      if (const char32_t both = joined(s[starter], c); both != 0) {
        s[starter] = both;
        continue;
      }
    if (kind == 0) starter = end;
    highest = kind == 0 ? -1 : std::max(highest, kind);
    s[end++] = c;
  }
  s.resize(end);
}

char32_t upper(char32_t c) noexcept { return counterpart({upper_runs, upper_runs_size}, c); }
char32_t lower(char32_t c) noexcept { return counterpart({lower_runs, lower_runs_size}, c); }
bool makes_words(char32_t c) noexcept { return contains(word_characters, word_characters_size, c); }
bool is_silent(char32_t c) noexcept { return contains(silent_characters, silent_characters_size, c); }

}  // namespace guanxi::text
