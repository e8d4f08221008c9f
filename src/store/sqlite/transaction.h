// A write transaction around one piece of work: for the file's own housekeeping, and for what a lent connection is used for.
#pragma once

#include <utility>

#include "base/check.h"
#include "store/sqlite/connection.h"

namespace guanxi::store {

// Rolls back unless committed. Within a transaction that is open already it is a savepoint.
class WriteLock {
 public:
  explicit WriteLock(Connection& db) noexcept : db_(db) {}
  ~WriteLock() { rollback(); }
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

  Result<void> begin() {
    nested_ = db_.in_transaction();
    GUANXI_CHECK(db_.execute(nested_ ? "SAVEPOINT gx" : "BEGIN IMMEDIATE"));
    open_ = true;
    return {};
  }

  Result<void> commit() {
    GUANXI_CHECK(db_.execute(nested_ ? "RELEASE gx" : "COMMIT"));
    open_ = false;
    return {};
  }

  void rollback() noexcept {
    if (!open_) return;
    open_ = false;
    if (db_.in_transaction())
      sqlite3_exec(db_.handle(), nested_ ? "ROLLBACK TO gx; RELEASE gx" : "ROLLBACK", nullptr, nullptr, nullptr);
  }

  bool is_open() const noexcept { return open_; }
  bool nested() const noexcept { return nested_; }

 private:
  Connection& db_;
  bool nested_ = false;
  bool open_ = false;
};

template <class Work>
Result<void> in_transaction(Connection& db, Work&& work) {
  WriteLock lock(db);
  GUANXI_CHECK(lock.begin());
  GUANXI_CHECK(std::forward<Work>(work)());
  return lock.commit();
}

}  // namespace guanxi::store
