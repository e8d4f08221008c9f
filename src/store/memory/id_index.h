// From an id to its row: a flat table, probed one slot after the other. The ids stand in the slots, so that one miss of the
// cache finds a row without touching it. Rows are never taken out.
#pragma once

#include <cstdint>
#include <vector>

#include "store/memory/row.h"

namespace guanxi::store::memory {

class IdIndex {
 public:
  // Null where there is no such row.
  const Row* find(const Id& id) const noexcept;
  // Enters the row, in place of an earlier version of it. The row is borrowed.
  void put(const Row& row);
  std::size_t bytes() const noexcept { return slots_.capacity() * sizeof(Slot); }

 private:
  struct Slot {
    Id id{};
    const Row* row = nullptr;
  };
  // The slot of the id, or the free one where it would stand.
  std::size_t place(const Id& id) const noexcept;
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at most three quarters taken
  std::size_t taken_ = 0;
};

}  // namespace guanxi::store::memory
