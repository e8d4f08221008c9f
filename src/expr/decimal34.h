// Decimal numbers of 34 significant digits: the finite numbers of IEEE 754 decimal128, which FEEL prescribes.
//
// A result that needs more digits is rounded half to even; one that is too large for the format is no number. All
// functions are pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guanxi {

__extension__ typedef unsigned __int128 UInt128;

enum class Rounding : std::uint8_t { half_even, half_up, half_down, up, down, floor, ceiling };

// ±coefficient × 10^exponent. The coefficient is below 10^34.
struct Decimal34 {
  UInt128 coefficient = 0;
  std::int32_t exponent = 0;
  bool negative = false;

  static constexpr int digits = 34;
  static constexpr std::int32_t least_exponent = -6176;
  static constexpr std::int32_t greatest_exponent = 6111;

  static Decimal34 of(std::int64_t n, std::int32_t exponent = 0) noexcept;
  // "12", "-1.50", ".5", "1.2e-3"; more than 34 digits are rounded.
  static std::optional<Decimal34> parse(std::string_view text);

  bool zero() const noexcept { return coefficient == 0; }
  bool integral() const;
  // Without an exponent, zeros at the end kept: "1.50".
  std::string text() const;
  double approximate() const;
  // The whole part where 64 bits hold it.
  std::optional<std::int64_t> truncated() const;
};

std::optional<Decimal34> add(const Decimal34& a, const Decimal34& b);
std::optional<Decimal34> subtract(const Decimal34& a, Decimal34 b);
std::optional<Decimal34> multiply(const Decimal34& a, const Decimal34& b);
// No number when b is zero; the same for the next two.
std::optional<Decimal34> divide(const Decimal34& a, const Decimal34& b);
// What is left of a after taking b away a whole number of times towards zero: the sign of a. No number when that whole
// number has more than 34 digits.
std::optional<Decimal34> remainder(const Decimal34& a, const Decimal34& b);
// a - b × floor(a / b): the sign of b.
std::optional<Decimal34> modulo(const Decimal34& a, const Decimal34& b);
int compare(const Decimal34& a, const Decimal34& b);

// The number in steps of 10^exponent. No number when that takes more than 34 digits.
std::optional<Decimal34> quantize(const Decimal34& a, std::int32_t exponent, Rounding rounding);
// The number with at most `scale` digits behind the point; one that has fewer stays as it is.
std::optional<Decimal34> rounded(const Decimal34& a, std::int32_t scale, Rounding rounding);

std::optional<Decimal34> power(const Decimal34& base, const Decimal34& exponent);
std::optional<Decimal34> square_root(const Decimal34& a);
std::optional<Decimal34> exponential(const Decimal34& a);
std::optional<Decimal34> logarithm(const Decimal34& a);

}  // namespace guanxi
