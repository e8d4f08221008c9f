#include "base/check.h"
#include "store/sqlite/migrate.h"
#include "store/sqlite/storage.h"

namespace guanxi::store {

Result<void> SqliteTarget::begin() {
  rollback();  // of one that could not be undone
  GUANXI_ASSIGN(Query undo, db_.query("ROLLBACK"));
  undo_.emplace(std::move(undo));
  GUANXI_ASSIGN(Query query, db_.query("BEGIN IMMEDIATE"));
  GUANXI_CHECK(query.run());
  writer_.start();
  auto looked = look_for_foreign_commits();
  if (looked)
    open_ = true;
  else
    rollback();
  return looked;
}

// SQLite counts what other connections commit; among the writers of this process there is only this one.
Result<void> SqliteTarget::look_for_foreign_commits() {
  GUANXI_ASSIGN(const std::int64_t version, db_.number("PRAGMA data_version"));
  if (version == data_version_) return {};
  GUANXI_CHECK(check_version(db_));
  data_version_ = version;
  ++foreign_commits_;
  return {};
}

Result<void> SqliteTarget::mark() {
  GUANXI_CHECK(writer_.savepoint());
  return {};
}

Result<void> SqliteTarget::keep() { return writer_.release(0); }

Result<void> SqliteTarget::undo() {
  GUANXI_CHECK(writer_.rollback_to(0));
  return writer_.release(0);
}

Result<void> SqliteTarget::commit() { return commit(writer_); }

Result<void> SqliteTarget::commit(SqliteWriter& writer) {
  auto committed = [&]() -> Result<void> {
    GUANXI_CHECK(writer.flush_search());
    GUANXI_ASSIGN(Query query, db_.query("COMMIT"));
    open_ = false;
    return query.run();
  }();
  if (!committed) rollback();
  checkpoints_.in_turn();
  return committed;
}

void SqliteTarget::rollback() noexcept {
  open_ = false;
  if (db_.in_transaction() && undo_) {
    sqlite3_step(undo_->row());
    undo_->reset();
  }
  if (db_.in_transaction()) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  undo_.reset();
}

// A savepoint is dear: SQLite copies every page that is changed for the first time since.
std::optional<std::uint64_t> SqliteTarget::written() const { return static_cast<std::uint64_t>(sqlite3_total_changes(db_.handle())); }

// Some errors, such as a full disk, make SQLite undo the whole transaction.
Result<void> SqliteTarget::intact() {
  if (db_.in_transaction()) return {};
  return db_.last_failure();
}

}  // namespace guanxi::store
