// Telephone numbers of all countries, where the build has libphonenumber (GUANXI_PHONE).
#pragma once

#include <string>
#include <string_view>

#include "base/function_ref.h"

namespace guanxi {

bool has_world_phone() noexcept;

// E.164 of a number as it is dialled in the country (ISO 3166, "DE"), or from abroad with + before it. Empty where it is no number there, and
// where the build knows none. Any thread.
std::string world_phone(const std::string& digits, std::string_view country);

// As each_phone() of model/normalize.h, where numbers without a country code are of this country; empty: China.
void each_phone(std::string_view text, std::string_view country, FunctionRef<void(std::string&&)> sink);

}  // namespace guanxi
