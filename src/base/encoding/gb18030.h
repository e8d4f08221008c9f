// Single characters of GB18030-2005.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/encoding/step.h"

namespace guanxi::gb18030 {

// The same as step() for a first byte from 80 on.
Step step_beyond_ascii(const unsigned char* bytes, std::size_t size) noexcept;

// The character at the start of `bytes` (`size` > 0). A lone 80 is the euro sign, as Windows writes it in code page 936.
inline Step step(const unsigned char* bytes, std::size_t size) noexcept {
  return bytes[0] < 0x80 ? Step{bytes[0], 1, Step::good} : step_beyond_ascii(bytes, size);
}

// The two-byte code of a character, or 0 when it has none (ASCII and what takes four bytes).
std::uint16_t two_byte_code(char32_t c) noexcept;

// Appends a scalar value's code.
void append(std::string& out, char32_t c);

}  // namespace guanxi::gb18030
