#include "model/coerce.h"

#include <algorithm>

#include "base/check.h"
#include "base/excerpt.h"
#include "model/errors.h"

namespace guanxi {

namespace {
// {2} is the value, {3} and {4} what its reader says.
constexpr Message unreadable{"field.unreadable", "{0}: {2}", "“{1}”：{3}"};
constexpr Message no_such_reference{"field.no_reference", "{0} takes the id of a record; “{2}” is none.", "“{1}”应为记录编号（UUID），“{2}”不是。"};
constexpr Message no_value{"field.no_value", "{0} takes no values.", "“{1}”不接受任何值。"};

constexpr std::string_view wide_blank = "\u3000", byte_order_mark = "\uFEFF", hard_blank = "\u00A0";

std::string_view trimmed(std::string_view s) noexcept {
  for (bool more = true; more;) {
    more = false;
    for (const auto blank : {std::string_view(" "), std::string_view("\t"), std::string_view("\r"), std::string_view("\n"), wide_blank,
                             byte_order_mark, hard_blank}) {
      if (s.starts_with(blank)) s.remove_prefix(blank.size()), more = true;
      if (s.ends_with(blank)) s.remove_suffix(blank.size()), more = true;
    }
  }
  return s;
}

Error unread(const AnyField& field, const Error& reason) {
  return fault(field, unreadable, {reason.text(Language::english), reason.text(Language::chinese)}, reason.code());
}

// Puts what a reader made of the text into the row.
template <class T>
Result<void> put(const AnyField& field, const Result<T>& read, AnyRecord& row) {
  if (!read) return unread(field, read.error());
  row.set(field, Codec<T>::pack(*read));
  return {};
}

Result<Decimal> read_decimal(const AnyField& field, std::string_view text) {
  GUANXI_ASSIGN(const auto number, parse_decimal_lenient(text));
  return number.rescaled(field.scale);
}

// The code of what somebody wrote: an entry's, or the text itself where any is welcome.
Result<std::string> code_of(const Schema& schema, const AnyField& field, std::string_view text, const CoerceOptions& options) {
  const auto* list = schema.picklist(field.picklist);
  if (list == nullptr) return std::string(text);
  if (const auto* entry = list->match(text)) return entry->code;
  if (options.keep_unknown_codes) return std::string(text);
  return no_such_choice(field, *list, text);
}

Result<void> put_choice(const Schema& schema, const AnyField& field, std::string_view text, const CoerceOptions& options, AnyRecord& row) {
  GUANXI_ASSIGN(auto code, code_of(schema, field, text, options));
  std::replace(code.begin(), code.end(), '|', '/');
  row.set(field, Codec<Picklist>::pack(std::string_view(code)));
  return {};
}

// The parts of "客户;供应商、银行" and the like.
std::vector<std::string_view> parts_of(std::string_view text) {
  constexpr std::string_view separators[]{";", ",", "|", "\n", "、", "；", "，"};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  const auto part_until = [&](std::size_t end) {
    const auto part = trimmed(text.substr(begin, end - begin));
    if (!part.empty()) parts.push_back(part);
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto* found = std::find_if(std::begin(separators), std::end(separators), [&](auto s) { return text.substr(i).starts_with(s); });
    if (found == std::end(separators)) {
      ++i;
      continue;
    }
    part_until(i);
    begin = i += found->size();
  }
  part_until(text.size());
  return parts;
}

Result<void> put_set(const Schema& schema, const AnyField& field, std::string_view text, const CoerceOptions& options, AnyRecord& row) {
  std::vector<std::string> codes;
  for (const auto part : parts_of(text)) {
    GUANXI_ASSIGN(auto code, code_of(schema, field, part, options));
    codes.push_back(std::move(code));
  }
  const auto set = code_set(std::move(codes));
  row.set(field, set.empty() ? Value::null(field.type) : Codec<CodeSet>::pack(std::string_view(set)));
  return {};
}

Result<void> put_id(const AnyField& field, std::string_view text, AnyRecord& row) {
  const auto id = Id::parse(text);
  if (!id) return fault(field, no_such_reference, {excerpt(text)});
  row.set(field, Codec<Id>::pack(*id));
  return {};
}
}  // namespace

bool stands_for_nothing(std::string_view text) {
  constexpr std::string_view words[]{"-", "--", "---", "\\N", "n/a", "null", "nil", "none", "#n/a", "(null)", "(空)", "空", "无", "無", "暂无", "暫無", "－", "—", "——", "–"};
  const auto s = trimmed(text);
  if (s.empty()) return true;
  if (s.size() > 6) return false;
  const auto equal = [](char a, char b) { return a == b || ((a ^ b) == 0x20 && (a | 0x20) >= 'a' && (a | 0x20) <= 'z'); };
  return std::any_of(std::begin(words), std::end(words),
                     [&](auto word) { return std::equal(word.begin(), word.end(), s.begin(), s.end(), equal); });
}

Result<void> coerce(const Schema& schema, const AnyField& field, std::string_view text, const CoerceOptions& options, AnyRecord& row) {
  text = trimmed(text);
  if (stands_for_nothing(text)) {
    row.set(field, Value::null(field.type));
    return {};
  }
  switch (field.type) {
    case Type::none: return fault(field, no_value);
    case Type::boolean: return put(field, parse_boolean(text), row);
    case Type::integer: return put(field, parse_integer(text), row);
    case Type::decimal: return put(field, read_decimal(field, text), row);
    case Type::money: return put(field, Money::parse(text, options.currency), row);
    case Type::date: return put(field, parse_date_lenient(text, options.date_order), row);
    case Type::instant: return put(field, parse_instant_lenient(text, options.date_order, options.offset_minutes), row);
    case Type::text: row.set(field, Value::of_bytes(Type::text, text.data(), text.size())); return {};
    case Type::picklist: return put_choice(schema, field, text, options, row);
    case Type::set: return put_set(schema, field, text, options, row);
    case Type::id: return put_id(field, text, row);
  }
  return fault(field, no_value);
}

}  // namespace guanxi
