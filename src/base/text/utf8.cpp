#include "base/text/utf8.h"

#include "guanxi/text.h"

namespace guanxi::text {

bool is_valid(std::string_view s) noexcept {
  for (std::size_t at = 0; at < s.size();) {
    const detail::Decoded found = detail::decode(s, at);
    if (found.bytes == 0) return false;
    at += found.bytes;
  }
  return true;
}

char32_t next(std::string_view s, std::size_t& at) noexcept { return read(s, at); }

void append(std::string& out, char32_t c) {
  const bool character = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
  write(out, character ? c : replacement);
}

}  // namespace guanxi::text
