#include <algorithm>

#include "base/check.h"
#include "base/checked.h"
#include "base/excerpt.h"
#include "base/fixed.h"
#include "base/numeral.h"
#include "guanxi/money.h"

namespace guanxi {
namespace {

constexpr Message too_fine{"decimal.fine", "“{0}” has too many digits behind the point: at most {1} fit.",
                           "“{0}”的小数位数过多：最多保留 {1} 位。"};

constexpr int most_digits = 18;

// The parts before and behind the point, the latter in units of 10^-18. Both have the sign of the number.
struct Halves {
  std::int64_t whole, fraction;
  auto operator<=>(const Halves&) const = default;
};

Halves halves_of(const Decimal& d) noexcept {
  const int scale = std::min<int>(d.scale, most_digits);
  const auto unit = static_cast<std::int64_t>(powers_of_ten[static_cast<std::size_t>(scale)]);
  const auto rest = static_cast<std::int64_t>(powers_of_ten[static_cast<std::size_t>(most_digits - scale)]);
  return {d.coefficient / unit, d.coefficient % unit * rest};
}

// Without the trailing zeros.
Numeral numeral_of(const Decimal& d) noexcept {
  Numeral n{magnitude_of(d.coefficient), d.scale, d.coefficient < 0, d.scale};
  while (n.scale > 0 && n.coefficient % 10 == 0) {
    n.coefficient /= 10;
    --n.scale;
  }
  return n;
}

}  // namespace

std::string fixed_text(std::int64_t coefficient, int scale) {
  std::string digits = std::to_string(magnitude_of(coefficient));
  const auto behind = static_cast<std::size_t>(scale);
  if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
  if (behind > 0) digits.insert(digits.size() - behind, 1, '.');
  if (coefficient < 0) digits.insert(0, 1, '-');
  return digits;
}

std::string Decimal::text() const { return fixed_text(coefficient, scale); }

Result<Decimal> Decimal::parse(std::string_view text) {
  GUANXI_ASSIGN(const Numeral number, read_plain_number(text));
  return decimal_of(number, text);
}

Result<Decimal> decimal_of(const Numeral& number, std::string_view text) {
  const int least = std::max(number.scale, 0);
  std::int64_t units = 0;
  for (int scale = std::max(least, std::min(number.written_scale, most_digits)); scale >= least; --scale) {
    if (scale > most_digits) break;
    if (fit(number, scale, units) == Fit::exact) return Decimal{units, static_cast<std::uint8_t>(scale)};
  }
  if (least > 0) return Error(Code::invalid, too_fine, {excerpt(text), std::to_string(most_digits)});
  return number_too_large(text);
}

Result<Decimal> Decimal::rescaled(std::uint8_t wanted) const {
  std::int64_t units = 0;
  const Fit fits = wanted > most_digits ? Fit::too_large : fit(numeral_of(*this), wanted, units);
  if (fits == Fit::exact) return Decimal{units, wanted};
  if (fits == Fit::too_fine) return Error(Code::invalid, too_fine, {text(), std::to_string(wanted)});
  return number_too_large(text());
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept { return halves_of(a) <=> halves_of(b); }

bool operator==(const Decimal& a, const Decimal& b) noexcept { return halves_of(a) == halves_of(b); }

}  // namespace guanxi
