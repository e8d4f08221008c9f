// Money and decimals: integers with a known scale, never a float.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi {

// A currency by its ISO 4217 number (156 = CNY); 0 is none. Known are those of the standard as of January 2026 and those
// withdrawn since 2020.
struct Currency {
  std::uint16_t number = 0;

  constexpr bool operator==(const Currency&) const = default;

  // The three letters, or empty when the number is unknown. Static storage.
  std::string_view code() const noexcept;
  // Digits of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD; 2 when unknown or when the standard gives none.
  int digits() const noexcept;
  // By code ("CNY", "cny") or a common sign or word ("¥", "$", "€", "元", "人民币", "NT$"); a sign of several currencies
  // means the most usual one.
  static Result<Currency> parse(std::string_view text);
};

inline constexpr Currency CNY{156};

// An amount in minor units (分, cents). Amounts of unlike currencies do not compare.
struct Money {
  std::int64_t minor = 0;
  Currency currency{};

  constexpr bool operator==(const Money&) const = default;

  std::string text() const;  // "1234.50 CNY"; the number alone when the currency is unknown
  // "1,234.50", "¥1234.5", "CNY 12", "12万元", "(12.00)" and "12-" for -12; full-width characters too. A bare number is in
  // `assumed`, and so is a sign that may mean it ("$" in HKD). Errors: digits that the currency does not have, unless
  // they are zeros; amounts beyond 64 bits; what reads in two ways, such as "1.234,50"; two currencies.
  static Result<Money> parse(std::string_view text, Currency assumed = CNY);
};

// coefficient × 10^-scale, scale 0 to 18.
struct Decimal {
  std::int64_t coefficient = 0;
  std::uint8_t scale = 0;

  std::string text() const;
  // A sign, digits, and digits behind a point: "-1.50". Keeps the zeros at the end.
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
