#include <algorithm>
#include <limits>

#include "base/calendar.h"
#include "base/cursor.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

std::optional<std::int64_t> whole(std::string_view digits) {
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  std::int64_t out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

// Four digits, or up to nine of which the first is no zero.
std::optional<std::int64_t> take_date(Cursor& cursor) {
  const bool before = cursor.take("-");
  const std::string_view digits = cursor.digits();
  if (digits.size() < 4 || digits.size() > 9 || (digits.size() > 4 && digits.front() == '0')) return std::nullopt;
  const std::int64_t year = *whole(digits) * (before ? -1 : 1);
  if (!cursor.take("-")) return std::nullopt;
  const auto month = cursor.number(2);
  if (!month || !cursor.take("-")) return std::nullopt;
  const auto day = cursor.number(2);
  if (!day) return std::nullopt;
  return day_of(year, *month, *day);
}

// The nanoseconds in ".123": what is finer is cut off.
std::int64_t nanos_in(std::string_view fraction) {
  std::int64_t out = 0;
  for (std::size_t i = 0; i < 9; ++i) out = out * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  return out;
}

bool take_clock(Cursor& cursor, Moment& moment) {
  const auto hour = cursor.number(2);
  if (!hour || !cursor.take(":")) return false;
  const auto minute = cursor.number(2);
  if (!minute || !cursor.take(":")) return false;
  const auto second = cursor.number(2);
  if (!second || *minute > 59 || *second > 59) return false;
  std::int64_t nanos = 0;
  if (cursor.take(".")) {
    const std::string_view fraction = cursor.digits();
    if (fraction.empty()) return false;
    nanos = nanos_in(fraction);
  }
  moment.nanos = (*hour * std::int64_t{3600} + *minute * 60 + *second) * nanos_per_second + nanos;
  return moment.nanos <= nanos_per_day;
}

bool take_zone(Cursor& cursor, Moment& moment, Zones& zones) {
  if (cursor.at_end()) return true;
  if (cursor.take("@")) {
    moment.zone = {Zone::named, 0, zones.find(cursor.rest())};
    return moment.zone.name != nullptr;
  }
  moment.zone.form = Zone::offset;
  if (cursor.take("Z") || cursor.take("z")) return cursor.at_end();
  const bool behind = cursor.take("-");
  if (!behind && !cursor.take("+")) return false;
  const auto hours = cursor.number(2);
  if (!hours || !cursor.take(":")) return false;
  const auto minutes = cursor.number(2);
  if (!minutes || *minutes > 59) return false;
  int seconds = 0;
  if (cursor.take(":")) {
    const auto given = cursor.number(2);
    if (!given || *given > 59) return false;
    seconds = *given;
  }
  const std::int32_t offset = *hours * 3600 + *minutes * 60 + seconds;
  moment.zone.seconds = behind ? -offset : offset;
  return cursor.at_end() && offset <= greatest_offset;
}

std::string padded(std::int64_t n, std::size_t digits) {
  std::string out = std::to_string(n);
  if (out.size() < digits) out.insert(0, digits - out.size(), '0');
  return out;
}

// ".5", or nothing.
std::string fraction_text(std::int64_t nanos) {
  if (nanos == 0) return {};
  std::string out = padded(nanos, 9);
  out.erase(out.find_last_not_of('0') + 1);
  return "." + out;
}

std::string zone_text(const Zone& zone) {
  if (zone.form == Zone::none) return {};
  if (zone.form == Zone::named) return "@" + zone.name->name();
  if (zone.seconds == 0) return "Z";
  const std::int32_t size = zone.seconds < 0 ? -zone.seconds : zone.seconds;
  std::string out = (zone.seconds < 0 ? "-" : "+") + padded(size / 3600, 2) + ":" + padded(size / 60 % 60, 2);
  if (size % 60 != 0) out += ":" + padded(size % 60, 2);
  return out;
}

std::string clock_text(const Moment& moment) {
  const std::int64_t seconds = moment.nanos / nanos_per_second;
  return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2) +
         fraction_text(moment.nanos % nanos_per_second) + zone_text(moment.zone);
}

struct Parts {
  std::int64_t years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0, nanos = 0;
  bool calendar = false, clock = false;
};

// "1Y2M" with the letters in this order, each at most once.
bool take_parts(Cursor& cursor, std::string_view letters, std::initializer_list<std::int64_t*> places, bool& any) {
  auto place = places.begin();
  for (const char letter : letters) {
    Cursor trial = cursor;
    const auto n = whole(trial.digits());
    if (n && trial.take(std::string_view(&letter, 1))) {
      **place = *n;
      any = true;
      cursor = trial;
    }
    ++place;
  }
  return true;
}

