// Reading a flat JSON object member by member, without building a tree of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/function_ref.h"

namespace guanxi {

// A member's value. What is nested deeper than a list of texts, or an object of texts, is `other`, and so are fractions.
struct JsonValue {
  enum class Kind : std::uint8_t { null, boolean, integer, text, texts, members, other };

  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text{};                                            // of `text`; of `other` as it was written, or its beginning
  std::vector<std::string> texts{};                              // of a list
  std::vector<std::pair<std::string, std::string>> members{};    // of an object

  // The text of a member of an object; null where it has none.
  const std::string* find(std::string_view name) const noexcept;
};

// Calls `each` for the members of the object in their order; false ends the reading. Returns whether all of `json` is one
// object, or was as far as it was read.
bool read_json_object(std::string_view json, FunctionRef<bool(const std::string& name, const JsonValue& value)> each);

}  // namespace guanxi
