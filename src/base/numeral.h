// Numbers as people write them: "1,234.50", "(12.00)", "１２", "1.2亿".
#pragma once

#include <cstdint>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi {

// ±coefficient × 10^-scale. The last digit behind the point is never a zero, so that `scale` is what the number needs.
struct Numeral {
  std::uint64_t coefficient = 0;
  int scale = 0;
  bool negative = false;
  int written_scale = 0;  // with the trailing zeros
};

// More digits behind the point than 64 bits hold.
inline constexpr int boundless_scale = 1000;

enum class Fit { exact, too_fine, too_large };

// The number in units of 10^-scale.
Fit fit(const Numeral& number, int scale, std::int64_t& units) noexcept;

// A number between other words, such as "¥ 12 万元". The words are views into the text and have no blanks at their ends.
struct WrittenNumber {
  Numeral number;
  std::string_view before, after;
};

// `plain_text` comes from plain(). Digits may be grouped by threes with commas, blanks or apostrophes; a sign before
// or behind, or brackets around, make it negative; 十 百 千 万 亿 behind it multiply.
Result<WrittenNumber> read_number(std::string_view plain_text);

// A sign, digits, and digits behind a point: nothing else.
Result<Numeral> read_plain_number(std::string_view text);

Error not_a_number(std::string_view text);
Error number_too_large(std::string_view text);

}  // namespace guanxi
