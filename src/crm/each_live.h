// The live rows of a built-in entity, without a principal: for what the library keeps in rows.
#pragma once

#include "base/check.h"
#include "guanxi/entities.h"
#include "store/storage.h"

namespace guanxi {

template <const auto& E, class F>
Result<void> each_live(store::Reader& reader, const EntityType& type, const AnyField& order, const Expr& condition, F&& visit) {
  const Expr live = is_null(E.archived_at) && condition;
  const OrderTerm term = ascending(order);
  Result<void> outcome;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &live;
  scan.order = {&term, 1};
  GUANXI_CHECK(reader.scan(scan, [&](AnyRecord& row) {
    outcome = visit(Record<E>(std::move(row)));
    return outcome.ok();
  }));
  return outcome;
}

// All of them, by a field.
template <const auto& E, class F>
Result<void> each_live(store::Reader& reader, const EntityType& type, const AnyField& order, F&& visit) {
  return each_live<E>(reader, type, order, Expr(), std::forward<F>(visit));
}

}  // namespace guanxi
