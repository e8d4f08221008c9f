// Single characters of Big5, as Windows has them in code page 950.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/encoding/step.h"

namespace guanxi::big5 {

// The same as step() for a first byte from 80 on.
Step step_beyond_ascii(const unsigned char* bytes, std::size_t size) noexcept;

// The character at the start of `bytes` (`size` > 0).
inline Step step(const unsigned char* bytes, std::size_t size) noexcept {
  return bytes[0] < 0x80 ? Step{bytes[0], 1, Step::good} : step_beyond_ascii(bytes, size);
}

// Appends a scalar value's code; '?' for what Big5 lacks.
void append(std::string& out, char32_t c);

// Whether text whose bytes beyond ASCII come in pairs is Big5 rather than GB18030. Of the everyday characters of Big5 four in ten end in a byte
// below 80, of those of GB18030 none.
bool is_likely(std::string_view sample) noexcept;

}  // namespace guanxi::big5
