// Regular expressions with the meaning of XPath 3.1, run by PCRE2 with a limit on backtracking.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "expr/feel/machine.h"

namespace guanxi::feel {

// An XPath pattern as PCRE2 writes it; nothing when it is none. `flags` are those of XPath.
std::optional<std::string> translated_pattern(std::string_view pattern, std::string_view flags);

Value regex_matches(Machine& machine, std::string_view input, std::string_view pattern, std::string_view flags);
Value regex_replace(Machine& machine, std::string_view input, std::string_view pattern, std::string_view replacement,
                    std::string_view flags);
Value regex_split(Machine& machine, std::string_view input, std::string_view pattern);

}  // namespace guanxi::feel
