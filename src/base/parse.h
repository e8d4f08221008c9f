// Readers for what people type and what other programs export, more forgiving than the parse functions of the values.
//
// They take full-width characters, blanks at the ends and the forms listed with each; what can be read in two ways is
// an error that says how to choose. All are pure and may be called from any thread at once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "guanxi/error.h"
#include "guanxi/money.h"
#include "guanxi/time.h"

namespace guanxi {

// How a column writes its days, where the text alone does not tell.
enum class DateOrder : std::uint8_t {
  unknown,
  month_first,  // 10/20/2016
  day_first,    // 20/10/2016
  roc,          // 1120831 and 112/8/31 count years from 1912 (民國)
  excel,        // 44927 is a number of days, as Excel counts them since 1900
};

// 2023-02-03, 2023/2/3, 2023.2.3, 2023年2月3日, 20230203, 3-Feb-2023, "Feb 3, 2023", 民國112年2月3日, and 2/3/2023 when the
// order is known or one of the numbers is above 12. A time of day behind it must be midnight.
Result<Date> parse_date_lenient(std::string_view text, DateOrder order = DateOrder::unknown);

// A day as above, alone or with a time: 19:24, 19:24:30.5, "7:24 PM", 下午7:24, 19时24分, 20230203192400. A time without
// zone is that of clocks `offset_minutes` ahead of UTC.
Result<Instant> parse_instant_lenient(std::string_view text, DateOrder order = DateOrder::unknown,
                                      int offset_minutes = 0);

// The order that explains all samples of a column; unknown when they leave it open or contradict each other. Samples
// that are no dates are passed over. Never excel: any number could be one.
DateOrder guess_date_order(std::span<const std::string_view> samples);

// "1,234", "１２", "3万", "(5)".
Result<std::int64_t> parse_integer(std::string_view text);

// The same with digits behind the point.
Result<Decimal> parse_decimal_lenient(std::string_view text);

// 是/否, yes/no, true/false, y/n, 1/0, 有/无, 对/错, on/off, √/×.
Result<bool> parse_boolean(std::string_view text);

}  // namespace guanxi
