#include "guanxi/csv.h"

namespace guanxi {
namespace {

// Besides what RFC 4180 asks for: blanks at the ends, which spreadsheets drop, and what a reader takes for a sign about
// the file when it stands at its start.
bool needs_quotes(std::string_view field, char separator) {
  if (field.empty()) return false;
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  if (blank(field.front()) || blank(field.back())) return true;
  if (field.starts_with("sep=") || field.starts_with("\xEF\xBB\xBF")) return true;
  for (const char c : field) {
    if (c == separator || c == '"' || c == '\r' || c == '\n') return true;
  }
  return false;
}

void write_quoted(std::string& out, std::string_view field) {
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void write_csv_row(std::string& out, const std::vector<std::string_view>& fields, char separator) {
  const bool would_be_blank = fields.size() == 1 && fields.front().empty();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) out += separator;
    if (would_be_blank || needs_quotes(fields[i], separator)) {
      write_quoted(out, fields[i]);
    } else {
      out += fields[i];
    }
  }
  out += "\r\n";
}

}  // namespace guanxi
