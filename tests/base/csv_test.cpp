#include "guanxi/csv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

using namespace guanxi;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

constexpr Message broken_pipe{"test.broken_pipe", "The pipe is broken.", "管道已断开。"};

// Everything a reader gives: rows as they are, and in the place of a malformed row its sentence.
Rows read_all(CsvReader& reader) {
  Rows rows;
  CsvRow row;
  while (true) {
    const auto more = reader.next(row);
    if (!more) {
      rows.push_back({more.error().text()});
    } else if (*more) {
      rows.emplace_back(row.fields.begin(), row.fields.end());
    } else {
      return rows;
    }
  }
}

Rows read(std::string_view bytes, const CsvOptions& options = {}) {
  auto reader = CsvReader::open_memory(bytes, options);
  REQUIRE(reader.ok());
  return read_all(*reader);
}

// Gives the bytes in pieces of any size.
CsvReader::Source pieces(std::string bytes, unsigned seed) {
  return [bytes = std::move(bytes), at = std::size_t{0}, random = std::mt19937(seed)](
             char* buffer, std::size_t size) mutable -> Result<std::size_t> {
    const std::size_t wanted = std::min<std::size_t>(size, 1 + random() % (random() % 4 == 0 ? 5000 : 7));
    const std::size_t got = std::string_view(bytes).substr(at).copy(buffer, wanted);
    at += got;
    return got;
  };
}

unsigned seed_of_run() {
  const char* given = std::getenv("GUANXI_SEED");
  const unsigned seed = given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  MESSAGE("GUANXI_SEED=" << seed);
  return seed;
}

struct TemporaryFile {
  explicit TemporaryFile(std::string_view bytes)
      : path(std::filesystem::temp_directory_path() / ("guanxi_csv_" + std::to_string(std::random_device{}()) + ".csv")) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path); }
  std::filesystem::path path;
};

}  // namespace

TEST_CASE("rows are read whatever ends their lines") {
  const Rows rows{{"name", "phone"}, {"Sample Ltd.", "555"}, {"示例", ""}};
  CHECK(read("name,phone\r\nSample Ltd.,555\r\n示例,\r\n") == rows);
  CHECK(read("name,phone\nSample Ltd.,555\n示例,\n") == rows);
  CHECK(read("name,phone\rSample Ltd.,555\r示例,\r") == rows);
  CHECK(read("name,phone\rSample Ltd.,555\n示例,") == rows);
}

TEST_CASE("quotes keep separators, line breaks and quotes") {
  CHECK(read("\"a,b\",\"say \"\"hi\"\"\",\"\"\n") == Rows{{"a,b", "say \"hi\"", ""}});
  CHECK(read("\"one\r\ntwo\nthree\rfour\",x\n") == Rows{{"one\r\ntwo\nthree\rfour", "x"}});
  CHECK(read("\"\"\"\",\"\"\"\"\"\"\n") == Rows{{"\"", "\"\""}});
  CHECK(read("\"a\" ,\"b\"\t,c\n") == Rows{{"a", "b", "c"}});
}

TEST_CASE("a quote inside a field that does not begin with one is text") {
  CHECK(read("5\" pipe,the \"big\" one, \"x\"\n") == Rows{{"5\" pipe", "the \"big\" one", " \"x\""}});
  CHECK(read("'a,b'\n") == Rows{{"'a", "b'"}});
}

TEST_CASE("ragged and blank rows are returned as they are") {
  CHECK(read("a,b,c\n1,2\n\n1,2,3,4\n \n\"\"\n", {.separator = ','}) ==
        Rows{{"a", "b", "c"}, {"1", "2"}, {}, {"1", "2", "3", "4"}, {" "}, {""}});
}

