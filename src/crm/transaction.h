// Explicit transactions of a session.
#pragma once

#include <functional>

#include "crm/session_state.h"

namespace guanxi {

// A transaction by hand, or within another one a savepoint. Transactions of a session end in the reverse order of their beginning.
// Threads: as its session, which must outlive it.
class Transaction {
 public:
  explicit Transaction(SessionState& session) noexcept : session_(session) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();  // rolls back what was not committed

  Result<void> begin();
  // When it fails nothing of the transaction stays.
  Result<void> commit();
  Result<void> rollback();

 private:
  bool open() const noexcept { return level_ != 0 && session_.transaction != nullptr && session_.transaction->depth >= level_; }
  Result<void> check_innermost() const;
  Result<void> begin_outermost();
  Result<void> commit_outermost();
  Result<void> undo_nested();

  SessionState& session_;
  int level_ = 0;  // 1: the outermost; 0: over, or not begun
  int mark_ = 0;   // of a nested one, as are those below
  std::optional<Snapshot> snapshot_{};
  std::size_t events_ = 0, touched_ = 0;
};

// What there is to say where a part of an open transaction could not be undone: nothing of it may be committed.
Error broken_transaction();

// See Session::transaction().
Result<void> run_transaction(SessionState& session, const std::function<Result<void>()>& work);

}  // namespace guanxi
