#include "store/sqlite/names.h"

#include "store/sqlite/table.h"

namespace guanxi::store {
namespace {

void call(std::string& out, std::string_view function, const AnyField& field, std::string_view alias) {
  out += function;
  out += '(';
  out += alias;
  out += ".custom,";
  out += std::to_string(field.number);
  out += ')';
}

}  // namespace

const AnyField* SqliteNames::find(std::uint16_t entity, std::uint16_t field) const {
  const EntityType* type = entity == type_.number() ? &type_ : schema_.find(entity);
  return type == nullptr ? nullptr : type->find(field);
}

// The index that counting runs on holds fields that have no index of their own. It must not tempt the planner to
// fetch half of a table through it: a field behind a plus sign is not looked for in any index.
void SqliteNames::value(std::string& out, const AnyField& field, std::string_view alias) const {
  if (field.custom()) return call(out, "gx_field", field, alias);
  if (!field.has(indexed) && field.slot != common::id) out += '+';
  out += alias;
  out += '.';
  out += quoted(field.name);
}

void SqliteNames::currency(std::string& out, const AnyField& field, std::string_view alias) const {
  if (field.custom()) return call(out, "gx_currency", field, alias);
  out += alias;
  out += '.';
  out += currency_column(field);
}

void SqliteNames::table(std::string& out, std::uint16_t entity, std::string_view alias) const {
  const EntityType* type = entity == type_.number() ? &type_ : schema_.find(entity);
  out += type == nullptr ? "\"gx_row\"" : table_name(*type);
  out += ' ';
  out += alias;
}

void SqliteNames::rows(std::string& out, std::uint16_t entity, std::string_view alias) const {
  if (entity < 1000) return;
  out += " AND ";
  out += alias;
  out += ".entity=";
  out += std::to_string(entity);
}

}  // namespace guanxi::store
