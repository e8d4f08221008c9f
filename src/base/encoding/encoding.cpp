#include "guanxi/encoding.h"

#include <array>
#include <optional>

#include "base/encoding/codec.h"

namespace guanxi {
namespace {

constexpr Message unknown_encoding{
    "encoding.unknown", "“{0}” is no encoding known here: use utf-8, gb18030 (also for GBK and GB2312), big5, utf-16le, utf-16be or windows-1252 (also for Latin-1).",
    "不认识编码“{0}”，请使用 utf-8、gb18030（GBK、GB2312 也用它）、big5、utf-16le、utf-16be 或 windows-1252（Latin-1 也用它）。"};

struct Name {
  std::string_view name;
  Encoding encoding;
};

// Lower case, without '-', '_' and blanks. A bare "UTF-16" is little-endian, as Windows means it.
constexpr std::array names{
    Name{"utf8", Encoding::utf8},       Name{"utf8sig", Encoding::utf8},      Name{"utf8bom", Encoding::utf8},
    Name{"cp65001", Encoding::utf8},    Name{"ascii", Encoding::utf8},        Name{"usascii", Encoding::utf8},
    Name{"gb18030", Encoding::gb18030}, Name{"gbk", Encoding::gb18030},       Name{"gb2312", Encoding::gb18030},
    Name{"cp936", Encoding::gb18030},   Name{"windows936", Encoding::gb18030}, Name{"ansi936", Encoding::gb18030},
    Name{"euccn", Encoding::gb18030},   Name{"utf16le", Encoding::utf16le},   Name{"utf16", Encoding::utf16le},
    Name{"ucs2", Encoding::utf16le},    Name{"ucs2le", Encoding::utf16le},    Name{"unicode", Encoding::utf16le},
    Name{"utf16be", Encoding::utf16be}, Name{"ucs2be", Encoding::utf16be},    Name{"windows1252", Encoding::windows1252},
    Name{"big5", Encoding::big5},       Name{"cp950", Encoding::big5},         Name{"windows950", Encoding::big5},
    Name{"ansi950", Encoding::big5},    Name{"cp1252", Encoding::windows1252}, Name{"latin1", Encoding::windows1252}, Name{"iso88591", Encoding::windows1252},
};

std::string letters_and_digits(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

constexpr std::array marks{
    Mark{"\xEF\xBB\xBF", Encoding::utf8},
    Mark{"\xFF\xFE", Encoding::utf16le},
    Mark{"\xFE\xFF", Encoding::utf16be},
    Mark{"\x84\x31\x95\x33", Encoding::gb18030},
};

bool is_utf8(std::string_view sample) noexcept {
  const std::size_t good = utf::valid_prefix(sample);
  return good == sample.size() || utf::step8(unsigned_data(sample) + good, sample.size() - good).kind == Step::cut;
}

// Whether most bytes beyond ASCII stand alone between ASCII: Chinese in GB18030 has two together, nearly always.
bool mostly_single(std::string_view sample) noexcept {
  std::size_t single = 0;
  std::size_t together = 0;
  for (std::size_t at = utf::ascii_prefix(sample); at < sample.size(); at += utf::ascii_prefix(sample.substr(at))) {
    const std::size_t begin = at;
    while (at < sample.size() && static_cast<unsigned char>(sample[at]) >= 0x80) ++at;
    (at - begin == 1 ? single : together) += at - begin;
  }
  return single > together;
}

struct ZeroBytes {
  std::size_t even = 0;
  std::size_t odd = 0;
};

ZeroBytes count_zero_bytes(std::string_view sample) noexcept {
  ZeroBytes zeros;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == 0 ? zeros.even : zeros.odd);
  }
  return zeros;
}

// ASCII in UTF-16 has a zero in every second byte, always the same one. `least` is how many there must be.
std::optional<Encoding> utf16_by_zero_bytes(ZeroBytes zeros, std::size_t least) noexcept {
  const auto rules = [least](std::size_t many, std::size_t few) { return many >= 2 && many >= least && few * 16 <= many; };
  if (rules(zeros.odd, zeros.even)) return Encoding::utf16le;
  if (rules(zeros.even, zeros.odd)) return Encoding::utf16be;
  return std::nullopt;
}

void append_encoded(std::string& out, char32_t c, Encoding encoding) {
  char buffer[4];
  switch (encoding) {
    case Encoding::utf8: out.append(buffer, utf::write8(buffer, c)); break;
    case Encoding::gb18030: gb18030::append(out, c); break;
    case Encoding::utf16le: utf::append16(out, c, false); break;
    case Encoding::utf16be: utf::append16(out, c, true); break;
    case Encoding::windows1252: windows1252::append(out, c); break;
    case Encoding::big5: big5::append(out, c); break;
  }
}

}  // namespace

std::string_view name_of(Encoding encoding) noexcept {
  constexpr std::array<std::string_view, 6> stable{"utf-8", "gb18030", "utf-16le", "utf-16be", "windows-1252", "big5"};
  return stable[static_cast<std::size_t>(encoding)];
}

Result<Encoding> encoding_named(std::string_view name) {
  const std::string wanted = letters_and_digits(name);
  for (const Name& known : names) {
    if (known.name == wanted) return known.encoding;
  }
  return Error(Code::invalid, unknown_encoding, {std::string(name)});
}

Encoding guess_beyond_ascii(std::string_view sample) noexcept {
  if (is_utf8(sample)) return Encoding::utf8;
  if (mostly_single(sample)) return Encoding::windows1252;
  return big5::is_likely(sample) ? Encoding::big5 : Encoding::gb18030;
}

EncodingGuess guess_encoding(std::string_view sample) noexcept {
  for (const Mark& mark : marks) {
    if (sample.starts_with(mark.bytes)) return {mark.encoding, mark.bytes.size()};
  }
  // ASCII as UTF-16 is valid UTF-8 full of zero bytes; of a text that is not, a few zero bytes tell enough.
  const bool utf8 = is_utf8(sample);
  const std::size_t least = utf8 ? sample.size() / 4 : sample.size() / 64;
  if (const auto utf16 = utf16_by_zero_bytes(count_zero_bytes(sample), least)) return {*utf16, 0};
  return {guess_beyond_ascii(sample), 0};
}

std::string encode(std::string_view utf8, Encoding encoding) {
  std::string out;
  const unsigned char* b = unsigned_data(utf8);
  for (std::size_t at = 0; at < utf8.size();) {
    Step step = utf::step8(b + at, utf8.size() - at);
    if (step.kind == Step::cut) step.bytes = static_cast<std::uint8_t>(utf8.size() - at);
    at += step.bytes;
    append_encoded(out, step.character, encoding);
  }
  return out;
}

}  // namespace guanxi
