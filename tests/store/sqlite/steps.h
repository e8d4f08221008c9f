// Migration steps of a later version, for tests.
#pragma once

#include <vector>

#include "base/check.h"
#include "store/sqlite/migrate.h"

namespace guanxi::store {

inline Result<void> add_note_table(Connection& db) { return db.execute("CREATE TABLE gx_note(rid INTEGER PRIMARY KEY, text TEXT)"); }

// Rewrites every row, so that it takes a while.
inline Result<void> fill_note_table(Connection& db) {
  return db.execute("INSERT INTO gx_note SELECT rid, name FROM gx_account; UPDATE gx_account SET note='moved'");
}

inline std::vector<MigrationStep> further_steps() {
  std::vector<MigrationStep> steps(migration_steps().begin(), migration_steps().end());
  steps.push_back({4, add_note_table});
  steps.push_back({5, fill_note_table});
  return steps;
}

}  // namespace guanxi::store
