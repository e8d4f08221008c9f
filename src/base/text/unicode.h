// What Unicode says of characters: normal forms (UAX #15), case, and which of them make words. The tables are the library's own, so that
// what a text folds to, and by that the keys in a store, is the same wherever it was built.
#pragma once

#include <cstdint>
#include <string>

namespace guanxi::text {

enum class Decomposition : std::uint8_t {
  canonical,
  compatible,
  folded,  // by compatibility and by case, without what may be ignored
};

// Appends what `c` consists of, every part as far as it goes.
void decompose(char32_t c, Decomposition how, std::u32string& out);
// Puts the combining marks behind each character in canonical order; marks of one class stay in theirs.
void reorder(std::u32string& s);
// Joins what has a character for it, of a text that is decomposed and in order.
void compose(std::u32string& s);

// The counterpart in the other case, where that is one character; else `c` itself.
char32_t upper(char32_t c) noexcept;
char32_t lower(char32_t c) noexcept;

// A letter, a number, or a mark on one.
bool makes_words(char32_t c) noexcept;
// Punctuation, a blank, a control or format character.
bool is_silent(char32_t c) noexcept;

}  // namespace guanxi::text
