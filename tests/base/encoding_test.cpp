#include "guanxi/encoding.h"

#include <doctest/doctest.h>

#include <array>

#include "base/encoding/codec.h"
#include "guanxi/text.h"

using namespace guanxi;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

// Those that have every character.
constexpr std::array all{Encoding::utf8, Encoding::gb18030, Encoding::utf16le, Encoding::utf16be};

struct Decoded {
  std::string text;
  std::uint64_t replaced;
  bool operator==(const Decoded&) const = default;
};

doctest::String toString(const Decoded& d) { return (d.text + " with " + std::to_string(d.replaced) + " replaced").c_str(); }

Decoded decode(std::string_view bytes, Encoding encoding, std::size_t piece = std::string_view::npos) {
  Decoder decoder(encoding);
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += std::min(piece, bytes.size())) decoder.decode(bytes.substr(at, piece), out);
  decoder.finish(out);
  return {out, decoder.replaced()};
}

std::string every_character() {
  std::string out;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c < 0xD800 || c > 0xDFFF) text::append(out, c);
  }
  return out;
}

// UTF-8 as another program reads it: each byte a character of Latin-1, stored as UTF-8.
std::string read_as_latin1(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) text::append(out, static_cast<unsigned char>(byte));
  return out;
}

std::string read_as_gbk(std::string_view bytes) { return decode(bytes, Encoding::gb18030).text; }

}  // namespace

TEST_CASE("every character survives every encoding") {
  const std::string text = every_character();
  for (const Encoding encoding : all) {
    CAPTURE(name_of(encoding));
    const Decoded back = decode(encode(text, encoding), encoding);
    CHECK(back.replaced == 0);
    CHECK((back.text == text));
  }
}

TEST_CASE("GB18030 follows the edition of 2005") {
  CHECK(encode("关系", Encoding::gb18030) == "\xB9\xD8\xCF\xB5");
  CHECK(encode("ḿ", Encoding::gb18030) == "\xA8\xBC");
  CHECK(encode("\uE7C7", Encoding::gb18030) == "\x81\x35\xF4\x37");
  CHECK(encode("𠮷", Encoding::gb18030) == "\x95\x34\xB2\x35");
  CHECK(decode("\x90\x30\x81\x30", Encoding::gb18030) == Decoded{"\U00010000", 0});
  CHECK(decode("\xE3\x32\x9A\x35", Encoding::gb18030) == Decoded{"\U0010FFFF", 0});
  CHECK(decode("\x84\x31\xA4\x37", Encoding::gb18030) == Decoded{"\uFFFD", 0});
}

TEST_CASE("bytes that are no character are replaced one by one, and what follows is kept") {
  struct Case {
    Encoding encoding;
    std::string_view bytes;
    Decoded decoded;
  };
  const std::array cases{
      Case{Encoding::gb18030, "\x80", {"€", 0}},  // code page 936
      Case{Encoding::gb18030, "\xFF,", {"\uFFFD,", 1}},
      Case{Encoding::gb18030, "\xB9,x", {"\uFFFD,x", 1}},  // a separator is never swallowed
      Case{Encoding::gb18030, "\x81\x30\x81,x", {"\uFFFD0\uFFFD,x", 2}},
      Case{Encoding::gb18030, "\x81\x30,", {"\uFFFD0,", 1}},
      Case{Encoding::gb18030, "\x84\x31\xA5\x30", {"\uFFFD1\uFFFD", 2}},  // between the planes: unassigned
      Case{Encoding::gb18030, "\xE3\x32\x9A\x36", {"\uFFFD2\uFFFD", 2}},  // beyond U+10FFFF
      Case{Encoding::utf8, "a\xC0\x80", {"a\uFFFD\uFFFD", 2}},            // overlong
      Case{Encoding::utf8, "\xED\xA0\x80", {"\uFFFD\uFFFD\uFFFD", 3}},    // surrogate
      Case{Encoding::utf8, "\xF0\x9F\x98x", {"\uFFFDx", 1}},
      Case{Encoding::utf8, "\xF4\x90\x80\x80", {"\uFFFD\uFFFD\uFFFD\uFFFD", 4}},
      Case{Encoding::utf16le, "\x3D\xD8x\0"sv, {"\uFFFDx", 1}},
      Case{Encoding::utf16be, "\xDC\x3D\0x"sv, {"\uFFFDx", 1}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.decoded.text);
    CHECK(decode(c.bytes, c.encoding) == c.decoded);
  }
}

TEST_CASE("a character cut off by the end is replaced once") {
  CHECK(decode("a\xE5\x85", Encoding::utf8) == Decoded{"a\uFFFD", 1});
  CHECK(decode("a\x95\x34\xD6", Encoding::gb18030) == Decoded{"a\uFFFD", 1});
  CHECK(decode("a\0b"sv, Encoding::utf16le) == Decoded{"a\uFFFD", 1});
  CHECK(decode("\xD8\x3D\xDE"sv, Encoding::utf16be) == Decoded{"\uFFFD", 1});
}

