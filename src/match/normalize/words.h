// Cutting text into tokens.
#pragma once

#include <string_view>
#include <vector>

#include "match/token.h"

namespace guanxi::match {

// Folded, without accents; words of letters and digits, Han characters one by one. Apostrophes and the points of
// abbreviations join ("Art's" → arts, "S.p.A." → spa); what stands in brackets is an aside. At most most_tokens.
std::vector<Token> words_of(std::string_view text);

bool is_han(const Token& token) noexcept;

}  // namespace guanxi::match
