// Single characters of Windows-1252, the code page of western Windows: Latin-1 with punctuation from 80 to 9F.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "base/encoding/step.h"

namespace guanxi::windows1252 {

// Bytes 80 to 9F; 0 where there is no character.
inline constexpr std::array<char16_t, 32> punctuation{
    u'€', 0,   u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹', u'Œ', 0,   u'Ž', 0,
    0,   u'‘', u'’', u'“', u'”', u'•', u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0,   u'ž', u'Ÿ'};

inline Step step(const unsigned char* bytes) noexcept {
  const unsigned char b = bytes[0];
  if (b < 0x80 || b > 0x9F) return {b, 1, Step::good};
  const char32_t c = punctuation[b - 0x80U];
  return c != 0 ? Step{c, 1, Step::good} : Step{replacement, 1, Step::bad};
}

// The byte of a character beyond ASCII; 0 where there is none.
inline unsigned char byte_of(char32_t c) noexcept {
  if (c >= 0xA0 && c <= 0xFF) return static_cast<unsigned char>(c);
  for (std::size_t i = 0; i < punctuation.size(); ++i) {
    if (c != 0 && punctuation[i] == c) return static_cast<unsigned char>(0x80 + i);
  }
  return 0;
}

inline void append(std::string& out, char32_t c) {
  const unsigned char byte = byte_of(c);
  out += c < 0x80 ? static_cast<char>(c) : byte != 0 ? static_cast<char>(byte) : '?';
}

}  // namespace guanxi::windows1252
