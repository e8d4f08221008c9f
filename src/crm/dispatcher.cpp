#include "crm/dispatcher.h"

#include <exception>

#include "base/check.h"
#include "crm/matching/indexes.h"
#include "crm/outcome_text.h"
#include "crm/transaction.h"

namespace guanxi {
namespace {

// The part of a command that runs inside the transaction; what it leaves behind is for whoever commits.
struct Run {
  Outcome outcome;
  std::optional<Snapshot> changed;
  std::vector<store::Change> events;
  std::vector<Touched> touched;
};

Result<void> run_in(SessionState& session, store::Writer& writer, const Snapshot& snapshot, std::string_view name,
                    const CommandOptions& options, FunctionRef<Result<void>(Unit&)> body, Run& run) {
  if (!options.idempotency_key.empty()) {
    GUANXI_ASSIGN(const auto known, writer.recall(options.idempotency_key));
    if (known) return outcome_from_text(*known, run.outcome);
  }
  GUANXI_CHECK(session.engine->indexes().begin(writer));
  Unit unit(session, writer, snapshot, name, options);
  GUANXI_CHECK(body(unit));
  if (!options.idempotency_key.empty())
    GUANXI_CHECK(writer.remember(options.idempotency_key, unit.now(), outcome_to_text(unit.outcome())));
  if (unit.snapshot_changed()) {
    GUANXI_CHECK(unit.refresh_snapshot());
    run.changed = unit.snapshot();
  }
  run.outcome = std::move(unit.outcome());
  run.events = unit.take_events();
  run.touched = unit.take_touched();
  return {};
}

// Undoes what a command did in the open transaction. Where that fails too, nothing of the transaction may be committed.
void undo_command(OpenTransaction& open, int mark) noexcept {
  open.broken = true;
  try {
    store::Writer& writer = open.storage->writer();
    if (writer.rollback_to(mark) && writer.release(mark)) open.broken = false;
  } catch (...) {  // the command's own failure is what the caller hears of
  }
}

// In the session's open transaction: a savepoint; the rest waits for the commit. Whatever can fail does so before the savepoint is gone.
Result<Outcome> run_in_transaction(SessionState& session, std::string_view name, const CommandOptions& options,
                                   FunctionRef<Result<void>(Unit&)> body) {
  OpenTransaction& open = *session.transaction;
  if (open.broken) return broken_transaction();
  store::Writer& writer = open.storage->writer();
  Run run;
  GUANXI_ASSIGN(const int mark, writer.savepoint());
  const Snapshot before = open.snapshot ? *open.snapshot : session.engine->snapshot();
  Result<void> done;
  try {
    done = run_in(session, writer, before, name, options, body, run);
    if (done) open.events.reserve(open.events.size() + run.events.size());
    if (done) done = writer.release(mark);
  } catch (...) {
    undo_command(open, mark);
    throw;
  }
  if (!done) {
    undo_command(open, mark);
    return std::move(done).error();
  }
  if (run.changed) open.snapshot = std::move(run.changed);
  std::move(run.events.begin(), run.events.end(), std::back_inserter(open.events));
  open.touched.insert(open.touched.end(), run.touched.begin(), run.touched.end());
  return std::move(run.outcome);
}

}  // namespace

// A sink that throws is none of the command's concern: what it was told of is committed.
void publish(Engine& engine, const std::vector<store::Change>& events) noexcept {
  if (!engine.options().events || events.empty()) return;
  try {
    const std::shared_ptr<const Schema> schema = engine.snapshot().schema;
    for (const store::Change& change : events) {
      const EntityType* type = schema->find(change.entity);
      engine.options().events({change.seq, change.set, change.command, type == nullptr ? std::string_view() : type->name(), change.record, change.entity});
    }
  } catch (const std::exception& e) {
    engine.log(LogLevel::warning, e.what());
  } catch (...) {
    engine.log(LogLevel::warning, "the event sink threw");
  }
}

Result<void> settle_changes(Engine& engine, const std::vector<store::Change>& events, std::span<const Touched> touched,
                            const std::optional<Snapshot>& changed) {
  if (engine.storage().undecided()) {
    engine.defer(events, changed.has_value());
    engine.indexes().hold(touched);
    return {};
  }
  engine.indexes().publish(touched);
  if (changed) GUANXI_CHECK(engine.storage().prepare(changed->schema));
  publish(engine, events);
  return {};
}

Result<Outcome> dispatch(SessionState& session, std::string_view name, const CommandOptions& options,
                         FunctionRef<Result<void>(Unit&)> body, store::Runs runs) {
  if (session.transaction != nullptr) return run_in_transaction(session, name, options, body);
  Engine& engine = *session.engine;
  Run run;
  bool done_but_for_the_commit = false;
  const auto work = [&](store::Writer& writer) -> Result<void> {
    GUANXI_ASSIGN(const Snapshot snapshot, engine.current(writer));
    GUANXI_CHECK(run_in(session, writer, snapshot, name, options, body, run));
    if (run.changed) engine.stage(*run.changed);
    done_but_for_the_commit = true;
    return {};
  };
  const auto committed = [&] {
    if (run.changed) engine.adopt(*run.changed);
  };
  if (Result<void> done = engine.storage().write(work, committed, runs); !done) {
    if (done_but_for_the_commit) engine.distrust();
    return std::move(done).error();
  }
  GUANXI_CHECK(settle_changes(engine, run.events, run.touched, run.changed));
  return std::move(run.outcome);
}

}  // namespace guanxi
