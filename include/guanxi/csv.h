// Reading and writing CSV (RFC 4180, and what people really send).
//
// Threads: a reader or writer is used by one thread at a time; different ones are independent.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanxi/encoding.h"
#include "guanxi/error.h"

namespace guanxi {

struct CsvOptions {
  std::optional<Encoding> encoding{};  // guessed when empty
  std::optional<char> separator{};     // ',' ';' '\t' or '|'; guessed from the first rows when empty
  std::size_t max_field = 16u << 20;  // bytes of UTF-8; a longer field is an error of its row
  std::size_t max_row = 64u << 20;    // bytes of UTF-8; bounds the memory that a quote without an end can take
  std::size_t max_columns = 4096;
};

// One row. The views end at the next call of CsvReader::next.
struct CsvRow {
  std::uint64_t number = 0;  // 1 for the first row of the file, the header included
  std::uint64_t line = 0;    // physical line on which it starts, from 1
  std::vector<std::string_view> fields;  // none on a blank line
};

// Reads rows one after the other in bounded memory, whatever the file's size.
class CsvReader {
 public:
  // Fills the buffer and returns how many bytes were read: 0 at the end.
  using Source = std::function<Result<std::size_t>(char* buffer, std::size_t size)>;

  static Result<CsvReader> open_file(const std::string& path, const CsvOptions& options = {});
  static Result<CsvReader> open_memory(std::string_view bytes, const CsvOptions& options = {});  // borrows `bytes`
  static Result<CsvReader> open(Source source, const CsvOptions& options = {});

  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  // True and a row, or false at the end. A malformed row (a quote that never ends, text behind a closing quote, a NUL
  // byte, a field or row over the limit) is an error that names the row and its line; `row` then holds its number and
  // line and, as its only field, its text as it stands, up to 4 KiB. The next call goes on behind the row; where wrong
  // quotes hide its end, behind its first line. After an I/O error every call fails. Quotes inside a field that does not
  // begin with one are text; blanks behind a closing quote are dropped.
  Result<bool> next(CsvRow& row);

  // A file that begins with pages of ASCII counts as UTF-8 until another character shows what it is.
  Encoding encoding() const noexcept;
  char separator() const noexcept;
  std::uint64_t bytes_read() const noexcept;  // of the source, for progress
  std::uint64_t replaced() const noexcept;    // characters that could not be decoded so far

  // Goes on at a byte offset that an earlier reader of the same file, opened with the same options, gave as
  // `resume_point`, with its row and line numbers.
  struct ResumePoint {
    std::uint64_t offset = 0;
    std::uint64_t row = 0;
    std::uint64_t line = 0;
  };
  ResumePoint resume_point() const noexcept;  // behind the row last returned
  Result<void> resume(const ResumePoint& point);  // only for open_file and open_memory

 private:
  struct State;
  explicit CsvReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Appends one row to `out`: fields with a separator, quote, line break, or blank at an end are quoted, and so is the empty
// field of a row that has no other. Ends with "\r\n".
void write_csv_row(std::string& out, const std::vector<std::string_view>& fields, char separator = ',');

}  // namespace guanxi
