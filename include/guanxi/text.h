// Text folding: what makes two spellings of one name equal, and what a name sounds like.
//
// All input is UTF-8 and need not be valid: a byte that belongs to no character is kept as U+FFFD. Nothing here
// depends on a locale. All functions are pure and may be called from any thread at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::text {

// True when `s` is well-formed UTF-8 (no surrogates, no overlong forms, nothing beyond U+10FFFF).
bool is_valid(std::string_view s) noexcept;

// Reads the code point at `at` and moves `at` past it; U+FFFD (one byte further) where the bytes are no character.
// `at` must be below s.size().
char32_t next(std::string_view s, std::size_t& at) noexcept;

// Appends `c` to `out` as UTF-8.
void append(std::string& out, char32_t c);

// Folds for comparison: NFKC and case folding without invisible characters such as U+200B (Unicode's NFKC_Casefold),
// traditional → simplified, runs of white space to one blank, ends trimmed. Idempotent. Accents are kept.
std::string fold(std::string_view s);

// `fold` without accents ("Müller" → "muller", "Konditorei Café" → "konditorei cafe"), for searching. Marks that are
// part of the letters (kana voicing, Thai or Indic vowels) stay; ø becomes o, ł l, đ d, æ ae, þ th.
std::string fold_search(std::string_view s);

// Traditional → simplified, character by character, nothing else. Characters that simplified Chinese has too stay
// (乾坤, 著名, 瞭望); old and regional forms (裏, 爲, 衞) count as traditional.
std::string simplify(std::string_view s);

// NFKC alone (compatibility composition).
std::string normalize(std::string_view s);

// True for a Han ideograph.
bool is_han(char32_t c) noexcept;

// The common readings of a Han character without tone marks, the most common first ("重" → zhong, chong); ü is
// written v. Views of static storage; empty for a character without a known reading.
std::vector<std::string_view> readings(char32_t c);

// Every reading of a text, character by character: at most `limit` combinations, the most common first. Han
// characters become syllables; other letters and digits stay, folded; the rest is left out. Texts that fold() makes
// equal have equal pinyin; without letters and digits there is none. pinyin("重庆") → {"zhongqing", "chongqing"}.
std::vector<std::string> pinyin(std::string_view s, std::size_t limit = 16);

// The first letters of pinyin(), with the same rules: initials("恒瑞医药") → {"hryy"}.
std::vector<std::string> initials(std::string_view s, std::size_t limit = 16);

// Cuts a run of ASCII letters, of either case, into pinyin syllables in every way that covers it wholly, fewest
// syllables first, at most `limit` ways: syllables("xian") → {{"xian"}, {"xi","an"}}. Empty when it cannot be cut.
// The views are of `letters`; lue and nue pass for lve and nve, as people type them.
std::vector<std::vector<std::string_view>> syllables(std::string_view letters, std::size_t limit = 8);

// Columns that a terminal gives to `s`: 2 for wide and full-width characters (UAX #11) and for an emoji sequence, 0
// for combining marks and control characters.
std::size_t width(std::string_view s) noexcept;

}  // namespace guanxi::text
