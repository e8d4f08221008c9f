#include "phrase.h"

namespace cli {

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool hole = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    const auto index = hole ? static_cast<std::size_t>(pattern[at + 1] - '0') : arguments.size();
    if (index >= arguments.size()) {
      out += pattern[at];
      continue;
    }
    out += arguments.begin()[index];
    at += 2;
  }
  return out;
}

}  // namespace cli
