#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <functional>
#include <memory>
#include <random>

#include "base/text/unicode.h"
#include "guanxi/text.h"
#include "support/effort.h"

using namespace guanxi;
using Strings = std::vector<std::string>;
using Views = std::vector<std::string_view>;

namespace {

std::mt19937 randomness() {
  const char* given = std::getenv("GUANXI_SEED");
  const auto seed = given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  MESSAGE("GUANXI_SEED=" << seed);
  return std::mt19937(seed);
}

std::string utf8(char32_t c) {
  std::string out;
  text::append(out, c);
  return out;
}

// What utf8proc, the reference, makes of `s` as a whole.
std::string reference(std::string_view s, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(s.data()),
                                 static_cast<utf8proc_ssize_t>(s.size()), &out, static_cast<utf8proc_option_t>(options));
  REQUIRE(size >= 0);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> hold(out, &std::free);
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

constexpr int nfkc = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
constexpr int nfkc_casefold = nfkc | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;

// Code points from where trouble is: letters, marks, jamo, presentation forms, Han, emoji, anything.
char32_t random_character(std::mt19937& random) {
  static constexpr char32_t places[][2] = {
      {0, 0x7F},          {0x20, 0x20},       {0xA0, 0x24F},      {0x300, 0x345},    {0x370, 0x3FF},
      {0x400, 0x52F},     {0x590, 0x6FF},     {0x900, 0x97F},     {0xE00, 0xE7F},    {0x1100, 0x11FF},
      {0x1DC0, 0x1EFF},   {0x1F00, 0x1FFF},   {0x2000, 0x206F},   {0x2100, 0x218F},  {0x3000, 0x30FF},
      {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},  {0xFB00, 0xFFEF},
      {0x10400, 0x1044F}, {0x1D400, 0x1D7FF}, {0x1F300, 0x1FAFF}, {0x20000, 0x323AF}, {0, 0xD7FF},
      {0xE000, 0x10FFFF}};
  const auto& place = places[random() % std::size(places)];
  return place[0] + static_cast<char32_t>(random()) % (place[1] - place[0] + 1);
}

std::string random_text(std::mt19937& random, std::size_t length) {
  std::string out;
  while (length-- > 0) text::append(out, random_character(random));
  return out;
}

std::string random_bytes(std::mt19937& random, std::size_t length) {
  std::string out;
  while (length-- > 0) out += static_cast<char>(random() % 3 == 0 ? random() % 0x100 : 0xC0 + random() % 0x40);
  return out;
}

void each_character(const std::function<void(char32_t)>& use) {
  for (char32_t c = 0; c <= 0x10FFFF; c += guanxi::test::sparing) {
    if (c < 0xD800 || c > 0xDFFF) use(c);
  }
}

}  // namespace

TEST_CASE("UTF-8 is read by the character, and bytes that are none are one each") {
  CHECK(text::is_valid("a é 中 😀"));
  CHECK(text::is_valid(""));
  CHECK(text::is_valid(std::string_view("\0", 1)));
  for (const std::string_view bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xE4\xB8", "\xC3", "\xE4\xB8" "a"}) {
    CAPTURE(bad);
    CHECK_FALSE(text::is_valid(bad));
    std::size_t at = 0;
    CHECK(text::next(bad, at) == 0xFFFD);
    CHECK(at == 1);
  }
  each_character([](char32_t c) {
    const std::string s = utf8(c);
    std::size_t at = 0;
    const bool same = text::is_valid(s) && text::next(s, at) == c && at == s.size();
    if (!same) FAIL_CHECK("U+", static_cast<unsigned>(c));
  });
}

TEST_CASE("what is no character is appended as the replacement character") {
  CHECK(utf8(0xD800) == "\uFFFD");
  CHECK(utf8(0x110000) == "\uFFFD");
}

