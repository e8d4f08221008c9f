// Records: values by field number, many in one call or one by one.
#include <cstring>

#include "capi/door/door.h"
#include "guanxi/text.h"
#include "model/coerce.h"
#include "model/labels.h"

namespace guanxi::door {
namespace {

static_assert(sizeof(gx_value) == sizeof(Value) && offsetof(gx_value, length) == 4 && offsetof(gx_value, as) == 8);

constexpr Message no_field_number{"door.no_field_number", "{0} has no field {1}: use the numbers of guanxi_fields.h.",
                           "{0}没有编号为 {1} 的字段：请使用 guanxi_fields.h 中的编号。"};
constexpr Message bad_state{"door.bad_state", "A value has the state {0}, which there is not.", "值的状态 {0} 不存在。"};
constexpr Message masked{"door.masked", "{0} is masked for this principal and cannot be written: leave it out.", "{0}对当前用户隐藏，不能写入：请不要包含该字段。"};
constexpr Message wrong_type{"door.wrong_type", "{0} is of another type ({1}) than the value ({2}): use the field's own.",
                             "{0}的类型为 {1}，与传入的类型 {2} 不同：请使用字段自身的类型。"};
constexpr Message bad_id{"door.bad_id", "An id has 16 bytes, not {0}.", "编号应为 16 字节，而不是 {0} 字节。"};
constexpr Message bad_scale{"door.bad_scale", "A decimal has 0 to 18 digits behind its point, not {0}.", "小数位数应为 0 到 18，而不是 {0}。"};
constexpr Message bad_currency{"door.bad_currency", "There is no currency with the number {0}: use those of ISO 4217.", "没有编号为 {0} 的币种：请使用 ISO 4217 的编号。"};

std::string label(const AnyField& field) {
  return in_both(label_of(field, Language::chinese), label_of(field, Language::english));
}

Result<void> check_bytes(Type type, const gx_value& given) {
  if (given.length > 0 && given.as.bytes == nullptr) return Error(Code::misuse, messages::bad_length, {std::to_string(given.length)});
  if (type == Type::id && given.length != 16) return Error(Code::invalid, bad_id, {std::to_string(given.length)});
  if (type == Type::id || text::is_valid({given.as.bytes == nullptr ? "" : given.as.bytes, given.length})) return {};
  return Error(Code::misuse, messages::bad_utf8);
}

Result<void> check_set(const AnyField& field, const gx_value& given) {
  if (given.type != static_cast<std::uint16_t>(field.type))
    return Error(Code::invalid, wrong_type, {label(field), std::to_string(static_cast<int>(field.type)), std::to_string(given.type)}).at_field(field.name);
  if (field.type >= Type::text) return check_bytes(field.type, given);
  if (field.type == Type::decimal && given.length > 18) return Error(Code::invalid, bad_scale, {std::to_string(given.length)}).at_field(field.name);
  if (field.type == Type::money && (given.length > 0xffff || Currency{static_cast<std::uint16_t>(given.length)}.code().empty()))
    return Error(Code::invalid, bad_currency, {std::to_string(given.length)}).at_field(field.name);
  return {};
}

}  // namespace

Result<const AnyField*> field_of(const EntityType& type, std::uint32_t number) {
  const AnyField* field = number > 0xffff ? nullptr : type.find(static_cast<std::uint16_t>(number));
  if (field == nullptr) return Error(Code::not_found, no_field_number, {std::string(type.name()), std::to_string(number)});
  return field;
}

gx_value value_out(const AnyField& field, const Value& value) noexcept {
  gx_value out;
  std::memcpy(&out, &value, sizeof out);
  out.type = static_cast<std::uint16_t>(field.type);
  return out;
}

Result<Value> value_in(const AnyField& field, const gx_value& given) {
  if (given.state == GX_STATE_ABSENT) return Value{};
  if (given.state == GX_STATE_NULL) return Value::null(field.type);
  if (given.state == GX_STATE_MASKED) return Error(Code::invalid, masked, {label(field)}).at_field(field.name);
  if (given.state != GX_STATE_SET) return Error(Code::misuse, bad_state, {std::to_string(given.state)});
  GUANXI_CHECK(check_set(field, given));
  if (field.type < Type::text) return Value::number(field.type, given.as.integer, given.length);
  return Value::of_bytes(field.type, given.as.bytes == nullptr ? "" : given.as.bytes, given.length);
}

Result<void> apply(const EntityType& type, const std::uint32_t* fields, std::int64_t count, const gx_value* values, AnyRecord& row) {
  GUANXI_CHECK(check_count(count, fields));
  GUANXI_CHECK(check_count(count, values));
  for (std::int64_t i = 0; i < count; ++i) {
    GUANXI_ASSIGN(const AnyField* field, field_of(type, fields[i]));
    GUANXI_CHECK(value_in(*field, values[i]));
  }
  AnyRecord applied(row);
  for (std::int64_t i = 0; i < count; ++i) {
    const AnyField& field = *type.find(static_cast<std::uint16_t>(fields[i]));
    GUANXI_ASSIGN(const Value value, value_in(field, values[i]));
    if (value.state == State::absent)
      applied.clear(field.slot);
    else
      applied.put(field.slot, value);
  }
  row = std::move(applied);
  return {};
}

gx_record* make_record(SessionBox& box, AnyRecord&& row) {
  std::shared_ptr<const Schema> schema = box.session.schema();
  auto type = box.core->type(*schema, row.entity());
  const EntityType* known = type ? *type : nullptr;
  return make<gx_record>(box.core, box.core, std::move(schema), known, std::move(row));
}

namespace {

// A getter: the value of a field that is of one of the types, or GX_DONE where it is not set.
template <class Give>
std::int32_t get(const gx_record* record, std::uint32_t number, gx_error** err, std::initializer_list<Type> types, Give&& give) noexcept {
  return on(record, err, [&]() -> Status {
    GUANXI_ASSIGN(const AnyField* field, field_of(*record->type, number));
    if (std::find(types.begin(), types.end(), field->type) == types.end())
      return Error(Code::invalid, wrong_type, {label(*field), std::to_string(static_cast<int>(field->type)), std::to_string(static_cast<int>(*types.begin()))})
          .at_field(field->name);
    const Value& value = record->row.at(field->slot);
    if (!value.is_set()) return GX_DONE;
    give(value);
    return GX_OK;
  });
}

std::int32_t set(gx_record* record, std::uint32_t number, gx_error** err, const gx_value& value) noexcept {
  return on(record, err, [&]() -> Status {
    GUANXI_CHECK(apply(*record->type, &number, 1, &value, record->row));
    return GX_OK;
  });
}

gx_value number_value(std::uint16_t type, std::int64_t number, std::uint32_t length) noexcept {
  gx_value value{};
  value.type = type;
  value.state = GX_STATE_SET;
  value.length = length;
  value.as.integer = number;
  return value;
}

// The type of a field that the caller names only by number, where one setter serves several types.
std::uint16_t type_or(const gx_record* record, std::uint32_t number, std::initializer_list<Type> types) noexcept {
  if (record != nullptr && record->mark == mark_of<gx_record> && number <= 0xffff) {
    const AnyField* field = record->type->find(static_cast<std::uint16_t>(number));
    if (field != nullptr && std::find(types.begin(), types.end(), field->type) != types.end()) return static_cast<std::uint16_t>(field->type);
  }
  return static_cast<std::uint16_t>(*types.begin());
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::check_place;
using door::on;
using door::Status;

int32_t gx_record_new(const gx_store* store, uint32_t entity, gx_record** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    std::shared_ptr<const Schema> schema = store->core->store->schema();
    GUANXI_ASSIGN(const EntityType* type, store->core->type(*schema, entity));
    *out = door::make<gx_record>(store->core, store->core, std::move(schema), type, type->record());
    return GX_OK;
  });
}

int32_t gx_record_copy(const gx_record* record, gx_record** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(record, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    *out = door::make<gx_record>(record->core, record->core, record->schema, record->type, AnyRecord(record->row));
    return GX_OK;
  });
}

