// From an id to its row: a flat table, probed one slot after the other. Two misses of the cache find a row: the slot's and
// the row's own. Rows are never taken out.
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
    const Row* row = nullptr;
    std::uint32_t mark = 0;  // of the hash, so that hardly ever another row is looked at
  };
  // The slot of the id, or the free one where it would stand.
  std::size_t place(const Id& id) const noexcept;
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at most three quarters taken
  std::size_t taken_ = 0;
};

}  // namespace guanxi::store::memory
