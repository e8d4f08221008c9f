// Encodings of files as people really have them.
//
// Threads: functions are pure; a Decoder is used by one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi {

enum class Encoding : std::uint8_t { utf8, gb18030, utf16le, utf16be, windows1252, big5 };

std::string_view name_of(Encoding encoding) noexcept;
Result<Encoding> encoding_named(std::string_view name);  // "utf-8", "gbk", "gb2312", "gb18030", "big5", "utf-16", "latin1" …

// What a file's first bytes say. `bom` is how many bytes a byte order mark takes.
struct EncodingGuess {
  Encoding encoding;
  std::size_t bom;
};

// Guesses from a sample (64 KiB is plenty). A byte order mark decides; then the pattern of zero bytes of UTF-16, then
// valid UTF-8; else it is Windows-1252 if most bytes beyond ASCII stand alone, as accents in western words do, and
// Big5 or GB18030 if they come in pairs. A character cut at the sample's end does not count against an encoding.
EncodingGuess guess_encoding(std::string_view sample) noexcept;

// Turns bytes into UTF-8, piece by piece; a character cut between two pieces is carried over.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) noexcept : encoding_(encoding) {}

  // Appends the text of `bytes` to `out`. Bytes that are no character become U+FFFD and are counted.
  void decode(std::string_view bytes, std::string& out);

  // What is left over at the end of the input: a cut character becomes one U+FFFD.
  void finish(std::string& out);

  // How many bytes wait for the rest of their character.
  std::size_t pending() const noexcept { return carry_.size(); }

  // How many U+FFFD were written for bytes that are no character.
  std::uint64_t replaced() const noexcept { return replaced_; }

 private:
  Encoding encoding_;
  std::string carry_;
  std::uint64_t replaced_ = 0;
};

// Encodes UTF-8 for a file, without a byte order mark. Characters that Windows-1252 or Big5 lacks become '?'; the other
// encodings have all of them. Bytes that are no character become U+FFFD.
std::string encode(std::string_view utf8, Encoding encoding);

// Whether `text` looks like UTF-8 that was read as GBK or Latin-1 and stored again ("æ³›å¾®", "娉涘井").
bool looks_like_mojibake(std::string_view text) noexcept;

}  // namespace guanxi
