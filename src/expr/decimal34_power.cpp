// Powers, roots, exponentials and logarithms: computed with 60 digits, rounded to 34.
#include <boost/multiprecision/cpp_dec_float.hpp>

#include "expr/decimal34.h"

namespace guanxi {
namespace {

using Long = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<60>, boost::multiprecision::et_off>;

Long long_of(const Decimal34& a) {
  Long out(static_cast<std::uint64_t>(a.coefficient >> 64));
  out = out * Long("18446744073709551616") + Long(static_cast<std::uint64_t>(a.coefficient));
  out *= pow(Long(10), a.exponent);
  return a.negative ? Long(-out) : out;
}

// Without zeros at the end.
std::optional<Decimal34> decimal_of(const Long& n) {
  if (!isfinite(n)) return std::nullopt;
  auto out = Decimal34::parse(n.str(50, std::ios_base::scientific));
  while (out && out->coefficient != 0 && out->coefficient % 10 == 0 && out->exponent < 0) {
    out->coefficient /= 10;
    ++out->exponent;
  }
  return out;
}

// Beyond this the result is too large or too small for any base but 1.
constexpr std::int64_t greatest_power = 1'000'000'000;

Long whole_power(Long base, std::uint64_t n) {
  Long out(1);
  for (; n != 0; n >>= 1) {
    if (n & 1) out *= base;
    base *= base;
  }
  return out;
}

}  // namespace

std::optional<Decimal34> power(const Decimal34& base, const Decimal34& exponent) {
  if (exponent.zero()) return Decimal34::of(1);
  if (base.zero()) return exponent.negative ? std::nullopt : std::optional(Decimal34{});
  if (!exponent.integral()) {
    if (base.negative) return std::nullopt;
    return decimal_of(exp(log(long_of(base)) * long_of(exponent)));
  }
  const auto n = exponent.truncated();
  if (!n || *n > greatest_power || *n < -greatest_power) return std::nullopt;
  const Long raised = whole_power(long_of(base), static_cast<std::uint64_t>(*n < 0 ? -*n : *n));
  if (raised == 0) return Decimal34{};
  return decimal_of(*n < 0 ? Long(1 / raised) : raised);
}

std::optional<Decimal34> square_root(const Decimal34& a) {
  if (a.negative && !a.zero()) return std::nullopt;
  return decimal_of(sqrt(long_of(a)));
}

std::optional<Decimal34> exponential(const Decimal34& a) {
  constexpr double greatest = 14'200;  // e^14200 has more than 6144 digits
  const double size = a.approximate();
  if (size > greatest) return std::nullopt;
  if (size < -greatest) return Decimal34{};
  return decimal_of(exp(long_of(a)));
}

std::optional<Decimal34> logarithm(const Decimal34& a) {
  if (a.negative || a.zero()) return std::nullopt;
  return decimal_of(log(long_of(a)));
}

}  // namespace guanxi
