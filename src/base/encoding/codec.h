// What the library itself needs of encodings beyond the public header.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/encoding/big5.h"
#include "base/encoding/gb18030.h"
#include "base/encoding/step.h"
#include "base/encoding/utf.h"
#include "base/encoding/windows1252.h"
#include "guanxi/encoding.h"

namespace guanxi {

// Calls f(stepper) with the function that reads one character of `encoding`.
template <class F>
auto with_stepper(Encoding encoding, F&& f) {
  switch (encoding) {
    case Encoding::gb18030: return f([](const unsigned char* b, std::size_t n) { return gb18030::step(b, n); });
    case Encoding::big5: return f([](const unsigned char* b, std::size_t n) { return big5::step(b, n); });
    case Encoding::utf16le: return f([](const unsigned char* b, std::size_t n) { return utf::step16(b, n, false); });
    case Encoding::utf16be: return f([](const unsigned char* b, std::size_t n) { return utf::step16(b, n, true); });
    case Encoding::windows1252: return f([](const unsigned char* b, std::size_t) { return windows1252::step(b); });
    case Encoding::utf8: break;
  }
  return f([](const unsigned char* b, std::size_t n) { return utf::step8(b, n); });
}

// guess_encoding for a sample from the middle of a text, where ASCII went before.
Encoding guess_beyond_ascii(std::string_view sample) noexcept;

// How many bytes at the start of `bytes` a Decoder turned into the first `utf8_length` bytes of its text.
std::size_t source_length(Encoding encoding, std::string_view bytes, std::size_t utf8_length) noexcept;

}  // namespace guanxi
