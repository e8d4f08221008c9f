#include <array>

#include "base/calendar.h"
#include "expr/feel/functions.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

constexpr Message unreadable{"feel.unreadable", "{0}: “{1}” cannot be read.", "{0}：无法识别“{1}”。"};
constexpr Message no_such{"feel.no_such", "{0}: there is no such day or time.", "{0}：没有这样的日期或时间。"};

Value unread(Machine& machine, const Value& text) { return machine.null(unreadable, {machine.running(), text.view()}); }

// Whole numbers from `first` on; false when one is none.
bool whole_numbers(Arguments arguments, std::span<std::int64_t> out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Value& v = single(arguments[i], Kind::number);
    const auto n = v.is(Kind::number) && v.number().integral() ? v.number().truncated() : std::nullopt;
    if (!n) return false;
    out[i] = *n;
  }
  return true;
}

Value date(Machine& machine, Arguments arguments) {
  if (arguments.size() == 3) {
    std::int64_t parts[3];
    const auto day = whole_numbers(arguments, parts) ? day_of(parts[0], parts[1], parts[2]) : std::nullopt;
    return day ? Value::of(Kind::date, *day) : machine.null(no_such, {"date"});
  }
  const Value& from = single(arguments[0], Kind::string);
  if (from.is(Kind::date)) return from;
  if (from.is(Kind::date_time)) return Value::of(Kind::date, from.moment->days);
  if (!from.is(Kind::string)) return machine.wrong_argument("from", "string", from);
  const auto day = parse_date(from.view());
  return day ? Value::of(Kind::date, *day) : unread(machine, from);
}

// Hours, minutes and seconds, the last with a fraction.
std::optional<std::int64_t> clock_of(Arguments arguments) {
  std::int64_t parts[2];
  if (!whole_numbers(arguments, parts)) return std::nullopt;
  const Value& seconds = single(arguments[2], Kind::number);
  if (!seconds.is(Kind::number)) return std::nullopt;
  const auto nanos = multiply(seconds.number(), Decimal34::of(nanos_per_second));
  const auto fine = nanos ? nanos->truncated() : std::nullopt;
  const bool sound = fine && parts[0] >= 0 && parts[0] < 24 && parts[1] >= 0 && parts[1] < 60 && *fine >= 0 && *fine < 60 * nanos_per_second;
  if (!sound) return std::nullopt;
  return (parts[0] * 3600 + parts[1] * 60) * nanos_per_second + *fine;
}

// A zone given as an offset or by name.
bool zone_from(Machine& machine, const Value& given, Zone& zone) {
  if (given.null()) return true;
  if (given.is(Kind::days_duration)) {
    zone = {Zone::offset, static_cast<std::int32_t>(given.integer), nullptr};
    return given.integer <= greatest_offset && given.integer >= -greatest_offset && given.size == 0;
  }
  if (given.is(Kind::string)) zone = {Zone::named, 0, machine.zones().find(given.view())};
  return given.is(Kind::string) && zone.name != nullptr;
}

Value time(Machine& machine, Arguments arguments) {
  if (arguments.size() >= 3) {
    Moment out;
    const auto clock = clock_of(arguments);
    const bool zoned = clock && (arguments.size() < 4 || (!arguments[3].is(Kind::string) && zone_from(machine, arguments[3], out.zone)));
    if (!zoned) return machine.null(no_such, {"time"});
    out.nanos = *clock;
    return machine.memory().moment(Kind::time, out);
  }
  const Value& from = single(arguments[0], Kind::string);
  if (from.is(Kind::time)) return from;
  if (from.is(Kind::date)) return machine.memory().moment(Kind::time, Moment{0, 0, {Zone::offset, 0, nullptr}});
  if (from.is(Kind::date_time)) return machine.memory().moment(Kind::time, Moment{0, from.moment->nanos, from.moment->zone});
  if (!from.is(Kind::string)) return machine.wrong_argument("from", "string", from);
  const auto read = parse_time(from.view(), machine.zones());
  return read ? machine.memory().moment(Kind::time, *read) : unread(machine, from);
}

Value joined(Machine& machine, const Value& day, const Value& clock) {
  if (!day.is(Kind::date) && !day.is(Kind::date_time)) return machine.wrong_argument("date", "date", day);
  if (!clock.is(Kind::time)) return machine.wrong_argument("time", "time", clock);
  const std::int64_t days = day.is(Kind::date) ? day.integer : day.moment->days;
  return machine.memory().moment(Kind::date_time, Moment{days, clock.moment->nanos, clock.moment->zone});
}

