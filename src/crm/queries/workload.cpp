// Who has how much.
#include <algorithm>
#include <map>

#include "base/check.h"
#include "crm/queries/conditions.h"
#include "crm/queries/names.h"
#include "crm/queries/queries.h"
#include "crm/queries/sums.h"
#include "crm/queries/words.h"

namespace guanxi::queries {
namespace {

using Rows = std::map<Id, Workload>;

Result<void> count_by_owner(View& view, const EntityType& type, const Expr& condition, Rows& rows,
                            FunctionRef<void(Workload&, std::int64_t)> take) {
  const AnyField* owner = type.fields()[type.owner()];
  return group_by(view, type, condition, {owner}, nullptr, [&](const GroupRow& group) -> Result<void> {
    const Id user = Codec<Id>::unpack(group.value);
    Workload& row = rows[user];
    row.user = user;
    take(row, group.count);
    return {};
  });
}

std::int64_t total(const Workload& row) {
  std::int64_t sum = 0;
  for (const auto& [entity, count] : row.owned) sum += count;
  return sum;
}

constexpr Words pool{"Pool", "公海"};

// Who has most first, the pool last.
bool before(const Workload& a, const Workload& b) {
  if (a.user.empty() != b.user.empty()) return b.user.empty();
  const std::int64_t of_a = total(a), of_b = total(b);
  return of_a != of_b ? of_a > of_b : a.name < b.name;
}

}  // namespace

Result<std::vector<Workload>> workload(SessionState& session) {
  GUANXI_ASSIGN(View view, View::open(session));
  Rows rows;
  for (const auto& type : view.schema().entities()) {
    if (type->owner() == no_slot || type->number() == number_of(StageChange)) continue;  // whose owner is history
    GUANXI_CHECK(count_by_owner(view, *type, {}, rows, [&](Workload& row, std::int64_t count) {
      row.owned[std::string(type->name())] += count;
    }));
  }
  GUANXI_CHECK(count_by_owner(view, view.schema().of(Activity), overdue_activity(session.engine->now()), rows,
                              [](Workload& row, std::int64_t count) { row.overdue += count; }));
  Names names(view);
  std::vector<Workload> out;
  for (auto& [user, row] : rows) {
    GUANXI_ASSIGN(row.name, names.of(number_of(User), user));
    if (user.empty()) row.name = pool.in(view.language());
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(), before);
  return out;
}

}  // namespace guanxi::queries
