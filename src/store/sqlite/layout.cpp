#include "store/sqlite/layout.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "base/check.h"
#include "store/sqlite/derived.h"
#include "store/sqlite/fts.h"
#include "store/sqlite/table.h"
#include "store/sqlite/transaction.h"

namespace guanxi::store {
namespace {

constexpr Message layout_stopped{"sqlite.layout_stopped", "Building the indexes of {0} was stopped; the next program that opens it builds them.",
                          "已中止为 {0} 建立索引；下次打开时会自动建立。"};

struct ColumnDefinition {
  std::string name;  // quoted
  std::string_view type;
};

std::string_view column_type(Type type) noexcept {
  switch (type) {
    case Type::text:
    case Type::picklist:
    case Type::set: return "TEXT";
    case Type::id: return "BLOB";
    default: return "INTEGER";
  }
}

std::span<const AnyField* const> builtin_fields(const EntityType& type) {
  return type.fields().first(type.builtin_count());
}

std::vector<ColumnDefinition> columns_of(const EntityType& type) {
  std::vector<ColumnDefinition> columns;
  for (const AnyField* field : builtin_fields(type)) {
    columns.push_back({quoted(field->name), column_type(field->type)});
    if (field->type == Type::money) columns.push_back({currency_column(*field), "INTEGER"});
  }
  columns.push_back({"custom", "BLOB"});
  return columns;
}

std::string create_table(const EntityType& type) {
  std::string sql = "CREATE TABLE " + table_name(type) + "(rid INTEGER PRIMARY KEY";
  for (const ColumnDefinition& column : columns_of(type)) {
    sql += ',' + column.name + ' ' + std::string(column.type);
    if (column.name == "\"id\"") sql += " NOT NULL UNIQUE";
  }
  return sql + ')';
}

// Rows that point to nothing need no place in the index of a reference. A page of an owner's rows comes by the time of
// their last change.
IndexDefinition index_of(const EntityType& type, const AnyField& field) {
  const std::string name = std::string(index_prefix) + std::string(type.name()) + '_' + std::string(field.name);
  const bool by_owner = field.slot == type.owner() || field.slot == type.department();
  std::string columns = quoted(field.name);
  if (by_owner) columns += ",updated_at";
  const bool sparse = field.type == Type::id && !field.has(required);
  return {name, "CREATE INDEX " + quoted(name) + " ON " + table_name(type) + '(' + columns + ')' +
                    (sparse ? " WHERE " + quoted(field.name) + " IS NOT NULL" : "")};
}

// The index that counting runs on: all dimensions, and what says which rows somebody may see.
std::optional<IndexDefinition> dimension_index(const EntityType& type) {
  std::string columns;
  for (const AnyField* field : builtin_fields(type))
    if (field->has(dimension)) columns += quoted(field->name) + ',';
  if (columns.empty()) return std::nullopt;
  for (const std::uint16_t slot : {type.owner(), type.department(), type.sensitivity()})
    if (slot != no_slot) columns += quoted(type.fields()[slot]->name) + ',';
  const std::string name = std::string(index_prefix) + std::string(type.name()) + "__dimensions";
  return IndexDefinition{name, "CREATE INDEX " + quoted(name) + " ON " + table_name(type) + '(' + columns + "archived_at)"};
}

// What the file needs, as text, for telling quickly whether it has changed since.
std::string fingerprint(const Schema& schema) {
  std::string all;
  for (const auto& type : schema.entities()) {
    if (!type->custom()) all += create_table(*type) + '\n';
    if (is_searchable(*type)) all += create_search_table(Table(*type).search()) + search_rules(*type) + '\n';
    all += key_rules(*type) + '\n';
  }
  for (const IndexDefinition& index : indexes_of(schema)) all += index.sql + '\n';
  return std::to_string(std::hash<std::string>{}(all));
}

Result<bool> is_laid_out(Connection& db, std::string_view fingerprint) {
  GUANXI_ASSIGN(Query query, db.query("SELECT value FROM gx_meta WHERE key='layout'"));
  GUANXI_ASSIGN(const bool found, query.next());
  return found && query.blob(0) == fingerprint;
}

Result<std::unordered_set<std::string>> existing_columns(Connection& db, std::string_view table) {
  GUANXI_ASSIGN(Query query, db.query("SELECT name FROM pragma_table_info(?)"));
  query.bind(1, table);
  std::unordered_set<std::string> names;
  while (true) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) return names;
    names.insert(quoted(query.text(0)));
  }
}

