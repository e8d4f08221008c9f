// What the change log and the notes say about merges.
#pragma once

#include "base/function_ref.h"
#include "crm/unit.h"

namespace guanxi::commands {

// A merge that was not taken back.
struct MergeNote {
  std::int64_t rid = 0;      // of its MergeRecord: later merges have greater ones
  std::int64_t set = 0;      // its change set
  std::vector<Id> losers;
};

// The merges into this record, the earliest first.
Result<std::vector<MergeNote>> merges_into(Unit& unit, const Id& winner);

// Hands over the changes, the newest first, until `sink` says false.
Result<void> each_change(Unit& unit, store::ChangeQuery query, FunctionRef<bool(store::Change&)> sink);

// Gives a row the values that it had before the change `seq` of the log and all later ones.
Result<void> go_back(Unit& unit, const EntityType& type, std::int64_t seq, AnyRecord& row);

}  // namespace guanxi::commands
