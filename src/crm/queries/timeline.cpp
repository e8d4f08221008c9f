#include "crm/queries/timeline.h"

#include <algorithm>

#include "crm/queries/change_entry.h"
#include "crm/queries/queries.h"
#include "crm/queries/rows.h"
#include "crm/queries/show.h"
#include "crm/queries/words.h"

namespace guanxi::queries {
namespace {

constexpr Words created{"Created", "新建"}, opened{"Opened", "受理"}, closed{"Closed", "关闭"}, signed_{"Signed", "签订"};
constexpr Words account_created{"Account created", "新建客户"}, account_changed{"Account changed", "修改客户信息"},
    account_archived{"Account archived", "归档客户"}, account_restored{"Account restored", "恢复客户"},
    account_erased{"Account erased", "清除客户信息"};
constexpr std::string_view dot = " · ";

// An entry whose names are looked up once it is known to be on the page.
struct Happening {
  TimelineEntry entry;
  Id who{};
  Id opportunity{};              // whose name is the title
  std::optional<store::Change> change{};
};

const Words& title_of(store::ChangeKind kind) {
  switch (kind) {
    case store::ChangeKind::create: return account_created;
    case store::ChangeKind::archive: return account_archived;
    case store::ChangeKind::restore: return account_restored;
    case store::ChangeKind::erase: return account_erased;
    case store::ChangeKind::update: break;
  }
  return account_changed;
}

Value bound_of(Type type, Instant before) {
  if (type == Type::date) return Codec<Date>::pack(Instant{before.us - 1}.date());
  return Codec<Instant>::pack(Instant{before.us - 1});
}

Instant moment(const Value& value) {
  return value.type == Type::date ? Instant::start_of(Codec<Date>::unpack(value)) : Codec<Instant>::unpack(value);
}

class Timeline {
 public:
  Timeline(Names& names, const AnyRecord& account, std::size_t limit, Instant before)
      : names_(names), view_(names.view()), account_(account), limit_(limit), before_(before) {}

  Result<std::vector<TimelineEntry>> read() && {
    GUANXI_CHECK(activities());
    GUANXI_CHECK(opportunities());
    GUANXI_CHECK(stages());
    GUANXI_CHECK(requests());
    GUANXI_CHECK(contracts());
    GUANXI_CHECK(changes());
    cut();
    return named();
  }

 private:
  // The newest rows by the moment in `field`: `limit_` of them, and those of the last one's very moment.
  template <const auto& E>
  Result<void> newest(const AnyField& field, const Expr& condition, std::string_view kind,
                      FunctionRef<void(const Record<E>&, Happening&)> fill) {
    FindOptions options;
    options.limit = 0;
    options.order = {descending(field)};
    const Expr past = condition && Expr::compare(Expr::Op::less_equal, field.entity, field.number, bound_of(field.type, before_));
    std::size_t taken = 0;
    Instant last{};
    GUANXI_CHECK(view_.scan(view_.schema().of(E), past, options, [&](AnyRecord& any) {
      const Record<E> row(std::move(any));
      const Instant at = moment(row.get(field));
      if (taken >= limit_ && at < last) return false;
      last = at;
      ++taken;
      Happening happening;
      happening.entry.at = at;
      happening.entry.kind = kind;
      happening.entry.entity = name_of(E);
      happening.entry.record = row.id();
      fill(row, happening);
      found_.push_back(std::move(happening));
      return true;
    }));
    return {};
  }

  std::string label(const AnyField& field, const AnyRecord& row) const {
    return code_label(view_.schema(), field, row.get(field), view_.language());
  }
  std::string word(const Words& words) const { return std::string(words.in(view_.language())); }

  // An activity happened when it began, else when it was done, else when it was noted.
  Result<void> activities() {
    const Expr ours = Activity.account == account_.id();
    const auto fill = [&](const Record<Activity>& row, Happening& happening) {
      happening.entry.title = row[Activity.subject];
      happening.entry.detail = label(Activity.type, row);
      join(happening.entry.detail, dot, label(Activity.status, row));
      join(happening.entry.detail, dot, label(Activity.outcome, row));
      happening.who = row[Activity.owner];
    };
    const Expr no_start = ours && is_null(Activity.starts_at);
    GUANXI_CHECK(newest<Activity>(Activity.starts_at, ours, "activity", fill));
    GUANXI_CHECK(newest<Activity>(Activity.done_at, no_start, "activity", fill));
    return newest<Activity>(Activity.created_at, no_start && is_null(Activity.done_at), "activity", fill);
  }

  Result<void> opportunities() {
    const Expr ours = Opportunity.account == account_.id();
    const auto fill = [&](const Record<Opportunity>& row, Happening& happening) {
      happening.entry.title = row[Opportunity.name];
      happening.entry.detail = word(created);
      join(happening.entry.detail, dot, text_of(row.get(Opportunity.amount)));
      happening.who = row[Opportunity.owner];
    };
    GUANXI_CHECK(newest<Opportunity>(Opportunity.opened_on, ours, "opportunity", fill));
    return newest<Opportunity>(Opportunity.created_at, ours && is_null(Opportunity.opened_on), "opportunity", fill);
  }

