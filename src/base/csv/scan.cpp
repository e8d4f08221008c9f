#include "base/csv/scan.h"

namespace guanxi::csv {

// Every text ends with the zero byte of std::string, so the inner loops need no bound.
struct RowScanner::Cursor {
  const char* text;
  const char* at;
  const char* end;
  bool last;
  std::vector<std::string_view>& fields;
  std::size_t column = 1;
  Scan result{};

  void fault(Fault kind) {
    if (result.fault != Fault::none) return;
    result.fault = kind;
    result.column = column;
  }
};

RowScanner::RowScanner(char separator, Limits limits) noexcept : separator_(separator), limits_(limits) {
  for (const char c : {'\0', '\r', '\n', separator}) ends_plain_[static_cast<unsigned char>(c)] = true;
  for (const char c : {'\0', '\r', '\n', '"'}) ends_quoted_[static_cast<unsigned char>(c)] = true;
}

Scan RowScanner::scan(std::string& text, std::size_t at, bool last, std::vector<std::string_view>& fields) {
  fields.clear();
  doubled_.clear();
  Cursor c{text.data(), text.data() + at, text.data() + text.size(), last, fields};
  const bool blank = c.at != c.end && (*c.at == '\r' || *c.at == '\n');
  read_fields(c);
  if (blank) fields.clear();
  if (c.result.whole && c.result.fault == Fault::none) undouble_quotes(fields);
  return c.result;
}

void RowScanner::read_fields(Cursor& c) {
  while (*c.at == '"' ? read_quoted(c) : read_plain(c)) {
    if (c.at == c.end || *c.at != separator_) return end_row(c);
    ++c.at;
    ++c.column;
  }
}

// Leaves the cursor at the separator, line break or end behind the field. False when the row cannot be read on.
bool RowScanner::read_plain(Cursor& c) {
  const char* begin = c.at;
  const char* at = begin;
  while (true) {
    while (!ends_plain_[static_cast<unsigned char>(*at)]) ++at;
    if (*at != '\0' || at == c.end) break;
    c.fault(Fault::nul_byte);
    ++at;
  }
  c.at = at;
  add(c, begin, at, false);
  return true;
}

bool RowScanner::read_quoted(Cursor& c) {
  const char* begin = ++c.at;
  bool doubled = false;
  const char* close = find_closing_quote(c, doubled);
  if (close == nullptr) {
    if (c.last) c.result = {true, Fault::quote_not_closed, c.column, 0, 0};
    return false;
  }
  c.at = close + 1;
  while (*c.at == ' ' || (*c.at == '\t' && separator_ != '\t')) ++c.at;
  if (!(c.at == c.end || *c.at == separator_ || *c.at == '\r' || *c.at == '\n')) {
    c.result = {true, Fault::text_behind_quote, c.column, 0, 0};
    return false;
  }
  add(c, begin, close, doubled);
  return true;
}

const char* RowScanner::find_closing_quote(Cursor& c, bool& doubled) {
  for (const char* at = c.at;; ++at) {
    while (!ends_quoted_[static_cast<unsigned char>(*at)]) ++at;
    if (at == c.end) return nullptr;
    if (*at == '\0') c.fault(Fault::nul_byte);
    if (*at == '\n' || (*at == '\r' && at[1] != '\n')) ++c.result.breaks;
    if (*at != '"') continue;
    if (at[1] != '"') return at;
    doubled = true;
    ++at;
  }
}

void RowScanner::add(Cursor& c, const char* begin, const char* end, bool doubled) {
  const auto size = static_cast<std::size_t>(end - begin);
  if (size > limits_.field) c.fault(Fault::field_too_long);
  if (c.fields.size() == limits_.columns) return c.fault(Fault::too_many_columns);
  if (doubled) doubled_.push_back(c.fields.size());
  c.fields.emplace_back(begin, size);
}

// Behind the last field. A carriage return at the end of the text may yet be followed by its line feed, a quote by
// another.
void RowScanner::end_row(Cursor& c) {
  const bool split = c.at == c.end || (*c.at == '\r' && c.at + 1 == c.end);
  if (split && !c.last) return;
  if (c.at != c.end) {
    c.at += *c.at == '\r' && c.at[1] == '\n' ? 2 : 1;
    ++c.result.breaks;
  }
  c.result.whole = true;
  c.result.behind = static_cast<std::size_t>(c.at - c.text);
}

void RowScanner::undouble_quotes(std::vector<std::string_view>& fields) {
  for (const std::size_t column : doubled_) {
    auto* begin = const_cast<char*>(fields[column].data());  // the text is the caller's to change
    char* to = begin;
    for (std::size_t i = 0; i < fields[column].size(); ++i) {
      *to++ = begin[i];
      if (begin[i] == '"') ++i;
    }
    fields[column] = {begin, static_cast<std::size_t>(to - begin)};
  }
}

}  // namespace guanxi::csv
