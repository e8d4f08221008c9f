#include "store/sqlite/functions.h"

#include <vector>

#include "base/check.h"
#include "expr/row_formula.h"
#include "store/sqlite/custom.h"

namespace guanxi::store {
namespace {

std::optional<Value> asked(sqlite3_value** arguments) noexcept {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(arguments[0]));
  if (bytes == nullptr) return std::nullopt;
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
  return custom_value({bytes, size}, static_cast<std::uint16_t>(sqlite3_value_int(arguments[1])));
}

void give_bytes(sqlite3_context* context, const Value& value) noexcept {
  if (value.type == Type::id)
    sqlite3_result_blob64(context, value.bytes, value.length, SQLITE_TRANSIENT);
  else
    sqlite3_result_text64(context, value.bytes, value.length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void give(sqlite3_context* context, const Value& value) noexcept {
  if (value.has_bytes())
    give_bytes(context, value);
  else
    sqlite3_result_int64(context, value.integer);
}

void field(sqlite3_context* context, int, sqlite3_value** arguments) noexcept {
  if (const auto value = asked(arguments)) give(context, *value);
}

void currency(sqlite3_context* context, int, sqlite3_value** arguments) noexcept {
  const auto value = asked(arguments);
  if (value && value->type == Type::money) sqlite3_result_int64(context, value->length);
}

void key_value(sqlite3_context* context, int, sqlite3_value** arguments) noexcept {
  const auto value = asked(arguments);
  if (!value) return;
  if (value->type != Type::money) return give(context, *value);
  const std::string key = money_key(*value);
  sqlite3_result_blob64(context, key.data(), key.size(), SQLITE_TRANSIENT);
}

constexpr char formula_pointer[] = "gx_formula";

Value given(sqlite3_value** arguments, const AnyField& field) noexcept {
  sqlite3_value* const value = arguments[0];
  if (sqlite3_value_type(value) == SQLITE_NULL) return Value::null(field.type);
  if (field.type >= Type::text) {
    const bool id = field.type == Type::id;
    const void* const bytes = id ? sqlite3_value_blob(value) : sqlite3_value_text(value);
    return Value::of_bytes(field.type, static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value)));
  }
  const std::uint32_t length = field.type == Type::decimal ? field.scale
                               : field.type == Type::money ? static_cast<std::uint32_t>(sqlite3_value_int(arguments[1]))
                                                           : 0;
  return Value::number(field.type, sqlite3_value_int64(value), length);
}

void formula(sqlite3_context* context, int count, sqlite3_value** arguments) noexcept {
  const auto* const asked = static_cast<const RowFormula*>(count == 0 ? nullptr : sqlite3_value_pointer(arguments[0], formula_pointer));
  if (asked == nullptr) return sqlite3_result_error(context, "gx_formula() is the library's own", -1);
  try {
    std::vector<Value> values;
    int at = 1;
    for (const AnyField* field : asked->fields()) {
      values.push_back(given(arguments + at, *field));
      at += field->type == Type::money ? 2 : 1;
    }
    sqlite3_result_int(context, asked->holds(values) ? 1 : 0);
  } catch (...) {  // there is nothing else to throw
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

int bind_formula(sqlite3_stmt* statement, int at, const Value& formula) noexcept {
  return sqlite3_bind_pointer(statement, at, const_cast<char*>(formula.bytes), formula_pointer, nullptr);
}

Result<void> add_functions(Connection& connection) {
  struct {
    const char* name;
    void (*call)(sqlite3_context*, int, sqlite3_value**) noexcept;
  } const functions[] = {{"gx_field", field}, {"gx_currency", currency}, {"gx_key_value", key_value}};
  for (const auto& f : functions) {
    const int code = sqlite3_create_function_v2(connection.handle(), f.name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, f.call,
                                                nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return connection.error();
  }
  const int code = sqlite3_create_function_v2(connection.handle(), "gx_formula", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, formula, nullptr,
                                              nullptr, nullptr);
  if (code != SQLITE_OK) return connection.error();
  return {};
}

}  // namespace guanxi::store
