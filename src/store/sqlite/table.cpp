#include "store/sqlite/table.h"

#include <algorithm>
#include <cassert>

namespace guanxi::store {
namespace {

bool is_money(const AnyField& field) noexcept { return field.type == Type::money; }

// Calls `each` with every column of a field.
template <class Each>
void columns_of(const AnyField& field, Each&& each) {
  each(quoted(field.name));
  if (is_money(field)) each(currency_column(field));
}

}  // namespace

std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

std::string table_name(const EntityType& type) {
  return type.custom() ? "\"gx_row\"" : store::quoted("gx_" + std::string(type.name()));
}

std::string currency_column(const AnyField& field) { return store::quoted(std::string(field.name) + "_currency"); }

bool is_searchable(const EntityType& type) noexcept {
  return std::any_of(type.fields().begin(), type.fields().end(), [](const AnyField* f) { return f->has(searchable); });
}

Table::Table(const EntityType& type)
    : entity_(type.number()),
      shared_(type.custom()),
      name_(table_name(type)),
      search_(shared_ ? "gx_search_custom" : "gx_search_" + std::string(type.name())),
      fields_(type.fields().begin(), type.fields().begin() + type.builtin_count()),
      all_("t.rid") {
  assert(type.builtin_count() < custom_bit);
  for (const AnyField* field : fields_) columns_of(*field, [&](const std::string& column) { all_ += ",t." + column; });
  all_ += ",t.custom";
}

std::string Table::rows() const { return shared_ ? "t.entity=" + std::to_string(entity_) : std::string(); }

std::string Table::insert() const {
  std::string names, marks;
  const auto add = [&](const std::string& column) {
    names += column + ',';
    marks += "?,";
  };
  for (const AnyField* field : fields_) columns_of(*field, add);
  const std::string entity = shared_ ? ",entity" : "";
  const std::string number = shared_ ? ',' + std::to_string(entity_) : "";
  return "INSERT INTO " + name_ + '(' + names + "custom" + entity + ")VALUES(" + marks + '?' + number + ')';
}

std::string Table::update(std::uint64_t columns) const {
  std::string set;
  const auto add = [&](const std::string& column) { set += (set.empty() ? "" : ",") + column + "=?"; };
  for (std::size_t slot = 0; slot < fields_.size(); ++slot)
    if (columns >> slot & 1) columns_of(*fields_[slot], add);
  if (columns >> custom_bit & 1) add("custom");
  return "UPDATE " + name_ + " SET " + set + " WHERE rid=? AND revision=?";
}

std::string Table::get_by_id() const {
  return "SELECT " + all_ + " FROM " + name_ + " t WHERE t.id=?" + (shared_ ? " AND " + rows() : "");
}

std::string Table::get_by_rid() const {
  return "SELECT " + all_ + " FROM " + name_ + " t WHERE t.rid=?" + (shared_ ? " AND " + rows() : "");
}

const Table& Tables::of(const EntityType& type) {
  auto& table = tables_[type.number()];
  if (!table) table = std::make_unique<const Table>(type);
  return *table;
}

}  // namespace guanxi::store
