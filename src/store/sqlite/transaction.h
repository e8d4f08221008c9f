// A write transaction around one piece of work, for the file's own housekeeping.
#pragma once

#include <utility>

#include "base/check.h"
#include "store/sqlite/connection.h"

namespace guanxi::store {

// Rolls back unless committed.
class WriteLock {
 public:
  explicit WriteLock(Connection& db) noexcept : db_(db) {}
  ~WriteLock() {
    if (db_.in_transaction()) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

  Result<void> begin() { return db_.execute("BEGIN IMMEDIATE"); }
  Result<void> commit() { return db_.execute("COMMIT"); }

 private:
  Connection& db_;
};

template <class Work>
Result<void> in_transaction(Connection& db, Work&& work) {
  WriteLock lock(db);
  GUANXI_CHECK(lock.begin());
  GUANXI_CHECK(std::forward<Work>(work)());
  return lock.commit();
}

}  // namespace guanxi::store
