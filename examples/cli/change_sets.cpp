#include "change_sets.h"

#include <algorithm>
#include <map>

namespace cli {

namespace {

constexpr std::int64_t step = 1000;         // changes read at once
constexpr std::int64_t looked_at = 50'000;  // changes read at most: an import of millions is not read to its first row

}  // namespace

std::vector<ChangeSet> last_sets(const Context& c, const Store& store, Session& session, std::size_t limit) {
  std::map<std::int64_t, ChangeSet, std::greater<>> sets;
  const auto last = need(c, store.info()).last_change;
  const auto lowest = std::max<std::int64_t>(last - looked_at, 0);
  auto upto = last;
  // One set more than asked for is read, so that the last one shown is known to be whole.
  while (upto > lowest && sets.size() <= limit) {
    const auto from = std::max(upto - step, lowest);
    auto changes = need(c, session.changes_since(from, static_cast<std::size_t>(upto - from)));
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      if (change->seq > upto) continue;
      auto& set = sets[change->change_set];
      if (set.rows++ == 0) set = {change->change_set, change->at, change->actor_name, change->command, change->reason, 1, true};
    }
    upto = from;
  }
  std::vector<ChangeSet> out;
  for (auto& [number, set] : sets)
    if (out.size() < limit) out.push_back(std::move(set));
  if (upto > 0 && sets.size() <= limit && !out.empty()) out.back().complete = false;
  return out;
}

}  // namespace cli
