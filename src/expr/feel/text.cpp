// Values as text.
#include "expr/feel/machine.h"
#include "expr/feel/names.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

std::string quoted(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string list_text(const Value& list) {
  std::string out = "[";
  for (const Value& item : list) out += (out.size() > 1 ? ", " : "") + literal_of(item);
  return out + "]";
}

std::string context_text(const Value& context) {
  std::string out = "{";
  for (std::uint32_t i = 0; i < context.size; ++i) {
    const Entry& entry = context.entries[i];
    const std::string key = is_plain_name(entry.key) ? std::string(entry.key) : normal_name(entry.key) == entry.key && entry.key.find_first_of(":,{}[]()\"") == std::string_view::npos ? std::string(entry.key) : quoted(entry.key);
    out += (i == 0 ? "" : ", ") + key + ": " + literal_of(entry.value);
  }
  return out + "}";
}

std::string range_text(const Range& range) {
  static constexpr std::string_view signs[]{"", "<", "<=", ">", ">=", "=", "!="};
  if (range.form != Range::both) {
    const bool by_end = range.form == Range::less || range.form == Range::less_equal;
    return "(" + std::string(signs[range.form]) + " " + literal_of(by_end ? range.end : range.start) + ")";
  }
  return (range.start_included ? "[" : "(") + literal_of(range.start) + ".." + literal_of(range.end) + (range.end_included ? "]" : ")");
}

}  // namespace

std::string text_of(const Value& value) {
  switch (value.kind) {
    case Kind::null: return "null";
    case Kind::boolean: return value.integer != 0 ? "true" : "false";
    case Kind::number: return value.number().text();
    case Kind::string: return std::string(value.view());
    case Kind::date: return date_text(value.integer);
    case Kind::time:
    case Kind::date_time: return text_of_moment(value.kind, *value.moment);
    case Kind::days_duration:
    case Kind::months_duration: return duration_text(value);
    case Kind::list: return list_text(value);
    case Kind::context: return context_text(value);
    case Kind::range: return range_text(*value.range);
    case Kind::function: return "function";
  }
  return {};
}

std::string literal_of(const Value& value) {
  if (value.is(Kind::string)) return quoted(value.view());
  if (value.kind >= Kind::date && value.kind <= Kind::months_duration) return "@" + quoted(text_of(value));
  return text_of(value);
}

}  // namespace guanxi::feel
