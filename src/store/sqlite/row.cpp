#include "store/sqlite/row.h"

#include <algorithm>

#include "base/check.h"
#include "store/sqlite/custom.h"

namespace guanxi::store {
namespace {

constexpr Message damaged{"sqlite.damaged_custom", "The custom fields of row {1} of {2} in {0} are damaged: keep a copy of the file and restore the last backup.",
                          "{0} 中 {2} 第 {1} 行的自定义字段已损坏，请保留一份文件副本，然后恢复最近的备份。"};

// The value in column `at`, borrowed from the statement.
Value column(sqlite3_stmt* row, int at, const AnyField& field) noexcept {
  if (field.type >= Type::text) {
    const void* bytes = field.type == Type::id ? sqlite3_column_blob(row, at) : static_cast<const void*>(sqlite3_column_text(row, at));
    if (bytes == nullptr) return Value::null(field.type);
    return Value::of_bytes(field.type, static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(row, at)));
  }
  const std::int64_t number = sqlite3_column_int64(row, at);
  if (number == 0 && sqlite3_column_type(row, at) == SQLITE_NULL) return Value::null(field.type);
  if (field.type == Type::money) return Value::number(field.type, number, static_cast<std::uint32_t>(sqlite3_column_int(row, at + 1)));
  return Value::number(field.type, number, field.type == Type::decimal ? field.scale : 0);
}

}  // namespace

Result<Value> at_scale(const Value& value, const AnyField& field) {
  if (field.type != Type::decimal || !value.is_set() || value.length == field.scale) return value;
  auto same = Codec<Decimal>::unpack(value).rescaled(field.scale);
  if (!same) return std::move(same).error().at_field(field.name);
  return Codec<Decimal>::pack(*same);
}

Result<void> bind_field(Query& query, int& at, const AnyField& field, const Value& value) {
  if (field.type == Type::decimal) {
    GUANXI_ASSIGN(const Value stored, at_scale(value, field));
    query.bind(at++, stored);
    return {};
  }
  query.bind(at++, value);
  if (field.type != Type::money) return {};
  if (value.is_set())
    query.bind(at++, std::int64_t{value.length});
  else
    query.bind_null(at++);
  return {};
}

Shape::Shape(const Table& table, const EntityType& type)
    : table_(table), type_(type), whole_(true), custom_(type.fields().size() > type.builtin_count()) {}

Shape::Shape(const Table& table, const EntityType& type, std::span<const std::uint16_t> slots) : Shape(table, type) {
  if (slots.empty()) return;
  whole_ = false;
  wanted_.resize(type.fields().size());
  wanted_[common::id] = wanted_[common::revision] = true;
  for (const std::uint16_t slot : slots)
    if (slot < wanted_.size()) wanted_[slot] = true;
  custom_ = std::find(wanted_.begin() + type.builtin_count(), wanted_.end(), true) != wanted_.end();
  list_ = "t.rid";
  for (const AnyField* field : table.fields()) {
    if (!wanted_[field->slot]) continue;
    some_.push_back(field);
    list_ += ",t." + quoted(field->name);
    if (field->type == Type::money) list_ += ",t." + currency_column(*field);
  }
  if (custom_) list_ += ",t.custom";
}

Result<void> Shape::view(const Query& query) {
  sqlite3_stmt* row = query.row();
  values_.resize(type_.fields().size());
  int at = 1;
  for (const AnyField* field : whole_ ? table_.fields() : std::span<const AnyField* const>(some_)) {
    values_[field->slot] = column(row, at, *field);
    at += field->type == Type::money ? 2 : 1;
  }
  return custom_ ? view_custom(query, at) : Result<void>();
}

Result<void> Shape::load(const Query& row, AnyRecord& out) {
  auto viewed = view(row);
  if (out.entity() != type_.number()) out = AnyRecord(type_.number(), 0, 0);
  out.assign(values_);
  out.set_rid(row.number(0));
  return viewed;
}

Result<void> Shape::view_custom(const Query& row, int at) {
  const auto fields = type_.fields();
  for (std::size_t slot = type_.builtin_count(); slot < fields.size(); ++slot)
    if (whole_ || wanted_[slot]) values_[slot] = Value::null(fields[slot]->type);
  std::size_t near = type_.builtin_count();
  CustomFields walk(row.blob(at));
  while (walk.next()) {
    const AnyField* field = custom_field(near, walk.number());
    if (field == nullptr || !(whole_ || wanted_[field->slot])) continue;
    if (const auto value = walk.value()) values_[field->slot] = *value;
  }
  if (!walk.damaged()) return {};
  return Error(Code::corrupt, damaged, {row.path(), std::to_string(row.number(0)), std::string(type_.name())});
}

// The fields are asked for by ascending number, and mostly lie that way.
const AnyField* Shape::custom_field(std::size_t& near, std::uint16_t number) const {
  const auto fields = type_.fields();
  if (near < fields.size() && fields[near]->number == number) return fields[near++];
  const AnyField* field = type_.find(number);
  if (field != nullptr) near = field->slot + std::size_t{1};
  return field;
}

}  // namespace guanxi::store
