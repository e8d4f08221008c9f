// How often a test does the same again with other numbers. Instrumented programs run several times slower and need each path but once: what is repeated
// is repeated `sparing` times less there. The plain build repeats it in full, and GUANXI_… as often as one likes.
#pragma once

#include <cstdlib>

namespace guanxi::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int sparing = 3;
#else
inline constexpr int sparing = 1;
#endif

// How often the crash tests kill: GUANXI_CRASH_ROUNDS, or ten times.
inline int crash_rounds() {
  const char* given = std::getenv("GUANXI_CRASH_ROUNDS");
  return given == nullptr ? 1 + 9 / sparing : std::atoi(given);
}

}  // namespace guanxi::test
