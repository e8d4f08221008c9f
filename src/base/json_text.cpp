#include "base/json_text.h"

#include <cmath>
#include <cstdio>

namespace guanxi {

void append_json_string(std::string_view text, std::string& out) {
  constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (code < 0x20) {
      out.append("\\u00").append(1, digits[code >> 4]).append(1, digits[code & 15]);
    } else {
      out += c;
    }
  }
  out += '"';
}

void JsonText::separate() {
  if (!std::exchange(first_, false)) out_ += ',';
}

JsonText& JsonText::text(std::string_view value) {
  separate();
  append_json_string(value, out_);
  return *this;
}

JsonText& JsonText::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonText& JsonText::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonText& JsonText::name(std::string_view name) {
  separate();
  append_json_string(name, out_);
  out_ += ':';
  first_ = true;
  return *this;
}

JsonText& JsonText::decimals(std::string_view name, double value) {
  char digits[32];
  const int length = std::snprintf(digits, sizeof digits, "%.2f", std::isfinite(value) ? value : 0.0);
  return raw(name, std::string_view(digits, static_cast<std::size_t>(length)));
}

}  // namespace guanxi
