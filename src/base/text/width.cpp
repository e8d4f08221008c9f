// Columns on a terminal, by Unicode's East Asian Width (UAX #11) and its emoji sequences (UTS #51).
#include "base/text/tables.h"
#include "base/text/utf8.h"
#include "guanxi/text.h"

namespace guanxi::text {
namespace {

constexpr char32_t joiner = 0x200D, emoji_selector = 0xFE0F;

constexpr bool is_skin_tone(char32_t c) noexcept { return c >= 0x1F3FB && c <= 0x1F3FF; }

std::size_t columns(char32_t c) noexcept {
  if (c < 0x300) return c < 0x20 || (c >= 0x7F && c < 0xA0) ? 0 : 1;
  if (contains(zero_width, zero_width_size, c)) return 0;
  return contains(wide, wide_size, c) ? 2 : 1;
}

// True for a character that, at two columns, is an emoji and not a letter of some script.
constexpr bool is_pictograph(char32_t c) noexcept {
  return (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xA9 || c == 0xAE;
}

}  // namespace

std::size_t width(std::string_view s) noexcept {
  std::size_t total = 0;
  char32_t base = 0;    // the last character that takes columns
  char32_t before = 0;  // the last character
  for (std::size_t at = 0; at < s.size();) {
    const char32_t c = read(s, at);
    const bool joined = before == joiner && is_pictograph(base) && is_pictograph(c);
    const bool toned = is_skin_tone(c) && is_pictograph(before);
    if (c == emoji_selector && is_pictograph(before) && columns(before) == 1) {
      ++total;
    } else if (!joined && !toned) {
      total += columns(c);
    }
    if (columns(c) > 0) base = c;
    before = c;
  }
  return total;
}

}  // namespace guanxi::text
