// Records as JSON, out and in.
#include "base/json_read.h"
#include "base/json_text.h"
#include "capi/door/door.h"
#include "model/code_set.h"
#include "model/labels.h"

namespace guanxi::door {
namespace {

constexpr Message no_object{"door.no_json", "The text is no JSON object.", "文本不是 JSON 对象。"};
constexpr Message no_member{"door.no_json_field", "{0} has no field \"{1}\".", "{0}没有字段“{1}”。"};
constexpr Message bad_member{"door.bad_json_value", "{0} cannot be set to {1}: give {2}.", "{0}不能设为 {1}：请给出{2}。"};

// ---- Out ----

void append_set(std::string_view set, std::string& out) {
  out += '[';
  bool first = true;
  for (const std::string_view code : codes_of(set)) {
    if (!std::exchange(first, false)) out += ',';
    append_json_string(code, out);
  }
  out += ']';
}

void append_money(const Money& money, std::string& out) {
  const std::string text = money.text();
  out.append("{\"amount\":\"").append(text, 0, text.find(' ')).append("\",\"currency\":\"").append(money.currency.code()).append("\"}");
}

void append_value(const Value& value, std::string& out) {
  switch (value.type) {
    case Type::boolean: out += value.integer != 0 ? "true" : "false"; return;
    case Type::integer: out += std::to_string(value.integer); return;
    case Type::money: return append_money(Codec<Money>::unpack(value), out);
    case Type::set: return append_set(value.view(), out);
    case Type::text:
    case Type::picklist: return append_json_string(value.view(), out);
    default: return append_json_string(text_of(value), out);
  }
}

// ---- In ----

std::string what_fits(Type type) {
  switch (type) {
    case Type::boolean: return in_both("true 或 false", "true or false");
    case Type::integer: return in_both("整数", "a whole number");
    case Type::decimal: return in_both("形如 \"1.50\" 的文本", "a text such as \"1.50\"");
    case Type::money: return in_both("{\"amount\":\"1.50\",\"currency\":\"CNY\"}", "{\"amount\":\"1.50\",\"currency\":\"CNY\"}");
    case Type::date: return in_both("形如 \"2026-11-21\" 的文本", "a text such as \"2026-11-21\"");
    case Type::instant: return in_both("形如 \"2026-11-21T08:00:00Z\" 的文本", "a text such as \"2026-11-21T08:00:00Z\"");
    case Type::set: return in_both("文本数组", "an array of texts");
    case Type::id: return in_both("编号文本", "an id as text");
    default: return in_both("文本", "a text");
  }
}

Error misfit(const AnyField& field, const JsonValue& value) {
  return Error(Code::invalid, bad_member,
               {in_both(label_of(field, Language::chinese), label_of(field, Language::english)), value.text, what_fits(field.type)})
      .at_field(field.name);
}

template <class T>
Result<void> put(AnyRecord& row, const AnyField& field, Result<T> parsed) {
  if (!parsed) return std::move(parsed).error().at_field(field.name);
  row.put(field.slot, Codec<T>::pack(*parsed));
  return {};
}

Result<void> put_money(AnyRecord& row, const AnyField& field, const JsonValue& value) {
  const std::string* amount = value.find("amount");
  const std::string* currency = value.find("currency");
  if (amount == nullptr || currency == nullptr) return misfit(field, value);
  return put(row, field, Money::parse(*amount + ' ' + *currency));
}

Result<void> put_text(AnyRecord& row, const AnyField& field, const JsonValue& value) {
  const std::string& text = value.text;
  switch (field.type) {
    case Type::decimal: return put(row, field, Decimal::parse(text));
    case Type::date: return put(row, field, Date::parse(text));
    case Type::instant: return put(row, field, Instant::parse(text));
    case Type::id: return put(row, field, Id::parse(text));
    case Type::text:
    case Type::picklist: row.put(field.slot, Value::of_bytes(field.type, text.data(), text.size())); return {};
    default: return misfit(field, value);
  }
}

Result<void> put_set(AnyRecord& row, const AnyField& field, const JsonValue& value) {
  const std::string set = code_set(value.texts);
  row.put(field.slot, Value::of_bytes(Type::set, set.data(), set.size()));
  return {};
}

Result<void> put_member(AnyRecord& row, const AnyField& field, const JsonValue& value) {
  using Kind = JsonValue::Kind;
  if (value.kind == Kind::text) return put_text(row, field, value);
  if (value.kind == Kind::texts && field.type == Type::set) return put_set(row, field, value);
  if (value.kind == Kind::members && field.type == Type::money) return put_money(row, field, value);
  if (value.kind == Kind::null)
    row.put(field.slot, Value::null(field.type));
  else if (value.kind == Kind::boolean && field.type == Type::boolean)
    row.put(field.slot, Codec<Bool>::pack(value.boolean));
  else if (value.kind == Kind::integer && field.type == Type::integer)
    row.put(field.slot, Codec<Int>::pack(value.integer));
  else
    return misfit(field, value);
  return {};
}

Result<void> put_members(const EntityType& type, std::string_view json, AnyRecord& row) {
  Result<void> done;
  const bool whole = read_json_object(json, [&](const std::string& name, const JsonValue& value) {
    const AnyField* field = type.find(name);
    if (field == nullptr)
      done = Error(Code::not_found, no_member, {std::string(type.name()), name});
    else if (!field->has(system_only))
      done = put_member(row, *field, value);
    return done.ok();
  });
  if (done && !whole) return Error(Code::invalid, no_object);
  return done;
}

}  // namespace

std::string record_to_json(const EntityType& type, const AnyRecord& row) {
  std::string out = "{";
  for (const AnyField* field : type.fields()) {
    const Value& value = row.at(field->slot);
    if (!value.is_set()) continue;
    if (out.size() > 1) out += ',';
    append_json_string(field->name, out);
    out += ':';
    append_value(value, out);
  }
  return out + '}';
}

}  // namespace guanxi::door

using namespace guanxi;
using door::on;
using door::Status;

int32_t gx_record_to_json(const gx_record* record, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(record, err, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    *out = door::make_text(record->core, door::record_to_json(*record->type, record->row));
    return GX_OK;
  });
}

int32_t gx_record_from_json(gx_record* record, const char* json, int64_t len, gx_error** err) {
  return on(record, err, [&]() -> Status {
    GUANXI_ASSIGN(const std::string_view text, door::text_in(json, len));
    AnyRecord row(record->row);
    GUANXI_CHECK(door::put_members(*record->type, text, row));
    record->row = std::move(row);
    return GX_OK;
  });
}
