// Labels as the declarations write them: "中文,别名|English,alias".
#pragma once

#include <string_view>
#include <vector>

#include "guanxi/error.h"

namespace guanxi {

// What stands left of the bar (Chinese) or right of it (English); without a bar all is Chinese.
constexpr std::string_view half_of(std::string_view labels, Language language) noexcept {
  const auto bar = labels.find('|');
  if (language == Language::chinese) return labels.substr(0, bar);
  return bar == std::string_view::npos ? std::string_view() : labels.substr(bar + 1);
}

// The first label in the language, else the first in the other one; empty where there is none.
constexpr std::string_view first_label(std::string_view labels, Language language) noexcept {
  const auto first = [](std::string_view half) { return half.substr(0, half.find(',')); };
  const auto wanted = first(half_of(labels, language));
  const auto other = language == Language::chinese ? Language::english : Language::chinese;
  return wanted.empty() ? first(half_of(labels, other)) : wanted;
}

// Every label of both languages, in the order in which they are written.
std::vector<std::string_view> all_labels(std::string_view labels);

}  // namespace guanxi
