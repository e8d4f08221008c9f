#include "guanxi/time.h"

#include <algorithm>
#include <array>

#include "base/calendar.h"
#include "base/check.h"
#include "base/excerpt.h"
#include "base/time_text.h"

namespace guanxi {
namespace {

constexpr Message malformed_date{"date.form", "“{0}” is not a date: write it as 2026-11-21.",
                                 "“{0}”不是日期，请写成 2026-11-21 这样的形式。"};
constexpr Message no_day{"date.day", "{0} is not a day: {1} {2} has {3} days.", "{0} 不存在：{2}年{4}月只有{3}天。"};
constexpr Message no_month{"date.month", "{0} is not a day: there is no month {1}.", "{0} 不存在：没有{1}月。"};
constexpr Message no_year{"date.year", "{0} is outside the calendar: years go from 1 to 9999.",
                          "{0} 超出范围：年份须在1到9999之间。"};
constexpr Message malformed_instant{"instant.form",
                                    "“{0}” is not a point in time: write it as 2026-11-21T19:24:00Z or with an offset "
                                    "(2026-11-21T19:24:00+08:00).",
                                    "“{0}”不是时间，请写成 2026-11-21T19:24:00Z 或带时区偏移的形式"
                                    "（2026-11-21T19:24:00+08:00）。"};
constexpr Message no_zone{"instant.zone", "“{0}” says no time zone: add Z for UTC or an offset such as +08:00.",
                          "“{0}”缺少时区：请加上 Z（UTC）或偏移量，例如 +08:00。"};
constexpr Message beyond{"instant.range", "“{0}” is out of range: in UTC, years go from 1 to 9999.",
                         "“{0}”超出范围：按 UTC 计算，年份须在1到9999之间。"};

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

constexpr std::int64_t first_day = days_from_civil({1, 1, 1});
constexpr std::int64_t last_day = days_from_civil({9999, 12, 31});

void append_padded(std::string& out, std::int64_t n, std::size_t width) {
  if (n < 0) out += '-';
  const std::size_t start = out.size();
  for (std::int64_t rest = n < 0 ? -n : n; rest > 0; rest /= 10) out += static_cast<char>('0' + rest % 10);
  while (out.size() < start + width) out += '0';
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(start), out.end());
}

Error missing_day(int year, int month, std::string_view text) {
  return Error(Code::invalid, no_day,
               {excerpt(text), std::string(month_names[static_cast<std::size_t>(month - 1)]), std::to_string(year),
                std::to_string(days_in_month(year, month)), std::to_string(month)});
}

// Both round towards the past.
std::int64_t day_number(Instant t) noexcept { return t.us / us_per_day - (t.us % us_per_day < 0 ? 1 : 0); }
std::int64_t us_of_day(Instant t) noexcept { return t.us % us_per_day + (t.us % us_per_day < 0 ? us_per_day : 0); }

// Behind the point of a second: any number of digits, of which six count.
std::optional<std::int64_t> read_fraction(Cursor& cursor) noexcept {
  const std::string_view digits = cursor.digits();
  if (digits.empty()) return std::nullopt;
  std::int64_t us = 0;
  for (std::size_t i = 0; i < 6; ++i) us = us * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  return us;
}

std::string written(int year, int month, int day) {
  std::string out;
  append_padded(out, year, 4);
  append_padded(out += '-', month, 2);
  append_padded(out += '-', day, 2);
  return out;
}

}  // namespace

Error not_a_date(std::string_view text) { return Error(Code::invalid, malformed_date, {excerpt(text)}); }

Result<Date> day_of(int year, int month, int day, std::string_view text) {
  if (year < 1 || year > 9999) return Error(Code::invalid, no_year, {excerpt(text)});
  if (month < 1 || month > 12) return Error(Code::invalid, no_month, {excerpt(text), std::to_string(month)});
  if (day < 1 || day > days_in_month(year, month)) return missing_day(year, month, text);
  return Date{static_cast<std::int32_t>(days_from_civil({year, month, day}))};
}

