#include <limits>

#include "base/checked.h"
#include "expr/feel/machine.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

constexpr Message no_operation{"feel.no_operation", "{0} {1} {2} has no meaning.", "{0} {1} {2} 没有意义。"};
constexpr Message by_zero{"feel.by_zero", "Nothing can be divided by zero.", "不能除以零。"};
constexpr Message beyond{"feel.beyond", "{0} {1} {2} is beyond what can be told.", "{0} {1} {2} 超出可表示的范围。"};
constexpr Message one_zone{"feel.one_zone", "Only one of the two has a time zone: how far they are apart is unknown.", "两者中只有一个带时区，无法得知相差多少。"};

Value meaningless(Machine& machine, const Value& a, std::string_view sign, const Value& b) {
  return machine.null(no_operation, {name_of(a.kind), sign, name_of(b.kind)}, a.null() ? a : b);
}

// a + b or a - b of two numbers of 64 bits, where the result has 64 bits too.
std::optional<Value> quick_sum(const Value& a, const Value& b, bool minus) {
  if (a.big || b.big) return std::nullopt;
  const int apart = a.exponent - b.exponent;
  constexpr int most = 18;
  if (apart > most || apart < -most) return std::nullopt;
  std::int64_t x = a.integer, y = b.integer, sum = 0;
  const auto unit = static_cast<std::int64_t>(powers_of_ten[static_cast<std::size_t>(apart < 0 ? -apart : apart)]);
  if (apart > 0 && __builtin_mul_overflow(x, unit, &x)) return std::nullopt;
  if (apart < 0 && __builtin_mul_overflow(y, unit, &y)) return std::nullopt;
  if (minus ? __builtin_sub_overflow(x, y, &sum) : __builtin_add_overflow(x, y, &sum)) return std::nullopt;
  return Value::number(sum, std::min(a.exponent, b.exponent));
}

Value or_beyond(Machine& machine, const Value& result, const Value& a, std::string_view sign, const Value& b) {
  return result.null() ? machine.null(beyond, {name_of(a.kind), sign, name_of(b.kind)}) : result;
}

bool is_duration(const Value& v) { return v.is(Kind::days_duration) || v.is(Kind::months_duration); }

Value date_of(const std::optional<std::int64_t>& days) { return days ? Value::of(Kind::date, *days) : Value{}; }

Value moment_of(Machine& machine, Kind kind, const std::optional<Moment>& moment) {
  return moment ? machine.memory().moment(kind, *moment) : Value{};
}

// A date, time, or date and time so much later; null when it is none of them or beyond the years.
Value later(Machine& machine, const Value& start, const Value& duration) {
  if (duration.is(Kind::months_duration)) {
    if (start.is(Kind::date)) return date_of(add_months(start.integer, duration.integer));
    if (!start.is(Kind::date_time)) return {};
    Moment out = *start.moment;
    const auto day = add_months(out.days, duration.integer);
    if (!day) return {};
    out.days = *day;
    return machine.memory().moment(Kind::date_time, out);
  }
  const Int128 nanos = nanos_of(duration);
  if (start.is(Kind::time)) return moment_of(machine, Kind::time, add_nanos(*start.moment, nanos, false));
  if (start.is(Kind::date_time)) return moment_of(machine, Kind::date_time, add_nanos(*start.moment, nanos, true));
  if (!start.is(Kind::date)) return {};
  const auto moved = add_nanos(Moment{start.integer, 0, {}}, nanos, true);
  return moved ? Value::of(Kind::date, moved->days) : Value{};
}

bool has_day(const Value& v) { return v.is(Kind::date) || v.is(Kind::date_time); }
bool is_point(const Value& v) { return has_day(v) || v.is(Kind::time); }

// A date counts as midnight of UTC where the other is a date and time.
Moment moment_in(const Value& v, bool alone) {
  if (!v.is(Kind::date)) return *v.moment;
  return Moment{v.integer, 0, {alone ? Zone::none : Zone::offset, 0, nullptr}};
}

Value apart(Machine& machine, const Value& a, const Value& b) {
  const bool dates = a.is(Kind::date) && b.is(Kind::date);
  const Moment x = moment_in(a, dates), y = moment_in(b, dates);
  if ((x.zone.form == Zone::none) != (y.zone.form == Zone::none)) return machine.null(one_zone);
  return or_beyond(machine, days_duration(instant_of(x) - instant_of(y)), a, "-", b);
}

Value minus(const Value& duration) {
  if (duration.is(Kind::days_duration)) return days_duration(-nanos_of(duration));
  return Value::of(Kind::months_duration, -duration.integer);
}

// Seconds and fractions of a days duration as a number.
Decimal34 seconds_of(const Value& duration) {
  const Int128 nanos = nanos_of(duration);
  return {static_cast<UInt128>(nanos < 0 ? -nanos : nanos), -9, nanos < 0};
}

