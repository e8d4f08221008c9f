// What the library itself needs of encodings beyond the public header.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/encoding/gb18030.h"
#include "base/encoding/step.h"
#include "base/encoding/utf.h"
#include "guanxi/encoding.h"

namespace guanxi {

// Calls f(stepper) with the function that reads one character of `encoding`.
template <class F>
auto with_stepper(Encoding encoding, F&& f) {
  switch (encoding) {
    case Encoding::gb18030: return f([](const unsigned char* b, std::size_t n) { return gb18030::step(b, n); });
    case Encoding::utf16le: return f([](const unsigned char* b, std::size_t n) { return utf::step16(b, n, false); });
    case Encoding::utf16be: return f([](const unsigned char* b, std::size_t n) { return utf::step16(b, n, true); });
    case Encoding::utf8: break;
  }
  return f([](const unsigned char* b, std::size_t n) { return utf::step8(b, n); });
}

// Whether `sample` is UTF-8; its last character may be cut off.
bool is_utf8_sample(std::string_view sample) noexcept;

// How many bytes at the start of `bytes` a Decoder turned into the first `utf8_length` bytes of its text.
std::size_t source_length(Encoding encoding, std::string_view bytes, std::size_t utf8_length) noexcept;

}  // namespace guanxi
