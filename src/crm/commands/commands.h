// The bodies of all commands, one file a capability. Each runs inside dispatch() and writes through its Unit.
#pragma once

#include "crm/unit.h"

namespace guanxi::commands {

// ---- records.cpp: the same for every entity ----
Result<AnyRecord> create(Unit& unit, const AnyRecord& record);  // the record as it was made
Result<void> update(Unit& unit, const Id& id, const AnyRecord& patch);
Result<void> archive(Unit& unit, std::uint16_t entity, const Id& id);
Result<void> restore(Unit& unit, std::uint16_t entity, const Id& id);

// ---- upsert.cpp ----
Result<void> upsert(Unit& unit, std::string_view system, std::string_view key, const AnyRecord& record, std::optional<AnyRecord>& made);
// The record of this entity that `system` knows as `key`; the empty id where there is none.
Result<Id> resolve(View& view, std::string_view entity, std::string_view system, std::string_view key);

// ---- Named commands; the table in table.cpp says which arguments belong to which. ----
Result<void> change_owner(Unit& unit, const AnyRecord& arguments);
Result<void> hand_over(Unit& unit, const AnyRecord& arguments);
Result<void> suspend(Unit& unit, const AnyRecord& arguments);
Result<void> reinstate(Unit& unit, const AnyRecord& arguments);
Result<void> claim(Unit& unit, const AnyRecord& arguments);
Result<void> release(Unit& unit, const AnyRecord& arguments);
Result<void> link_contact(Unit& unit, const AnyRecord& arguments);
Result<void> dismiss(Unit& unit, const AnyRecord& arguments);
Result<void> convert_lead(Unit& unit, const AnyRecord& arguments);

// A row for writing: as it is, and a copy to change. Code::conflict where the caller expected another revision.
struct Edit {
  AnyRecord before;
  AnyRecord after;
};
Result<Edit> edit(Unit& unit, const EntityType& type, const Id& id);

// Notes the record as the outcome of the command.
void report(Unit& unit, const AnyRecord& row);

}  // namespace guanxi::commands
