// Civil dates and instants. Instants are µs UTC; a zone matters only where people meet.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi {

// A day of the proleptic Gregorian calendar, as days since 1970-01-01; years 1 to 9999.
struct Date {
  std::int32_t days = 0;

  constexpr auto operator<=>(const Date&) const = default;

  std::string text() const;  // "2026-11-21"
  // ISO 8601 only ("2026-11-21"); a day that does not exist is an error that says so.
  static Result<Date> parse(std::string_view iso);
  static Result<Date> of(int year, int month, int day);

  struct Parts {
    int year, month, day;
  };
  Parts parts() const noexcept;
};

// µs since 1970-01-01T00:00Z, years 1 to 9999.
struct Instant {
  std::int64_t us = 0;

  constexpr auto operator<=>(const Instant&) const = default;

  std::string text() const;  // "2026-11-21T19:24:00Z", with three or six digits of a second when there is a fraction
  // ISO 8601 with "Z" or an offset; seconds may be left out, and what is finer than a µs is cut off.
  static Result<Instant> parse(std::string_view iso);
  // The UTC day.
  Date date() const noexcept;
  static constexpr Instant start_of(Date day) noexcept { return {std::int64_t{day.days} * 86'400'000'000}; }
};

}  // namespace guanxi
