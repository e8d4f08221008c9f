// The smallest thing that is compared: a word, a Han character, a number, a whole identifier; and which part it plays.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "guanxi/match.h"

namespace guanxi::match {

// What a token is in its name or address. Scores weigh them differently; verdicts look at which of them differ.
enum class Part : std::uint8_t {
  core,    // brand of a company, name of a street, and everything that has no parts
  trade,   // 网络科技, "software"
  region,  // 上海, "Denmark"
  group,   // 集团, "holdings"
  form,    // 股份有限公司, "GmbH"; the type and direction of a street
  branch,  // 上海分公司
  aside,   // in brackets, or behind the street
  number,  // of the house
  unit,    // floor, room, suite
};

struct Token {
  std::string text;
  Part part = Part::core;
};

inline constexpr std::size_t most_fields = 16;
inline constexpr std::size_t most_tokens = 64;  // of one field; a longer value is cut

// A record as it is compared: the tokens of its fields, one field behind the other.
struct Profile {
  std::vector<Token> tokens;
  std::array<std::uint16_t, most_fields> ends{};
};

}  // namespace guanxi::match
