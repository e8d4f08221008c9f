// Undo of a change set.
#pragma once

#include "crm/unit.h"

namespace guanxi::commands {

// Takes back what the set did, newest first, in transactions of some thousand rows that form one change set of their own. Rows that
// somebody edited since are left as they are and listed. Interrupted, it goes on where it stopped when called again.
Result<UndoReport> undo(SessionState& session, std::int64_t change_set, bool dry_run, const Progress& progress);

// The name under which the store keeps which change set the undo of `set` is, so that an undo that goes on knows its own work.
std::string undo_mark(std::int64_t set);

}  // namespace guanxi::commands
