// Single characters of UTF-8 and UTF-16.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/encoding/step.h"

namespace guanxi::utf {

// The character at the start of `bytes` (`size` > 0). A bad step takes the longest start of a well-formed sequence, at
// least one byte, as the Unicode standard recommends (section 3.9, "maximal subparts").
Step step8(const unsigned char* bytes, std::size_t size) noexcept;

// The same for UTF-16; a lone surrogate is bad.
Step step16(const unsigned char* bytes, std::size_t size, bool big_endian) noexcept;

// How many bytes at the start of `s` are ASCII.
std::size_t ascii_prefix(std::string_view s) noexcept;

// How many bytes at the start of `s` are well-formed UTF-8.
std::size_t valid_prefix(std::string_view s) noexcept;

// How many bytes of UTF-8 a scalar value takes.
constexpr std::size_t length8(char32_t c) noexcept { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// Writes a scalar value as UTF-8 and returns the end. `to` has room for four bytes.
char* write8(char* to, char32_t c) noexcept;

// Appends a scalar value as UTF-16.
void append16(std::string& out, char32_t c, bool big_endian);

}  // namespace guanxi::utf
