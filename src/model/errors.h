// Errors about a field speak of it by its label in either language: {0} is the English one, {1} the Chinese one, and
// what is particular to the fault follows from {2}.
#pragma once

#include "guanxi/schema.h"

namespace guanxi {

inline Error fault(const AnyField& field, const Message& message, std::vector<std::string> rest = {}, Code code = Code::invalid) {
  rest.insert(rest.begin(), {std::string(label_of(field, Language::english)), std::string(label_of(field, Language::chinese))});
  return Error(code, message, std::move(rest)).at_field(field.name);
}

// The labels from which to choose, a dozen at most: "A, B, C" or "甲、乙、丙".
std::string choices(const PicklistType& list, Language language);

// That `text` is no choice of the list, with the nearest one or all of them.
Error no_such_choice(const AnyField& field, const PicklistType& list, std::string_view text);

}  // namespace guanxi
