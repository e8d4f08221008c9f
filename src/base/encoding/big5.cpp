#include "base/encoding/big5.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/encoding/big5_table.h"

namespace guanxi::big5 {
namespace {

constexpr std::size_t trails = 157;
constexpr unsigned char first_lead = 0xA1, last_lead = 0xF9;
constexpr std::size_t codes = std::size(two_byte) - 1;
static_assert(codes == (last_lead - first_lead + 1) * trails);

// Positions in two_byte, ordered by their characters; of the few characters with two codes the first one.
struct Order {
  std::array<std::uint16_t, codes> position{};
  std::size_t size = 0;
};
constexpr Order order_by_character() {
  std::array<std::uint16_t, 0x10000> position{};
  for (std::size_t i = codes; i-- > 0;) position[two_byte[i]] = static_cast<std::uint16_t>(i + 1);
  position[replacement] = 0;
  Order order;
  for (const std::uint16_t p : position)
    if (p != 0) order.position[order.size++] = static_cast<std::uint16_t>(p - 1);
  return order;
}
constexpr Order by_character = order_by_character();

constexpr bool is_lead(unsigned char b) noexcept { return b >= first_lead && b <= last_lead; }
constexpr bool is_trail(unsigned char b) noexcept { return (b >= 0x40 && b <= 0x7E) || (b >= 0xA1 && b <= 0xFE); }

}  // namespace

Step step_beyond_ascii(const unsigned char* b, std::size_t size) noexcept {
  constexpr Step bad_byte{replacement, 1, Step::bad};
  if (!is_lead(b[0])) return bad_byte;
  if (size < 2) return {replacement, 0, Step::cut};
  if (!is_trail(b[1])) return bad_byte;
  const auto trail = static_cast<std::size_t>(b[1] < 0x80 ? b[1] - 0x40 : b[1] - 0xA1 + 63);
  const char32_t c = two_byte[static_cast<std::size_t>(b[0] - first_lead) * trails + trail];
  return c == replacement ? bad_byte : Step{c, 2, Step::good};
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  const auto *begin = by_character.position.data(), *end = begin + by_character.size;
  const auto* at = std::lower_bound(begin, end, c, [](std::uint16_t p, char32_t wanted) { return two_byte[p] < wanted; });
  if (at == end || two_byte[*at] != c) {
    out += '?';
    return;
  }
  const auto trail = *at % trails;
  out += {static_cast<char>(first_lead + *at / trails), static_cast<char>(trail < 63 ? trail + 0x40 : trail - 63 + 0xA1)};
}

bool is_likely(std::string_view sample) noexcept {
  constexpr unsigned char last_everyday_lead = 0xC6;
  std::size_t pairs = 0, everyday = 0, low = 0;
  for (std::size_t at = 0; at < sample.size();) {
    const auto* b = unsigned_data(sample) + at;
    const Step one = step(b, sample.size() - at);
    if (one.kind == Step::bad) return false;
    if (one.kind == Step::cut) break;
    if (one.bytes == 2) ++pairs, everyday += b[0] <= last_everyday_lead, low += b[1] < 0x80;
    at += one.bytes;
  }
  return pairs > 0 && everyday * 10 >= pairs * 9 && low * 8 >= pairs;
}

}  // namespace guanxi::big5
