// The columns that an error file has in front of the file's own. A file that has them is an error file come back: they are
// left out.
#pragma once

#include <array>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi::import {

struct ErrorColumn {
  std::string_view english, chinese;
  constexpr std::string_view label(Language language) const noexcept { return language == Language::chinese ? chinese : english; }
};

inline constexpr std::array error_columns{ErrorColumn{"Refused: row", "退回：行号"}, ErrorColumn{"Refused: line", "退回：文件行"},
                                          ErrorColumn{"Refused: column", "退回：列"}, ErrorColumn{"Refused: value", "退回：值"},
                                          ErrorColumn{"Refused: reason", "退回：原因"}};

constexpr bool is_error_column(std::string_view header) noexcept {
  for (const ErrorColumn& column : error_columns)
    if (header == column.english || header == column.chinese) return true;
  return false;
}

}  // namespace guanxi::import
