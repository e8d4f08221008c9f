// The rules of a store on the way of a row: what is computed and decided, and what valid records satisfy.
#pragma once

#include "crm/unit.h"

namespace guanxi {

// Sets computed fields, and the fields that decisions are about. `before` is null for a new row.
Result<void> decide(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after);

// Refuses a row on which the condition of a validation rule is false.
Result<void> check_rules(Unit& unit, const EntityType& type, const AnyRecord& row);

// Whether rows of rules can be read: an error where one cannot.
Result<void> check_rule(Unit& unit, const EntityType& type, const AnyRecord& row);

}  // namespace guanxi
