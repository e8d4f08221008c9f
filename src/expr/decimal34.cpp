#include "expr/decimal34.h"

#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>

namespace guanxi {
namespace {

// Room for a product, or for a dividend with 35 more digits than its divisor.
using Wide = boost::multiprecision::uint256_t;

const Wide& ten_to(int n) {
  static const auto powers = [] {
    std::array<Wide, 78> out;
    out[0] = 1;
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] * 10;
    return out;
  }();
  return powers[static_cast<std::size_t>(n)];
}

int digits_of(const Wide& n) {
  if (n == 0) return 0;
  const auto guess = static_cast<int>((msb(n) + 1) * 1233 >> 12);  // 1233 / 4096 is the logarithm of 2
  return n >= ten_to(guess) ? guess + 1 : guess;
}

bool rounds_up(const Wide& kept, int against_half, bool inexact, bool negative, Rounding rounding) {
  switch (rounding) {
    case Rounding::half_even: return against_half > 0 || (against_half == 0 && (kept & 1) != 0);
    case Rounding::half_up: return against_half >= 0;
    case Rounding::half_down: return against_half > 0;
    case Rounding::up: return inexact;
    case Rounding::down: return false;
    case Rounding::floor: return inexact && negative;
    case Rounding::ceiling: return inexact && !negative;
  }
  return false;
}

// The coefficient without its last `drop` digits. `sticky`: something below them was cut off already.
Wide without_digits(const Wide& coefficient, int drop, bool sticky, bool negative, Rounding rounding) {
  if (drop <= 0) return coefficient;
  if (drop > digits_of(coefficient)) {
    const bool inexact = sticky || coefficient != 0;
    return rounds_up(Wide(0), -1, inexact, negative, rounding) ? Wide(1) : Wide(0);
  }
  const Wide& unit = ten_to(drop);
  Wide kept = coefficient / unit;
  const Wide rest = coefficient - kept * unit;
  const Wide twice = rest * 2;
  const int against_half = twice < unit ? -1 : twice > unit ? 1 : sticky ? 1 : 0;
  if (rounds_up(kept, against_half, rest != 0 || sticky, negative, rounding)) ++kept;
  return kept;
}

std::optional<Decimal34> finish(Wide coefficient, std::int64_t exponent, bool negative, bool sticky = false,
                                Rounding rounding = Rounding::half_even) {
  std::int64_t drop = std::max(digits_of(coefficient) - Decimal34::digits, 0);
  drop = std::max<std::int64_t>(drop, Decimal34::least_exponent - exponent);
  if (drop > 0) {
    coefficient = without_digits(coefficient, static_cast<int>(std::min<std::int64_t>(drop, 78)), sticky, negative, rounding);
    exponent += drop;
    if (coefficient == ten_to(Decimal34::digits)) {
      coefficient = ten_to(Decimal34::digits - 1);
      ++exponent;
    }
  }
  if (coefficient == 0) exponent = std::min<std::int64_t>(exponent, Decimal34::greatest_exponent);
  if (exponent > Decimal34::greatest_exponent) {
    const std::int64_t pad = exponent - Decimal34::greatest_exponent;
    if (pad > Decimal34::digits - digits_of(coefficient)) return std::nullopt;
    coefficient *= ten_to(static_cast<int>(pad));
    exponent = Decimal34::greatest_exponent;
  }
  return Decimal34{static_cast<UInt128>(coefficient), static_cast<std::int32_t>(exponent), negative && coefficient != 0};
}

// |a| + |b| or |a| - |b|; the exponent of a is not below that of b.
std::optional<Decimal34> combine(const Decimal34& a, const Decimal34& b) {
  const bool opposite = a.negative != b.negative;
  if (a.zero()) return b;
  Wide high(a.coefficient);
  const std::int64_t apart = std::int64_t{a.exponent} - b.exponent;
  const auto pad = static_cast<int>(std::min<std::int64_t>(Decimal34::digits - digits_of(high), apart));
  high *= ten_to(pad);
  const std::int64_t left = apart - pad;
  if (left > Decimal34::digits + 2) {
    if (b.zero()) return finish(high, a.exponent - pad, a.negative);
    return finish(high * 100 - (opposite ? 1 : 0), a.exponent - pad - 2, a.negative, true);
  }
  high *= ten_to(static_cast<int>(left));
  const Wide low(b.coefficient);
  if (!opposite) return finish(high + low, b.exponent, a.negative);
  if (high >= low) return finish(high - low, b.exponent, a.negative);
  return finish(low - high, b.exponent, b.negative);
}

int compare_magnitude(const Decimal34& a, const Decimal34& b) {
  if (a.zero() || b.zero()) return a.zero() ? (b.zero() ? 0 : -1) : 1;
  Wide x(a.coefficient), y(b.coefficient);
  const std::int64_t top_a = digits_of(x) + std::int64_t{a.exponent}, top_b = digits_of(y) + std::int64_t{b.exponent};
  if (top_a != top_b) return top_a < top_b ? -1 : 1;
  if (a.exponent > b.exponent) x *= ten_to(a.exponent - b.exponent);
  if (b.exponent > a.exponent) y *= ten_to(b.exponent - a.exponent);
  return x < y ? -1 : x > y ? 1 : 0;
}

std::string digits_text(UInt128 n) {
  std::string out;
  do {
    out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(n % 10)));
    n /= 10;
  } while (n != 0);
  return out;
}

}  // namespace

