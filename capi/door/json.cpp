// Records as JSON, out and in.
#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "capi/door/door.h"
#include "model/code_set.h"
#include "model/labels.h"

namespace guanxi::door {
namespace {

using Json = nlohmann::json;

constexpr Message no_object{"door.no_json", "The text is no JSON object.", "文本不是 JSON 对象。"};
constexpr Message no_field{"door.no_json_field", "{0} has no field \"{1}\".", "{0}没有字段“{1}”。"};
constexpr Message bad_member{"door.bad_json_value", "{0} cannot be set to {1}: give {2}.", "{0}不能设为 {1}：请给出{2}。"};

constexpr int deepest = 16;

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

Error misfit(const AnyField& field, const Json& value) {
  return Error(Code::invalid, bad_member,
               {in_both(label_of(field, Language::chinese), label_of(field, Language::english)), value.dump(-1, ' ', false, Json::error_handler_t::replace),
                what_fits(field.type)})
      .at_field(field.name);
}

template <class T>
Result<void> put(AnyRecord& row, const AnyField& field, Result<T> parsed) {
  if (!parsed) return std::move(parsed).error().at_field(field.name);
  row.put(field.slot, Codec<T>::pack(*parsed));
  return {};
}

Result<void> put_set(AnyRecord& row, const AnyField& field, const Json& value) {
  std::vector<std::string> codes;
  for (const Json& code : value) {
    if (!code.is_string()) return misfit(field, value);
    codes.push_back(code.get<std::string>());
  }
  const std::string set = code_set(std::move(codes));
  row.put(field.slot, Value::of_bytes(Type::set, set.data(), set.size()));
  return {};
}

Result<void> put_money(AnyRecord& row, const AnyField& field, const Json& value) {
  const auto amount = value.find("amount");
  const auto currency = value.find("currency");
  if (amount == value.end() || currency == value.end() || !amount->is_string() || !currency->is_string()) return misfit(field, value);
  return put(row, field, Money::parse(amount->get<std::string>() + ' ' + currency->get<std::string>()));
}

Result<void> put_text(AnyRecord& row, const AnyField& field, const std::string& text) {
  switch (field.type) {
    case Type::decimal: return put(row, field, Decimal::parse(text));
    case Type::date: return put(row, field, Date::parse(text));
    case Type::instant: return put(row, field, Instant::parse(text));
    case Type::id: return put(row, field, Id::parse(text));
    default: row.put(field.slot, Value::of_bytes(field.type, text.data(), text.size())); return {};
  }
}

Result<void> put_member(AnyRecord& row, const AnyField& field, const Json& value) {
  if (value.is_null()) {
    row.put(field.slot, Value::null(field.type));
    return {};
  }
  const bool textual = field.type == Type::decimal || field.type == Type::date || field.type == Type::instant || field.type == Type::id ||
                       field.type == Type::text || field.type == Type::picklist;
  if (textual && value.is_string()) return put_text(row, field, value.get_ref<const std::string&>());
  if (field.type == Type::boolean && value.is_boolean()) row.put(field.slot, Codec<Bool>::pack(value.get<bool>()));
  else if (field.type == Type::integer && value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX))
    row.put(field.slot, Codec<Int>::pack(value.get<std::int64_t>()));
  else if (field.type == Type::set && value.is_array()) return put_set(row, field, value);
  else if (field.type == Type::money && value.is_object()) return put_money(row, field, value);
  else return misfit(field, value);
  return {};
}

// Without exceptions, and no deeper than what a record can hold.
Result<Json> parse(std::string_view text) {
  bool deep = false;
  const Json::parser_callback_t shallow = [&](int depth, Json::parse_event_t, Json&) {
    deep = deep || depth > deepest;
    return !deep;
  };
  Json object = Json::parse(text, shallow, false);
  if (deep || !object.is_object()) return Error(Code::invalid, no_object);
  return object;
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
    GUANXI_ASSIGN(const door::Json object, door::parse(text));
    AnyRecord row(record->row);
    for (const auto& [name, value] : object.items()) {
      const AnyField* field = record->type->find(name);
      if (field == nullptr) return Error(Code::not_found, door::no_field, {std::string(record->type->name()), name});
      if (!field->has(system_only)) GUANXI_CHECK(door::put_member(row, *field, value));
    }
    record->row = std::move(row);
    return GX_OK;
  });
}
