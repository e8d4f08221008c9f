// The text of a default: as it stands, or put together from the row's own cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanxi/error.h"

namespace guanxi::import {

class Template {
 public:
  // "{Header}" stands for a column; a header that is not there is an error. Other braces are text.
  static Result<Template> read(std::string_view text, const std::vector<std::string>& headers);

  // Whether it is the same text for all rows.
  bool constant() const noexcept { return columns_ == 0; }

  // The text for a row, blanks joined; empty where all its columns are blank.
  std::string fill(const std::vector<std::string_view>& fields) const;

 private:
  struct Part {
    std::string text;
    std::size_t column;  // npos: the text itself
  };
  std::vector<Part> parts_;
  std::size_t columns_ = 0;
};

}  // namespace guanxi::import
