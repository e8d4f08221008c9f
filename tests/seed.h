// The seed of randomised tests: GUANXI_SEED, or a new one that is printed.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <random>

inline std::mt19937_64 seeded_random() {
  const char* given = std::getenv("GUANXI_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  MESSAGE("GUANXI_SEED=" << seed);
  return std::mt19937_64(seed);
}
