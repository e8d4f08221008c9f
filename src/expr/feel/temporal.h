// Dates, times and durations of FEEL: reading and writing the forms of XML Schema, comparing, adding. Years reach from
// -999,999,999 to 999,999,999; a fraction of a second has nine digits. Comparing cuts fractions to milliseconds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "expr/feel/memory.h"
#include "expr/feel/value.h"
#include "expr/feel/zones.h"

namespace guanxi::feel {

inline constexpr std::int64_t nanos_per_second = 1'000'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;
inline constexpr std::int64_t nanos_per_day = seconds_per_day * nanos_per_second;
inline constexpr std::int64_t greatest_year = 999'999'999;
inline constexpr std::int32_t greatest_offset = 14 * 3600;  // of a zone, in seconds

// A duration of days as one number.
__extension__ typedef __int128 Int128;
Int128 nanos_of(const Value& days_duration) noexcept;
// Null when the seconds do not fit 64 bits.
Value days_duration(Int128 nanos) noexcept;

std::optional<std::int64_t> parse_date(std::string_view text);           // days
std::optional<Moment> parse_time(std::string_view text, Zones& zones);
std::optional<Moment> parse_date_time(std::string_view text, Zones& zones);
// A days duration or a months duration.
std::optional<Value> parse_duration(std::string_view text);
// Whichever of the four it is, as behind an @.
std::optional<Value> parse_temporal(std::string_view text, Zones& zones, Memory& memory);

std::optional<std::int64_t> day_of(std::int64_t year, std::int64_t month, std::int64_t day);
std::string date_text(std::int64_t days);
std::string text_of_moment(Kind kind, const Moment& moment);
std::string duration_text(const Value& duration);

// Seconds ahead of UTC, where the zone says so.
std::optional<std::int32_t> offset_of(const Moment& moment);
// Nanoseconds since 1970-01-01T00:00 of UTC, or of the place when there is no zone.
Int128 instant_of(const Moment& moment);

bool compare_moments(const Value& a, const Value& b, int& order);
bool same_moment(const Moment& a, const Moment& b);

// The day so many months later; the last day of the month where the day does not exist. None beyond the years.
std::optional<std::int64_t> add_months(std::int64_t days, std::int64_t months);
// The instant so much later, on the clock of the same zone.
std::optional<Moment> add_nanos(const Moment& moment, Int128 nanos, bool with_day);

// Whole months from one day to another, towards zero.
std::int64_t months_between(std::int64_t from, std::int64_t to);

// Monday is 1.
int weekday_of(std::int64_t days);
int day_of_year(std::int64_t days);
// As ISO 8601 counts.
int week_of_year(std::int64_t days);

}  // namespace guanxi::feel
