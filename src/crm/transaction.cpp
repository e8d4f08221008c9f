#include "crm/transaction.h"

#include <utility>

#include "base/check.h"
#include "crm/dispatcher.h"

namespace guanxi {
namespace {

constexpr Message over{"transaction.over", "The transaction is over: begin another one.", "该事务已结束：请开始新的事务。"};
constexpr Message not_innermost{"transaction.not_innermost", "A transaction within this one is still open: commit or roll back that one first.",
                                "该事务内还有未结束的事务：请先提交或回滚内层事务。"};
constexpr Message broken{"transaction.broken", "A part of this transaction could not be undone, so that none of it is kept: roll it back and repeat it.",
                         "该事务的一部分未能撤销，因此整个事务都不会保留：请回滚后重做。"};

}  // namespace

Error broken_transaction() { return Error(Code::misuse, broken); }

// Should undoing an inner one fail, the outer one fails when it is committed.
Transaction::~Transaction() {
  if (!open()) return;
  if (level_ == 1) {
    session_.transaction.reset();
    return;
  }
  try {
    session_.transaction->depth = level_;
    (void)undo_nested();
  } catch (...) {  // the outer one is broken
  }
}

Result<void> Transaction::begin() {
  if (session_.transaction == nullptr) return begin_outermost();
  OpenTransaction& outer = *session_.transaction;
  if (outer.broken) return broken_transaction();
  snapshot_ = outer.snapshot;
  events_ = outer.events.size();
  touched_ = outer.touched.size();
  GUANXI_ASSIGN(mark_, outer.storage->writer().savepoint());
  level_ = ++outer.depth;
  return {};
}

Result<void> Transaction::begin_outermost() {
  Engine& engine = *session_.engine;
  GUANXI_ASSIGN(auto storage, engine.storage().begin_write());
  GUANXI_CHECK(engine.current(storage->writer()));
  session_.transaction = std::make_unique<OpenTransaction>();
  session_.transaction->storage = std::move(storage);
  level_ = session_.transaction->depth = 1;
  return {};
}

Result<void> Transaction::check_innermost() const {
  if (!open()) return Error(Code::misuse, over);
  if (session_.transaction->depth > level_) return Error(Code::misuse, not_innermost);
  return {};
}

Result<void> Transaction::commit() {
  GUANXI_CHECK(check_innermost());
  if (level_ == 1) return commit_outermost();
  GUANXI_CHECK(session_.transaction->storage->writer().release(mark_));
  --session_.transaction->depth;
  level_ = 0;
  return {};
}

Result<void> Transaction::commit_outermost() {
  Engine& engine = *session_.engine;
  const std::unique_ptr<OpenTransaction> ending = std::exchange(session_.transaction, nullptr);
  level_ = 0;
  if (ending->broken) return broken_transaction();
  if (ending->snapshot) engine.stage(*ending->snapshot);
  if (Result<void> committed = ending->storage->commit(); !committed) {
    engine.distrust();
    return committed;
  }
  if (ending->snapshot && !engine.storage().undecided()) engine.adopt(*ending->snapshot);
  ending->storage.reset();
  return settle_changes(engine, ending->events, ending->touched, ending->snapshot);
}

Result<void> Transaction::rollback() {
  GUANXI_CHECK(check_innermost());
  if (level_ > 1) return undo_nested();
  session_.transaction.reset();
  level_ = 0;
  return {};
}

Result<void> Transaction::undo_nested() {
  OpenTransaction& outer = *session_.transaction;
  --outer.depth;
  level_ = 0;
  outer.snapshot = std::move(snapshot_);
  outer.events.resize(events_);
  outer.touched.resize(touched_);
  store::Writer& writer = outer.storage->writer();
  const bool was_broken = std::exchange(outer.broken, true);
  GUANXI_CHECK(writer.rollback_to(mark_));
  GUANXI_CHECK(writer.release(mark_));
  outer.broken = was_broken;
  return {};
}

Result<void> run_transaction(SessionState& session, const std::function<Result<void>()>& work) {
  Transaction transaction(session);
  GUANXI_CHECK(transaction.begin());
  GUANXI_CHECK(work());
  return transaction.commit();
}

}  // namespace guanxi
