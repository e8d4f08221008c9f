// The parts of a Chinese organisation's name.
#pragma once

#include <vector>

#include "match/token.h"

namespace guanxi::match {

// Sets the part of each token. Words in other scripts count as one character of a brand.
void parse_han_name(std::vector<Token>& tokens);

}  // namespace guanxi::match
