// How often the crash tests kill: GUANXI_CRASH_ROUNDS, or ten times.
#pragma once

#include <cstdlib>

namespace guanxi::test {

inline int crash_rounds() {
  const char* given = std::getenv("GUANXI_CRASH_ROUNDS");
  return given == nullptr ? 10 : std::atoi(given);
}

}  // namespace guanxi::test