TEST_CASE("folding makes the spellings of one name equal") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"  \t ", ""},
      {"Acme  Trading\tLtd. ", "acme trading ltd."},
      {"ＡＣＭＥ　（中国）", "acme (中国)"},
      {"重慶長江實業（集團）有限公司", "重庆长江实业(集团)有限公司"},
      {"臺灣積體電路", "台湾积体电路"},
      {"\u3000恒瑞医药\u3000", "恒瑞医药"},
      {"STRASSE", "strasse"},
      {"Straße", "strasse"},
      {"E\u0301cole", "école"},
      {"École", "école"},
      {"ﾄﾖﾀ ｶﾞｽ", "トヨタ ガス"},
      {"①Ⅷ㈱", "1viii(株)"},
      {"ΟΔΟΣ ΟΔΌΣ οδός", "οδοσ οδόσ οδόσ"},
      {"Пётр", "пётр"},
      {"한국 \u1112\u1161\u11ab", "한국 한"},
      {"a\u00A0\u2003b\u2028c", "a b c"},
      {"soft\u00ADhyphen\u200B", "softhyphen"},
      {"😀 A", "😀 a"},
      {"\u05D0\u05D1 \u0645\u0646", "\u05D0\u05D1 \u0645\u0646"},
      {"a\xFF" "b", "a\uFFFDb"},
      {"\u1E9B\u0323", "\u1E69"},
  };
  for (const auto& [from, to] : cases) CHECK(text::fold(from) == to);
  CHECK(text::fold(std::string_view("A\0B", 3)) == std::string_view("a\0b", 3));
}

TEST_CASE("folding for search leaves accents out, and only accents") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Müller", "muller"},
      {"Konditorei Café", "konditorei cafe"},
      {"Smørrebrød Łódź Ærø Đà Nẵng", "smorrebrod lodz aero da nang"},
      {"Straße", "strasse"},
      {"İstanbul Iğdır", "istanbul igdir"},
      {"Œuvre Þór", "oeuvre thor"},
      {"Ǽ ǿ", "ae o"},
      {"ΆΣ Ἀθῆναι", "ασ αθηναι"},
      {"Йод Ёлка", "иод елка"},
      {"ガス パン", "ガス パン"},
      {"한국", "한국"},
      {"กินน้ำ", "กินน้ํา"},
      {"हिन्दी", "हिन्दी"},
      {"e\u0301\u0302\u0303", "e"},
      {"重慶", "重庆"},
  };
  for (const auto& [from, to] : cases) CHECK(text::fold_search(from) == to);
}

TEST_CASE("traditional characters become simplified ones, the rest stays") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"後來發現頭髮", "后来发现头发"}, {"恆生銀行", "恒生银行"},   {"鴻海精密工業", "鸿海精密工业"},
      {"裏 裡 為 爲", "里 里 为 为"},   {"合夥 徵信", "合伙 征信"}, {"乾坤 著名 瞭望 覆盖 阪", "乾坤 著名 瞭望 覆盖 阪"},
      {"日昇 堃 喆", "日昇 堃 喆"},     {"鍾 瀋陽 餘姚", "钟 沈阳 余姚"}, {"A ｂ　Ｃ é", "A ｂ　Ｃ é"},
      {"鷄 雞 衞 衛 羣 峯", "鸡 鸡 卫 卫 群 峰"}};
  for (const auto& [from, to] : cases) CHECK(text::simplify(from) == to);
  each_character([](char32_t c) {
    const std::string once = text::simplify(utf8(c));
    if (text::simplify(once) != once) FAIL_CHECK("not idempotent: U+", static_cast<unsigned>(c));
  });
}

TEST_CASE("every single character folds as utf8proc folds it, and to a text that stays") {
  each_character([](char32_t c) {
    const std::string s = utf8(c);
    const std::string folded = text::fold(s), searched = text::fold_search(s), normal = text::normalize(s);
    bool good = normal == reference(s, nfkc) && text::normalize(normal) == normal;
    good = good && text::fold(folded) == folded && text::fold_search(searched) == searched;
    const std::string expected = text::fold(text::simplify(reference(reference(s, nfkc), nfkc_casefold)));
    good = good && folded == expected && text::fold_search(folded) == searched && text::fold(searched) == searched;
    if (!good) FAIL_CHECK("U+", static_cast<unsigned>(c), " ", folded, " ", expected, " ", searched);
  });
}