TEST_CASE("files with little in them") {
  CHECK(read("").empty());
  CHECK(read("\xEF\xBB\xBF").empty());
  CHECK(read("\n") == Rows{{}});
  CHECK(read("name") == Rows{{"name"}});
  CHECK(read("name,phone") == Rows{{"name", "phone"}});
  CHECK(read("name,") == Rows{{"name", ""}});
  CHECK(read("\"name\"") == Rows{{"name"}});
  CHECK(read("sep=;").empty());
}

TEST_CASE("rows know their number and their line") {
  auto reader = CsvReader::open_memory("sep=,\r\na,b\r\n\"x\r\ny\",1\r\n\r\nz,\"2\"");
  REQUIRE(reader.ok());
  CsvRow row;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
  while (*reader->next(row)) places.emplace_back(row.number, row.line);
  CHECK(places == std::vector<std::pair<std::uint64_t, std::uint64_t>>{{1, 2}, {2, 3}, {3, 5}, {4, 6}});
}

TEST_CASE("every encoding is read, with a byte order mark and without") {
  const std::string text = "客户名称,联系电话\r\n示例贸易有限公司,021-55550000\r\n\"𠮷祥，\"\"示例\"\"\",é€\r\n";
  const Rows rows{{"客户名称", "联系电话"}, {"示例贸易有限公司", "021-55550000"}, {"𠮷祥，\"示例\"", "é€"}};
  for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030, Encoding::utf16le, Encoding::utf16be}) {
    CAPTURE(name_of(encoding));
    for (const std::string& mark : {""s, "\uFEFF"s}) {
      const std::string bytes = encode(mark + text, encoding);
      auto reader = CsvReader::open_memory(bytes);
      REQUIRE(reader.ok());
      CHECK(reader->encoding() == encoding);
      CHECK(read_all(*reader) == rows);
      CHECK(reader->bytes_read() == bytes.size());
      CHECK(reader->replaced() == 0);
      CHECK(read(bytes, {.encoding = encoding}) == rows);
    }
  }
}

TEST_CASE("a file that begins with pages of ASCII is recognised when Chinese comes") {
  std::string ascii = "name,phone\n";
  while (ascii.size() < 300'000) ascii += "Sample Ltd.,5550000\n";
  for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030}) {
    auto reader = CsvReader::open(pieces(ascii + encode("示例贸易,5550001\n", encoding), 1));
    REQUIRE(reader.ok());
    CHECK(read_all(*reader).back() == Row{"示例贸易", "5550001"});
    CHECK(reader->encoding() == encoding);
    CHECK(reader->replaced() == 0);
  }
}

TEST_CASE("the wrong encoding is not refused, but what could not be read is counted") {
  auto reader = CsvReader::open_memory(encode("名称,电话\n示例,1\n", Encoding::gb18030), {.encoding = Encoding::utf8});
  REQUIRE(reader.ok());
  const Rows rows = read_all(*reader);
  CHECK(rows.size() == 2);
  CHECK(rows[1][1] == "1");
  CHECK(reader->replaced() > 0);
}

TEST_CASE("the separator is guessed from the first rows") {
  const auto guess = [](std::string_view text) {
    auto reader = CsvReader::open_memory(text);
    REQUIRE(reader.ok());
    return reader->separator();
  };
  CHECK(guess("name;price\nSample;1,5\nMuster;2,5\n") == ';');
  CHECK(guess("name\tnote\nSample\ta, b, c\nMuster\td; e\n") == '\t');
  CHECK(guess("name|note\nSample|a, b\n") == '|');
  CHECK(guess("name,note\n\"a;b;c\",x\n\"d;e\",y\n") == ',');
  CHECK(guess("name,address\nSample,\"1; Example Street;\n2nd floor; left\"\n") == ',');
  CHECK(guess("公司\n示例贸易\n") == ',');
  CHECK(guess("a,b,c\n1,2\n1,2,3\n1,2,3,4\n") == ',');
  CHECK(guess("") == ',');
}

