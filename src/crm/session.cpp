#include "guanxi/session.h"

#include <optional>
#include <utility>

#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/commands/undo.h"
#include "crm/dispatcher.h"
#include "crm/duplicates.h"
#include "crm/expressions/ask.h"
#include "crm/matching/rules.h"
#include "crm/messages.h"
#include "crm/queries/queries.h"
#include "crm/transaction.h"

namespace guanxi {

Session::Session(std::unique_ptr<SessionState> state) : state_(std::move(state)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

const Id& Session::user() const noexcept { return state_->principal.user; }
Language Session::language() const noexcept { return state_->language; }
std::shared_ptr<const Schema> Session::schema() const {
  const auto& open = state_->transaction;
  return open != nullptr && open->snapshot ? open->snapshot->schema : state_->engine->snapshot().schema;
}

// ---- Commands ----

// The caller's record changes only when the command has succeeded. What others are told of a new schema or policy cannot be taken back, so such a record
// is created once.
Result<Outcome> Session::create(AnyRecord& record, const CommandOptions& options) {
  auto inquiry = look_ahead(*state_, record, options);
  std::optional<AnyRecord> made;
  const auto create = [&](Unit& unit) -> Result<void> {
    unit.expect(record, std::exchange(inquiry, std::nullopt));
    GUANXI_ASSIGN(made, commands::create(unit, record));
    return {};
  };
  const auto runs = matching::place_of(record.entity()) ? store::Runs::perhaps_again : store::Runs::once;
  GUANXI_ASSIGN(Outcome outcome, dispatch(*state_, "create", options, create, runs));
  if (made) record = std::move(*made);
  return outcome;
}

Result<Outcome> Session::update(const Id& id, const AnyRecord& patch, const CommandOptions& options) {
  return dispatch(*state_, "update", options, [&](Unit& unit) { return commands::update(unit, id, patch); });
}

Result<Outcome> Session::archive(std::uint16_t entity, const Id& id, const CommandOptions& options) {
  return dispatch(*state_, "archive", options, [&](Unit& unit) { return commands::archive(unit, entity, id); });
}

Result<Outcome> Session::restore(std::uint16_t entity, const Id& id, const CommandOptions& options) {
  return dispatch(*state_, "restore", options, [&](Unit& unit) { return commands::restore(unit, entity, id); });
}

Result<Outcome> Session::run(const AnyRecord& arguments, const CommandOptions& options) {
  return run_command(*state_, arguments, options);
}

Result<Outcome> Session::upsert(std::string_view system, std::string_view key, AnyRecord& record, const CommandOptions& options) {
  std::optional<AnyRecord> made;
  GUANXI_ASSIGN(Outcome outcome, dispatch(*state_, "upsert", options, [&](Unit& unit) { return commands::upsert(unit, system, key, record, made); }));
  if (made) record = std::move(*made);
  return outcome;
}

Result<Id> Session::resolve(std::string_view entity, std::string_view system, std::string_view key) {
  GUANXI_ASSIGN(View view, View::open(*state_));
  return commands::resolve(view, entity, system, key);
}

Result<UndoReport> Session::undo(std::int64_t change_set, bool dry_run, const Progress& progress) {
  return commands::undo(*state_, change_set, dry_run, progress);
}

Result<void> Session::transaction(const std::function<Result<void>()>& work) { return run_transaction(*state_, work); }

// ---- Records ----

Result<AnyRecord> Session::get(std::uint16_t entity, const Id& id) {
  GUANXI_ASSIGN(View view, View::open(*state_));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  auto found = view.get(*type, id);
  if (found && state_->engine->options().log_reads) queries::log_read(*state_, "get", *type, id);
  return found;
}

Result<Page<AnyRecord>> Session::find(std::uint16_t entity, const Expr& condition, const FindOptions& options) {
  if (options.limit == 0 || options.limit > largest_page) return Error(Code::limit, messages::page_too_large);
  GUANXI_ASSIGN(View view, View::open(*state_));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  Page<AnyRecord> page;
  page.rows.reserve(options.limit);
  GUANXI_ASSIGN(store::ScanEnd end, view.scan(*type, condition, options, [&](AnyRecord& row) {
    page.rows.push_back(std::move(row));
    return true;
  }));
  if (end.more) page.next = std::move(end.after);
  return page;
}

Result<void> Session::each(std::uint16_t entity, const Expr& condition, const std::vector<OrderTerm>& order,
                           const std::function<bool(AnyRecord&)>& sink) {
  GUANXI_ASSIGN(View view, View::open(*state_));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  FindOptions options;
  options.order = order;
  options.limit = 0;
  GUANXI_CHECK(view.scan(*type, condition, options, sink));
  return {};
}

Result<std::int64_t> Session::count(std::uint16_t entity, const Expr& condition) {
  GUANXI_ASSIGN(View view, View::open(*state_));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  return view.count(*type, condition);
}

Result<std::vector<AnyRecord>> Session::search(std::uint16_t entity, std::string_view text, std::size_t limit, const Expr& condition) {
  if (limit == 0 || limit > largest_page) return Error(Code::limit, messages::page_too_large);
  GUANXI_ASSIGN(View view, View::open(*state_));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  return view.search(*type, text, limit, condition);
}

Result<Expr> Session::condition(std::uint16_t entity, std::string_view feel) { return ask::condition(*state_, entity, feel); }
Result<ConditionPlan> Session::explain(std::uint16_t entity, std::string_view feel) { return ask::explain(*state_, entity, feel); }
Result<NamedCondition> Session::filter(std::string_view name) { return ask::filter(*state_, name); }
Result<NamedCondition> Session::segment(std::string_view name) { return ask::segment(*state_, name); }

Result<std::vector<DuplicateHit>> Session::duplicates_of(const AnyRecord& record) {
  GUANXI_ASSIGN(View view, View::open(*state_));
  GUANXI_ASSIGN(DuplicateHits found, find_duplicates_of(view, record, {.limit = DuplicateQuery::usual_limit}));
  return std::move(found.hits);
}

// ---- Customers, history, permission: each in its own room ----

Result<std::vector<Caller>> Session::callers(std::string_view number) { return queries::callers(*state_, number); }
Result<CustomerCard> Session::card(const Id& account) { return queries::card(*state_, account); }
Result<std::vector<TimelineEntry>> Session::timeline(const Id& account, std::size_t limit, Instant before) {
  return queries::timeline(*state_, account, limit, before);
}
Result<Page<Record<Account>>> Session::my_customers(const FindOptions& options) {
  return queries::my_customers(*state_, options);
}
Result<std::vector<Workload>> Session::workload() { return queries::workload(*state_); }
Result<std::vector<AgendaEntry>> Session::agenda(const AgendaOptions& options) { return queries::agenda(*state_, options); }
Result<std::vector<Dimension>> Session::dimensions(std::uint16_t entity, const Expr& condition, std::uint16_t measure) {
  return queries::dimensions(*state_, entity, condition, measure);
}
Result<std::vector<OrgStatistic>> Session::by_department(std::uint16_t entity, const Expr& condition, std::uint16_t measure) {
  return queries::by_department(*state_, entity, condition, measure);
}
Result<std::vector<Record<DocumentLink>>> Session::links_of_document(std::string_view uri) {
  return queries::links_of_document(*state_, uri);
}
Result<std::vector<Record<ProjectLink>>> Session::links_of_project(std::string_view key) {
  return queries::links_of_project(*state_, key);
}
Result<std::vector<ChangeEntry>> Session::history(std::uint16_t entity, const Id& id, std::size_t limit) {
  return queries::history(*state_, entity, id, limit);
}
Result<std::vector<ChangeEntry>> Session::changes_since(std::int64_t seq, std::size_t limit) {
  return queries::changes_since(*state_, seq, limit);
}
Result<std::vector<ReadEntry>> Session::reads_of(std::uint16_t entity, const Id& id, std::size_t limit) {
  return queries::reads_of(*state_, entity, id, limit);
}
Result<Permission> Session::may(std::string_view action, std::uint16_t entity, const Id& id) {
  return queries::may(*state_, action, entity, id);
}

}  // namespace guanxi
