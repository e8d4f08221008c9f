// What a command did to one row, packed: for each changed field its number, the old value and the new one.
// Format: varint field number, then two values; a value is one byte of type and state, then a zigzag varint (numbers; money and
// decimal also a varint of currency or scale) or a varint length and bytes. Read by every later version.
#pragma once

#include <string>
#include <string_view>

#include "base/function_ref.h"
#include "guanxi/schema.h"

namespace guanxi {

struct FieldChange {
  std::uint16_t field;  // number
  Value before;         // borrowed from the packed bytes, as is `after`
  Value after;
};

// Appends the differences of `after` against `before` (null: all that is set in `after`), leaving out the id and the library's own
// bookkeeping: revision, created, updated. Absent and null are the same here.
void pack_delta(const EntityType& type, const AnyRecord* before, const AnyRecord& after, std::string& out);

// Calls `sink` for each change; damaged bytes are Code::corrupt.
Result<void> unpack_delta(std::string_view delta, FunctionRef<void(const FieldChange&)> sink);

// One value in the format above, for whoever stores values outside of columns: custom fields, the memory store.
void pack_value(const Value& value, std::string& out);
Result<Value> unpack_value(std::string_view& bytes);  // moves `bytes` past it; text is borrowed

}  // namespace guanxi
