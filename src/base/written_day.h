// The numbers of a date as they stand in a text, before it is settled which is the day, the month and the year.
#pragma once

#include <array>
#include <optional>

#include "base/cursor.h"
#include "base/parse.h"

namespace guanxi {

struct WrittenDay {
  struct Part {
    int value = 0;
    std::size_t digits = 0;  // 0: the name of a month
  };
  std::array<Part, 3> parts;
  bool compact = false;  // all in the first part, as in 20230203
  bool chinese = false;  // with 年 and 月
  bool roc = false;      // 民國 stands before it

  bool year_is_first() const noexcept { return chinese || roc || parts[0].digits == 4; }
  bool year_is_last() const noexcept { return !year_is_first() && parts[2].digits == 4; }
  // Of 20/10/2016 and 10/20/2016 alone.
  bool leading_is_day() const noexcept { return parts[0].value > 12 && parts[1].value <= 12; }
  bool leading_is_month() const noexcept { return parts[1].value > 12 && parts[0].value <= 12; }
  bool named_month(std::size_t at) const noexcept { return !compact && parts[at].digits == 0; }
};

// Empty when the text does not begin with a day. The cursor stands behind it.
std::optional<WrittenDay> read_written_day(Cursor& cursor) noexcept;

// Which day it is; errors show `text`.
Result<Date> settle(const WrittenDay& day, DateOrder order, std::string_view text);

}  // namespace guanxi
