#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/csv/dialect.h"
#include "base/csv/scan.h"
#include "base/csv/window.h"
#include "base/encoding/utf.h"
#include "base/os/file.h"
#include "guanxi/csv.h"

namespace guanxi {
namespace {

constexpr Message nul_byte{
    "csv.nul_byte", "Row {0} (line {1}): column {2} holds a NUL byte, which no text has. Remove it, or export the file again.",
    "第 {0} 行（文件第 {1} 行）第 {2} 列含有空字节（NUL），文本中不应出现。请删除它，或重新导出文件。"};
constexpr Message field_too_long{
    "csv.field_too_long", "Row {0} (line {1}): column {2} is longer than {3} bytes. Shorten it, or raise the limit of a field.",
    "第 {0} 行（文件第 {1} 行）第 {2} 列超过 {3} 字节。请缩短内容，或提高字段长度上限。"};
constexpr Message too_many_columns{
    "csv.too_many_columns", "Row {0} (line {1}) has more than {3} columns. Check the separator, or raise the limit of columns.",
    "第 {0} 行（文件第 {1} 行）超过 {3} 列。请检查分隔符，或提高列数上限。"};
constexpr Message quote_not_closed{"csv.quote_not_closed",
                                   "Row {0} (line {1}): the quote that opens column {2} is never closed. Add the closing quote.",
                                   "第 {0} 行（文件第 {1} 行）第 {2} 列开头的引号没有结束，请补上结束引号。"};
constexpr Message text_behind_quote{
    "csv.text_behind_quote",
    "Row {0} (line {1}): text follows the closing quote of column {2}. Write a quote inside a field twice (\"\").",
    "第 {0} 行（文件第 {1} 行）第 {2} 列的结束引号后面还有文字。字段内的引号请连写两个（\"\"）。"};
constexpr Message row_too_long{
    "csv.row_too_long",
    "Row {0} (line {1}) is longer than {3} bytes. A closing quote may be missing; add it, or raise the limit of a row.",
    "第 {0} 行（文件第 {1} 行）超过 {3} 字节，可能缺少结束引号。请补上引号，或提高行长度上限。"};
constexpr Message bad_separator{"csv.bad_separator", "“{0}” cannot separate columns: choose , ; | or a tab.",
                                "“{0}”不能用作分隔符，请选用逗号、分号、竖线或制表符。"};
constexpr Message cannot_resume{"csv.cannot_resume",
                                "This source can only be read from its start: open the file or the memory itself to resume.",
                                "该数据源只能从头读取；要续读，请直接打开文件或内存。"};
constexpr Message behind_end{"csv.behind_end", "The text ends before byte {0}: it was changed; start again from its beginning.",
                             "内容不足 {0} 字节，已被改动，请从头开始。"};

constexpr std::size_t piece = 256U << 10;

constexpr std::size_t refused_size = 4096;

const Message& message_of(csv::Fault fault) {
  switch (fault) {
    case csv::Fault::nul_byte: return nul_byte;
    case csv::Fault::field_too_long: return field_too_long;
    case csv::Fault::too_many_columns: return too_many_columns;
    case csv::Fault::quote_not_closed: return quote_not_closed;
    case csv::Fault::text_behind_quote: return text_behind_quote;
    case csv::Fault::row_too_long: break;
    case csv::Fault::none: break;
  }
  return row_too_long;
}

}  // namespace

struct CsvReader::State {
  using Seek = std::function<Result<void>(std::uint64_t)>;

  State(csv::Window source, const CsvOptions& options, char separator)
      : window(std::move(source)), limits(options), scanner(separator, {options.max_field, options.max_columns}) {}

  Result<bool> next(CsvRow& row);
  Result<csv::Scan> scan_row(CsvRow& row);
  Error refuse(const csv::Scan& scan, CsvRow& row);
  Result<void> read_more();
  Result<void> skip_line();

