// One character of encoded text at a time; the shared vocabulary of the decoders.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace guanxi {

inline constexpr char32_t replacement = 0xFFFD;

// What stands at the start of some bytes. `bytes` is how many it takes; 0 when it is cut off by their end.
struct Step {
  enum Kind : std::uint8_t { good, bad, cut };
  char32_t character;
  std::uint8_t bytes;
  Kind kind;
};

inline const unsigned char* unsigned_data(std::string_view s) noexcept {
  return reinterpret_cast<const unsigned char*>(s.data());
}

}  // namespace guanxi