std::optional<std::int64_t> read_clock(Cursor& cursor) noexcept {
  const auto hour = cursor.number(2);
  if (!hour || *hour > 23 || !cursor.take(":")) return std::nullopt;
  const auto minute = cursor.number(2);
  if (!minute || *minute > 59) return std::nullopt;
  const std::int64_t us = (*hour * 60 + *minute) * us_per_minute;
  if (!cursor.take(":")) return us;
  const auto seconds = read_seconds(cursor);
  return seconds ? std::optional(us + *seconds) : std::nullopt;
}

std::optional<std::int64_t> read_seconds(Cursor& cursor) noexcept {
  const auto second = cursor.number(2);
  if (!second || *second > 59) return std::nullopt;
  std::optional<std::int64_t> fraction = 0;
  if (cursor.take_any(".,")) fraction = read_fraction(cursor);
  return fraction ? std::optional(*second * us_per_second + *fraction) : std::nullopt;
}

std::optional<int> read_offset(Cursor& cursor) noexcept {
  if (cursor.take_any("Zz")) return 0;
  const bool west = cursor.take("-");
  if (!west && !cursor.take("+")) return std::nullopt;
  const auto hours = cursor.number(2);
  if (!hours || *hours > 23) return std::nullopt;
  const bool colon = cursor.take(":");
  const auto minutes = cursor.number(2);
  if ((colon && !minutes) || minutes.value_or(0) > 59) return std::nullopt;
  const int offset = *hours * 60 + minutes.value_or(0);
  return west ? -offset : offset;
}

Result<Instant> instant_of(Date day, std::int64_t us_of_day, int offset_minutes, std::string_view text) {
  const Instant t{Instant::start_of(day).us + us_of_day - offset_minutes * us_per_minute};
  const std::int64_t utc_day = day_number(t);
  if (utc_day < first_day || utc_day > last_day) return Error(Code::invalid, beyond, {excerpt(text)});
  return t;
}

Date::Parts Date::parts() const noexcept {
  const CivilDay civil = civil_from_days(days);
  return {static_cast<int>(civil.year), civil.month, civil.day};
}

std::string Date::text() const {
  const Parts p = parts();
  return written(p.year, p.month, p.day);
}

Result<Date> Date::of(int year, int month, int day) { return day_of(year, month, day, written(year, month, day)); }

Result<Date> Date::parse(std::string_view iso) {
  Cursor cursor(iso);
  const auto year = cursor.number(4);
  if (!year || !cursor.take("-")) return not_a_date(iso);
  const auto month = cursor.number(2);
  if (!month || !cursor.take("-")) return not_a_date(iso);
  const auto day = cursor.number(2);
  if (!day || !cursor.at_end()) return not_a_date(iso);
  return day_of(*year, *month, *day, iso);
}

std::string Instant::text() const {
  const std::int64_t clock = us_of_day(*this);
  std::string out = date().text();
  append_padded(out += 'T', clock / (60 * us_per_minute), 2);
  append_padded(out += ':', clock / us_per_minute % 60, 2);
  append_padded(out += ':', clock / us_per_second % 60, 2);
  const std::int64_t fraction = clock % us_per_second;
  if (fraction % 1000 != 0) {
    append_padded(out += '.', fraction, 6);
  } else if (fraction != 0) {
    append_padded(out += '.', fraction / 1000, 3);
  }
  return out += 'Z';
}

Result<Instant> Instant::parse(std::string_view iso) {
  constexpr std::size_t date_size = 10;
  const auto malformed = [&] { return Error(Code::invalid, malformed_instant, {excerpt(iso)}); };
  Cursor cursor(iso.substr(iso.size() < date_size ? iso.size() : date_size));
  if (!cursor.take_any("Tt ")) return malformed();
  GUANXI_ASSIGN(const Date day, Date::parse(iso.substr(0, date_size)));
  const auto clock = read_clock(cursor);
  if (!clock) return malformed();
  if (cursor.at_end()) return Error(Code::invalid, no_zone, {excerpt(iso)});
  const auto offset = read_offset(cursor);
  if (!offset || !cursor.at_end()) return malformed();
  return instant_of(day, *clock, *offset, iso);
}

Date Instant::date() const noexcept { return {static_cast<std::int32_t>(day_number(*this))}; }

}  // namespace guanxi
