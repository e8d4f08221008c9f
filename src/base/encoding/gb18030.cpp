#include "base/encoding/gb18030.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/encoding/gb18030_table.h"

namespace guanxi::gb18030 {
namespace {

constexpr std::size_t trails = 190;
constexpr std::size_t codes = std::size(two_byte) - 1;
static_assert(codes == 126 * trails);

// The linear position of U+10000 among the four-byte codes: 90308130.
constexpr std::uint32_t planes = 189000;
constexpr std::uint32_t four_byte_bmp = 39420;

// What the edition of 2005 put where U+1E3F had been.
constexpr std::uint32_t changed_index = 7457;
constexpr char32_t changed_point = 0xE7C7;

// Positions in two_byte, ordered by their characters.
constexpr std::array<std::uint16_t, codes> order_by_character() {
  std::array<std::uint16_t, 0x10000> position{};
  for (std::size_t i = 0; i < codes; ++i) position[two_byte[i]] = static_cast<std::uint16_t>(i + 1);
  std::array<std::uint16_t, codes> order{};
  std::size_t filled = 0;
  for (const std::uint16_t p : position) {
    if (p != 0) order[filled++] = static_cast<std::uint16_t>(p - 1);
  }
  return order;
}
constexpr auto by_character = order_by_character();

constexpr bool is_lead(unsigned char b) noexcept { return b >= 0x81 && b <= 0xFE; }
constexpr bool is_digit(unsigned char b) noexcept { return b >= 0x30 && b <= 0x39; }
constexpr bool is_trail(unsigned char b) noexcept { return b >= 0x40 && b <= 0xFE && b != 0x7F; }

constexpr Step bad_byte{replacement, 1, Step::bad};
constexpr Step cut_off{replacement, 0, Step::cut};

Step four_byte_character(std::uint32_t index) noexcept {
  if (index >= planes) {
    const char32_t c = 0x10000 + (index - planes);
    return c <= 0x10FFFF ? Step{c, 4, Step::good} : bad_byte;
  }
  if (index >= four_byte_bmp) return bad_byte;
  if (index == changed_index) return {changed_point, 4, Step::good};
  const auto* run = std::upper_bound(std::begin(four_byte), std::end(four_byte), index,
                                     [](std::uint32_t i, const Run& r) { return i < r.index; }) - 1;
  return {static_cast<char32_t>(run->point + (index - run->index)), 4, Step::good};
}

Step four_byte_step(const unsigned char* b, std::size_t size) noexcept {
  if (size > 2 && !is_lead(b[2])) return bad_byte;
  if (size > 3 && !is_digit(b[3])) return bad_byte;
  if (size < 4) return cut_off;
  const auto digit = [b](int i, unsigned base) { return static_cast<std::uint32_t>(b[i] - base); };
  return four_byte_character(((digit(0, 0x81) * 10 + digit(1, 0x30)) * 126 + digit(2, 0x81)) * 10 + digit(3, 0x30));
}

std::uint32_t four_byte_index(char32_t c) noexcept {
  if (c >= 0x10000) return planes + (c - 0x10000);
  if (c == changed_point) return changed_index;
  const auto* run = std::upper_bound(std::begin(four_byte), std::end(four_byte), c,
                                     [](char32_t point, const Run& r) { return point < r.point; }) - 1;
  return run->index + (c - run->point);
}

}  // namespace

Step step_beyond_ascii(const unsigned char* b, std::size_t size) noexcept {
  if (b[0] == 0x80) return {U'€', 1, Step::good};
  if (!is_lead(b[0])) return bad_byte;
  if (size < 2) return cut_off;
  if (is_digit(b[1])) return four_byte_step(b, size);
  if (!is_trail(b[1])) return bad_byte;
  const auto trail = static_cast<std::size_t>(b[1] - (b[1] > 0x7F ? 0x41 : 0x40));
  return {two_byte[static_cast<std::size_t>(b[0] - 0x81) * trails + trail], 2, Step::good};
}

std::uint16_t two_byte_code(char32_t c) noexcept {
  if (c < 0x80 || c > 0xFFFF) return 0;
  const auto* at = std::lower_bound(by_character.begin(), by_character.end(), c,
                                    [](std::uint16_t p, char32_t wanted) { return two_byte[p] < wanted; });
  if (at == by_character.end() || two_byte[*at] != c) return 0;
  const unsigned trail = *at % trails;
  return static_cast<std::uint16_t>(((0x81 + *at / trails) << 8) | (trail + (trail < 0x3F ? 0x40 : 0x41)));
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (const std::uint16_t code = two_byte_code(c); code != 0) {
    out += {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    return;
  }
  const std::uint32_t index = four_byte_index(c);
  out += {static_cast<char>(0x81 + index / 12600), static_cast<char>(0x30 + index / 1260 % 10),
          static_cast<char>(0x81 + index / 10 % 126), static_cast<char>(0x30 + index % 10)};
}

}  // namespace guanxi::gb18030
