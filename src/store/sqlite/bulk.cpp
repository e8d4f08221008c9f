// Bulk mode: without the non-unique indexes rows go in faster, and building the indexes at the end is a sort.
#include "base/check.h"
#include "store/sqlite/layout.h"
#include "store/sqlite/storage.h"
#include "store/sqlite/transaction.h"

namespace guanxi::store {

// The layout is distrusted first, in the same transaction: should the process end in the middle, the next one to open the file
// builds what is missing.
Result<void> SqliteStorage::bulk_begin() {
  Turn turn(queue_);
  GUANXI_CHECK(turn.take());
  Connection& db = *session_->connection;
  const auto all = schema();
  GUANXI_CHECK(in_transaction(db, [&] { return drop_indexes(db, *all); }));
  return db.execute("PRAGMA cache_size=-" + std::to_string(4 * options_.writer_cache_kib));
}

Result<void> SqliteStorage::bulk_end(const Progress& progress) {
  Turn turn(queue_);
  GUANXI_CHECK(turn.take());
  Connection& db = *session_->connection;
  const auto all = schema();
  GUANXI_CHECK(lay_out(db, *all, progress));
  return db.execute("PRAGMA cache_size=-" + std::to_string(options_.writer_cache_kib));
}

}  // namespace guanxi::store
