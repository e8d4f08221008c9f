// Rows by condition, as the queries need them.
#pragma once

#include "base/check.h"
#include "crm/view.h"

namespace guanxi::queries {

// More ids than this are not listed one by one in a condition.
inline constexpr std::size_t most_ids = 1000;

// The readable rows under the condition in the order given, at most `limit`; 0: all.
template <const auto& E>
Result<std::vector<Record<E>>> collect(View& view, const Expr& condition, std::vector<OrderTerm> order, std::size_t limit) {
  std::vector<Record<E>> rows;
  FindOptions options;
  options.order = std::move(order);
  options.limit = limit;
  GUANXI_CHECK(view.scan(view.schema().of(E), condition, options, [&](AnyRecord& row) {
    rows.emplace_back(std::move(row));
    return true;
  }));
  return rows;
}

// The ids of the readable live rows under the condition; one more than `most_ids` where there are more.
Result<std::vector<Id>> ids_of(View& view, const EntityType& type, const Expr& condition);

// `field` holds one of the ids.
Expr one_of(const AnyField& field, const std::vector<Id>& ids);

// `reference` points to a readable row of `parent` under the condition. While there are few of them it lists them, which every
// store answers from an index.
Result<Expr> pointing_to(View& view, const AnyField& reference, const EntityType& parent, const Expr& condition);

}  // namespace guanxi::queries
