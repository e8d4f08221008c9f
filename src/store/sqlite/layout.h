// The tables and indexes that a schema needs.
#pragma once

#include <string>
#include <vector>

#include "guanxi/host.h"
#include "guanxi/schema.h"
#include "store/sqlite/connection.h"

namespace guanxi::store {

// "gx_" is ours; entities have tables of their own names, and indexes that begin so.
inline constexpr std::string_view index_prefix = "gxi_";

struct IndexDefinition {
  std::string name;
  std::string sql;
};

// The non-unique indexes of all built-in entities and of the library's own tables.
std::vector<IndexDefinition> indexes_of(const Schema& schema);

// Creates what is missing: tables, columns, indexes, search tables. Indexes that are no longer wanted, or look different
// now, are dropped. Cheap when nothing is missing. Takes the write lock when something is.
// An end asked for by `progress`, whose unit is an index, leaves everything as it was.
Result<void> lay_out(Connection& db, const Schema& schema, const Progress& progress = {});

// Drops the non-unique indexes, inside the open transaction; the next lay_out builds them again.
Result<void> drop_indexes(Connection& db, const Schema& schema);

}  // namespace guanxi::store
