// The clocks of the system. The library takes its time from the host; these serve the host that has none of its own.
#pragma once

#include <cstdint>

namespace guanxi::os {

// µs since 1970-01-01T00:00Z. May step back when the clock is set.
std::int64_t now_us() noexcept;

// ns since some moment in the past. Never steps back: for measuring how long something takes.
std::int64_t monotonic_ns() noexcept;

}  // namespace guanxi::os
