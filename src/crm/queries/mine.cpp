// What belongs to the one who asks: customers, and what is to be done.
#include <algorithm>

#include "crm/messages.h"
#include "crm/queries/activities.h"
#include "crm/queries/conditions.h"
#include "crm/queries/names.h"
#include "crm/queries/queries.h"
#include "crm/queries/rows.h"

namespace guanxi::queries {
namespace {

constexpr Message nobody{"query.nobody", "A system session is nobody and owns nothing: open a session as a user, or name the user.",
                         "系统会话没有对应的用户：请以用户身份打开会话，或指定用户。"};

struct Sought {
  Instant from, to, now;

  Expr within(const Field<Instant>& field) const { return field >= from && field <= to; }
  Expr due() const { return within(Activity.due_at) || Activity.due_at < now; }
  // Not for being due, but it starts then.
  Expr starting() const { return within(Activity.starts_at) && (is_null(Activity.due_at) || !due()); }
};

struct Timed {
  Instant at;
  Record<Activity> activity;
};

// Both lists are sorted already, and so is what comes out.
std::vector<Timed> merge(std::vector<Record<Activity>>&& due, std::vector<Record<Activity>>&& starting, std::size_t limit) {
  std::vector<Timed> all;
  for (auto& row : due) all.push_back({row[Activity.due_at], std::move(row)});
  for (auto& row : starting) all.push_back({row[Activity.starts_at], std::move(row)});
  std::stable_sort(all.begin(), all.end(), [](const Timed& a, const Timed& b) { return a.at < b.at; });
  if (all.size() > limit) all.erase(all.begin() + static_cast<std::ptrdiff_t>(limit), all.end());
  return all;
}

}  // namespace

Result<Page<Record<Account>>> my_customers(SessionState& session, const FindOptions& options) {
  if (session.principal.user.empty()) return Error(Code::misuse, nobody);
  if (options.limit == 0 || options.limit > largest_page) return Error(Code::limit, messages::page_too_large);
  GUANXI_ASSIGN(View view, View::open(session));
  const Expr mine = Account.owner == session.principal.user;
  Page<Record<Account>> page;
  GUANXI_ASSIGN(store::ScanEnd end, view.scan(view.schema().of(Account), mine, options, [&](AnyRecord& row) {
    page.rows.emplace_back(std::move(row));
    return true;
  }));
  if (end.more) page.next = std::move(end.after);
  return page;
}

Result<std::vector<AgendaEntry>> agenda(SessionState& session, const AgendaOptions& options) {
  const Id user = options.user.empty() ? session.principal.user : options.user;
  if (user.empty()) return Error(Code::misuse, nobody);
  std::vector<AgendaEntry> entries;
  if (options.limit == 0) return entries;
  GUANXI_ASSIGN(View view, View::open(session));
  const Sought sought{options.from, options.to, session.engine->now()};
  const Expr open = Activity.owner == user && open_activity();
  GUANXI_ASSIGN(auto due, collect<Activity>(view, open && sought.due(), {ascending(Activity.due_at)}, options.limit));
  GUANXI_ASSIGN(auto starting, collect<Activity>(view, open && sought.starting(), {ascending(Activity.starts_at)}, options.limit));
  Names names(view);
  for (Timed& timed : merge(std::move(due), std::move(starting), options.limit)) {
    AgendaEntry entry{std::move(timed.activity), {}, false};
    const Value& until = entry.activity.get(Activity.due_at);
    entry.overdue = until.is_set() && Codec<Instant>::unpack(until) < sought.now;
    GUANXI_ASSIGN(entry.account_name, names.of(number_of(Account), Id(*entry.activity[Activity.account])));
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace guanxi::queries
