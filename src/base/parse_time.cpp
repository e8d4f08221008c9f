#include "base/check.h"
#include "base/checked.h"
#include "base/excerpt.h"
#include "base/numeral.h"
#include "base/parse.h"
#include "base/plain.h"
#include "base/time_text.h"
#include "base/written_day.h"

namespace guanxi {
namespace {

constexpr Message not_a_time{"time.form", "“{0}” is not a date with a time: write it as 2026-11-21 19:24:00.",
                             "“{0}”不是日期时间，请写成 2026-11-21 19:24:00 这样的形式。"};
constexpr Message time_of_day{"date.time", "“{0}” has a time of day, but only a day can be kept: cut the time off.",
                              "“{0}”带有具体时间，而此处只保存日期：请去掉时间部分。"};
constexpr Message no_serial{"date.serial_range", "“{0}” is no day number of Excel: these go from 1 to 2958465.",
                            "“{0}”不是有效的 Excel 日期序列号：范围为 1 到 2958465。"};

constexpr int excel_digits = 10;

struct DayAndTime {
  Date day;
  std::int64_t us = 0;
  std::optional<int> offset_minutes;
};

enum class Half { none, morning, afternoon };

// 上午 or 下午 before a time, AM or PM before or behind it.
Half read_half(Cursor& cursor) noexcept {
  cursor.skip_blanks();
  if (cursor.take("上午")) return Half::morning;
  if (cursor.take("下午")) return Half::afternoon;
  for (const std::string_view word : {"AM", "am", "a.m.", "A.M.", "Am"}) {
    if (cursor.take(word)) return Half::morning;
  }
  for (const std::string_view word : {"PM", "pm", "p.m.", "P.M.", "Pm"}) {
    if (cursor.take(word)) return Half::afternoon;
  }
  return Half::none;
}

// A number of one or two digits below `end`.
std::optional<int> read_below(Cursor& cursor, int end) noexcept {
  const std::string_view digits = cursor.digits();
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  const auto n = Cursor(digits).number(digits.size());
  return *n < end ? n : std::nullopt;
}

// The hour of the day; 12 AM is 0, 12 PM is 12, and 下午 19:24 stays as it is. Empty when they contradict each other.
std::optional<int> hour_of(int hour, Half half) noexcept {
  if (half == Half::none) return hour;
  if (hour == 0 || (hour > 12 && half == Half::morning)) return std::nullopt;
  if (hour > 12) return hour;
  return hour % 12 + (half == Half::afternoon ? 12 : 0);
}

// Behind the hour: ":24", ":24:30.5", "时24分30秒".
std::optional<std::int64_t> read_minutes(Cursor& cursor) noexcept {
  const bool chinese = cursor.take("时") || cursor.take("時") || cursor.take("点") || cursor.take("點");
  if (!chinese && !cursor.take(":")) return std::nullopt;
  if (chinese && (cursor.at_end() || !is_digit(cursor.rest().front()))) return 0;
  const auto minute = read_below(cursor, 60);
  if (!minute) return std::nullopt;
  std::int64_t us = *minute * us_per_minute;
  const bool seconds = cursor.take(":") || (cursor.take("分") && !cursor.at_end() && is_digit(cursor.rest().front()));
  if (!seconds) return us;
  const auto second = read_seconds(cursor);
  cursor.take("秒");
  return second ? std::optional(us + *second) : std::nullopt;
}

std::optional<std::int64_t> read_time(Cursor& cursor) noexcept {
  Half half = read_half(cursor);
  cursor.skip_blanks();
  const auto written_hour = read_below(cursor, 24);
  if (!written_hour) return std::nullopt;
  const auto minutes = read_minutes(cursor);
  if (!minutes) return std::nullopt;
  if (half == Half::none) half = read_half(cursor);
  const auto hour = hour_of(*written_hour, half);
  if (!hour) return std::nullopt;
  return *hour * 60 * us_per_minute + *minutes;
}

std::optional<int> read_zone(Cursor& cursor) noexcept {
  cursor.skip_blanks();
  if (cursor.take("UTC") || cursor.take("GMT")) return cursor.at_end() ? 0 : read_offset(cursor);
  return read_offset(cursor);
}

// 202302031924 and 20230203192430; empty for anything else.
std::optional<Result<DayAndTime>> read_digits_alone(std::string_view text) {
  Cursor cursor(text);
  const std::size_t size = cursor.digits().size();
  if (size != text.size() || (size != 12 && size != 14)) return std::nullopt;
  Cursor day_digits(text.substr(0, 8));
  const auto written = read_written_day(day_digits);
  Result<Date> day = settle(*written, DateOrder::unknown, text);
  if (!day) return std::move(day).error();
  Cursor clock(text.substr(8));
  const auto hour = clock.number(2);
  const auto minute = clock.number(2);
  const auto second = clock.at_end() ? std::optional(0) : clock.number(2);
  if (*hour > 23 || *minute > 59 || *second > 59) return Error(Code::invalid, not_a_time, {excerpt(text)});
  return DayAndTime{*day, (*hour * 60 + *minute) * us_per_minute + *second * us_per_second, std::nullopt};
}

// A count of days to 10 digits behind the point, a tenth of what Excel resolves: ±units of 10^-10 days.
std::optional<std::int64_t> units_of_excel(Numeral number) noexcept {
  if (number.scale == boundless_scale) return std::nullopt;
  for (; number.scale > excel_digits; --number.scale) number.coefficient /= 10;
  std::int64_t units = 0;
  return fit(number, excel_digits, units) == Fit::exact ? std::optional(units) : std::nullopt;
}

// Day 60 is 1900-02-29, which never was: before it the count is one behind. Times are rounded to the ms.
Result<DayAndTime> of_excel(const Numeral& number, std::string_view text) {
  constexpr std::int64_t last_serial = 2'958'465;
  constexpr std::int32_t day_zero = -25'569;  // 1899-12-30
  constexpr auto units_per_day = static_cast<std::int64_t>(powers_of_ten[excel_digits]);
  constexpr std::int64_t ms_per_day = 86'400'000;
  const auto no_such_day = [&] { return Error(Code::invalid, no_serial, {excerpt(text)}); };
  const auto units = units_of_excel(number);
  if (!units || *units < units_per_day || *units / units_per_day > last_serial) return no_such_day();
  const std::int64_t ms_of_day = (*units % units_per_day * ms_per_day + units_per_day / 2) / units_per_day;
  const std::int64_t serial = *units / units_per_day + ms_of_day / ms_per_day;
  if (serial > last_serial || serial == 60) return no_such_day();
  const auto days = static_cast<std::int32_t>(serial) + day_zero + (serial < 60 ? 1 : 0);
  return DayAndTime{{days}, ms_of_day % ms_per_day * 1000, std::nullopt};
}

bool is_compact_date(std::string_view text) noexcept {
  return text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<DayAndTime> read_day_and_time(std::string_view text, DateOrder order) {
  if (order == DateOrder::excel && !is_compact_date(text)) {
    if (const auto number = read_plain_number(text)) return of_excel(*number, text);
  }
  if (auto alone = read_digits_alone(text)) return std::move(*alone);
  Cursor cursor(text);
  const auto written = read_written_day(cursor);
  if (!written) return not_a_date(text);
  GUANXI_ASSIGN(const Date day, settle(*written, order, text));
  DayAndTime out{day, 0, std::nullopt};
  cursor.take_any("Tt,");
  cursor.skip_blanks();
  if (cursor.at_end()) return out;
  const auto time = read_time(cursor);
  if (!time) return Error(Code::invalid, not_a_time, {excerpt(text)});
  out.us = *time;
  cursor.skip_blanks();
  if (cursor.at_end()) return out;
  out.offset_minutes = read_zone(cursor);
  if (!out.offset_minutes || !cursor.at_end()) return Error(Code::invalid, not_a_time, {excerpt(text)});
  return out;
}

// A day whose year has too few digits unless it counts from 1912.
bool speaks_for_roc(const WrittenDay& day) {
  if (day.roc || day.year_is_last()) return false;
  const std::size_t digits = day.parts[0].digits;
  return digits == (day.compact ? 7 : 3) && settle(day, DateOrder::roc, "").ok();
}

}  // namespace

Result<Date> parse_date_lenient(std::string_view text, DateOrder order) {
  const std::string spelled = plain(text);
  GUANXI_ASSIGN(const DayAndTime read, read_day_and_time(spelled, order));
  if (read.us != 0) return Error(Code::invalid, time_of_day, {excerpt(spelled)});
  return read.day;
}

Result<Instant> parse_instant_lenient(std::string_view text, DateOrder order, int offset_minutes) {
  const std::string spelled = plain(text);
  GUANXI_ASSIGN(const DayAndTime read, read_day_and_time(spelled, order));
  return instant_of(read.day, read.us, read.offset_minutes.value_or(offset_minutes), spelled);
}

DateOrder guess_date_order(std::span<const std::string_view> samples) {
  bool day_first = false;
  bool month_first = false;
  bool roc = false;
  for (const std::string_view sample : samples) {
    const std::string spelled = plain(sample);
    Cursor cursor(spelled);
    const auto day = read_written_day(cursor);
    if (!day) continue;
    day_first = day_first || (day->year_is_last() && day->leading_is_day());
    month_first = month_first || (day->year_is_last() && day->leading_is_month());
    roc = roc || speaks_for_roc(*day);
  }
  if (day_first + month_first + roc != 1) return DateOrder::unknown;
  return day_first ? DateOrder::day_first : month_first ? DateOrder::month_first : DateOrder::roc;
}

}  // namespace guanxi
