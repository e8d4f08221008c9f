#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace guanxi::match {

inline std::uint64_t mixed(std::uint64_t x) noexcept {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ULL;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ULL;
  return x ^ x >> 32;
}

inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed) noexcept {
  std::uint64_t h = mixed(seed + 0x9e3779b97f4a7c15ULL * (text.size() + 1));
  while (text.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data(), 8);
    h = mixed(h ^ word);
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (const char c : text) rest = rest << 8 | static_cast<unsigned char>(c);
  return mixed(h ^ rest);
}

}  // namespace guanxi::match
