// Conditions as people type them: FEEL, or a short form that needs no quotes: "tier=A and employees>100", "account.tier=A",
// "name~软件", "phone is empty".
#pragma once

#include "values.h"

namespace cli {

// What FEEL can read is FEEL. Else the short form, comparisons joined by `and`: = != < <= > >= ~ (holds the piece), `is empty`, `is set`. Fields go by name or label; a dot
// follows a reference. Values stand in quotes where they hold blanks and the word `and`.
Expr condition(const Context& c, Session& session, const EntityType& type, std::string_view text);

// "name,-revenue": ascending, and descending behind a hyphen.
std::vector<OrderTerm> order(const Context& c, const EntityType& type, std::string_view text);

}  // namespace cli
