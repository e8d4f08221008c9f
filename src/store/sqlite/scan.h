// SELECT statements over one entity's rows: filtered, ordered, from a page on.
#pragma once

#include "store/sqlite/names.h"
#include "store/sqlite/reads.h"

namespace guanxi::store {

// The rows of an entity under a condition, as "FROM … WHERE …". An equality on an indexed custom field, when it must
// hold, leads: its rows come straight from gx_key.
class RowSource {
 public:
  RowSource(const Table& table, const EntityType& type, const Schema& schema, const Expr* filter);

  // Appends the clause with the row as t. The filter must outlive `out`.
  Result<void> append(Sql& out, SqlWriter& writer) const;
  const SqliteNames& names() const noexcept { return names_; }
  std::string_view rid() const noexcept { return lead_field_ == nullptr ? "t.rid" : "k.rid"; }

 private:
  void find_lead();

  const Table& table_;
  const EntityType& type_;
  SqliteNames names_;
  const Expr* filter_;
  std::size_t lead_ = 0;  // node of the leading equality …
  const AnyField* lead_field_ = nullptr;  // … and its field; null: none
};

// Prepares the statement and binds its parameters. Both must stay until the query ends.
Result<Query> query_of(Connection& db, const Sql& sql);

}  // namespace guanxi::store