TEST_CASE("Excel's line with the separator is honoured and is no row") {
  auto reader = CsvReader::open_memory("\xEF\xBB\xBFsep=;\r\nname,x;phone\r\n");
  REQUIRE(reader.ok());
  CHECK(reader->separator() == ';');
  CHECK(read_all(*reader) == Rows{{"name,x", "phone"}});
  CHECK(read("sep=;\na;b|c\n", {.separator = '|'}) == Rows{{"a;b", "c"}});
  CHECK(read("sep=:\na,b\n") == Rows{{"sep=:"}, {"a", "b"}});
  CHECK(read("sep=;x\na,b\n").size() == 2);
}

TEST_CASE("a malformed row is an error with row and line, and reading goes on behind it") {
  const CsvOptions comma{.separator = ','};
  CHECK(read("a,b\n\"x\"y,1\nc,2\n", comma) ==
        Rows{{"a", "b"},
             {"Row 2 (line 2): text follows the closing quote of column 1. Write a quote inside a field twice (\"\")."},
             {"c", "2"}});
  CHECK(read("a,b\nc,\"x\nd,2\n", comma) ==
        Rows{{"a", "b"}, {"Row 2 (line 2): the quote that opens column 2 is never closed. Add the closing quote."}, {"d", "2"}});
  CHECK(read("a,b\n\"x\ny\",z\0z\nd,2\n"sv, comma) ==
        Rows{{"a", "b"},
             {"Row 2 (line 2): column 2 holds a NUL byte, which no text has. Remove it, or export the file again."},
             {"d", "2"}});
  CHECK(read("a,b\n\"x\0\",z\nd,2\n"sv, comma)[1] ==
        Row{"Row 2 (line 2): column 1 holds a NUL byte, which no text has. Remove it, or export the file again."});
  CHECK(read("a\nb,c,d\ne\n", {.separator = ',', .max_columns = 2}) ==
        Rows{{"a"}, {"Row 2 (line 2) has more than 2 columns. Check the separator, or raise the limit of columns."}, {"e"}});
  CHECK(read("a\nb,12345\ne\n", {.separator = ',', .max_field = 4}) ==
        Rows{{"a"}, {"Row 2 (line 2): column 2 is longer than 4 bytes. Shorten it, or raise the limit of a field."}, {"e"}});
  CHECK(read("a\n\"b\",\"1234\n5678\"\ne\n", {.separator = ',', .max_row = 8})[1] ==
        Row{"Row 2 (line 2) is longer than 8 bytes. A closing quote may be missing; add it, or raise the limit of a row."});
}

TEST_CASE("the sentences are Chinese too") {
  const auto chinese = [](std::string_view text, const CsvOptions& options) {
    auto reader = CsvReader::open_memory(text, options);
    CsvRow row;
    auto got = reader->next(row);
    REQUIRE_FALSE(got);
    CHECK(got.error().code() == Code::invalid);
    return got.error().text(Language::chinese);
  };
  const CsvOptions small{.separator = ',', .max_field = 4, .max_row = 20, .max_columns = 2};
  CHECK(chinese("a,\"x\"y\n", small) == "第 1 行（文件第 1 行）第 2 列的结束引号后面还有文字。字段内的引号请连写两个（\"\"）。");
  CHECK(chinese("a,\"x\n", small) == "第 1 行（文件第 1 行）第 2 列开头的引号没有结束，请补上结束引号。");
  CHECK(chinese("a,\0\n"sv, small) ==
        "第 1 行（文件第 1 行）第 2 列含有空字节（NUL），文本中不应出现。请删除它，或重新导出文件。");
  CHECK(chinese("a,12345\n", small) == "第 1 行（文件第 1 行）第 2 列超过 4 字节。请缩短内容，或提高字段长度上限。");
  CHECK(chinese("a,b,c\n", small) == "第 1 行（文件第 1 行）超过 2 列。请检查分隔符，或提高列数上限。");
  CHECK(chinese("a,\"123456789012345678901234567890\"\n", small) ==
        "第 1 行（文件第 1 行）超过 20 字节，可能缺少结束引号。请补上引号，或提高行长度上限。");
}