Result<void> lay_out_table(Connection& db, const EntityType& type) {
  GUANXI_ASSIGN(const auto existing, existing_columns(db, "gx_" + std::string(type.name())));
  if (existing.empty()) return db.execute(create_table(type));
  for (const ColumnDefinition& column : columns_of(type))
    if (column.name != "custom" && !existing.contains(column.name))
      GUANXI_CHECK(db.execute("ALTER TABLE " + table_name(type) + " ADD COLUMN " + column.name + ' ' + std::string(column.type)));
  return {};
}

Result<void> lay_out_search(Connection& db, const std::string& table) {
  GUANXI_ASSIGN(const auto existing, existing_columns(db, table));
  return existing.empty() ? db.execute(create_search_table(table)) : Result<void>();
}

Result<std::unordered_map<std::string, std::string>> existing_indexes(Connection& db) {
  GUANXI_ASSIGN(Query query, db.query("SELECT name,sql FROM sqlite_schema WHERE type='index' AND substr(name,1,?1)=?2"));
  query.bind(1, static_cast<std::int64_t>(index_prefix.size())).bind(2, index_prefix);
  std::unordered_map<std::string, std::string> indexes;
  while (true) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) return indexes;
    indexes.emplace(query.text(0), query.text(1));
  }
}

Result<void> lay_out_indexes(Connection& db, const Schema& schema, const Progress& progress) {
  GUANXI_ASSIGN(auto existing, existing_indexes(db));
  std::vector<IndexDefinition> missing;
  for (IndexDefinition& index : indexes_of(schema)) {
    const auto found = existing.find(index.name);
    const bool same = found != existing.end() && found->second == index.sql;
    if (same)
      existing.erase(found);
    else
      missing.push_back(std::move(index));
  }
  for (const auto& [name, sql] : existing) GUANXI_CHECK(db.execute("DROP INDEX " + quoted(name)));
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if (progress && !progress(i, missing.size())) return Error(Code::cancelled, layout_stopped, {db.path()});
    GUANXI_CHECK(db.execute(missing[i].sql));
  }
  return {};
}

Result<void> set_fingerprint(Connection& db, std::string_view fingerprint) {
  GUANXI_ASSIGN(Query query, db.query("INSERT OR REPLACE INTO gx_meta(key,value)VALUES('layout',?)"));
  query.bind_blob(1, fingerprint);
  return query.run();
}

Result<void> lay_out_all(Connection& db, const Schema& schema, std::string_view fingerprint, const Progress& progress) {
  for (const auto& type : schema.entities()) {
    if (!type->custom()) GUANXI_CHECK(lay_out_table(db, *type));
    if (is_searchable(*type)) GUANXI_CHECK(lay_out_search(db, Table(*type).search()));
  }
  GUANXI_CHECK(lay_out_indexes(db, schema, progress));
  GUANXI_CHECK(derive_again(db, schema));
  return set_fingerprint(db, fingerprint);
}

}  // namespace

std::vector<IndexDefinition> indexes_of(const Schema& schema) {
  std::vector<IndexDefinition> indexes{
      {"gxi_change_record", "CREATE INDEX gxi_change_record ON gx_change(entity,rid)"},
      {"gxi_change_set", "CREATE INDEX gxi_change_set ON gx_change(\"set\") WHERE \"set\"<>seq"},
      {"gxi_idempotency_at", "CREATE INDEX gxi_idempotency_at ON gx_idempotency(at)"},
      {"gxi_row_entity", "CREATE INDEX gxi_row_entity ON gx_row(entity)"},
      {"gxi_row_updated_at", "CREATE INDEX gxi_row_updated_at ON gx_row(entity,updated_at)"},
  };
  for (const auto& type : schema.entities()) {
    if (type->custom()) continue;
    for (const AnyField* field : builtin_fields(*type))
      if (field->has(indexed)) indexes.push_back(index_of(*type, *field));
    if (auto index = dimension_index(*type)) indexes.push_back(*std::move(index));
  }
  return indexes;
}

Result<void> lay_out(Connection& db, const Schema& schema, const Progress& progress) {
  const std::string wanted = fingerprint(schema);
  GUANXI_ASSIGN(const bool done, is_laid_out(db, wanted));
  if (done) return {};
  return in_transaction(db, [&] { return lay_out_all(db, schema, wanted, progress); });
}

Result<void> drop_indexes(Connection& db, const Schema& schema) {
  GUANXI_CHECK(set_fingerprint(db, ""));
  for (const IndexDefinition& index : indexes_of(schema)) GUANXI_CHECK(db.execute("DROP INDEX IF EXISTS " + quoted(index.name)));
  return {};
}

}  // namespace guanxi::store
