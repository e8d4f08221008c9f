#include "store/memory/change_log.h"

#include <algorithm>
#include <limits>

namespace guanxi::store::memory {
namespace {

constexpr std::int64_t last_seq = std::numeric_limits<std::int64_t>::max();

// Walks a range of changes that grows by seq.
template <class Range>
void walk(Range first, Range last, const ChangeQuery& query, FunctionRef<bool(const ChangePtr&)> take) {
  while (first != last) {
    const ChangePtr& change = query.newest_first ? *--last : *first++;
    if (matches(query, *change) && !take(change)) return;
  }
}

}  // namespace

bool matches(const ChangeQuery& query, const Change& change) noexcept {
  if (query.newest_first ? query.after != 0 && change.seq >= query.after : change.seq <= query.after) return false;
  if (query.set && *query.set != change.set) return false;
  return !query.record || *query.record == std::pair{change.entity, change.rid};
}

void ChangeLog::append(ChangePtr change) {
  bytes_ += sizeof(Change) + sizeof(void*) * 12 + change->command.size() + change->reason.size() + change->delta.size();
  changes_.push_back(std::move(change));
}

void ChangeLog::each(const ChangeQuery& query, FunctionRef<bool(const ChangePtr&)> take) const {
  const std::int64_t from = query.newest_first ? 1 : query.after + 1;
  const std::int64_t to = query.newest_first && query.after != 0 ? query.after : last_seq;
  if (query.record) {
    const auto [entity, rid] = *query.record;
    const auto& by_record = changes_.get<2>();
    return walk(by_record.lower_bound(std::tuple(entity, rid, from)), by_record.lower_bound(std::tuple(entity, rid, to)), query, take);
  }
  if (query.set) {
    const auto& by_set = changes_.get<1>();
    return walk(by_set.lower_bound(std::tuple(*query.set, from)), by_set.lower_bound(std::tuple(*query.set, to)), query, take);
  }
  const auto place = [&](std::int64_t seq) { return changes_.begin() + std::clamp<std::int64_t>(seq - 1, 0, last()); };
  walk(place(from), place(to), query, take);
}

}  // namespace guanxi::store::memory
