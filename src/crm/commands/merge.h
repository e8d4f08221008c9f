// Merging records, and taking a merge back.
//
// A merge is one change set, and the change log is its journal: for every row it touches, the log holds old → new of each field, which is what
// unmerging reads. The MergeRecord row says which set that is, what was merged, and where each value came from.
#pragma once

#include <span>

#include "crm/commands/merge_log.h"
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

// The fields in which two rows of a kind must agree for a merge to keep one of them; none: it keeps them all.
std::vector<const AnyField*> telling_fields(const EntityType& child);

// ---- unmerge_folded.cpp ----
// `changes` are those of a merge into `winner`, the newest first.

// Whether a later merge put a row away because one that this merge brought says the same.
Result<bool> folded_upon(Unit& unit, const EntityType& merged, const Id& winner, std::span<const store::Change> changes, const MergeNote& later,
                         std::span<const store::Change> its_changes);

// The row that this merge kept of two that said the same, changed since.
struct FoldedEdit {
  const EntityType& type;
  const AnyField& field;
  const AnyRecord& now;
  const Value& before;  // what the one that was put away has there
};
Result<void> each_edit_of_folded(Unit& unit, const EntityType& merged, const Id& winner, const MergeNote& merge, std::span<const store::Change> changes,
                                 FunctionRef<Result<void>(const FoldedEdit&)> sink);

// The entity of a merge; an error where its records cannot be merged.
Result<const EntityType*> merged_type(Unit& unit, std::string_view name);
// The field that points to the record that one was merged into.
const AnyField& merged_into(const EntityType& type) noexcept;

}  // namespace guanxi::commands