bool take_seconds(Cursor& cursor, Parts& parts) {
  const std::string_view digits = cursor.digits();
  if (digits.empty()) return cursor.at_end();
  const auto n = whole(digits);
  if (cursor.take(".")) parts.nanos = nanos_in(cursor.digits());
  if (!n || !cursor.take("S")) return false;
  parts.seconds = *n;
  parts.clock = true;
  return cursor.at_end();
}

bool read_parts(std::string_view text, Parts& parts) {
  Cursor cursor(text);
  bool any_day = false;
  take_parts(cursor, "YM", {&parts.years, &parts.months}, parts.calendar);
  take_parts(cursor, "D", {&parts.days}, any_day);
  if (cursor.at_end()) {
    parts.clock = any_day;
    return parts.calendar != any_day;
  }
  if (parts.calendar || !cursor.take("T")) return false;
  take_parts(cursor, "HM", {&parts.hours, &parts.minutes}, parts.clock);
  return take_seconds(cursor, parts) && parts.clock;
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view text) {
  Cursor cursor(text);
  const auto day = take_date(cursor);
  return cursor.at_end() ? day : std::nullopt;
}

std::optional<Moment> parse_time(std::string_view text, Zones& zones) {
  Cursor cursor(text);
  Moment out;
  if (!take_clock(cursor, out) || !take_zone(cursor, out, zones)) return std::nullopt;
  if (out.nanos == nanos_per_day) out.nanos = 0;
  return out;
}

std::optional<Moment> parse_date_time(std::string_view text, Zones& zones) {
  Cursor cursor(text);
  Moment out;
  const auto day = take_date(cursor);
  if (!day) return std::nullopt;
  out.days = *day;
  if (cursor.at_end()) return out;
  if (!cursor.take("T") || !take_clock(cursor, out) || !take_zone(cursor, out, zones)) return std::nullopt;
  if (out.nanos == nanos_per_day) {
    out.nanos = 0;
    ++out.days;
  }
  return out;
}

std::optional<Value> parse_duration(std::string_view text) {
  const bool minus = !text.empty() && text.front() == '-';
  if (minus) text.remove_prefix(1);
  Parts parts;
  if (text.empty() || text.front() != 'P' || !read_parts(text.substr(1), parts)) return std::nullopt;
  if (parts.calendar) {
    constexpr std::int64_t most_years = std::numeric_limits<std::int64_t>::max() / 24;
    if (parts.years > most_years) return std::nullopt;
    const std::int64_t months = parts.years * 12 + parts.months;
    return Value::of(Kind::months_duration, minus ? -months : months);
  }
  const Int128 seconds = Int128{parts.days} * seconds_per_day + Int128{parts.hours} * 3600 + Int128{parts.minutes} * 60 + parts.seconds;
  const Int128 nanos = seconds * nanos_per_second + parts.nanos;
  const Value out = days_duration(minus ? -nanos : nanos);
  return out.null() ? std::nullopt : std::optional(out);
}

std::optional<Value> parse_temporal(std::string_view text, Zones& zones, Memory& memory) {
  if (const auto date = parse_date(text)) return Value::of(Kind::date, *date);
  if (const auto time = parse_time(text, zones)) return memory.moment(Kind::time, *time);
  if (const auto moment = parse_date_time(text, zones)) return memory.moment(Kind::date_time, *moment);
  return parse_duration(text);
}

std::string date_text(std::int64_t days) {
  const CivilDay civil = civil_from_days(days);
  const std::string year = padded(civil.year < 0 ? -civil.year : civil.year, 4);
  return (civil.year < 0 ? "-" : "") + year + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2);
}

std::string text_of_moment(Kind kind, const Moment& moment) {
  return kind == Kind::time ? clock_text(moment) : date_text(moment.days) + "T" + clock_text(moment);
}

std::string duration_text(const Value& duration) {
  std::string out;
  const auto part = [&](std::int64_t n, char letter) {
    if (n != 0) out += std::to_string(n) + letter;
  };
  if (duration.is(Kind::months_duration)) {
    const std::int64_t months = duration.integer < 0 ? -duration.integer : duration.integer;
    part(months / 12, 'Y');
    part(months % 12, 'M');
    return (duration.integer < 0 ? "-P" : "P") + (out.empty() ? "0M" : out);
  }
  const Int128 nanos = nanos_of(duration);
  const Int128 size = nanos < 0 ? -nanos : nanos;
  const auto seconds = static_cast<std::int64_t>(size / nanos_per_second);
  const auto fraction = static_cast<std::int64_t>(size % nanos_per_second);
  if (size == 0) return "PT0S";
  part(seconds / seconds_per_day, 'D');
  if (seconds % seconds_per_day != 0 || fraction != 0) out += 'T';
  part(seconds / 3600 % 24, 'H');
  part(seconds / 60 % 60, 'M');
  if (seconds % 60 != 0 || fraction != 0) out += std::to_string(seconds % 60) + fraction_text(fraction) + "S";
  return (nanos < 0 ? "-P" : "P") + out;
}

}  // namespace guanxi::feel
