// What a text is found by in an index. Shared by all backends, so that they answer alike.
//
// For each field (one a line), folded:
//   words          as they are, cut after 64 bytes                 "guanxi"
//   cjk runs       every two adjacent characters, and the last      "恒瑞" "瑞医" "医药" "药"
//   their pinyin   every two adjacent readings, and the last        \1heng\x1frui … \1yao\x1f
//   their initials up to four letters from every character on       \2hryy \2ryy \2yy \2y
// A character with several common readings gives tokens for each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"

namespace guanxi::store::search {

// Grows with every change of the rules above or of the folding and reading tables: indexes of another version are made anew.
inline constexpr int tokens_version = 1;

inline constexpr std::size_t longest_word = 64;  // bytes
inline constexpr std::size_t initials_length = 4;
inline constexpr char pinyin_mark = '\1', initials_mark = '\2', syllable_end = '\x1f';

// Calls `sink` for each token of `text`; false stops. A token may come more than once.
void tokens(std::string_view text, FunctionRef<bool(std::string_view)> sink);

// A word cut to the length under which it is found.
std::string_view cut_word(std::string_view word) noexcept;

// The fields of a text, folded, one after the other; false stops.
void folded_fields(std::string_view text, FunctionRef<bool(std::string_view)> sink);

// One character of a cjk run and its readings.
struct Character {
  std::string_view bytes;
  std::vector<std::string_view> readings;  // none: kana, hangul, unknown
};
std::vector<Character> characters(std::string_view run);

}  // namespace guanxi::store::search
