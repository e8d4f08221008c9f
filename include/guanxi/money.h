// Money and decimals: integers with a known scale, never a float.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi {

// A currency by its ISO 4217 number (156 = CNY); 0 is none.
struct Currency {
  std::uint16_t number = 0;

  constexpr bool operator==(const Currency&) const = default;

  // The three letters, or empty when the number is unknown. Static storage.
  std::string_view code() const noexcept;
  // Digits of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD; 2 when unknown.
  int digits() const noexcept;
  // By code ("CNY", "cny") or a common sign or word ("¥", "$", "€", "元", "人民币", "NT$").
  static Result<Currency> parse(std::string_view text);
};

inline constexpr Currency CNY{156};

// An amount in minor units (分, cents). Amounts of unlike currencies do not compare.
struct Money {
  std::int64_t minor = 0;
  Currency currency{};

  constexpr bool operator==(const Money&) const = default;

  std::string text() const;  // "1234.50 CNY"
  // "1,234.50", "¥1234.5", "CNY 12", "12万元"; the currency of a bare number is `assumed`. More digits than the
  // currency has, and amounts beyond 64 bits, are errors.
  static Result<Money> parse(std::string_view text, Currency assumed = CNY);
};

// coefficient × 10^-scale, scale 0 to 18.
struct Decimal {
  std::int64_t coefficient = 0;
  std::uint8_t scale = 0;

  std::string text() const;
  static Result<Decimal> parse(std::string_view text);
  // The same number with another scale, or an error when digits would be lost or it does not fit.
  Result<Decimal> rescaled(std::uint8_t scale) const;
};

// By number: 1.50 equals 1.5.
std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;
bool operator==(const Decimal& a, const Decimal& b) noexcept;

// a + b, or an error when the currencies differ or the sum does not fit.
Result<Money> add(Money a, Money b);

}  // namespace guanxi
