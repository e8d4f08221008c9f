// Everything that can be named, as JSON.
#pragma once

#include <string>

#include "guanxi/schema.h"

namespace guanxi::door {

// {"version","abi","entities":[…],"commands":[…],"queries":[…],"rows":[…],"picklists":[…]}
std::string describe(const Schema& schema);

// The name of a type in code, such as "picklist".
std::string_view type_word(Type type) noexcept;

}  // namespace guanxi::door
