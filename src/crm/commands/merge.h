// Merging records, and taking a merge back.
//
// A merge is one change set, and the change log is its journal: for every row it touches, the log holds old → new of each field, which is what
// unmerging reads. The MergeRecord row says which set that is, what was merged, and where each value came from.
#pragma once

#include "crm/unit.h"
#include "guanxi/duplicates.h"

namespace guanxi::commands {

Result<void> merge(Unit& unit, const AnyRecord& arguments, MergeReport& report);
Result<void> unmerge(Unit& unit, const AnyRecord& arguments, bool dry_run, UnmergeReport& report);

// ---- merge_children.cpp ----

// Gives the winner what refers to the losers: by a reference, built in or custom, or by entity and record. Where the winner has an equal link
// or contact point, the loser's is archived instead.
Result<void> move_children(Unit& unit, const EntityType& type, const AnyRecord& winner, std::span<const AnyRecord> losers,
                           std::vector<MergeReport::Children>& out);

// The entity of a merge; an error where its records cannot be merged.
Result<const EntityType*> merged_type(Unit& unit, std::string_view name);
// The field that points to the record that one was merged into.
const AnyField& merged_into(const EntityType& type) noexcept;

}  // namespace guanxi::commands
