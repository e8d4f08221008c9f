#include "model/code_set.h"

#include <algorithm>

namespace guanxi {

std::string code_set(std::vector<std::string> codes) {
  for (auto& code : codes) std::replace(code.begin(), code.end(), '|', '/');
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  std::string set;
  for (const auto& code : codes)
    if (!code.empty()) set.append(set.empty() ? "|" : "").append(code).append("|");
  return set;
}

std::vector<std::string_view> codes_of(std::string_view set) {
  std::vector<std::string_view> codes;
  while (!set.empty()) {
    const auto bar = set.find('|');
    if (bar != 0) codes.push_back(set.substr(0, bar));
    set.remove_prefix(bar == std::string_view::npos ? set.size() : bar + 1);
  }
  return codes;
}

}  // namespace guanxi
