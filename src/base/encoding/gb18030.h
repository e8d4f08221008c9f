// Single characters of GB18030-2005.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/encoding/step.h"

namespace guanxi::gb18030 {

// The character at the start of `bytes` (`size` > 0). A lone 80 is the euro sign, as Windows writes it in code page 936.
Step step(const unsigned char* bytes, std::size_t size) noexcept;

// The two-byte code of a character, or 0 when it has none (ASCII and what takes four bytes).
std::uint16_t two_byte_code(char32_t c) noexcept;

// Appends a scalar value's code.
void append(std::string& out, char32_t c);

}  // namespace guanxi::gb18030
