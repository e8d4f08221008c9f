#include "base/os/clock.h"

#include <time.h>

namespace guanxi::os {
namespace {

timespec read(clockid_t clock) noexcept {
  timespec t{};
  clock_gettime(clock, &t);
  return t;
}

}  // namespace

std::int64_t now_us() noexcept {
  const timespec t = read(CLOCK_REALTIME);
  return std::int64_t{t.tv_sec} * 1'000'000 + t.tv_nsec / 1000;
}

std::int64_t monotonic_ns() noexcept {
  const timespec t = read(CLOCK_MONOTONIC);
  return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

}  // namespace guanxi::os