  csv::Window window;
  CsvOptions limits;
  csv::RowScanner scanner;
  Seek seek;                    // empty for a source that only goes forward
  std::size_t at = 0;           // where the next row begins in the window's text
  std::uint64_t rows = 0;       // behind us
  std::uint64_t lines = 0;      // behind us
  std::string refused;          // the beginning of the row that was refused last
  std::optional<Error> broken;  // the source failed: nothing can be read any more
};

Result<bool> CsvReader::State::next(CsvRow& row) {
  row.number = rows + 1;
  row.line = lines + 1;
  row.fields.clear();
  if (broken) return broken->clone();
  while (at == window.text().size()) {
    if (window.at_end()) return false;
    GUANXI_CHECK(read_more());
  }
  GUANXI_ASSIGN(const csv::Scan scan, scan_row(row));
  ++rows;
  if (scan.fault != csv::Fault::none) return refuse(scan, row);
  at = scan.behind;
  lines += scan.breaks;
  return true;
}

Result<csv::Scan> CsvReader::State::scan_row(CsvRow& row) {
  const csv::Scan too_long{true, csv::Fault::row_too_long, 1, 0, 0};
  csv::Scan scan = scanner.scan(window.text(), at, window.at_end(), row.fields);
  while (!scan.whole) {
    if (window.text().size() - at > limits.max_row) return too_long;
    GUANXI_CHECK(read_more());
    scan = scanner.scan(window.text(), at, window.at_end(), row.fields);
  }
  if (scan.behind > at + limits.max_row) return too_long;
  return scan;
}

// Goes on behind the row, or, where its end is in doubt, behind its first line, so that a lone quote costs no other row.
Error CsvReader::State::refuse(const csv::Scan& scan, CsvRow& row) {
  std::string_view text = std::string_view(window.text()).substr(at);
  if (scan.behind != 0) {
    text = text.substr(0, scan.behind - at);
    at = scan.behind;
    lines += scan.breaks;
  } else {
    text = text.substr(0, text.find_first_of("\r\n"));
  }
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  text = text.substr(0, refused_size);
  refused.assign(text.substr(0, utf::valid_prefix(text)));
  row.fields.assign({refused});
  if (scan.behind == 0) {
    if (auto skipped = skip_line(); !skipped) broken = std::move(skipped).error();
  }
  const std::size_t limit = scan.fault == csv::Fault::field_too_long     ? limits.max_field
                            : scan.fault == csv::Fault::too_many_columns ? limits.max_columns
                                                                         : limits.max_row;
  return Error(Code::invalid, message_of(scan.fault),
               {std::to_string(row.number), std::to_string(row.line), std::to_string(scan.column), std::to_string(limit)});
}

// Twice as much each time a row does not fit, so that a long row is scanned few times.
Result<void> CsvReader::State::read_more() {
  window.drop(at);
  at = 0;
  auto read = window.read_more(std::max(piece, window.text().size()));
  if (!read) broken = read.error().clone();
  return read;
}

Result<void> CsvReader::State::skip_line() {
  while (true) {
    const std::string& text = window.text();
    const std::size_t found = std::min(text.find_first_of("\r\n", at), text.size());
    if (found + 1 < text.size() || window.at_end()) {
      if (found < text.size()) ++lines;
      const bool two = found + 1 < text.size() && text[found] == '\r' && text[found + 1] == '\n';
      at = std::min(found + (two ? 2 : 1), text.size());
      return {};
    }
    at = found;
    GUANXI_CHECK(read_more());
  }
}

namespace {

// What all three ways to open share: the source, and how to move it.
struct Opened {
  csv::Window window;
  char separator;
  std::size_t at;
};

Result<Opened> learn_form(CsvReader::Source source, const CsvOptions& options) {
  if (options.separator && !csv::is_separator(*options.separator)) {
    return Error(Code::invalid, bad_separator, {std::string(1, *options.separator)});
  }
  GUANXI_ASSIGN(csv::Window window, csv::Window::open(std::move(source), options.encoding));
  const auto line = csv::separator_line(window.text());
  const std::size_t at = line ? line->behind : 0;
  char separator = ',';
  if (options.separator) {
    separator = *options.separator;
  } else if (line) {
    separator = line->separator;
  } else {
    separator = csv::guess_separator(window.text(), window.at_end());
  }
  return Opened{std::move(window), separator, at};
}

}  // namespace

Result<CsvReader> CsvReader::open(Source source, const CsvOptions& options) {
  GUANXI_ASSIGN(Opened opened, learn_form(std::move(source), options));
  auto state = std::make_unique<State>(std::move(opened.window), options, opened.separator);
  state->at = opened.at;
  state->lines = opened.at != 0 ? 1 : 0;
  return CsvReader(std::move(state));
}

Result<CsvReader> CsvReader::open_file(const std::string& path, const CsvOptions& options) {
  GUANXI_ASSIGN(os::InputFile opened, os::InputFile::open(path));
  auto file = std::make_shared<os::InputFile>(std::move(opened));
  GUANXI_ASSIGN(CsvReader reader, open([file](char* buffer, std::size_t size) { return file->read(buffer, size); }, options));
  reader.state_->seek = [file](std::uint64_t offset) { return file->seek(offset); };
  return reader;
}

Result<CsvReader> CsvReader::open_memory(std::string_view bytes, const CsvOptions& options) {
  auto rest = std::make_shared<std::string_view>(bytes);
  const auto read = [rest](char* buffer, std::size_t size) -> Result<std::size_t> {
    const std::size_t got = rest->copy(buffer, size);
    rest->remove_prefix(got);
    return got;
  };
  GUANXI_ASSIGN(CsvReader reader, open(read, options));
  reader.state_->seek = [rest, bytes](std::uint64_t offset) -> Result<void> {
    if (offset > bytes.size()) return Error(Code::invalid, behind_end, {std::to_string(offset)});
    *rest = bytes.substr(static_cast<std::size_t>(offset));
    return {};
  };
  return reader;
}

CsvReader::CsvReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

Result<bool> CsvReader::next(CsvRow& row) { return state_->next(row); }

Encoding CsvReader::encoding() const noexcept { return state_->window.encoding(); }
char CsvReader::separator() const noexcept { return state_->scanner.separator(); }
std::uint64_t CsvReader::bytes_read() const noexcept { return state_->window.bytes_read(); }
std::uint64_t CsvReader::replaced() const noexcept { return state_->window.replaced(); }

CsvReader::ResumePoint CsvReader::resume_point() const noexcept {
  return {state_->window.source_offset(state_->at), state_->rows, state_->lines};
}

Result<void> CsvReader::resume(const ResumePoint& point) {
  if (!state_->seek) return Error(Code::unsupported, cannot_resume);
  GUANXI_CHECK(state_->seek(point.offset));
  state_->window.restart(point.offset);
  state_->at = 0;
  state_->rows = point.row;
  state_->lines = point.line;
  state_->broken.reset();
  return {};
}

}  // namespace guanxi
