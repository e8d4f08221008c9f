#include "expr/feel/functions.h"

namespace guanxi::feel {
namespace {

constexpr Message bad_scale{"feel.scale", "{0}: the scale must lie between {1} and {2}.", "{0}：小数位数必须在 {1} 和 {2} 之间。"};

Value round_by(Machine& machine, Arguments arguments, Rounding rounding) {
  FEEL_WANT(n, 0, Kind::number, "n");
  std::int64_t scale = 0;
  if (arguments.size() > 1) {
    FEEL_WANT(wanted, 1, Kind::number, "scale");
    scale = wanted.number().truncated().value_or(Decimal34::greatest_exponent * 2);
  }
  constexpr std::int64_t least = -Decimal34::greatest_exponent, most = -Decimal34::least_exponent;
  if (scale < least || scale > most) return machine.null(bad_scale, {machine.running(), std::to_string(least), std::to_string(most)});
  return machine.number(rounded(n.number(), static_cast<std::int32_t>(scale), rounding));
}

template <Rounding rounding>
Value round_to(Machine& machine, Arguments arguments) {
  return round_by(machine, arguments, rounding);
}

template <std::optional<Decimal34> (*function)(const Decimal34&)>
Value of_number(Machine& machine, Arguments arguments) {
  FEEL_WANT(n, 0, Kind::number, "number");
  return machine.number(function(n.number()));
}

Value absolute(Machine& machine, Arguments arguments) {
  for (const Kind kind : {Kind::days_duration, Kind::months_duration}) {
    if (const Value& v = single(arguments[0], kind); v.is(kind)) return v.integer < 0 ? negate(machine, v) : v;
  }
  FEEL_WANT(n, 0, Kind::number, "n");
  Decimal34 size = n.number();
  size.negative = false;
  return machine.memory().number(size);
}

Value modulo_of(Machine& machine, Arguments arguments) {
  FEEL_WANT(dividend, 0, Kind::number, "dividend");
  FEEL_WANT(divisor, 1, Kind::number, "divisor");
  if (divisor.number().zero()) return divide(machine, dividend, divisor);  // which says why there is none
  return machine.number(modulo(dividend.number(), divisor.number()));
}

// Whether half the number is whole.
std::optional<bool> is_even(const Value& n) {
  const auto rest = remainder(n.number(), Decimal34::of(2));
  if (!rest) return n.number().exponent > 0;
  return rest->zero();
}

Value even(Machine& machine, Arguments arguments) {
  FEEL_WANT(n, 0, Kind::number, "number");
  return Value::of(*is_even(n));
}

Value odd(Machine& machine, Arguments arguments) {
  FEEL_WANT(n, 0, Kind::number, "number");
  return Value::of(n.number().integral() && !*is_even(n));
}

}  // namespace

std::span<const Builtin> number_functions() noexcept {
  static constexpr Builtin all[]{
      {"decimal", "n,scale", round_to<Rounding::half_even>},
      {"floor", "n,scale?", round_to<Rounding::floor>},
      {"ceiling", "n,scale?", round_to<Rounding::ceiling>},
      {"round up", "n,scale", round_to<Rounding::up>},
      {"round down", "n,scale", round_to<Rounding::down>},
      {"round half up", "n,scale", round_to<Rounding::half_up>},
      {"round half down", "n,scale", round_to<Rounding::half_down>},
      {"abs", "n", absolute},
      {"modulo", "dividend,divisor", modulo_of},
      {"sqrt", "number", of_number<square_root>},
      {"log", "number", of_number<logarithm>},
      {"exp", "number", of_number<exponential>},
      {"even", "number", even},
      {"odd", "number", odd},
  };
  return all;
}

}  // namespace guanxi::feel
