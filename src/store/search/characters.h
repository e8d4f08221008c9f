// What a text is cut into for searching: words, runs of characters written without blanks, and the rest.
#pragma once

#include <string_view>

#include "base/function_ref.h"

namespace guanxi::store::search {

enum class Kind { other, word, cjk };

// Letters, digits and their marks are word characters; Han, kana and hangul are cjk.
Kind kind_of(char32_t c) noexcept;

// One word or one run of cjk characters.
struct Segment {
  Kind kind;
  std::string_view text;
};

// Calls `sink` for each segment of folded text, in order, with true when nothing lies between it and the one before.
void segments(std::string_view folded, FunctionRef<void(const Segment&, bool adjoining)> sink);

}  // namespace guanxi::store::search
