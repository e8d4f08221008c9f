// Session: one principal's view of a store. Every call carries that principal; nothing is seen or changed that it
// may not see or change.
//
// Threads: a session is used by one thread at a time; open as many as you like. It must end before its store.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "guanxi/queries.h"
#include "guanxi/store.h"

namespace guanxi {

struct SessionState;

class Session {
 public:
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  const Id& user() const noexcept;  // empty for a system session
  Language language() const noexcept;
  std::shared_ptr<const Schema> schema() const;

  // ---- Commands. All of one call commits together, or nothing does. ----

  // Stores a new record and fills in its id, revision and dates.
  Result<Outcome> create(AnyRecord& record, const CommandOptions& options = {});
  // Changes the fields that are set or null in `patch`; absent ones stay.
  Result<Outcome> update(const Id& id, const AnyRecord& patch, const CommandOptions& options = {});
  Result<Outcome> archive(std::uint16_t entity, const Id& id, const CommandOptions& options = {});
  Result<Outcome> restore(std::uint16_t entity, const Id& id, const CommandOptions& options = {});
  Result<Outcome> archive(const AnyEntity& entity, const Id& id, const CommandOptions& options = {}) { return archive(number_of(entity), id, options); }
  Result<Outcome> restore(const AnyEntity& entity, const Id& id, const CommandOptions& options = {}) { return restore(number_of(entity), id, options); }

  // Runs the command whose arguments these are (guanxi/commands.h).
  Result<Outcome> run(const AnyRecord& arguments, const CommandOptions& options = {});

  // Updates the record that `system` knows as `key`, or creates it and remembers the key.
  Result<Outcome> upsert(std::string_view system, std::string_view key, AnyRecord& record, const CommandOptions& options = {});
  // The record that `system` knows as `key`; the empty id where there is none.
  Result<Id> resolve(std::string_view entity, std::string_view system, std::string_view key);

  // Takes back everything that one change set did. Rows edited since are left as they are and listed. `dry_run` only reports.
  Result<UndoReport> undo(std::int64_t change_set, bool dry_run = false, const Progress& progress = {});

  // Several commands in one transaction: committed when `work` succeeds, undone when it returns an error or throws. While it runs,
  // other writers wait. May be nested; an inner failure undoes the inner part alone.
  Result<void> transaction(const std::function<Result<void>()>& work);

  // ---- Records ----

  Result<AnyRecord> get(std::uint16_t entity, const Id& id);
  template <const auto& E>
  Result<Record<E>> get(const Id& id) {
    auto found = get(number_of(E), id);
    if (!found) return std::move(found).error();
    return Record<E>(std::move(*found));
  }

  // Live records of the entity that meet the condition.
  Result<Page<AnyRecord>> find(std::uint16_t entity, const Expr& condition, const FindOptions& options = {});
  template <const auto& E>
  Result<Page<Record<E>>> find(const Expr& condition = {}, const FindOptions& options = {}) {
    auto page = find(number_of(E), condition, options);
    if (!page) return std::move(page).error();
    return typed<E>(std::move(*page));
  }
  // Hands over all of them one by one, in bounded memory; false ends it.
  Result<void> each(std::uint16_t entity, const Expr& condition, const std::vector<OrderTerm>& order,
                    const std::function<bool(AnyRecord&)>& sink);

  Result<std::int64_t> count(std::uint16_t entity, const Expr& condition = {});

  // ---- Conditions in FEEL ----

  // A condition for whatever takes one, on the records of an entity: `tier = "A" and employees > 100`. Fields go by name or label,
  // a dot leads along a reference, `some o in opportunity satisfies o.stage = "won"` and `count(activity) > 3` ask the records
  // that point here. `me` is the user. Amounts compare with money(1000, "CNY"). now() is the time of this call. Related
  // records that may not be read count as not there. Errors name the character and what was expected.
  Result<Expr> condition(std::uint16_t entity, std::string_view feel);
  Result<Expr> condition(const AnyEntity& entity, std::string_view feel) { return condition(number_of(entity), feel); }
  // What of it the store answers, and what is evaluated row by row.
  Result<ConditionPlan> explain(std::uint16_t entity, std::string_view feel);
  // The condition of a saved filter: the user's own of that name, or a shared one.
  Result<NamedCondition> filter(std::string_view name);
  // The records of a segment, the user's own or a shared one.
  Result<NamedCondition> segment(std::string_view name);

  // Full text: every word, piece of Chinese, pinyin or initials must be found. "泛微 上海", "hengrui", "hr".
  Result<std::vector<AnyRecord>> search(std::uint16_t entity, std::string_view text, std::size_t limit = 20, const Expr& condition = {});

  // The records that this one may be a duplicate of; nothing is stored.
  Result<std::vector<DuplicateHit>> duplicates_of(const AnyRecord& record);

  // ---- Customers ----

  // Who calls from this number, however it is written: contacts first, at most 20.
  Result<std::vector<Caller>> callers(std::string_view number);
  Result<CustomerCard> card(const Id& account);
  // Newest first, what happened before `before` (zero: until now). Entries of one moment stay on one page, so a page may hold a few
  // more than `limit`; go on with the last one's time.
  Result<std::vector<TimelineEntry>> timeline(const Id& account, std::size_t limit = 100, Instant before = {});
  // The accounts that the user owns. A system session, which owns nothing, is Code::misuse here and in agenda() without a user.
  Result<Page<Record<Account>>> my_customers(const FindOptions& options = {});
  // Whoever has most first, the pool last.
  Result<std::vector<Workload>> workload();
  // Open activities by time.
  Result<std::vector<AgendaEntry>> agenda(const AgendaOptions& options);
  // Counts of every dimension of the entity in one pass; `measure` (a money field's number) is summed too.
  Result<std::vector<Dimension>> dimensions(std::uint16_t entity, const Expr& condition = {}, std::uint16_t measure = 0);
  // The records of an entity by department, rolled up the organisation tree, parents before children.
  Result<std::vector<OrgStatistic>> by_department(std::uint16_t entity, const Expr& condition = {}, std::uint16_t measure = 0);
  // Which records a document or a project belongs to.
  Result<std::vector<Record<DocumentLink>>> links_of_document(std::string_view uri);
  Result<std::vector<Record<ProjectLink>>> links_of_project(std::string_view key);

  // ---- History ----

  // Newest first.
  Result<std::vector<ChangeEntry>> history(std::uint16_t entity, const Id& id, std::size_t limit = 100);
  // Changes with a greater seq, oldest first, of what the principal may see.
  Result<std::vector<ChangeEntry>> changes_since(std::int64_t seq, std::size_t limit = 1000);
  // Newest first. For administrators, and for roles that may read all of the log.
  Result<std::vector<ReadEntry>> reads_of(std::uint16_t entity, const Id& id, std::size_t limit = 100);

  // ---- Permission ----

  // action: "read", "create", "update", "delete", "export", "assign". The empty id asks about records of the entity at large.
  Result<Permission> may(std::string_view action, std::uint16_t entity, const Id& id);

 private:
  friend class Store;
  friend class SessionAccess;
  explicit Session(std::unique_ptr<SessionState> state);

  template <const auto& E>
  static Page<Record<E>> typed(Page<AnyRecord>&& page) {
    Page<Record<E>> out;
    out.next = std::move(page.next);
    out.rows.reserve(page.rows.size());
    for (AnyRecord& row : page.rows) out.rows.emplace_back(std::move(row));
    return out;
  }

  std::unique_ptr<SessionState> state_;
};

}  // namespace guanxi