TEST_CASE("it does not matter how the bytes are cut into pieces") {
  const std::string text = "a关系é€𠮷😀z\u0800\uFFFD";
  for (const Encoding encoding : all) {
    const std::string bytes = encode(text, encoding) + "\xFF\x81\x30\xE5\x85,x";
    const Decoded whole = decode(bytes, encoding);
    CHECK(whole.text.starts_with(text));
    for (const std::size_t piece : {1U, 2U, 3U, 5U, 7U}) CHECK(decode(bytes, encoding, piece) == whole);
  }
}

TEST_CASE("text that is not UTF-8 is encoded with replacement characters") {
  CHECK(encode("a\xFFz\xE5\x85", Encoding::utf8) == "a\uFFFDz\uFFFD");
  CHECK(encode("\xFF", Encoding::gb18030) == "\x84\x31\xA4\x37");
}

TEST_CASE("a place in the text leads back to its place in the bytes") {
  const std::string text = "a关é𠮷\uFFFD,z";
  for (const Encoding encoding : all) {
    for (std::size_t at = 0; at < text.size();) {
      text::next(text, at);
      CHECK(source_length(encoding, encode(text, encoding), at) == encode(text.substr(0, at), encoding).size());
    }
  }
  CHECK(source_length(Encoding::utf8, "\xFF\xFFz", 6) == 2);
  CHECK(source_length(Encoding::utf8, "\xE5\x85", 3) == 2);
}

TEST_CASE("encodings are known by the names that people use") {
  struct Case {
    std::string_view name;
    Encoding encoding;
  };
  for (const Case& c : {Case{"UTF-8", Encoding::utf8}, Case{"utf8", Encoding::utf8}, Case{"utf-8-sig", Encoding::utf8},
                        Case{"GBK", Encoding::gb18030}, Case{"gb2312", Encoding::gb18030}, Case{"GB18030", Encoding::gb18030},
                        Case{"cp936", Encoding::gb18030}, Case{"UTF-16", Encoding::utf16le}, Case{"utf_16_be", Encoding::utf16be},
                        Case{"Big5", Encoding::big5}, Case{"cp950", Encoding::big5}, Case{"ISO-8859-1", Encoding::windows1252}, Case{"Windows-1252", Encoding::windows1252}}) {
    CAPTURE(c.name);
    REQUIRE(encoding_named(c.name).ok());
    CHECK(*encoding_named(c.name) == c.encoding);
  }
  for (const Encoding encoding : all) CHECK(*encoding_named(name_of(encoding)) == encoding);
}

TEST_CASE("an unknown encoding is told with those that are known") {
  const auto other = encoding_named("shift_jis");
  REQUIRE_FALSE(other);
  CHECK(other.error().code() == Code::invalid);
  CHECK(other.error().text() ==
        "“shift_jis” is no encoding known here: use utf-8, gb18030 (also for GBK and GB2312), big5, utf-16le, utf-16be or windows-1252 "
        "(also for Latin-1).");
  CHECK(other.error().text(Language::chinese) ==
        "不认识编码“shift_jis”，请使用 utf-8、gb18030（GBK、GB2312 也用它）、big5、utf-16le、utf-16be 或 windows-1252（Latin-1 也用它）。");
}

TEST_CASE("the encoding is guessed from a file's first bytes") {
  const std::string text = "客户名称,联系电话\r\n示例贸易有限公司,021-55550000\r\n";
  for (const Encoding encoding : all) {
    CAPTURE(name_of(encoding));
    const EncodingGuess bare = guess_encoding(encode(text, encoding));
    CHECK(bare.encoding == encoding);
    CHECK(bare.bom == 0);
    const EncodingGuess marked = guess_encoding(encode("\uFEFF" + text, encoding));
    CHECK(marked.encoding == encoding);
    CHECK(marked.bom == encode("\uFEFF", encoding).size());
  }
  CHECK(guess_encoding(encode("name,phone\r\n", Encoding::utf16le)).encoding == Encoding::utf16le);
  CHECK(guess_encoding(encode("name,phone\r\n", Encoding::utf16be)).encoding == Encoding::utf16be);
  CHECK(guess_encoding("").encoding == Encoding::utf8);
  CHECK(guess_encoding("name,phone\r\n").encoding == Encoding::utf8);
}

TEST_CASE("western files of old are told from Chinese ones") {
  for (const std::string_view text :
       {"Company,City\r\nMuster Möbel GmbH,Köln\r\n", "Société Exemple – “Créée”,75000", "Ejemplo Ñandú S.A."}) {
    CAPTURE(text);
    CHECK(guess_encoding(encode(text, Encoding::windows1252)).encoding == Encoding::windows1252);
    CHECK(decode(encode(text, Encoding::windows1252), Encoding::windows1252) == Decoded{std::string(text), 0});
  }
  for (const std::string_view text :
       {"示例", "Sample 示例 Ltd,1", "镕喆", "a,b\n1,甲\n", "名称,城市\r\n甲云舟（上海）科技有限公司,上海\r\n"}) {
    CAPTURE(text);
    CHECK(guess_encoding(encode(text, Encoding::gb18030)).encoding == Encoding::gb18030);
  }
}