TEST_CASE("a malformed row can be shown as it stands") {
  auto reader = CsvReader::open_memory("a,b\n\"示例\"x,\"1\n2\"\n\0,\"y\"\r\nz,1\n"sv, {.separator = ','});
  REQUIRE(reader.ok());
  CsvRow row;
  REQUIRE(reader->next(row));
  CHECK_FALSE(reader->next(row));
  CHECK(row.number == 2);
  CHECK(row.line == 2);
  CHECK(row.fields == std::vector{"\"示例\"x,\"1"sv});
  REQUIRE(reader->next(row));  // the second line of the row that was refused
  CHECK(row.fields == std::vector{"2\""sv});
  CHECK_FALSE(reader->next(row));
  CHECK(row.fields == std::vector{"\0,\"y\""sv});
  REQUIRE(reader->next(row));
  CHECK(row.line == 5);
}

TEST_CASE("a quote without an end costs one row, not the file") {
  std::string text = "name,phone\n\"Sample,1\n";
  for (int i = 0; i < 60'000; ++i) text += "示例" + std::to_string(i) + ",555\n";
  const Rows rows = read(text, {.separator = ',', .max_row = 100'000});
  CHECK(rows.size() == 60'002);
  CHECK(rows[1] ==
        Row{"Row 2 (line 2) is longer than 100000 bytes. A closing quote may be missing; add it, or raise the limit of a row."});
  CHECK(rows.back() == Row{"示例59999", "555"});
}

TEST_CASE("long fields are read, longer ones refused, in bounded memory") {
  const std::string long_field(10 << 20, 'x');
  CHECK((read("a,\"" + long_field + "\"\nb,c\n", {.separator = ','}) == Rows{{"a", long_field}, {"b", "c"}}));
  const std::string too_long(17 << 20, 'x');
  CHECK(read("a," + too_long + "\nb,c\n", {.separator = ','}) ==
        Rows{{"Row 1 (line 1): column 2 is longer than 16777216 bytes. Shorten it, or raise the limit of a field."}, {"b", "c"}});
  const CsvOptions small{.separator = ',', .max_row = 1 << 20};
  CHECK(
      read("a," + too_long + "\r\nb,c\n", small) ==
      Rows{{"Row 1 (line 1) is longer than 1048576 bytes. A closing quote may be missing; add it, or raise the limit of a row."},
           {"b", "c"}});
}

TEST_CASE("a separator that cannot be one is refused") {
  const auto reader = CsvReader::open_memory("a:b", {.separator = ':'});
  REQUIRE_FALSE(reader);
  CHECK(reader.error().text() == "“:” cannot separate columns: choose , ; | or a tab.");
  CHECK(reader.error().text(Language::chinese) == "“:”不能用作分隔符，请选用逗号、分号、竖线或制表符。");
}

TEST_CASE("files that cannot be opened are named") {
  const auto missing = CsvReader::open_file("no/such/file.csv");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code() == Code::not_found);
  CHECK(missing.error().text() == "There is no file no/such/file.csv: check the path.");
  CHECK(missing.error().text(Language::chinese) == "文件 no/such/file.csv 不存在，请检查路径。");
  const auto folder = CsvReader::open_file(GUANXI_SOURCE_DIR);
  REQUIRE_FALSE(folder);
  CHECK(folder.error().text() == GUANXI_SOURCE_DIR " is a folder: name a file in it.");
  CHECK(folder.error().text(Language::chinese) == GUANXI_SOURCE_DIR " 是文件夹，请指定其中的文件。");
}

TEST_CASE("a source that fails stops the reader") {
  int calls = 0;
  auto reader = CsvReader::open([&](char* buffer, std::size_t) -> Result<std::size_t> {
    if (++calls > 40'000) return Error(Code::io, broken_pipe);
    buffer[0] = calls % 2 != 0 ? 'a' : '\n';
    return std::size_t{1};
  });
  REQUIRE_FALSE(reader);  // 64 KiB are read to learn the file's form
  CHECK(reader.error().text() == "The pipe is broken.");

  calls = -100'000;
  auto later = CsvReader::open([&](char* buffer, std::size_t) -> Result<std::size_t> {
    if (++calls > 0) return Error(Code::io, broken_pipe);
    buffer[0] = calls % 2 != 0 ? 'a' : '\n';
    return std::size_t{1};
  });
  REQUIRE(later.ok());
  CsvRow row;
  auto got = later->next(row);
  while (got.ok()) got = later->next(row);
  CHECK(got.error().text() == "The pipe is broken.");
  CHECK(later->next(row).error().text() == "The pipe is broken.");
}

TEST_CASE("a source that claims more than it was asked for is found out") {
  const auto reader = CsvReader::open([](char*, std::size_t size) -> Result<std::size_t> { return size + 1; });
  REQUIRE_FALSE(reader);
  CHECK(reader.error().code() == Code::misuse);
  CHECK(reader.error().text() == "The source said it read 65537 bytes into a buffer of 65536: mend the source.");
  CHECK(reader.error().text(Language::chinese) == "数据源声称向 65536 字节的缓冲区读入了 65537 字节，请修正数据源。");
}

TEST_CASE("reading goes on from every row, in every encoding") {
  const std::string text = "sep=;\r\n名称;电话\r\n示例é€𠮷;1\r\n\"两\r\n行\";2\r\n\r\n\"bad\"x;3\r\n好;4\r\n\"open;5\r\n尾;6";
  for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030, Encoding::utf16le, Encoding::utf16be}) {
    CAPTURE(name_of(encoding));
    std::string bytes = encode("\uFEFF" + text, encoding);
    const Rows whole = read(bytes);
    REQUIRE(whole.size() == 8);
    for (std::size_t first = 0; first <= whole.size(); ++first) {
      auto one = CsvReader::open(pieces(bytes, 7));
      auto two = CsvReader::open_memory(bytes);
      Rows rows;
      CsvRow row;
      for (std::size_t i = 0; i < first; ++i) {
        auto got = one->next(row);
        rows.push_back(got ? Row(row.fields.begin(), row.fields.end()) : Row{got.error().text()});
      }
      const auto point = one->resume_point();
      CHECK(point.row == first);
      REQUIRE(two->resume(point));
      for (Row& more : read_all(*two)) rows.push_back(std::move(more));
      CHECK(rows == whole);
    }
  }
}

TEST_CASE("reading goes on behind bytes that could not be decoded") {
  for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030, Encoding::utf16le}) {
    const std::string bytes = encode("a,1\n", encoding) + (encoding == Encoding::utf16le ? "\x3D\xD8"s : "\xFF\xC1"s) +
                              encode(",2\n关,3\n系,4\n", encoding);
    const CsvOptions options{.encoding = encoding, .separator = ','};
    auto reader = CsvReader::open_memory(bytes, options);
    CsvRow row;
    for (int i = 0; i < 3; ++i) REQUIRE(reader->next(row));
    CHECK(reader->replaced() > 0);
    const auto point = reader->resume_point();
    CHECK(bytes.substr(point.offset) == encode("系,4\n", encoding));
    auto other = CsvReader::open_memory(bytes, options);
    REQUIRE(other->resume(point));
    CHECK(read_all(*other) == Rows{{"系", "4"}});
  }
}

