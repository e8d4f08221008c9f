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

// Beyond e to this, either way, there are no numbers of 34 digits.
constexpr double greatest_exponent = 14'200;

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
  const Long size = abs(long_of(base));
  const double growth = static_cast<double>(Long(log(size) * long_of(exponent)));
  if (growth > greatest_exponent) return std::nullopt;
  if (growth < -greatest_exponent) return Decimal34{};
  const auto n = exponent.truncated();
  const bool odd = n && *n % 2 != 0;  // what has more than 64 bits is even or near enough to one
  const Long raised = n ? whole_power(size, static_cast<std::uint64_t>(*n < 0 ? -*n : *n)) : exp(log(size) * long_of(exponent));
  const Long out = n && *n < 0 ? Long(1 / raised) : raised;
  return decimal_of(base.negative && odd ? Long(-out) : out);
}

std::optional<Decimal34> square_root(const Decimal34& a) {
  if (a.negative && !a.zero()) return std::nullopt;
  return decimal_of(sqrt(long_of(a)));
}

std::optional<Decimal34> exponential(const Decimal34& a) {
  const double size = a.approximate();
  if (size > greatest_exponent) return std::nullopt;
  if (size < -greatest_exponent) return Decimal34{};
  return decimal_of(exp(long_of(a)));
}

std::optional<Decimal34> logarithm(const Decimal34& a) {
  if (a.negative || a.zero()) return std::nullopt;
  return decimal_of(log(long_of(a)));
}

}  // namespace guanxi