int32_t gx_record_entity(const gx_record* record, uint32_t* out, gx_error** err) {
  if (out != nullptr) *out = 0;
  return on(record, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    *out = record->type->number();
    return GX_OK;
  });
}

int32_t gx_record_view(const gx_record* record, const uint32_t* fields, int64_t count, gx_value* out, gx_error** err) {
  return on(record, err, [&]() -> Status {
    GUANXI_CHECK(door::check_count(count, fields));
    GUANXI_CHECK(door::check_count(count, out));
    for (int64_t i = 0; i < count; ++i) out[i] = gx_value{};
    for (int64_t i = 0; i < count; ++i) GUANXI_CHECK(door::field_of(*record->type, fields[i]));
    for (int64_t i = 0; i < count; ++i) {
      const AnyField& field = *record->type->find(static_cast<std::uint16_t>(fields[i]));
      out[i] = door::value_out(field, record->row.at(field.slot));
    }
    return GX_OK;
  });
}

int32_t gx_record_apply(gx_record* record, const uint32_t* fields, int64_t count, const gx_value* values, gx_error** err) {
  return on(record, err, [&]() -> Status {
    GUANXI_CHECK(door::apply(*record->type, fields, count, values, record->row));
    return GX_OK;
  });
}

int32_t gx_record_clear(gx_record* record, gx_error** err) {
  return on(record, err, [&]() -> Status {
    record->row.clear();
    return GX_OK;
  });
}

