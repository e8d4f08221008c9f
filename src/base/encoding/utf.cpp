#include "base/encoding/utf.h"

#include <cstdint>
#include <cstring>

namespace guanxi::utf {
namespace {

// What a lead byte asks for (Unicode standard, table 3-7): the length, and the bounds of the second byte.
struct Lead {
  std::uint8_t length;
  unsigned char low;
  unsigned char high;
};

constexpr Lead lead_of(unsigned char b) noexcept {
  if (b < 0xC2 || b > 0xF4) return {0, 0, 0};
  if (b < 0xE0) return {2, 0x80, 0xBF};
  if (b == 0xE0) return {3, 0xA0, 0xBF};
  if (b == 0xED) return {3, 0x80, 0x9F};
  if (b < 0xF0) return {3, 0x80, 0xBF};
  if (b == 0xF0) return {4, 0x90, 0xBF};
  if (b == 0xF4) return {4, 0x80, 0x8F};
  return {4, 0x80, 0xBF};
}

constexpr bool is_continuation(unsigned char b) noexcept { return (b & 0xC0) == 0x80; }

// Han characters come in runs: three bytes each with nothing special about the lead.
std::size_t han_prefix(const unsigned char* b, std::size_t size) noexcept {
  std::size_t at = 0;
  while (at + 3 <= size && b[at] > 0xE0 && b[at] < 0xED && is_continuation(b[at + 1]) && is_continuation(b[at + 2])) at += 3;
  return at;
}

char32_t unit16(const unsigned char* b, bool big_endian) noexcept {
  return static_cast<char32_t>(big_endian ? b[0] << 8 | b[1] : b[1] << 8 | b[0]);
}

}  // namespace

Step step8(const unsigned char* b, std::size_t size) noexcept {
  if (b[0] < 0x80) return {b[0], 1, Step::good};
  const Lead lead = lead_of(b[0]);
  if (lead.length == 0) return {replacement, 1, Step::bad};
  if (size < 2) return {replacement, 0, Step::cut};
  if (b[1] < lead.low || b[1] > lead.high) return {replacement, 1, Step::bad};
  char32_t c = b[0] & (0x7FU >> lead.length);
  c = c << 6 | (b[1] & 0x3FU);
  for (std::uint8_t i = 2; i < lead.length; ++i) {
    if (i >= size) return {replacement, 0, Step::cut};
    if (!is_continuation(b[i])) return {replacement, i, Step::bad};
    c = c << 6 | (b[i] & 0x3FU);
  }
  return {c, lead.length, Step::good};
}

Step step16(const unsigned char* b, std::size_t size, bool big_endian) noexcept {
  if (size < 2) return {replacement, 0, Step::cut};
  const char32_t first = unit16(b, big_endian);
  if (first < 0xD800 || first > 0xDFFF) return {first, 2, Step::good};
  if (first > 0xDBFF) return {replacement, 2, Step::bad};
  if (size < 4) return {replacement, 0, Step::cut};
  const char32_t second = unit16(b + 2, big_endian);
  if (second < 0xDC00 || second > 0xDFFF) return {replacement, 2, Step::bad};
  return {0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4, Step::good};
}

std::size_t ascii_prefix(std::string_view s) noexcept {
  const unsigned char* b = unsigned_data(s);
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= s.size(); at += sizeof word) {
    std::memcpy(&word, b + at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (at < s.size() && b[at] < 0x80) ++at;
  return at;
}

std::size_t valid_prefix(std::string_view s) noexcept {
  const unsigned char* b = unsigned_data(s);
  std::size_t at = 0;
  while (at < s.size()) {
    at += ascii_prefix(s.substr(at));
    at += han_prefix(b + at, s.size() - at);
    if (at == s.size()) break;
    const Step step = step8(b + at, s.size() - at);
    if (step.kind != Step::good) break;
    at += step.bytes;
  }
  return at;
}

char* write8(char* to, char32_t c) noexcept {
  const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return to;
}

void append16(std::string& out, char32_t c, bool big_endian) {
  const auto put = [&](char32_t unit) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  if (c < 0x10000) return put(c);
  put(0xD800 + ((c - 0x10000) >> 10));
  put(0xDC00 + ((c - 0x10000) & 0x3FF));
}

}  // namespace guanxi::utf
