// The parts of an address.
#pragma once

#include <string_view>
#include <vector>

#include "match/token.h"

namespace guanxi::match {

// House number, street (core), its type and direction (form), unit, and what stands behind (aside). "third" and "3rd" are 3,
// "blvd." and "boulevard" one word; 二段 is 2段.
std::vector<Token> parse_address(std::string_view address);

}  // namespace guanxi::match
