// Integers of a fixed scale as text, and numerals as decimals.
#pragma once

#include <cstdint>
#include <string>

#include "base/numeral.h"
#include "guanxi/money.h"

namespace guanxi {

// coefficient × 10^-scale in all its digits: fixed_text(-5, 2) is "-0.05".
std::string fixed_text(std::int64_t coefficient, int scale);

// Keeps the trailing zeros that were written, as far as they fit. `text` is shown in errors.
Result<Decimal> decimal_of(const Numeral& number, std::string_view text);

}  // namespace guanxi
