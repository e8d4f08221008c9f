// The one door: every change of a store comes through dispatch().
#pragma once

#include "base/function_ref.h"
#include "crm/unit.h"

namespace guanxi {

// Runs `body` as the command `name`: takes the writer's turn, answers a known idempotency key from memory, brings schema and
// policy up to date, runs the body, remembers the key, commits; then caches are swapped and the host is told. In a session's open transaction all of
// it happens in a savepoint, and the last two when the transaction commits.
Result<Outcome> dispatch(SessionState& session, std::string_view name, const CommandOptions& options,
                         FunctionRef<Result<void>(Unit&)> body, store::Runs runs = store::Runs::once);

// Tells the host's event sink what was committed.
void publish(Engine& engine, const std::vector<store::Change>& events) noexcept;

// What is to be done when a transaction has ended well: its rows are found by all checks for duplicates, the storage is made ready for a schema
// that it `changed`, and the host is told, or all of it waits for the outcome of the host's own transaction.
Result<void> settle_changes(Engine& engine, const std::vector<store::Change>& events, std::span<const Touched> touched,
                            const std::optional<Snapshot>& changed);

// Runs the command that these arguments belong to.
Result<Outcome> run_command(SessionState& session, const AnyRecord& arguments, const CommandOptions& options);

}  // namespace guanxi
