// A write transaction around one piece of work: for the file's own housekeeping, and for what a lent connection is used for.
#pragma once

#include <optional>
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
    GUANXI_CHECK(prepare(undo_, nested_ ? "ROLLBACK TO gx" : "ROLLBACK"));
    if (nested_) GUANXI_CHECK(prepare(end_, "RELEASE gx"));
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
    if (db_.in_transaction()) step(undo_);
    if (nested_ && db_.in_transaction()) step(end_);
    if (!nested_ && db_.in_transaction()) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  bool is_open() const noexcept { return open_; }
  bool nested() const noexcept { return nested_; }

 private:
  Result<void> prepare(std::optional<Query>& query, std::string_view sql) {
    GUANXI_ASSIGN(Query made, db_.query(sql));
    query.emplace(std::move(made));
    return {};
  }
  static void step(std::optional<Query>& query) noexcept {
    sqlite3_step(query->row());
    query->reset();
  }

  Connection& db_;
  std::optional<Query> undo_{}, end_{};  // ready before they are needed: undoing needs no memory
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
