// Sets of codes in their stored form: sorted, each between bars, "|bank|customer|".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanxi {

// Codes in any order, doubled or empty ones too. A bar inside a code becomes a slash.
std::string code_set(std::vector<std::string> codes);

// The codes of a set as somebody wrote it, bars at the ends or not.
std::vector<std::string_view> codes_of(std::string_view set);

}  // namespace guanxi
