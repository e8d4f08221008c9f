// Values of FEEL from JSON and to JSON.
#pragma once

#include <string>
#include <string_view>

#include "expr/feel/memory.h"
#include "expr/feel/type.h"
#include "expr/feel/zones.h"
#include "guanxi/error.h"

namespace guanxi::feel {

// An object becomes a context, a number keeps all its digits. Errors: no JSON, or nested too deeply.
Result<Value> from_json(std::string_view json, Memory& memory);
std::string json_of(const Value& value);
// Strings where the type wants a date, time or duration are read as such.
Value read_as(const Value& value, const Type& type, Memory& memory, Zones& zones);

// The reasons of a null, a line each.
std::string reasons_of(const Value& null, Language language);

}  // namespace guanxi::feel
