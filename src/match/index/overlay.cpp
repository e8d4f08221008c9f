#include "match/index/overlay.h"

#include <algorithm>
#include <utility>

namespace guanxi::match {

namespace {
constexpr std::size_t least_slots = 1024;
}

// The key's slot, or the free one where it would stand.
std::size_t Overlay::slot(KeyHash key) const noexcept {
  auto at = home(key);
  while (slots_[at].newest != 0 && slots_[at].key != key) at = at + 1 < slots_.size() ? at + 1 : 0;
  return at;
}

void Overlay::grow() {
  const auto old = std::exchange(slots_, std::vector<Slot>(std::max(2 * slots_.size(), least_slots)));
  for (const auto& filled : old)
    if (filled.newest != 0) slots_[slot(filled.key)] = filled;
}

void Overlay::add(KeyHash key, std::uint32_t record) {
  if (nodes_.empty()) nodes_.emplace_back();
  if (3 * (keys_ + 1) > 2 * slots_.size()) grow();
  auto& found = slots_[slot(key)];
  if (found.newest == 0) found.key = key, ++keys_;
  else if (nodes_[found.newest].record == record) return;
  nodes_.push_back({record, found.newest});
  found.newest = static_cast<std::uint32_t>(nodes_.size() - 1);
  ++found.size;
}

Overlay::List Overlay::find(KeyHash key) const noexcept {
  if (slots_.empty()) return {};
  const auto& found = slots_[slot(key)];
  return {nodes_.data(), found.newest, found.size};
}

}  // namespace guanxi::match
