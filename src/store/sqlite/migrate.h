// From whatever lies at the path to a database of this version, or an error that says what it is instead.
#pragma once

#include <span>

#include "store/sqlite/connection.h"

namespace guanxi::store {

inline constexpr std::int64_t application_id = 0x476e7869;  // "Gnxi"

// One step of the layout that tables made from descriptors cannot take by themselves.
struct MigrationStep {
  std::int64_t version;  // the file's version after it
  Result<void> (*apply)(Connection& db);
};

// All steps so far, ascending; the first makes a new file.
std::span<const MigrationStep> migration_steps() noexcept;

// Identifies the file and takes it through the missing steps in one transaction. An older file is copied beside itself
// first, as FILE.before-vN. `create` allows an empty file to become a database.
Result<void> migrate(Connection& db, std::span<const MigrationStep> steps, const ConnectionOptions& options);

// The same for a database of the host's, in which the version is kept in gx_meta; nothing is copied. Whoever calls has a
// transaction open or none at all.
Result<void> migrate_lent(Connection& db, std::span<const MigrationStep> steps, bool create);

// Code::too_new when another process has taken the file to a newer version meanwhile.
Result<void> check_version(Connection& db);

}  // namespace guanxi::store
