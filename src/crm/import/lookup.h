// Ways to find live records that the principal may read, inside a command.
#pragma once

#include <span>

#include "base/function_ref.h"
#include "crm/unit.h"

namespace guanxi::import {

// Calls `sink` for each live, readable record under the keys of `derived`; false ends it.
Result<void> each_under_keys(Unit& unit, const EntityType& type, std::span<const Key> keys, FunctionRef<bool(AnyRecord&)> sink);

// The same for records whose field equals the value; the field is indexed.
Result<void> each_equal(Unit& unit, const EntityType& type, const AnyField& field, const Value& value, FunctionRef<bool(AnyRecord&)> sink);

// The keys under which a record with this value is found; none for a value that says nothing ("000-0000").
Derived keys_of(const EntityType& type, const AnyField& field, const Value& value);

// The records whose field is the same as the value: by its matching role, its index as a custom field, or its column.
Result<void> each_same(Unit& unit, const EntityType& type, const AnyField& field, const Value& value, FunctionRef<bool(AnyRecord&)> sink);

}  // namespace guanxi::import
