// Random numbers that are the same on every machine: splitmix64 (Steele, Lea and Flood, 2014), no std distributions.
#pragma once

#include <cstddef>
#include <cstdint>

namespace guanxi::sample {

// Each aspect of a record draws from its own stream, so that a new aspect changes none of the others.
enum class Stream : std::uint64_t { kind, name, duplicate, dirt, place, reach, business, people, contacts, opportunities };

constexpr std::uint64_t mix(std::uint64_t z) noexcept {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

class Random {
 public:
  constexpr Random(std::uint64_t seed, std::uint64_t index, Stream stream) noexcept
      : state_(mix(mix(seed + step) ^ index) ^ mix(static_cast<std::uint64_t>(stream) + step)) {}

  constexpr std::uint64_t next() noexcept { return mix(state_ += step); }

  // 0 to limit - 1, for a limit below 2^32.
  constexpr std::size_t below(std::size_t limit) noexcept { return static_cast<std::size_t>((next() >> 32) * limit >> 32); }

  // low to high, both included.
  constexpr int between(int low, int high) noexcept { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }

  constexpr bool chance(unsigned per_mille) noexcept { return below(1000) < per_mille; }

  template <class Table>
  constexpr const auto& pick(const Table& table) noexcept {
    return table[below(sizeof(table) / sizeof(table[0]))];
  }

 private:
  static constexpr std::uint64_t step = 0x9E3779B97F4A7C15U;
  std::uint64_t state_;
};

// Shuffles 0 … a * b - 1 without a table: different indices below a * b give different numbers. Each round adds to one
// digit what the other one hashes to, which can be undone.
constexpr std::uint64_t shuffled(std::uint64_t index, std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t x = index % (a * b) / b;
  std::uint64_t y = index % b;
  for (std::uint64_t round = 1; round <= 3; ++round) {
    x = (x + mix(y + (round << 32))) % a;
    y = (y + mix(x + (round << 40))) % b;
  }
  return x * b + y;
}

}  // namespace guanxi::sample
