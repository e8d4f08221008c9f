#include "store/sqlite/derived.h"

#include <algorithm>
#include <memory>

#include "base/check.h"
#include "model/derive.h"
#include "store/search/tokens.h"
#include "store/sqlite/fts.h"
#include "store/sqlite/reads.h"
#include "store/sqlite/waiting.h"

namespace guanxi::store {
namespace {

bool keyed(const AnyField& field) noexcept { return field.custom() && field.has(indexed); }

Result<std::string> rules_in(Connection& db, std::string_view name) {
  GUANXI_ASSIGN(Query query, db.query("SELECT value FROM gx_meta WHERE key=?"));
  query.bind(1, name);
  GUANXI_ASSIGN(const bool found, query.next());
  return found ? std::string(query.blob(0)) : std::string();
}

Result<void> set_rules(Connection& db, std::string_view name, std::string_view rules) {
  GUANXI_ASSIGN(Query query, db.query("INSERT OR REPLACE INTO gx_meta(key,value)VALUES(?,?)"));
  query.bind(1, name).bind_blob(2, rules);
  return query.run();
}

Result<void> enter_texts(Connection& db, const EntityType& type, const Table& table) {
  Shape shape(table, type);
  GUANXI_ASSIGN(Query rows, db.query("SELECT " + shape.list() + " FROM " + table.name() + " t" + (table.shared() ? " WHERE " + table.rows() : "")));
  AnyRecord row = type.record();
  std::string text;
  while (true) {
    GUANXI_ASSIGN(const bool found, rows.next());
    if (!found) return {};
    GUANXI_CHECK(shape.load(rows, row));
    text.clear();
    append_search_text(type, row, text);
    if (!text.empty()) GUANXI_CHECK(enter_text(db, table.search(), row.rid(), text));
  }
}

// All entities that share a search table are entered anew when one of them must be.
Result<void> search_again(Connection& db, std::span<const EntityType* const> types) {
  std::string rules;
  for (const EntityType* type : types) rules += search_rules(*type) + ';';
  const Table table(*types.front());
  GUANXI_ASSIGN(const std::string made_by, rules_in(db, table.search()));
  if (made_by == rules) return {};
  GUANXI_CHECK(db.execute("INSERT INTO " + table.search() + '(' + table.search() + ")VALUES('delete-all')"));
  GUANXI_CHECK(forget_waiting(db, table.search()));
  for (const EntityType* type : types) GUANXI_CHECK(enter_texts(db, *type, Table(*type)));
  return set_rules(db, table.search(), rules);
}

Result<void> key_field(Connection& db, const EntityType& type, const AnyField& field) {
  const Table table(type);
  const std::string value = "gx_key_value(t.custom," + std::to_string(field.number) + ')';
  return db.execute("INSERT OR IGNORE INTO gx_key SELECT " + std::to_string(space_of(field)) + ',' + value + ',' + std::to_string(type.number()) +
                    ",t.rid FROM " + table.name() + " t WHERE " + value + " IS NOT NULL" + (table.shared() ? " AND " + table.rows() : ""));
}

Result<void> key_again(Connection& db, const EntityType& type) {
  const std::string name = "gx_key_" + std::to_string(type.number());
  const std::string rules = key_rules(type);
  GUANXI_ASSIGN(const std::string made_by, rules_in(db, name));
  if (made_by == rules) return {};
  const auto first = std::int64_t{type.number()} << 16;
  GUANXI_CHECK(db.execute("DELETE FROM gx_key WHERE space BETWEEN " + std::to_string(first) + " AND " + std::to_string(first | 0xffff)));
  for (const AnyField* field : type.fields())
    if (keyed(*field)) GUANXI_CHECK(key_field(db, type, *field));
  return set_rules(db, name, rules);
}

}  // namespace

std::string search_rules(const EntityType& type) {
  std::string rules = std::to_string(search::tokens_version);
  for (const AnyField* field : type.fields())
    if (field->has(searchable)) rules += ',' + std::to_string(field->number);
  return rules;
}

std::string key_rules(const EntityType& type) {
  std::string rules;
  for (const AnyField* field : type.fields())
    if (keyed(*field)) rules += std::to_string(field->number) + ',';
  return rules;
}

Result<void> derive_again(Connection& db, const Schema& schema) {
  std::vector<const EntityType*> custom;
  for (const auto& type : schema.entities()) {
    GUANXI_CHECK(key_again(db, *type));
    if (!is_searchable(*type)) continue;
    const EntityType* one[] = {type.get()};
    if (type->custom())
      custom.push_back(type.get());
    else
      GUANXI_CHECK(search_again(db, one));
  }
  return custom.empty() ? Result<void>() : search_again(db, custom);
}

}  // namespace guanxi::store