TEST_CASE("Big5, as Taiwan's files of old have it, is told from GB18030") {
  for (const std::string_view text : {"客戶名稱,聯絡電話\r\n範例貿易股份有限公司,02-25550000\r\n", "公司代號,公司名稱,統一編號\n1,臺灣樣本股份有限公司,12345675\n"}) {
    CAPTURE(text);
    const std::string bytes = encode(text, Encoding::big5);
    CHECK(guess_encoding(bytes).encoding == Encoding::big5);
    for (const std::size_t piece : {std::string_view::npos, std::size_t{1}, std::size_t{3}}) CHECK(decode(bytes, Encoding::big5, piece) == Decoded{std::string(text), 0});
    CHECK(guess_encoding(encode(text, Encoding::gb18030)).encoding == Encoding::gb18030);
  }
  CHECK(encode("關係", Encoding::big5) == "\xC3\xF6\xAB\x59");
  CHECK(encode("关€🙂", Encoding::big5) == "?\xA3\xE1?");
  CHECK(decode("\xC3,\xF6", Encoding::big5) == Decoded{"\uFFFD,\uFFFD", 2});  // a separator is never swallowed
  CHECK(decode("\x80\xFF\xC8\xFE", Encoding::big5) == Decoded{"\uFFFD\uFFFD\uFFFD\uFFFD", 4});
}

TEST_CASE("Windows-1252 has its own punctuation and lacks the rest") {
  CHECK(decode("\x80\x85\x93\xFC\x94", Encoding::windows1252) == Decoded{"€…“ü”", 0});
  CHECK(decode("a\x81z", Encoding::windows1252) == Decoded{"a\uFFFDz", 1});
  CHECK(encode("€ü示\u0081z", Encoding::windows1252) == "\x80\xFC??z");
}

TEST_CASE("a cut character or a stray NUL byte does not mislead the guess") {
  const std::string text = "客户名称,联系电话\r\n示例贸易有限公司,021-55550000\r\n";
  for (std::size_t size = 3; size < text.size(); ++size) CHECK(guess_encoding(text.substr(0, size)).encoding == Encoding::utf8);
  CHECK(guess_encoding("name,phone\r\nSample\0,1\r\n"sv).encoding == Encoding::utf8);
  CHECK(guess_encoding(encode(text, Encoding::gb18030) + "\0"s).encoding == Encoding::gb18030);
}

TEST_CASE("mojibake is recognised") {
  for (const std::string_view right : {"泛微", "示例贸易有限公司", "样本（上海）科技股份有限公司", "Sample 示例 GmbH"}) {
    CAPTURE(right);
    CHECK(looks_like_mojibake(read_as_latin1(right)));
    CHECK(looks_like_mojibake(read_as_gbk(right)));
  }
  for (const std::string_view wrong :
       {"娉涘井", "æ³›å¾®", "Ã¤hnlich", "M眉ller & S枚hne", "Itâ€™s", "锟斤拷锟斤拷", "ï¿½ï¿½", "示例\uFFFD公司",
        "绀轰緥璐告槗鏈夐檺鍏徃", "绀轰緥璐告槗鏈夐檺鍏?", "é¦™æ¸¯", "Ã©", "ÊäÈëµ¥Î»", "Caf\u0083"}) {
    CAPTURE(wrong);
    CHECK(looks_like_mojibake(wrong));
  }
}

TEST_CASE("right names are not taken for mojibake") {
  for (const std::string_view right : {"",
                                       "Sample Ltd.",
                                       "示例贸易有限公司",
                                       "臺灣範例股份有限公司",
                                       "Müller & Söhne",
                                       "Société Générale d’Exemple",
                                       "São Paulo Exemplo",
                                       "ÅÄÖ Exempel",
                                       "Örnek Ğıda A.Ş.",
                                       "ООО Пример",
                                       "Παράδειγμα",
                                       "株式会社サンプル",
                                       "예시 주식회사",
                                       "Ví dụ Công ty",
                                       "联通",
                                       "茅台镇示例",
                                       "喵咪Cat示例",
                                       "“示例”（北京）",
                                       "Exemple – “Café”",
                                       "Ñandú Ejemplo S.A.",
                                       "😀",
                                       "娉婷示例",
                                       "鍚山",
                                       "What???",
                                       "T恤A",
                                       "Łódź Przykład Sp. z o.o.",
                                       "IJsselmeer Voorbeeld",
                                       "Ångström",
                                       "½ Sample",
                                       "Sample®",
                                       "Exemple n° 5",
                                       "§ 5"}) {
    CAPTURE(right);
    CHECK_FALSE(looks_like_mojibake(right));
  }
}
