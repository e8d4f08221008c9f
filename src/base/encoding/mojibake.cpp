// Each reading below undoes one common accident: it turns the characters back into the bytes they were misread from and
// asks whether those bytes are what they should have been. A right name almost never survives that.
#include <array>
#include <cstddef>

#include "base/encoding/codec.h"

namespace guanxi {
namespace {

constexpr bool in(char32_t c, char32_t low, char32_t high) noexcept { return c >= low && c <= high; }

constexpr bool is_letter(char32_t c) noexcept { return in(c, 'a', 'z') || in(c, 'A', 'Z'); }

// Han, kana, Hangul, their punctuation and full-width forms.
constexpr bool is_east_asian(char32_t c) noexcept {
  return in(c, 0x3000, 0x30FF) || in(c, 0x3400, 0x9FFF) || in(c, 0xAC00, 0xD7A3) || in(c, 0xFF00, 0xFFEF);
}

// Letters and signs of western, Greek, Cyrillic and Vietnamese names, general punctuation, emoji, byte order mark.
constexpr bool is_western(char32_t c) noexcept {
  return in(c, 0xA0, 0x17F) || in(c, 0x386, 0x3CE) || in(c, 0x400, 0x45F) || in(c, 0x1EA0, 0x1EF9) || in(c, 0x2010, 0x203A) ||
         c == U'€' || c == U'™' || c == 0xFEFF || c == replacement || in(c, 0x1F300, 0x1FAFF);
}

// Reads bytes as UTF-8 and counts what they say. Unlike a decoder it forgives what a misreading loses: a character cut
// off by ASCII, and the rest of a character behind a '?'.
class Utf8Count {
 public:
  void byte(unsigned char b) noexcept {
    pending_[length_++] = b;
    while (length_ > 0) {
      const Step step = utf::step8(pending_.data(), length_);
      if (step.kind == Step::cut) return;
      if (step.kind == Step::good) count(step.character);
      if (step.kind == Step::bad && !(behind_loss_ && (pending_[0] & 0xC0) == 0x80)) ++wrong;
      drop(step.bytes);
    }
  }

  void ascii(char32_t c) noexcept {
    length_ = 0;
    behind_loss_ = c == '?';
  }

  void foreign() noexcept {
    length_ = 0;
    ++wrong;
  }

  // Bytes that the misreading dropped leave some of a Chinese text wrong. Hardly anything else is mostly right.
  bool mostly_right() const noexcept { return wrong * 2 <= east_asian; }
  // Whether that cannot come true any more, with `rest` bytes of the text to come: they hold at most so many bytes of
  // what was misread.
  bool hopeless(std::size_t rest) const noexcept { return wrong * 2 > east_asian + rest / 3 + 1; }

  std::size_t east_asian = 0;
  std::size_t western = 0;
  std::size_t wrong = 0;

 private:
  void count(char32_t c) noexcept {
    behind_loss_ = false;
    ++(is_east_asian(c) ? east_asian : is_western(c) ? western : wrong);
  }

  void drop(std::size_t bytes) noexcept {
    length_ -= bytes;
    for (std::size_t i = 0; i < length_; ++i) pending_[i] = pending_[i + bytes];
  }

  std::array<unsigned char, 4> pending_{};
  std::size_t length_ = 0;
  bool behind_loss_ = false;
};

// The byte that Windows-1252 shows as `c`, or 0. The five bytes it leaves empty count as the control characters that
// Latin-1 makes of them.
unsigned char byte_of_1252(char32_t c) noexcept {
  return in(c, 0x80, 0x9F) ? static_cast<unsigned char>(c) : windows1252::byte_of(c);
}

template <class F>
void for_each_character(std::string_view text, F&& f) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const Step step = utf::step8(unsigned_data(text) + at, text.size() - at);
    f(step.character);
    at += step.kind == Step::cut ? text.size() - at : step.bytes;
  }
}

// The same for a count of what the characters' bytes say, which ends as soon as it is hopeless: at once, in most texts.
template <class F>
Utf8Count count_utf8(std::string_view text, F&& add) noexcept {
  Utf8Count count;
  for (std::size_t at = 0; at < text.size() && !count.hopeless(text.size() - at);) {
    const Step step = utf::step8(unsigned_data(text) + at, text.size() - at);
    add(count, step.character);
    at += step.kind == Step::cut ? text.size() - at : step.bytes;
  }
  return count;
}

// Signs that no name has: a replacement character, a control character that only a misreading makes, and what two
// replacement characters become when their UTF-8 is read as GBK.
bool has_certain_sign(std::string_view text) noexcept {
  bool found = text.find("锟斤拷") != std::string_view::npos;
  for_each_character(text, [&](char32_t c) noexcept { found = found || c == replacement || in(c, 0x80, 0x9F); });
  return found;
}

bool is_utf8_read_as_gbk(std::string_view text) noexcept {
  const Utf8Count count = count_utf8(text, [](Utf8Count& count, char32_t c) noexcept {
    if (c < 0x80) return count.ascii(c);
    if (c == U'€') return count.byte(0x80);
    const std::uint16_t code = gb18030::two_byte_code(c);
    if (code == 0) return count.foreign();
    count.byte(static_cast<unsigned char>(code >> 8));
    count.byte(static_cast<unsigned char>(code & 0xFF));
  });
  return count.east_asian >= 2 && count.mostly_right();
}

// "Müller" read as GBK is "M眉ller": a lone Han character inside a word, whose bytes are one accented letter.
bool is_accent_read_as_gbk(std::string_view text) noexcept {
  char32_t before[2] = {0, 0};
  bool found = false;
  for_each_character(text, [&](char32_t c) noexcept {
    found = found || (is_letter(before[0]) && in(c, 'a', 'z') && in(gb18030::two_byte_code(before[1]), 0xC380, 0xC3BF));
    before[0] = before[1];
    before[1] = c;
  });
  return found;
}

bool is_utf8_read_as_1252(std::string_view text) noexcept {
  const Utf8Count count = count_utf8(text, [](Utf8Count& count, char32_t c) noexcept {
    if (c < 0x80) return count.ascii(c);
    const unsigned char byte = byte_of_1252(c);
    if (byte == 0) return count.foreign();
    count.byte(byte);
  });
  return count.east_asian + count.western >= 1 && count.mostly_right();
}

// Chinese in GB2312 read as Latin-1 ("ÖÐ¹ú"): pairs of accents, most of them common characters (rows B0 to D7).
bool is_gb2312_read_as_1252(std::string_view text) noexcept {
  std::size_t bytes = 0;
  std::size_t common = 0;
  bool wrong = false;
  for_each_character(text, [&](char32_t c) noexcept {
    if (c < 0x80) {
      wrong = wrong || bytes % 2 != 0;
      return;
    }
    const unsigned char byte = byte_of_1252(c);
    const bool lead = bytes++ % 2 == 0;
    wrong = wrong || byte < 0xA1 || (lead && byte < 0xB0);
    if (lead && in(byte, 0xB0, 0xD7)) ++common;
  });
  return !wrong && bytes >= 4 && bytes % 2 == 0 && common * 8 >= bytes * 3;
}

}  // namespace

bool looks_like_mojibake(std::string_view text) noexcept {
  return has_certain_sign(text) || is_utf8_read_as_gbk(text) || is_accent_read_as_gbk(text) || is_utf8_read_as_1252(text) ||
         is_gb2312_read_as_1252(text);
}

}  // namespace guanxi
