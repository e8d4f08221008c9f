// What happened to a record, and what happened since.
#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "crm/queries/change_entry.h"
#include "crm/queries/queries.h"

namespace guanxi::queries {
namespace {

constexpr std::size_t batch_size = 1000;

// Tells of which records the principal may read the changes; each is looked up once.
class Visible {
 public:
  explicit Visible(View& view) noexcept : view_(view) {}

  Result<bool> operator()(const store::Change& change) {
    if (everything()) return true;
    const EntityType* type = view_.schema().find(change.entity);
    if (type == nullptr || !view_.check(access::Action::read, *type, nullptr, nullptr).allowed) return false;
    const auto known = known_.find(change.record);
    if (known != known_.end()) return known->second;
    AnyRecord row = type->record();
    GUANXI_ASSIGN(const bool found, view_.reader().get(*type, change.rid, row));
    const bool visible = found && view_.check(access::Action::read, *type, &row, nullptr).allowed;
    known_.emplace(change.record, visible);
    return visible;
  }

 private:
  bool everything() const {
    if (view_.principal().system) return true;
    const auto* user = view_.snapshot().policy->user(view_.principal().user);
    return user != nullptr && user->active && user->administrator;
  }

  View& view_;
  std::unordered_map<Id, bool, IdHash> known_;
};

}  // namespace

Result<std::vector<ChangeEntry>> history(SessionState& session, std::uint16_t entity, const Id& id, std::size_t limit) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  GUANXI_ASSIGN(const AnyRecord record, view.get(*type, id));
  Names names(view);
  std::vector<ChangeEntry> entries;
  store::ChangeQuery query;
  query.record = {type->number(), record.rid()};
  query.newest_first = true;
  query.limit = limit;
  GUANXI_ASSIGN(const auto changes, limit == 0 ? std::vector<store::Change>() : read_changes(view, query));
  for (const store::Change& change : changes) {
    GUANXI_ASSIGN(ChangeEntry entry, entry_of(names, change));
    entries.push_back(std::move(entry));
  }
  return entries;
}

Result<std::vector<ChangeEntry>> changes_since(SessionState& session, std::int64_t seq, std::size_t limit) {
  GUANXI_ASSIGN(View view, View::open(session));
  Names names(view);
  Visible visible(view);
  std::vector<ChangeEntry> entries;
  store::ChangeQuery query;
  query.after = seq;
  query.limit = batch_size;
  for (bool more = true; more && entries.size() < limit;) {
    GUANXI_ASSIGN(const auto changes, read_changes(view, query));
    more = changes.size() == query.limit;
    for (const store::Change& change : changes) {
      if (entries.size() == limit) break;
      query.after = change.seq;
      GUANXI_ASSIGN(const bool may_see, visible(change));
      if (!may_see) continue;
      GUANXI_ASSIGN(ChangeEntry entry, entry_of(names, change));
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace guanxi::queries
