#include "guanxi/id.h"

#include <algorithm>
#include <cstring>

#include "base/excerpt.h"
#include "base/id_text.h"

namespace guanxi {
namespace {

constexpr Message not_an_id{
    "id.form", "“{0}” is not an id: an id has 32 hexadecimal digits, as in 018f3c5e-7b1a-7c3d-9e2f-0123456789ab.",
    "“{0}”不是有效的标识：标识由32位十六进制数字组成，例如 018f3c5e-7b1a-7c3d-9e2f-0123456789ab。"};

constexpr bool dash_follows(std::size_t byte) noexcept { return byte == 3 || byte == 5 || byte == 7 || byte == 9; }

constexpr std::uint8_t no_digit = 0xFF;

constexpr auto hex_values = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(no_digit);
  for (std::uint8_t i = 0; i < 10; ++i) values[static_cast<std::size_t>('0') + i] = i;
  for (std::uint8_t i = 0; i < 6; ++i) {
    values[static_cast<std::size_t>('a') + i] = static_cast<std::uint8_t>(10 + i);
    values[static_cast<std::size_t>('A') + i] = static_cast<std::uint8_t>(10 + i);
  }
  return values;
}();

std::uint8_t hex_value(char c) noexcept { return hex_values[static_cast<unsigned char>(c)]; }

Error bad_id(std::string_view text) { return Error(Code::invalid, not_an_id, {excerpt(text)}); }

constexpr void put(Id& id, std::size_t from, std::size_t to, std::uint64_t bits) noexcept {
  for (std::size_t i = to; i-- > from; bits >>= 8) id.bytes[i] = static_cast<std::uint8_t>(bits);
}

}  // namespace

void write_id(const Id& id, char* out) noexcept {
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    *out++ = digits[id.bytes[i] >> 4];
    *out++ = digits[id.bytes[i] & 0xF];
    if (dash_follows(i)) *out++ = '-';
  }
}

std::string Id::text() const {
  std::string out(id_text_size, '-');
  write_id(*this, out.data());
  return out;
}

Result<Id> Id::parse(std::string_view text) {
  const bool dashed = text.size() == id_text_size;
  if (!dashed && text.size() != 32) return bad_id(text);
  Id id;
  std::size_t at = 0;
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    const std::uint8_t high = hex_value(text[at++]);
    const std::uint8_t low = hex_value(text[at++]);
    if (high == no_digit || low == no_digit) return bad_id(text);
    id.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    if (dashed && dash_follows(i) && text[at++] != '-') return bad_id(text);
  }
  return id;
}

Id Id::from_bytes(const void* sixteen) noexcept {
  Id id;
  std::memcpy(id.bytes.data(), sixteen, id.bytes.size());
  return id;
}

std::size_t IdHash::operator()(const Id& id) const noexcept {
  const auto byte = [&](std::size_t i) { return std::uint64_t{id.bytes[i]} << (8 * (15 - i)); };
  return static_cast<std::size_t>(byte(8) | byte(9) | byte(10) | byte(11) | byte(12) | byte(13) | byte(14) | byte(15));
}

// RFC 9562, section 6.2: the counter starts as the fraction of the millisecond (method 3) and counts on from there
// (method 1). When it overflows, ids run ahead of the clock.
Id IdSource::next(std::int64_t now_us) noexcept {
  constexpr std::uint64_t last_millisecond = (std::uint64_t{1} << 48) - 1;
  const auto us = static_cast<std::uint64_t>(std::max<std::int64_t>(now_us, 0));
  const std::uint64_t milliseconds = std::min(us / 1000, last_millisecond);
  const std::uint64_t fraction = (us % 1000) * 4096 / 1000;
  last_ = std::max(last_ + 1, milliseconds << 12 | fraction);

  constexpr std::uint64_t version_7 = 0x7000;
  constexpr std::uint64_t variant = std::uint64_t{0b10} << 62;
  Id id;
  put(id, 0, 6, last_ >> 12);
  put(id, 6, 8, version_7 | (last_ & 0xFFF));
  put(id, 8, 16, variant | random() >> 2);
  return id;
}

// SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t IdSource::random() noexcept {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

}  // namespace guanxi
