// Which value of several records survives their merge.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "guanxi/schema.h"

namespace guanxi::commands {

struct Provenance {
  const AnyField* field = nullptr;
  Id from{};         // empty: several gave a part
  std::string rule;
};

// Lays the surviving values over `out`, a copy of the winner. `records` are the winner and then the others; `rules` as MergeArguments says. The
// library's own fields and those that only commands change stay the winner's; a reference to one of the records themselves does not
// survive. What the fields are in which any record has a value comes back, in the order of the fields.
Result<std::vector<Provenance>> survive(const EntityType& type, std::span<const AnyRecord> records, std::string_view rules, AnyRecord& out);

}  // namespace guanxi::commands
