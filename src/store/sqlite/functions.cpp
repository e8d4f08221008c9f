#include "store/sqlite/functions.h"

#include "base/check.h"
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

}  // namespace

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
  return {};
}

}  // namespace guanxi::store