Decimal34 Decimal34::of(std::int64_t n, std::int32_t exponent) noexcept {
  const std::uint64_t magnitude = n < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
  return {magnitude, exponent, n < 0};
}

std::optional<Decimal34> Decimal34::parse(std::string_view text) {
  const bool minus = !text.empty() && text.front() == '-';
  if (minus || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  Wide coefficient = 0;
  std::int64_t exponent = 0;
  bool point = false, any = false, sticky = false;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    any = true;
    const bool room = coefficient < ten_to(70);
    if (room) coefficient = coefficient * 10 + static_cast<unsigned>(c - '0');
    sticky = sticky || (!room && c != '0');
    exponent += (room ? 0 : 1) - (point ? 1 : 0);
  }
  if (!any) return std::nullopt;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    if (++at < text.size() && text[at] == '+') ++at;
    std::int32_t written = 0;
    const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), written);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    exponent += written;
  }
  return finish(coefficient, exponent, minus, sticky);
}

bool Decimal34::integral() const {
  if (exponent >= 0 || coefficient == 0) return true;
  if (-exponent > digits) return false;
  return Wide(coefficient) % ten_to(-exponent) == 0;
}

std::string Decimal34::text() const {
  std::string out = digits_text(coefficient);
  if (exponent > 0 && coefficient != 0) out.append(static_cast<std::size_t>(exponent), '0');
  if (exponent < 0) {
    const auto behind = static_cast<std::size_t>(-exponent);
    if (out.size() <= behind) out.insert(0, behind + 1 - out.size(), '0');
    out.insert(out.size() - behind, 1, '.');
  }
  if (negative) out.insert(0, 1, '-');
  return out;
}

double Decimal34::approximate() const {
  const std::string written = (negative ? "-" : "") + digits_text(coefficient) + "e" + std::to_string(exponent);
  double out = 0;
  std::from_chars(written.data(), written.data() + written.size(), out);
  return out;
}

