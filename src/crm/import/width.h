// Rows with more cells than the header has columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanxi::import {

// Brings rows to the width of the header, as far as it is certain how.
class WidthMender {
 public:
  WidthMender(std::size_t width, char separator) : width_(width), separator_(separator) {}

  enum class Result { fits, mended, too_wide };

  // Blank cells behind the last column are dropped. A comma within a text that was not quoted is followed by a blank
  // ("12, rue du Commerce"), one between cells is not: where joining just these makes the row fit, they are joined.
  Result mend(std::vector<std::string_view>& fields);

 private:
  std::size_t width_;
  char separator_;
  std::vector<std::string> joined_;  // the cells put together last
};

}  // namespace guanxi::import
