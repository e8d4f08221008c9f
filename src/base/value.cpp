#include "guanxi/value.h"

namespace guanxi {
namespace {

// "|bank|customer|" → "bank, customer"
std::string list_of(std::string_view codes) {
  std::string out;
  for (const char c : codes) {
    if (c != '|') {
      out += c;
    } else if (!out.empty()) {
      out += ", ";
    }
  }
  if (out.ends_with(", ")) out.resize(out.size() - 2);
  return out;
}

}  // namespace

bool CodeSet::contains(std::string_view code) const noexcept {
  if (code.empty() || code.find('|') != npos) return false;
  for (std::size_t at = find(code); at != npos; at = find(code, at + 1)) {
    const std::size_t end = at + code.size();
    if (at > 0 && (*this)[at - 1] == '|' && end < size() && (*this)[end] == '|') return true;
  }
  return false;
}

std::string text_of(const Value& value) {
  if (!value.is_set()) return {};
  switch (value.type) {
    case Type::boolean: return value.integer != 0 ? "true" : "false";
    case Type::integer: return std::to_string(value.integer);
    case Type::decimal: return Codec<Decimal>::unpack(value).text();
    case Type::money: return Codec<Money>::unpack(value).text();
    case Type::date: return Codec<Date>::unpack(value).text();
    case Type::instant: return Codec<Instant>::unpack(value).text();
    case Type::text:
    case Type::picklist: return std::string(value.view());
    case Type::set: return list_of(value.view());
    case Type::id: return Codec<Id>::unpack(value).text();
    case Type::none: break;
  }
  return {};
}

}  // namespace guanxi
