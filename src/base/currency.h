// The signs and words that mean a currency, or one of several.
#pragma once

#include <string_view>

#include "guanxi/money.h"

namespace guanxi {

// What a code, sign or word means: `usual`, or one of `others` where the context says so ("$" in a file of TWD).
struct CurrencyName {
  Currency usual;
  std::string_view others = {};  // codes

  // 元 and the like: behind an amount they count units of whatever currency is named before it ("美金5元").
  bool is_unit_word() const noexcept;
  bool may_mean(Currency currency) const noexcept;
};

// `plain_name` comes from plain().
Result<CurrencyName> read_currency(std::string_view plain_name);

}  // namespace guanxi