  // The first stage comes with the opportunity and is no change.
  Result<void> stages() {
    const Expr ours = Opportunity.account == account_.id();
    GUANXI_ASSIGN(const Expr steps, pointing_to(view_, StageChange.opportunity, view_.schema().of(Opportunity), ours));
    const auto fill = [&](const Record<StageChange>& row, Happening& happening) {
      happening.opportunity = row[StageChange.opportunity];
      happening.entry.detail = label(StageChange.from, row) + " → " + label(StageChange.to, row);
      happening.who = row[StageChange.created_by];
    };
    return newest<StageChange>(StageChange.at, steps && !is_null(StageChange.from), "stage", fill);
  }

  Result<void> requests() {
    const Expr ours = ServiceRequest.account == account_.id();
    const Words* what = &opened;
    const auto fill = [&](const Record<ServiceRequest>& row, Happening& happening) {
      happening.entry.title = row[ServiceRequest.subject];
      happening.entry.detail = word(*what);
      join(happening.entry.detail, dot, row[ServiceRequest.number]);
      join(happening.entry.detail, dot, label(ServiceRequest.type, row));
      happening.who = row[ServiceRequest.owner];
    };
    GUANXI_CHECK(newest<ServiceRequest>(ServiceRequest.created_at, ours, "request", fill));
    what = &closed;
    return newest<ServiceRequest>(ServiceRequest.closed_at, ours, "request", fill);
  }

  Result<void> contracts() {
    const Expr ours = Contract.account == account_.id();
    return newest<Contract>(Contract.signed_on, ours, "contract", [&](const Record<Contract>& row, Happening& happening) {
      happening.entry.title = row[Contract.name];
      happening.entry.detail = word(signed_);
      join(happening.entry.detail, dot, row[Contract.number]);
      join(happening.entry.detail, dot, text_of(row.get(Contract.amount)));
      happening.who = row[Contract.owner];
    });
  }

  // The log goes by number; within one record that is by time.
  Result<void> changes() {
    store::ChangeQuery query;
    query.record = {account_.entity(), account_.rid()};
    query.newest_first = true;
    std::size_t taken = 0;
    for (bool more = true; more;) {
      GUANXI_ASSIGN(auto changes, read_changes(view_, query));
      more = changes.size() == query.limit;
      for (store::Change& change : changes) {
        query.after = change.seq;
        if (change.at >= before_) continue;
        if (taken >= limit_ && change.at < found_.back().entry.at) return {};
        ++taken;
        add(std::move(change));
      }
    }
    return {};
  }

  void add(store::Change&& change) {
    Happening happening;
    happening.entry.at = change.at;
    happening.entry.kind = "change";
    happening.entry.entity = name_of(Account);
    happening.entry.record = change.record;
    happening.entry.title = word(queries::title_of(change.kind));
    happening.who = change.actor;
    happening.change = std::move(change);
    found_.push_back(std::move(happening));
  }

  // Each source gave its newest, so the newest of all are among them.
  void cut() {
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.entry.at > b.entry.at; });
    if (found_.size() <= limit_) return;
    std::size_t end = limit_;
    while (end < found_.size() && found_[end].entry.at == found_[limit_ - 1].entry.at) ++end;
    found_.resize(end);
  }

  Result<std::vector<TimelineEntry>> named() {
    std::vector<TimelineEntry> entries;
    entries.reserve(found_.size());
    for (Happening& happening : found_) {
      GUANXI_CHECK(name(happening));
      entries.push_back(std::move(happening.entry));
    }
    return entries;
  }

  Result<void> name(Happening& happening) {
    TimelineEntry& entry = happening.entry;
    if (!happening.opportunity.empty()) {
      GUANXI_ASSIGN(entry.title, names_.of(number_of(Opportunity), happening.opportunity));
    }
    if (!happening.change) {
      GUANXI_ASSIGN(entry.who, names_.of(number_of(User), happening.who));
      return {};
    }
    GUANXI_ASSIGN(entry.who, names_.actor(happening.who));
    if (happening.change->kind != store::ChangeKind::update) return {};
    GUANXI_ASSIGN(const ChangeEntry change, entry_of(names_, *happening.change));
    entry.detail = said(change.fields, view_.language());
    return {};
  }

  Names& names_;
  View& view_;
  const AnyRecord& account_;
  std::size_t limit_;
  Instant before_;
  std::vector<Happening> found_;
};

}  // namespace

Result<std::vector<TimelineEntry>> timeline_of(Names& names, const AnyRecord& account, std::size_t limit, Instant before) {
  if (limit == 0) return std::vector<TimelineEntry>();
  const Instant until = before.us == 0 ? Instant{names.view().engine().now().us + 1} : before;
  return Timeline(names, account, limit, until).read();
}

Result<std::vector<TimelineEntry>> timeline(SessionState& session, const Id& account, std::size_t limit, Instant before) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const AnyRecord row, view.get(view.schema().of(Account), account));
  Names names(view);
  return timeline_of(names, row, limit, before);
}

}  // namespace guanxi::queries
