#include "match/index/overlay.h"

#include <utility>

namespace guanxi::match {

namespace {
constexpr std::size_t least_slots = 1024;
}

// The key's slot, or the free one where it would stand.
std::size_t Overlay::slot(KeyHash key) const noexcept {
  auto at = home(key);
  while (slots_[at].size != 0 && slots_[at].key != key) at = at + 1 < slots_.size() ? at + 1 : 0;
  return at;
}

void Overlay::grow() {
  const auto old = std::exchange(slots_, std::vector<Slot>(std::max(2 * slots_.size(), least_slots)));
  for (const auto& filled : old)
    if (filled.size != 0) slots_[slot(filled.key)] = filled;
}

void Overlay::add(KeyHash key, std::uint32_t record) {
  if (3 * (keys_ + 1) > 2 * slots_.size()) grow();
  auto& list = slots_[slot(key)];
  if (list.size == 0) {
    list = {key, record, 1};
    ++keys_;
  } else {
    const auto newest = list.size == 1 ? list.newest : words_[list.newest + in_newest(list.size)];
    if (newest == record) return;
    append(list, record);
  }
  ++entries_;
}

// Behind the first record of its list.
void Overlay::append(Slot& list, std::uint32_t record) {
  const auto place = in_newest(++list.size);
  if (place == 1) {
    const auto block = static_cast<std::uint32_t>(words_.size());
    words_.resize(words_.size() + 1 + std::min(std::bit_floor(list.size), most_in_block));
    words_[block] = std::exchange(list.newest, block);
  }
  words_[list.newest + place] = record;
}

Overlay::List Overlay::find(KeyHash key) const noexcept { return slots_.empty() ? List() : list_of(slots_[slot(key)]); }

}  // namespace guanxi::match