int32_t gx_record_get_text(const gx_record* record, uint32_t field, gx_str* out, gx_error** err) {
  if (out == nullptr) return on(record, err, [&]() -> Status { return check_place(out, "out").error().clone(); });
  *out = {"", 0};
  return door::get(record, field, err, {Type::text, Type::picklist, Type::set}, [&](const Value& value) { *out = door::str(value.view()); });
}

int32_t gx_record_get_integer(const gx_record* record, uint32_t field, int64_t* out, gx_error** err) {
  if (out == nullptr) return on(record, err, [&]() -> Status { return check_place(out, "out").error().clone(); });
  *out = 0;
  return door::get(record, field, err, {Type::integer, Type::boolean, Type::date, Type::instant}, [&](const Value& value) { *out = value.integer; });
}

int32_t gx_record_get_decimal(const gx_record* record, uint32_t field, int64_t* coefficient, int32_t* scale, gx_error** err) {
  if (coefficient == nullptr || scale == nullptr)
    return on(record, err, [&]() -> Status { return Error(Code::misuse, door::messages::no_place, {"coefficient, scale"}); });
  *coefficient = *scale = 0;
  return door::get(record, field, err, {Type::decimal}, [&](const Value& value) {
    *coefficient = value.integer;
    *scale = static_cast<int32_t>(value.length);
  });
}

int32_t gx_record_get_money(const gx_record* record, uint32_t field, int64_t* minor, int32_t* currency, gx_error** err) {
  if (minor == nullptr || currency == nullptr)
    return on(record, err, [&]() -> Status { return Error(Code::misuse, door::messages::no_place, {"minor, currency"}); });
  *minor = *currency = 0;
  return door::get(record, field, err, {Type::money}, [&](const Value& value) {
    *minor = value.integer;
    *currency = static_cast<int32_t>(value.length);
  });
}

int32_t gx_record_get_id(const gx_record* record, uint32_t field, uint8_t* out16, gx_error** err) {
  if (out16 == nullptr) return on(record, err, [&]() -> Status { return check_place(out16, "out16").error().clone(); });
  std::memset(out16, 0, 16);
  return door::get(record, field, err, {Type::id}, [&](const Value& value) { std::memcpy(out16, value.bytes, 16); });
}

int32_t gx_record_set_text(gx_record* record, uint32_t field, const char* text, int64_t len, gx_error** err) {
  return on(record, err, [&]() -> Status {
    GUANXI_ASSIGN(const std::string_view given, door::text_in(text, len));
    gx_value value = door::number_value(door::type_or(record, field, {Type::text, Type::picklist, Type::set}), 0, static_cast<uint32_t>(given.size()));
    value.as.bytes = given.data();
    GUANXI_CHECK(door::apply(*record->type, &field, 1, &value, record->row));
    return GX_OK;
  });
}

int32_t gx_record_set_integer(gx_record* record, uint32_t field, int64_t number, gx_error** err) {
  return door::set(record, field, err,
                   door::number_value(door::type_or(record, field, {Type::integer, Type::boolean, Type::date, Type::instant}), number, 0));
}

int32_t gx_record_set_decimal(gx_record* record, uint32_t field, int64_t coefficient, int32_t scale, gx_error** err) {
  return door::set(record, field, err, door::number_value(GX_TYPE_DECIMAL, coefficient, static_cast<uint32_t>(scale)));
}

int32_t gx_record_set_money(gx_record* record, uint32_t field, int64_t minor, int32_t currency, gx_error** err) {
  return door::set(record, field, err, door::number_value(GX_TYPE_MONEY, minor, static_cast<uint32_t>(currency)));
}

int32_t gx_record_set_id(gx_record* record, uint32_t field, const uint8_t* id16, gx_error** err) {
  static constexpr uint8_t none[16] = {};
  gx_value value = door::number_value(GX_TYPE_ID, 0, 16);
  value.as.bytes = reinterpret_cast<const char*>(id16);
  if (id16 == nullptr || std::memcmp(id16, none, 16) == 0) value.state = GX_STATE_NULL;
  return door::set(record, field, err, value);
}

int32_t gx_record_set_null(gx_record* record, uint32_t field, gx_error** err) {
  gx_value value{};
  value.state = GX_STATE_NULL;
  return door::set(record, field, err, value);
}

int32_t gx_record_parse(gx_record* record, uint32_t field, const char* text, int64_t len, gx_error** err) {
  return on(record, err, [&]() -> Status {
    GUANXI_ASSIGN(const std::string_view given, door::text_in(text, len));
    GUANXI_ASSIGN(const AnyField* known, door::field_of(*record->type, field));
    GUANXI_CHECK(coerce(*record->schema, *known, given, {}, record->row));
    return GX_OK;
  });
}

int32_t gx_record_show(const gx_record* record, uint32_t field, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(record, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(const AnyField* known, door::field_of(*record->type, field));
    *out = door::make_text(record->core, text_of(record->row.at(known->slot)));
    return GX_OK;
  });
}

void gx_record_free(gx_record* record) { door::dispose(record); }
