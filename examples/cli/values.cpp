#include "values.h"

#include <algorithm>
#include <charconv>

#include "format.h"
#include "guanxi/text.h"
#include "sentences.h"

namespace cli {

namespace {

[[noreturn]] void wrong(const Context& c, const AnyField& field, std::string_view text, std::string_view right) {
  throw Stop{refused, c.say(say::wrong_value, {label_of(field, c.language), field.name, text, right}), "invalid"};
}

template <class T>
T right(const Context& c, const AnyField& field, std::string_view text, Result<T> result) {
  if (!result) wrong(c, field, text, result.error().text(c.language));
  return std::move(result).value();
}

std::int64_t boolean(const Context& c, const AnyField& field, std::string_view text) {
  const auto folded = text::fold(text);
  for (const std::string_view yes : {"true", "yes", "y", "1", "是", "有"})
    if (folded == yes) return 1;
  for (const std::string_view no : {"false", "no", "n", "0", "否", "无"})
    if (folded == no) return 0;
  wrong(c, field, text, c.pick(say::want_boolean));
}

std::int64_t integer(const Context& c, const AnyField& field, std::string_view text) {
  std::string digits(text);
  std::erase(digits, ',');
  std::int64_t n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (error != std::errc() || end != digits.data() + digits.size()) wrong(c, field, text, c.pick(say::want_integer));
  return n;
}

Value decimal(const Context& c, const AnyField& field, std::string_view text) {
  const auto number = right(c, field, text, Decimal::parse(text));
  return Codec<Decimal>::pack(right(c, field, text, number.rescaled(field.scale)));
}

// The stable code that this text means; unknown ones are told what there is.
std::string code(const Context& c, const Schema& schema, const AnyField& field, std::string_view text) {
  const auto* list = schema.picklist(field.picklist);
  if (list == nullptr) return std::string(text);
  if (const auto* entry = list->match(text)) return entry->code;
  std::string known;
  for (const auto& entry : list->entries)
    if (!entry.retired) known += (known.empty() ? "" : ", ") + entry.code + " (" + std::string(entry.label(c.language)) + ")";
  wrong(c, field, text, c.say(say::want_code, {known}));
}

std::vector<std::string> pieces(std::string_view text, std::string_view separators) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(separators), text.size());
    auto piece = text::normalize(text.substr(0, end));
    piece.erase(0, piece.find_first_not_of(' '));
    while (piece.ends_with(' ')) piece.pop_back();
    if (!piece.empty()) out.push_back(std::move(piece));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string code_set(const Context& c, const Schema& schema, const AnyField& field, std::string_view text) {
  std::vector<std::string> codes;
  for (const auto& piece : pieces(text, ",;|")) codes.push_back(code(c, schema, field, piece));
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  std::string out = "|";
  for (const auto& each : codes) out.append(each).append("|");
  return codes.empty() ? std::string() : out;
}

Typed text_like(Type type, std::string bytes) {
  Typed out{{}, std::move(bytes)};
  out.value = Value::of_bytes(type, out.bytes.data(), out.bytes.size());
  return out;
}

Typed reference(const Context& c, Session& session, const AnyField& field, std::string_view text) {
  const auto schema = session.schema();
  const auto* target = schema->find(field.target);
  const Id id = target != nullptr ? record_named(c, session, *target, text).id() : right(c, field, text, Id::parse(text));
  return text_like(Type::id, std::string(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()));
}

}  // namespace

Typed typed(const Context& c, Session& session, const AnyField& field, std::string_view text) {
  const auto schema = session.schema();
  if (text.empty()) return {Value::null(field.type), {}};
  switch (field.type) {
    case Type::boolean: return {Value::number(Type::boolean, boolean(c, field, text)), {}};
    case Type::integer: return {Value::number(Type::integer, integer(c, field, text)), {}};
    case Type::decimal: return {decimal(c, field, text), {}};
    case Type::money: return {Codec<Money>::pack(right(c, field, text, Money::parse(text))), {}};
    case Type::date: return {Codec<Date>::pack(right(c, field, text, Date::parse(text))), {}};
    case Type::instant: return {Codec<Instant>::pack(right(c, field, text, instant_of_local(text))), {}};
    case Type::picklist: return text_like(Type::picklist, code(c, *schema, field, text));
    case Type::set: return text_like(Type::set, code_set(c, *schema, field, text));
    case Type::id: return reference(c, session, field, text);
    case Type::text:
    case Type::none: break;
  }
  return text_like(Type::text, std::string(text));
}

std::pair<std::string, std::string> assignment(const Context& c, std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) throw Stop{usage, c.say(say::not_an_assignment, {text}), "invalid"};
  return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

AnyRecord record_of(const Context& c, Session& session, const EntityType& type, const std::vector<std::string>& assignments) {
  auto record = type.record();
  for (const auto& each : assignments) {
    const auto [name, text] = assignment(c, each);
    const auto& field = field_named(c, type, name);
    record.set(field, typed(c, session, field, text).borrowed());
  }
  return record;
}

}  // namespace cli