std::optional<std::int64_t> Decimal34::truncated() const {
  Wide whole(coefficient);
  if (exponent < 0) whole = -exponent > digits ? Wide(0) : Wide(whole / ten_to(-exponent));
  if (exponent > 0 && coefficient != 0) {
    if (exponent > 19) return std::nullopt;
    whole *= ten_to(exponent);
  }
  if (whole > Wide(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
  const auto n = static_cast<std::int64_t>(whole);
  return negative ? -n : n;
}

std::optional<Decimal34> add(const Decimal34& a, const Decimal34& b) {
  return a.exponent >= b.exponent ? combine(a, b) : combine(b, a);
}

std::optional<Decimal34> subtract(const Decimal34& a, Decimal34 b) {
  b.negative = !b.negative && !b.zero();
  return add(a, b);
}

std::optional<Decimal34> multiply(const Decimal34& a, const Decimal34& b) {
  return finish(Wide(a.coefficient) * Wide(b.coefficient), std::int64_t{a.exponent} + b.exponent, a.negative != b.negative);
}

std::optional<Decimal34> divide(const Decimal34& a, const Decimal34& b) {
  if (b.zero()) return std::nullopt;
  const std::int64_t ideal = std::int64_t{a.exponent} - b.exponent;
  if (a.zero()) return finish(Wide(0), ideal, false);
  const Wide dividend(a.coefficient), divisor(b.coefficient);
  const int pad = std::max(Decimal34::digits + 1 + digits_of(divisor) - digits_of(dividend), 0);
  const Wide scaled = dividend * ten_to(pad);
  Wide quotient = scaled / divisor;
  const bool sticky = quotient * divisor != scaled;
  std::int64_t exponent = ideal - pad;
  while (!sticky && exponent < ideal && quotient % 10 == 0) {
    quotient /= 10;
    ++exponent;
  }
  return finish(quotient, exponent, a.negative != b.negative, sticky);
}

std::optional<Decimal34> remainder(const Decimal34& a, const Decimal34& b) {
  if (b.zero()) return std::nullopt;
  const std::int32_t exponent = std::min(a.exponent, b.exponent);
  Wide rest(a.coefficient);
  if (compare_magnitude(a, b) < 0) {
    const int pad = std::min(a.exponent - exponent, Decimal34::digits - digits_of(rest));
    return finish(rest * ten_to(a.zero() ? 0 : pad), a.zero() ? exponent : a.exponent - pad, a.negative);
  }
  const std::int64_t apart = std::int64_t{a.exponent} - b.exponent;
  Wide unit(b.coefficient);
  if (digits_of(rest) + apart - digits_of(unit) > Decimal34::digits) return std::nullopt;
  if (apart < 0) unit *= ten_to(static_cast<int>(-apart));
  if (apart > 0) rest *= ten_to(static_cast<int>(apart));
  if (rest / unit >= ten_to(Decimal34::digits)) return std::nullopt;
  return finish(rest % unit, exponent, a.negative);
}

std::optional<Decimal34> modulo(const Decimal34& a, const Decimal34& b) {
  const auto rest = remainder(a, b);
  if (!rest || rest->zero() || rest->negative == b.negative) return rest;
  return add(*rest, b);
}

int compare(const Decimal34& a, const Decimal34& b) {
  const bool minus_a = a.negative && !a.zero(), minus_b = b.negative && !b.zero();
  if (minus_a != minus_b) return minus_a ? -1 : 1;
  const int magnitude = compare_magnitude(a, b);
  return minus_a ? -magnitude : magnitude;
}

std::optional<Decimal34> quantize(const Decimal34& a, std::int32_t exponent, Rounding rounding) {
  Wide coefficient(a.coefficient);
  const std::int64_t drop = std::int64_t{exponent} - a.exponent;
  if (drop < 0 && !a.zero()) {
    if (digits_of(coefficient) - drop > Decimal34::digits) return std::nullopt;
    coefficient *= ten_to(static_cast<int>(-drop));
  }
  if (drop > 0) {
    coefficient = without_digits(coefficient, static_cast<int>(std::min<std::int64_t>(drop, 77)), false, a.negative, rounding);
  }
  if (digits_of(coefficient) > Decimal34::digits) return std::nullopt;
  return Decimal34{static_cast<UInt128>(coefficient), exponent, a.negative && coefficient != 0};
}

std::optional<Decimal34> rounded(const Decimal34& a, std::int32_t scale, Rounding rounding) {
  if (a.exponent >= -scale) return a;
  return quantize(a, -scale, rounding);
}

}  // namespace guanxi
