// UTF-8 by the code point, inline: every fold and tokenizer runs through it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guanxi::text {

inline constexpr char32_t replacement = 0xFFFD;

namespace detail {

// The bytes that the lead byte announces (0: no lead byte), and the smallest code point for so many.
struct Form {
  std::size_t bytes;
  char32_t bits, least;
};

constexpr Form form_of(unsigned char lead) noexcept {
  if (lead < 0x80) return {1, lead, 0};
  if (lead >= 0xC2 && lead < 0xE0) return {2, lead & 0x1FU, 0x80};
  if (lead >= 0xE0 && lead < 0xF0) return {3, lead & 0x0FU, 0x800};
  if (lead >= 0xF0 && lead < 0xF5) return {4, lead & 0x07U, 0x10000};
  return {0, 0, 0};
}

// A character and its length in bytes; a length of 0 says that there is none.
struct Decoded {
  char32_t c;
  std::size_t bytes;
};

constexpr Decoded decode(std::string_view s, std::size_t at) noexcept {
  const Form form = form_of(static_cast<unsigned char>(s[at]));
  if (form.bytes == 0 || s.size() - at < form.bytes) return {replacement, 0};
  char32_t c = form.bits;
  for (std::size_t i = 1; i < form.bytes; ++i) {
    const auto byte = static_cast<unsigned char>(s[at + i]);
    if ((byte & 0xC0U) != 0x80) return {replacement, 0};
    c = c << 6 | (byte & 0x3FU);
  }
  const bool surrogate = c >= 0xD800 && c < 0xE000;
  return c < form.least || c > 0x10FFFF || surrogate ? Decoded{replacement, 0} : Decoded{c, form.bytes};
}

}  // namespace detail

// As next() of guanxi/text.h.
inline char32_t read(std::string_view s, std::size_t& at) noexcept {
  const auto lead = static_cast<unsigned char>(s[at]);
  if (lead < 0x80) return static_cast<void>(++at), lead;
  const detail::Decoded found = detail::decode(s, at);
  at += found.bytes == 0 ? 1 : found.bytes;
  return found.c;
}

// As append() of guanxi/text.h, for a `c` that is a character.
inline void write(std::string& out, char32_t c) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0U | c >> 6), tail(0)};
    out.append(bytes, 2);
  } else if (c < 0x10000) {
    const char bytes[] = {static_cast<char>(0xE0U | c >> 12), tail(6), tail(0)};
    out.append(bytes, 3);
  } else {
    const char bytes[] = {static_cast<char>(0xF0U | c >> 18), tail(12), tail(6), tail(0)};
    out.append(bytes, 4);
  }
}

}  // namespace guanxi::text