TEST_CASE("case and class of every character are what utf8proc says, which knows them from Unicode too") {
  const auto between = [](int category, int first, int last) { return category >= first && category <= last; };
  each_character([&](char32_t c) {
    const auto code = static_cast<utf8proc_int32_t>(c);
    const int category = utf8proc_category(code);
    bool good = text::lower(c) == static_cast<char32_t>(utf8proc_tolower(code));
    good = good && (c == 0xDF || text::upper(c) == static_cast<char32_t>(utf8proc_toupper(code)));  // there the capital ẞ, which no text has
    good = good && text::makes_words(c) == between(category, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_NO);
    const bool punctuation = between(category, UTF8PROC_CATEGORY_PC, UTF8PROC_CATEGORY_PO);
    good = good && text::is_silent(c) == (punctuation || between(category, UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_CF));
    if (!good) FAIL_CHECK("U+", static_cast<unsigned>(c), " of category ", category);
  });
}

TEST_CASE("any text folds as its normal form does, and folding again changes nothing") {
  std::mt19937 random = randomness();
  for (int i = 0; i < 20000; ++i) {
    const std::string s = random_text(random, random() % 12);
    if (s.find("\u11a7") != std::string::npos) continue;  // utf8proc drops it behind a Hangul syllable, Unicode keeps it
    CAPTURE(s);
    const std::string folded = text::fold(s), searched = text::fold_search(s), normal = text::normalize(s);
    REQUIRE(normal == reference(s, nfkc));
    REQUIRE(text::fold(normal) == folded);
    REQUIRE(text::fold(folded) == folded);
    REQUIRE(text::fold_search(folded) == searched);
    REQUIRE(text::fold_search(searched) == searched);
    REQUIRE(text::fold(searched) == searched);
    REQUIRE(text::is_valid(folded));
    REQUIRE(folded.find("  ") == std::string::npos);
  }
}

TEST_CASE("bytes that are no text go through everything") {
  std::mt19937 random = randomness();
  for (int i = 0; i < 20000; ++i) {
    const std::string s = random_bytes(random, random() % 24);
    CAPTURE(s);
    const std::string folded = text::fold(s), searched = text::fold_search(s);
    REQUIRE(text::is_valid(folded));
    REQUIRE(text::fold(folded) == folded);
    REQUIRE(text::fold_search(searched) == searched);
    REQUIRE(text::is_valid(text::simplify(s)));
    REQUIRE(text::is_valid(text::normalize(s)));
    REQUIRE(text::pinyin(s).size() <= 16);
    REQUIRE(text::width(s) <= 2 * s.size());
  }
}

TEST_CASE("a long text and a long run of marks fold in linear time") {
  std::string marks = "a", names;
  for (int i = 0; i < 50000; ++i) marks += i % 2 == 0 ? "\u0301" : "\u0323";
  for (int i = 0; i < 10000; ++i) names += "重";
  CHECK(text::fold_search(marks) == "a");
  CHECK(text::fold(text::fold(marks)) == text::fold(marks));
  CHECK(text::fold(names) == names);
  const Strings spoken = text::pinyin(names, 3);
  REQUIRE(spoken.size() == 3);
  CHECK(spoken[0].substr(0, 10) == "zhongzhong");
  CHECK(spoken[1].substr(0, 10) == "chongzhong");
  CHECK(spoken[2].substr(0, 15) == "zhongchongzhong");
}

TEST_CASE("Han characters are told from others") {
  for (const char32_t c : {U'中', U'〇', U'㐀', U'\U00020BB7', U'\uF900', U'\U0002F800'}) CHECK(text::is_han(c));
  for (const char32_t c : {U'a', U'あ', U'한', U'々', U'，', U'😀', U'\u4DC0'}) CHECK_FALSE(text::is_han(c));
}

TEST_CASE("a character has its common readings, the most common first") {
  const std::pair<char32_t, Views> cases[] = {
      {U'重', {"zhong", "chong"}}, {U'行', {"xing", "hang"}},          {U'乐', {"le", "yue"}},
      {U'长', {"chang", "zhang"}}, {U'長', {"chang", "zhang"}},        {U'厦', {"sha", "xia"}},
      {U'单', {"dan", "shan", "chan"}}, {U'曾', {"ceng", "zeng"}},     {U'仇', {"chou", "qiu"}},
      {U'区', {"qu", "ou"}},       {U'解', {"jie", "xie"}},            {U'查', {"cha", "zha"}},
      {U'女', {"nv"}},             {U'略', {"lve"}},                   {U'中', {"zhong"}},
      {U'慶', {"qing"}},           {U'葉', {"ye"}},                    {U'〇', {"ling"}},
      {U'a', {}},                  {U'あ', {}},                        {U'\U0010FFFF', {}}};
  for (const auto& [c, expected] : cases) {
    CAPTURE(utf8(c));
    CHECK(text::readings(c) == expected);
  }
}