Value date_and_time(Machine& machine, Arguments arguments) {
  if (arguments.size() >= 6) {
    std::int64_t parts[3];
    const auto day = whole_numbers(arguments, parts) ? day_of(parts[0], parts[1], parts[2]) : std::nullopt;
    const auto clock = clock_of(arguments.subspan(3));
    Moment out;
    if (!day || !clock || (arguments.size() > 6 && !zone_from(machine, arguments[6], out.zone))) return machine.null(no_such, {"date and time"});
    out.days = *day;
    out.nanos = *clock;
    return machine.memory().moment(Kind::date_time, out);
  }
  if (arguments.size() == 2) return joined(machine, arguments[0], arguments[1]);
  const Value& from = single(arguments[0], Kind::string);
  if (from.is(Kind::date_time)) return from;
  if (from.is(Kind::date)) return machine.memory().moment(Kind::date_time, Moment{from.integer, 0, {Zone::offset, 0, nullptr}});
  if (!from.is(Kind::string)) return machine.wrong_argument("from", "string", from);
  const auto read = parse_date_time(from.view(), machine.zones());
  return read ? machine.memory().moment(Kind::date_time, *read) : unread(machine, from);
}

Value duration(Machine& machine, Arguments arguments) {
  if (arguments[0].is(Kind::days_duration) || arguments[0].is(Kind::months_duration)) return arguments[0];
  FEEL_WANT(from, 0, Kind::string, "from");
  const auto read = parse_duration(from.view());
  return read ? *read : unread(machine, from);
}

Value months_duration(Machine& machine, Arguments arguments) {
  std::int64_t ends[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const Value& v = arguments[i];
    if (!v.is(Kind::date) && !v.is(Kind::date_time)) return machine.wrong_argument(i == 0 ? "from" : "to", "date and time", v);
    ends[i] = v.is(Kind::date) ? v.integer : v.moment->days;
  }
  return Value::of(Kind::months_duration, months_between(ends[0], ends[1]));
}

std::optional<std::int64_t> day_in(const Value& v) {
  if (v.is(Kind::date)) return v.integer;
  return v.is(Kind::date_time) ? std::optional(v.moment->days) : std::nullopt;
}

template <int (*part)(std::int64_t)>
Value of_day(Machine& machine, Arguments arguments) {
  const auto day = day_in(arguments[0]);
  return day ? Value::number(part(*day)) : machine.wrong_argument("date", "date", arguments[0]);
}

Value day_of_week(Machine& machine, Arguments arguments) {
  static constexpr std::array<std::string_view, 7> names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  const auto day = day_in(arguments[0]);
  if (!day) return machine.wrong_argument("date", "date", arguments[0]);
  return Value::string(names[static_cast<std::size_t>(weekday_of(*day) - 1)]);
}

Value month_of_year(Machine& machine, Arguments arguments) {
  static constexpr std::array<std::string_view, 12> names{"January", "February", "March", "April", "May", "June",
                                                          "July", "August", "September", "October", "November", "December"};
  const auto day = day_in(arguments[0]);
  if (!day) return machine.wrong_argument("date", "date", arguments[0]);
  return Value::string(names[static_cast<std::size_t>(civil_from_days(*day).month - 1)]);
}

Value now(Machine& machine, Arguments) {
  const auto moved = add_nanos(Moment{0, 0, {Zone::offset, 0, nullptr}}, Int128{machine.now().us} * 1000, true);
  return moved ? machine.memory().moment(Kind::date_time, *moved) : Value{};
}

Value today(Machine& machine, Arguments) { return Value::of(Kind::date, machine.now().date().days); }

}  // namespace

std::span<const Builtin> temporal_functions() noexcept {
  static constexpr Builtin all[]{
      {"date", "from|year,month,day", date},
      {"time", "from|hour,minute,second,offset?", time},
      {"date and time", "from|date,time|year,month,day,hour,minute,second,offset?|year,month,day,hour,minute,second,timezone", date_and_time},
      {"duration", "from", duration},
      {"years and months duration", "from,to", months_duration},
      {"day of year", "date", of_day<day_of_year>},
      {"week of year", "date", of_day<week_of_year>},
      {"day of week", "date", day_of_week},
      {"month of year", "date", month_of_year},
      {"now", "", now},
      {"today", "", today},
  };
  return all;
}

}  // namespace guanxi::feel
