// Rules: what an entity adds to the way of every row. One file an entity; rules_of() lists them.
#pragma once

#include "crm/unit.h"

namespace guanxi {

struct Rules {
  std::uint16_t entity;
  // Completes or refuses the row before it is validated. `before` is null for a new one.
  Result<void> (*before)(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after);
  // Writes what follows from it.
  Result<void> (*after)(Unit& unit, const EntityType& type, const AnyRecord* before, const AnyRecord& after);
};

// nullptr for an entity without rules of its own.
const Rules* rules_of(std::uint16_t entity) noexcept;

// A suspended account, and all that belongs to one, refuses changes.
Result<void> refuse_if_suspended(Unit& unit, const EntityType& type, const AnyRecord& row);

// Refuses a second live row with the same value in a field that names a record.
Result<void> refuse_if_taken(Unit& unit, const EntityType& type, const AnyField& field, const AnyRecord& row);

// Refuses a step that the field's status machine does not know.
Result<void> refuse_wrong_step(Unit& unit, const AnyField& status, const AnyRecord* before, const AnyRecord& after);

// Whether the field differs between the two rows (or is set in a new one).
bool changed(const AnyField& field, const AnyRecord* before, const AnyRecord& after) noexcept;

extern const Rules account_rules;
extern const Rules lead_rules;
extern const Rules opportunity_rules;
extern const Rules activity_rules;
extern const Rules service_request_rules;
extern const Rules contract_rules;
extern const Rules contact_point_rules;
extern const Rules account_contact_rules;
extern const Rules user_rules;
extern const Rules role_rules;
extern const Rules role_grant_rules;
extern const Rules department_rules;
extern const Rules custom_field_rules;
extern const Rules custom_entity_rules;
extern const Rules picklist_item_rules;
extern const Rules saved_filter_rules;
extern const Rules segment_rules;
extern const Rules segment_member_rules;
extern const Rules validation_rule_rules;
extern const Rules decision_rule_rules;
extern const Rules duplicate_rule_rules;

}  // namespace guanxi
