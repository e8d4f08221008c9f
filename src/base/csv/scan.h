// Finds the fields of one row in a piece of text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::csv {

struct Limits {
  std::size_t field;
  std::size_t columns;
};

// What is wrong with a row. Of a row with several faults the first is told.
enum class Fault : std::uint8_t { none, nul_byte, field_too_long, too_many_columns, quote_not_closed, text_behind_quote, row_too_long };

struct Scan {
  bool whole = false;          // false: the row goes on behind the text
  Fault fault = Fault::none;
  std::size_t column = 0;      // of the fault, from 1
  std::size_t behind = 0;      // where the next row begins; 0 when a fault hides it
  std::uint64_t breaks = 0;    // line breaks up to there
};

class RowScanner {
 public:
  RowScanner(char separator, Limits limits) noexcept;

  // Reads the row that begins at `at`. `last` says that nothing follows the text. The fields are views of `text`, in
  // which doubled quotes are made single on success. A blank line has no fields.
  Scan scan(std::string& text, std::size_t at, bool last, std::vector<std::string_view>& fields);

  char separator() const noexcept { return separator_; }

 private:
  struct Cursor;

  void read_fields(Cursor& c);
  bool read_plain(Cursor& c);
  bool read_quoted(Cursor& c);
  const char* find_closing_quote(Cursor& c, bool& doubled);
  void add(Cursor& c, const char* begin, const char* end, bool doubled);
  static void end_row(Cursor& c);
  void undouble_quotes(std::vector<std::string_view>& fields);

  char separator_;
  Limits limits_;
  std::array<bool, 256> ends_plain_{};
  std::array<bool, 256> ends_quoted_{};
  std::vector<std::size_t> doubled_;  // columns with doubled quotes
};

}  // namespace guanxi::csv
