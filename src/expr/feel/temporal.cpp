#include "expr/feel/temporal.h"

#include <algorithm>

#include "base/calendar.h"

namespace guanxi::feel {
namespace {

constexpr Int128 nanos_in_second = nanos_per_second;
constexpr Int128 nanos_in_day = nanos_per_day;

Int128 floor_divide(Int128 a, Int128 b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

// The zone's clock against UTC; nothing without a zone.
std::int32_t offset_or_zero(const Moment& moment) { return offset_of(moment).value_or(0); }

}  // namespace

Int128 nanos_of(const Value& d) noexcept { return Int128{d.integer} * nanos_in_second + d.size; }

Value days_duration(Int128 nanos) noexcept {
  const Int128 seconds = floor_divide(nanos, nanos_in_second);
  constexpr Int128 most = std::int64_t{1} << 62;
  if (seconds > most || seconds < -most) return {};
  Value out = Value::of(Kind::days_duration, static_cast<std::int64_t>(seconds));
  out.size = static_cast<std::uint32_t>(nanos - seconds * nanos_in_second);
  return out;
}

std::optional<std::int64_t> day_of(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < -greatest_year || year > greatest_year || month < 1 || month > 12 || day < 1) return std::nullopt;
  const auto civil_month = static_cast<int>(month);
  const int same_leap = static_cast<int>(((year % 400) + 400) % 400);
  if (day > days_in_month(same_leap, civil_month)) return std::nullopt;
  return days_from_civil({year, civil_month, static_cast<int>(day)});
}

std::optional<std::int32_t> offset_of(const Moment& moment) {
  switch (moment.zone.form) {
    case Zone::none: return std::nullopt;
    case Zone::offset: return moment.zone.seconds;
    case Zone::named: break;
  }
  return moment.zone.name->offset_at_local(moment.days * seconds_per_day + moment.nanos / nanos_per_second);
}

Int128 instant_of(const Moment& moment) {
  return Int128{moment.days} * nanos_in_day + moment.nanos - Int128{offset_or_zero(moment)} * nanos_in_second;
}

bool compare_moments(const Value& a, const Value& b, int& order) {
  if ((a.moment->zone.form == Zone::none) != (b.moment->zone.form == Zone::none)) return false;
  constexpr Int128 millisecond = 1'000'000;
  const Int128 x = floor_divide(instant_of(*a.moment), millisecond), y = floor_divide(instant_of(*b.moment), millisecond);
  order = x < y ? -1 : x > y ? 1 : 0;
  return true;
}

bool same_moment(const Moment& a, const Moment& b) {
  return a.days == b.days && a.nanos == b.nanos && a.zone.form == b.zone.form && a.zone.seconds == b.zone.seconds &&
         a.zone.name == b.zone.name;
}

std::optional<std::int64_t> add_months(std::int64_t days, std::int64_t months) {
  if (months > 24 * greatest_year || months < -24 * greatest_year) return std::nullopt;
  const CivilDay civil = civil_from_days(days);
  const std::int64_t total = civil.year * 12 + civil.month - 1 + months;
  const std::int64_t year = total >= 0 ? total / 12 : -((-total + 11) / 12);
  const std::int64_t month = total - year * 12 + 1;
  std::int64_t day = civil.day;
  while (day > 28 && !day_of(year, month, day)) --day;
  return day_of(year, month, day);
}

std::optional<Moment> add_nanos(const Moment& moment, Int128 nanos, bool with_day) {
  Moment out = moment;
  Int128 clock = Int128{moment.days} * nanos_in_day + moment.nanos;
  if (!with_day) {
    const Int128 sum = (clock + nanos) % nanos_in_day;
    out.nanos = static_cast<std::int64_t>(sum < 0 ? sum + nanos_in_day : sum);
    return out;
  }
  clock += nanos;
  const Int128 day = floor_divide(clock, nanos_in_day);
  if (day > Int128{400} * greatest_year || day < Int128{-400} * greatest_year) return std::nullopt;
  out.days = static_cast<std::int64_t>(day);
  out.nanos = static_cast<std::int64_t>(clock - day * nanos_in_day);
  const std::int64_t year = civil_from_days(out.days).year;
  if (year > greatest_year || year < -greatest_year) return std::nullopt;
  if (moment.zone.form != Zone::named) return out;
  // By the named zone's clock an hour may be missing or double: what elapses is what counts.
  const Int128 apart = instant_of(moment) + nanos - instant_of(out);
  if (apart != 0) {
    const Int128 mended = clock + apart;
    out.days = static_cast<std::int64_t>(floor_divide(mended, nanos_in_day));
    out.nanos = static_cast<std::int64_t>(mended - Int128{out.days} * nanos_in_day);
  }
  return out;
}

std::int64_t months_between(std::int64_t from, std::int64_t to) {
  const CivilDay a = civil_from_days(from), b = civil_from_days(to);
  std::int64_t months = (b.year - a.year) * 12 + (b.month - a.month);
  if (months > 0 && b.day < a.day) --months;
  if (months < 0 && b.day > a.day) ++months;
  return months;
}

int weekday_of(std::int64_t days) { return static_cast<int>(((days + 3) % 7 + 7) % 7) + 1; }

int day_of_year(std::int64_t days) {
  return static_cast<int>(days - days_from_civil({civil_from_days(days).year, 1, 1})) + 1;
}

int week_of_year(std::int64_t days) {
  const std::int64_t thursday = days + 4 - weekday_of(days);
  return (day_of_year(thursday) - 1) / 7 + 1;
}

}  // namespace guanxi::feel