// A duration of so many months or seconds, cut towards zero to what it can show.
Value duration_from(const Value& like, const std::optional<Decimal34>& amount) {
  if (!amount) return {};
  if (like.is(Kind::months_duration)) {
    const auto months = amount->truncated();
    return months && *months != std::numeric_limits<std::int64_t>::min() ? Value::of(Kind::months_duration, *months) : Value{};  // it can be negated
  }
  const auto nanos = quantize(*amount, -9, Rounding::down);
  constexpr UInt128 most = static_cast<UInt128>(1) << 100;
  if (!nanos || nanos->coefficient > most) return {};
  const auto size = static_cast<Int128>(nanos->coefficient);
  return days_duration(nanos->negative ? -size : size);
}

Decimal34 amount_of(const Value& duration) {
  return duration.is(Kind::months_duration) ? Decimal34::of(duration.integer) : seconds_of(duration);
}

Value add_durations(Machine& machine, const Value& a, const Value& b) {
  if (a.is(Kind::days_duration)) return days_duration(nanos_of(a) + nanos_of(b));
  return duration_from(a, guanxi::add(amount_of(a), amount_of(b))).null() ? meaningless(machine, a, "+", b)
                                                                        : Value::of(Kind::months_duration, a.integer + b.integer);
}

}  // namespace

Value add(Machine& machine, const Value& a, const Value& b) {
  if (a.is(Kind::number) && b.is(Kind::number)) {
    if (const auto sum = quick_sum(a, b, false)) return *sum;
    return machine.number(guanxi::add(a.number(), b.number()));
  }
  if (a.is(Kind::string) && b.is(Kind::string)) {
    if (!machine.charge((std::int64_t{a.size} + b.size) / 64)) return {};
    char* const out = machine.memory().array<char>(std::size_t{a.size} + b.size);
    if (a.size != 0) std::memcpy(out, a.bytes, a.size);
    if (b.size != 0) std::memcpy(out + a.size, b.bytes, b.size);
    return Value::string({out, std::size_t{a.size} + b.size});
  }
  if (is_duration(a) && a.kind == b.kind) return or_beyond(machine, add_durations(machine, a, b), a, "+", b);
  if (is_point(a) && is_duration(b) && !(a.is(Kind::time) && b.is(Kind::months_duration))) return or_beyond(machine, later(machine, a, b), a, "+", b);
  if (is_duration(a) && is_point(b)) return add(machine, b, a);
  return meaningless(machine, a, "+", b);
}

Value subtract(Machine& machine, const Value& a, const Value& b) {
  if (a.is(Kind::number) && b.is(Kind::number)) {
    if (const auto rest = quick_sum(a, b, true)) return *rest;
    return machine.number(guanxi::subtract(a.number(), b.number()));
  }
  if ((has_day(a) && has_day(b)) || (a.is(Kind::time) && b.is(Kind::time))) return apart(machine, a, b);
  if (is_duration(b) && (a.kind == b.kind || is_point(a))) return add(machine, a, minus(b));
  return meaningless(machine, a, "-", b);
}

Value multiply(Machine& machine, const Value& a, const Value& b) {
  if (a.is(Kind::number) && b.is(Kind::number)) {
    std::int64_t product = 0;
    if (!a.big && !b.big && a.exponent + b.exponent >= Decimal34::least_exponent && !__builtin_mul_overflow(a.integer, b.integer, &product)) {
      return Value::number(product, static_cast<std::int16_t>(a.exponent + b.exponent));
    }
    return machine.number(guanxi::multiply(a.number(), b.number()));
  }
  if (a.is(Kind::number) && is_duration(b)) return multiply(machine, b, a);
  if (is_duration(a) && b.is(Kind::number)) {
    return or_beyond(machine, duration_from(a, guanxi::multiply(amount_of(a), b.number())), a, "*", b);
  }
  return meaningless(machine, a, "*", b);
}

Value divide(Machine& machine, const Value& a, const Value& b) {
  const bool numbers = a.is(Kind::number) && b.is(Kind::number);
  const bool shares = is_duration(a) && (b.is(Kind::number) || b.kind == a.kind);
  if (!numbers && !shares) return meaningless(machine, a, "/", b);
  const Decimal34 divisor = b.is(Kind::number) ? b.number() : amount_of(b);
  if (divisor.zero()) return machine.null(by_zero);
  if (numbers) return machine.number(guanxi::divide(a.number(), divisor));
  const auto quotient = guanxi::divide(amount_of(a), divisor);
  if (!b.is(Kind::number)) return machine.number(quotient);
  return or_beyond(machine, duration_from(a, quotient), a, "/", b);
}

Value power(Machine& machine, const Value& a, const Value& b) {
  if (!a.is(Kind::number) || !b.is(Kind::number)) return meaningless(machine, a, "**", b);
  return machine.number(guanxi::power(a.number(), b.number()));
}

Value negate(Machine& machine, const Value& a) {
  if (is_duration(a)) return minus(a);
  if (!a.is(Kind::number)) return meaningless(machine, Value{}, "-", a);
  if (!a.big && a.integer != std::numeric_limits<std::int64_t>::min()) return Value::number(-a.integer, a.exponent);
  Decimal34 n = a.number();
  n.negative = !n.negative;
  return machine.memory().number(n);
}

}  // namespace guanxi::feel