TEST_CASE("a text is read in every way, and letters and digits stay") {
  CHECK(text::pinyin("重庆") == Strings{"zhongqing", "chongqing"});
  CHECK(text::pinyin("重慶") == Strings{"zhongqing", "chongqing"});
  CHECK(text::pinyin("ＩＢＭ 中国（Ltd.）3部") == Strings{"ibmzhongguoltd3bu"});
  CHECK(text::pinyin("重行", 3) == Strings{"zhongxing", "chongxing", "zhonghang"});
  CHECK(text::pinyin("重行").size() == 4);
  CHECK(text::pinyin("重庆", 0).empty());
  CHECK(text::pinyin("—— !").empty());
  CHECK(text::pinyin("").empty());
  CHECK(text::pinyin("Müller 中") == Strings{"müllerzhong"});
  CHECK(text::initials("恒瑞医药") == Strings{"hryy"});
  CHECK(text::initials("重庆IBM") == Strings{"zqibm", "cqibm"});
  CHECK(text::initials("查单", 2) == Strings{"cd", "zd"});
}

TEST_CASE("a run of letters is cut into syllables in every way") {
  using Cuts = std::vector<Views>;
  CHECK(text::syllables("xian") == Cuts{{"xian"}, {"xi", "an"}});
  CHECK(text::syllables("zhongguo") == Cuts{{"zhong", "guo"}, {"zhong", "gu", "o"}});
  CHECK(text::syllables("fangan") == Cuts{{"fang", "an"}, {"fan", "gan"}});
  CHECK(text::syllables("fangan", 1) == Cuts{{"fang", "an"}});
  CHECK(text::syllables("XiAn") == Cuts{{"XiAn"}, {"Xi", "An"}});
  CHECK(text::syllables("nvlve") == Cuts{{"nv", "lve"}, {"nv", "lv", "e"}});
  CHECK(text::syllables("lue").front() == Views{"lue"});
  for (const std::string_view none : {"", "x", "xyz", "hengruipharma", "xi'an", "西安", "ng", "hm", "zhon"}) {
    CHECK(text::syllables(none).empty());
  }
  CHECK(text::syllables("xian", 0).empty());
  std::string longer;
  for (int i = 0; i < 5000; ++i) longer += "xian";
  const Cuts cuts = text::syllables(longer);
  REQUIRE(cuts.size() == 8);
  CHECK(cuts.front().size() == 5000);
  CHECK(cuts.back().size() == 5001);
}

TEST_CASE("each reading of a character is a syllable") {
  each_character([](char32_t c) {
    for (const std::string_view reading : text::readings(c)) {
      const bool voiced = reading.find_first_of("aeiouv") != reading.npos;
      const bool good = !voiced || !text::syllables(reading).empty();
      if (!good) FAIL_CHECK("U+", static_cast<unsigned>(c), " ", reading);
    }
  });
}

TEST_CASE("a terminal's columns") {
  const std::pair<std::string_view, std::size_t> cases[] = {
      {"", 0},          {"abc", 3},      {"中文", 4},  {"ａ（", 4},       {"ｱ", 1},          {"e\u0301", 1}, {"한국", 4},
      {"\u1112\u1161\u11ab", 2}, {"😀", 2}, {"❤\uFE0F", 2}, {"❤", 1}, {"👍🏽", 2}, {"👨\u200D👩\u200D👧", 2}, {"🇨🇳", 2},
      {"a\u200Bb", 2},  {"\n", 0},       {"é—“", 3},   {"\uFFFD", 1},     {"\u05D0\u05B0", 1}, {"a\u00ADb", 3}};
  for (const auto& [s, columns] : cases) {
    CAPTURE(s);
    CHECK(text::width(s) == columns);
  }
}
