#include "store/memory/id_index.h"

#include <algorithm>
#include <cstring>

namespace guanxi::store::memory {
namespace {

constexpr std::size_t fewest_slots = 16;

// All bytes count, since a host may bring ids of its own making. The factor is 2^64 divided by the golden ratio.
std::uint64_t hash_of(const Id& id) noexcept {
  std::uint64_t first, second;
  std::memcpy(&first, id.bytes.data(), 8);
  std::memcpy(&second, id.bytes.data() + 8, 8);
  const std::uint64_t mixed = (first ^ second * 0x9E3779B97F4A7C15) * 0x9E3779B97F4A7C15;
  return mixed ^ mixed >> 32;
}

}  // namespace

std::size_t IdIndex::place(const Id& id) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = static_cast<std::size_t>(hash_of(id)) & mask;
  while (slots_[at].row != nullptr && slots_[at].id != id) at = (at + 1) & mask;
  return at;
}

const Row* IdIndex::find(const Id& id) const noexcept { return slots_.empty() ? nullptr : slots_[place(id)].row; }

void IdIndex::put(const Row& row) {
  if ((taken_ + 1) * 4 > slots_.size() * 3) grow();
  Slot& slot = slots_[place(row.id())];
  taken_ += slot.row == nullptr;
  slot = {row.id(), &row};
}

void IdIndex::grow() {
  std::vector<Slot> old(std::max(fewest_slots, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.row != nullptr) slots_[place(slot.id)] = slot;
}

}  // namespace guanxi::store::memory