TEST_CASE("a file is read in two halves") {
  std::string text = "名称,编号\n";
  for (int i = 0; i < 60'000; ++i) text += "示例" + std::to_string(i) + ",\"" + std::to_string(i * 7) + "\"\n";
  const TemporaryFile file(encode(text, Encoding::gb18030));
  auto first = CsvReader::open_file(file.path.string());
  REQUIRE(first.ok());
  CsvRow row;
  for (int i = 0; i <= 40'000; ++i) REQUIRE(*first->next(row));
  const auto point = first->resume_point();
  CHECK(point.line == 40'001);
  auto second = CsvReader::open_file(file.path.string());
  REQUIRE(second->resume(point));
  REQUIRE(*second->next(row));
  CHECK(row.number == 40'002);
  CHECK(row.fields == std::vector{"示例40000"sv, "280000"sv});
  CHECK(read_all(*second).size() == 19'999);
}

TEST_CASE("resuming where it cannot be done says why") {
  auto source = CsvReader::open(pieces("a,b\n", 1));
  const auto refused = source->resume({});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code() == Code::unsupported);
  CHECK(refused.error().text() == "This source can only be read from its start: open the file or the memory itself to resume.");
  CHECK(refused.error().text(Language::chinese) == "该数据源只能从头读取；要续读，请直接打开文件或内存。");

  const auto memory = CsvReader::open_memory("a,b\n")->resume({.offset = 5, .row = 1, .line = 1});
  REQUIRE_FALSE(memory);
  CHECK(memory.error().text() == "The text ends before byte 5: it was changed; start again from its beginning.");
  CHECK(memory.error().text(Language::chinese) == "内容不足 5 字节，已被改动，请从头开始。");

  const TemporaryFile file("a,b\n");
  const auto shorter = CsvReader::open_file(file.path.string())->resume({.offset = 5, .row = 1, .line = 1});
  REQUIRE_FALSE(shorter);
  CHECK(shorter.error().text() ==
        "The file " + file.path.string() + " ends before byte 5: it was changed; start again from its beginning.");
  CHECK(shorter.error().text(Language::chinese) == "文件 " + file.path.string() + " 不足 5 字节，内容已被改动，请从头开始。");
}

TEST_CASE("fields are quoted when they must be") {
  const auto written = [](const std::vector<std::string_view>& fields, char separator = ',') {
    std::string out;
    write_csv_row(out, fields, separator);
    return out;
  };
  CHECK(written({"a", "示例", ""}) == "a,示例,\r\n");
  CHECK(written({"a,b", "a;b", "say \"hi\"", "a\nb", "a\rb"}) == "\"a,b\",a;b,\"say \"\"hi\"\"\",\"a\nb\",\"a\rb\"\r\n");
  CHECK(written({"a,b", "a;b"}, ';') == "a,b;\"a;b\"\r\n");
  CHECK(written({" a", "b ", "\tc"}) == "\" a\",\"b \",\"\tc\"\r\n");
  CHECK(written({""}) == "\"\"\r\n");
  CHECK(written({}) == "\r\n");
  CHECK(written({"sep=;"}) == "\"sep=;\"\r\n");
}

TEST_CASE("what is written is read again, whatever it is and however it comes in") {
  std::mt19937 random(seed_of_run());
  const std::vector<std::string> bits{"a",    "示", "𠮷", "é",    ",", ";",     "\t", "|", "\"",
                                      "\"\"", "\r", "\n", "\r\n", " ", "sep=;", "'",  "0", "\uFEFF"};
  for (int file = 0; file < 300; ++file) {
    const char separator = ",;\t|"[random() % 4];
    const auto encoding = static_cast<Encoding>(random() % 4);
    Rows rows(random() % 30);
    std::string text;
    for (Row& row : rows) {
      row.resize(random() % 6);
      for (std::string& field : row) {
        for (auto n = random() % (random() % 50 == 0 ? 20'000 : 6); n > 0; --n) field += bits[random() % bits.size()];
      }
      write_csv_row(text, {row.begin(), row.end()}, separator);
    }
    auto reader = CsvReader::open(pieces(encode(text, encoding), static_cast<unsigned>(random())),
                                  {.encoding = encoding, .separator = separator});
    REQUIRE(reader.ok());
    REQUIRE((read_all(*reader) == rows));
  }
}
