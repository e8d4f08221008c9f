// What a CSV file says about its own form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanxi::csv {

bool is_separator(char c) noexcept;

// Excel's first line "sep=;": the separator, and where the line ends behind its line break. `text` begins the file.
struct SeparatorLine {
  char separator;
  std::size_t behind;
};
std::optional<SeparatorLine> separator_line(std::string_view text) noexcept;

// The separator that cuts the first rows of `text` most evenly; ',' when none does. `last` says that nothing follows.
char guess_separator(std::string_view text, bool last);

}  // namespace guanxi::csv
