// The pieces of dates and times that the strict and the lenient readers share.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/cursor.h"
#include "guanxi/time.h"

namespace guanxi {

inline constexpr std::int64_t us_per_second = 1'000'000;
inline constexpr std::int64_t us_per_minute = 60 * us_per_second;
inline constexpr std::int64_t us_per_day = 86'400 * us_per_second;

Error not_a_date(std::string_view text);

// Like Date::of; errors show `text`.
Result<Date> day_of(int year, int month, int day, std::string_view text);

// "19:24", "19:24:30" or "19:24:30.5" as µs of the day. Empty when it is something else, or not between 00:00 and
// 23:59:59.
std::optional<std::int64_t> read_clock(Cursor& cursor) noexcept;

// "30" or "30.5" as µs; what is finer than a µs is cut off. Empty when it is something else, or 60 and more.
std::optional<std::int64_t> read_seconds(Cursor& cursor) noexcept;

// "Z", "+08:00", "+0800" or "+08" as minutes.
std::optional<int> read_offset(Cursor& cursor) noexcept;

// The instant at which clocks that are `offset_minutes` ahead of UTC show this time; an error when its UTC year is not
// within 1 to 9999.
Result<Instant> instant_of(Date day, std::int64_t us_of_day, int offset_minutes, std::string_view text);

}  // namespace guanxi
