#include "crm/queries/activities.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "crm/queries/conditions.h"
#include "crm/queries/rows.h"

namespace guanxi::queries {
namespace {

void append(std::vector<Record<Activity>>& to, std::vector<Record<Activity>>&& more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

}  // namespace

Instant moment_of(const Record<Activity>& activity) {
  if (activity.get(Activity.due_at).is_set()) return activity[Activity.due_at];
  if (activity.get(Activity.starts_at).is_set()) return activity[Activity.starts_at];
  return {std::numeric_limits<std::int64_t>::max()};
}

Result<std::vector<Record<Activity>>> next_activities(View& view, const Expr& condition, std::size_t limit) {
  const Expr open = condition && open_activity();
  const Expr no_due = open && is_null(Activity.due_at);
  GUANXI_ASSIGN(auto rows, collect<Activity>(view, open && !is_null(Activity.due_at), {ascending(Activity.due_at)}, limit));
  GUANXI_ASSIGN(auto starting,
                collect<Activity>(view, no_due && !is_null(Activity.starts_at), {ascending(Activity.starts_at)}, limit));
  append(rows, std::move(starting));
  if (rows.size() < limit) {
    GUANXI_ASSIGN(auto timeless, collect<Activity>(view, no_due && is_null(Activity.starts_at), {}, limit - rows.size()));
    append(rows, std::move(timeless));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return moment_of(a) < moment_of(b); });
  if (rows.size() > limit) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(limit), rows.end());
  return rows;
}

}  // namespace guanxi::queries
