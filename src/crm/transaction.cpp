#include "crm/transaction.h"

#include "base/check.h"
#include "crm/dispatcher.h"

namespace guanxi {
namespace {

// Inside another transaction: a savepoint; what it leaves behind belongs to the outer one.
Result<void> run_nested(SessionState& session, const std::function<Result<void>()>& work) {
  OpenTransaction& open = *session.transaction;
  store::Writer& writer = open.storage->writer();
  GUANXI_ASSIGN(const int mark, writer.savepoint());
  const std::optional<Snapshot> snapshot = open.snapshot;
  const std::size_t events = open.events.size();
  const auto undo = [&]() -> Result<void> {
    open.snapshot = snapshot;
    open.events.resize(events);
    return writer.rollback_to(mark);
  };
  Result<void> done;
  try {
    done = work();
  } catch (...) {
    (void)undo();
    throw;
  }
  if (done) return writer.release(mark);
  GUANXI_CHECK(undo());
  return done;
}

// Ends the transaction however the function is left; a transaction that was not committed rolls back.
class Closing {
 public:
  explicit Closing(SessionState& session) noexcept : session_(session) {}
  Closing(const Closing&) = delete;
  Closing& operator=(const Closing&) = delete;
  ~Closing() { session_.transaction.reset(); }

 private:
  SessionState& session_;
};

}  // namespace

Result<void> run_transaction(SessionState& session, const std::function<Result<void>()>& work) {
  if (session.transaction != nullptr) return run_nested(session, work);
  Engine& engine = *session.engine;
  std::vector<store::Change> events;
  std::optional<Snapshot> changed;
  {
    GUANXI_ASSIGN(auto storage, engine.storage().begin_write());
    GUANXI_CHECK(engine.current(storage->writer()));
    session.transaction = std::make_unique<OpenTransaction>();
    session.transaction->storage = std::move(storage);
    const Closing closing(session);
    GUANXI_CHECK(work());
    changed = session.transaction->snapshot;
    if (changed) engine.stage(*changed);
    if (Result<void> committed = session.transaction->storage->commit(); !committed) {
      engine.distrust();
      return committed;
    }
    if (changed) engine.adopt(*changed);
    events = std::move(session.transaction->events);
  }
  if (changed) GUANXI_CHECK(engine.storage().prepare(changed->schema));
  publish(engine, events, *engine.snapshot().schema);
  return {};
}

}  // namespace guanxi
