// Records as a table.
#pragma once

#include "table.h"
#include "values.h"

namespace cli {

// The columns that tell most about an entity's records.
std::vector<const AnyField*> usual_columns(const EntityType& type);
// "name,city": by name or label.
std::vector<const AnyField*> columns_named(const Context& c, const EntityType& type, std::string_view text);

// `order` marks the columns by which the rows stand. Without `chosen` columns nobody filled in are left out.
Table listing(const Context& c, const Schema& schema, Names& names, const EntityType& type, const std::vector<AnyRecord>& rows,
              const std::vector<const AnyField*>& columns, const std::vector<OrderTerm>& order = {}, bool chosen = false);

// Typed rows as plain ones.
template <const auto& E>
std::vector<AnyRecord> plain_rows(std::vector<Record<E>> rows) {
  return {std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end())};
}

}  // namespace cli
