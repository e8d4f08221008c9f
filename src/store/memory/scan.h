// Finds the rows of a scan under the lock; hands them out after.
#pragma once

#include "store/memory/ordering.h"
#include "store/memory/view.h"

namespace guanxi::store::memory {

struct Found {
  Ordering ordering;
  std::vector<RowPtr> rows;  // in order
  std::shared_ptr<const Layout> layout;
  bool more = false;
};

Result<Found> find_rows(View& view, const Scan& request);

// Unpacks each row into a record of `type` and gives it to `sink`; returns how many were taken.
std::size_t hand_out(const EntityType& type, std::span<const RowPtr> rows, const Layout& layout, std::span<const std::uint16_t> slots,
                     RowSink sink);

}  // namespace guanxi::store::memory
