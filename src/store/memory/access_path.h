// Which rows a condition can be true on, as an index tells it.
#pragma once

#include <optional>
#include <vector>

#include "store/memory/table.h"
#include "guanxi/expr.h"

namespace guanxi::store::memory {

// Stretches of one index, or the ids themselves, that hold every row that can pass.
struct AccessPath {
  const FieldIndex* index = nullptr;  // null: by id
  std::vector<std::pair<FieldIndex::Place, FieldIndex::Place>> stretches;
  std::vector<Id> ids;
  std::size_t rows = 0;
};

// The narrowest path among the terms that must hold; nothing where all rows must be looked at.
std::optional<AccessPath> find_path(const Table& table, const EntityType& type, const Expr& filter);

}  // namespace guanxi::store::memory
