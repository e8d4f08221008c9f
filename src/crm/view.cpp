#include "crm/view.h"

#include <array>

#include "base/check.h"
#include "crm/messages.h"
#include "expr/row_formula.h"

namespace guanxi {

Result<View> View::open(SessionState& session) {
  if (session.transaction != nullptr) {
    OpenTransaction& open = *session.transaction;
    return View(session, open.storage->writer(), open.snapshot ? *open.snapshot : session.engine->snapshot());
  }
  GUANXI_ASSIGN(auto reader, session.engine->storage().begin_read());
  View view(session, *reader, session.engine->snapshot());
  view.owned_ = std::move(reader);
  return view;
}

View::View(SessionState& session, store::Reader& reader, Snapshot snapshot)
    : session_(&session), reader_(&reader), snapshot_(std::move(snapshot)) {}

Result<const EntityType*> View::entity(std::uint16_t number) const {
  const EntityType* type = schema().find(number);
  if (type == nullptr) return Error(Code::not_found, messages::no_entity, {std::to_string(number)});
  return type;
}

access::Decision View::check(access::Action action, const EntityType& type, const AnyRecord* before,
                             const AnyRecord* after) {
  const auto lookup = [this](std::uint16_t entity, const Id& id) -> std::optional<access::Guard> {
    const EntityType& guardian = *schema().find(entity);
    AnyRecord row = guardian.record();
    const auto found = reader_->get(guardian, id, row);
    if (!found || !*found) return std::nullopt;
    return access::guard_of(guardian, row);
  };
  return snapshot_.policy->check(principal(), action, type, before, after, lookup);
}

Result<AnyRecord> View::get(const EntityType& type, const Id& id) {
  AnyRecord row = type.record();
  GUANXI_ASSIGN(const bool found, reader_->get(type, id, row));
  if (!found || !check(access::Action::read, type, &row, nullptr).allowed)
    return no_such_record(type, id);
  return row;
}

std::optional<Expr> View::readable(const EntityType& type, const Expr& condition, bool archived, access::Action action) const {
  std::optional<Expr> may = snapshot_.policy->filter(principal(), action, type, schema());
  if (!may) return std::nullopt;
  Expr all = condition && std::move(*may);
  if (!archived) all = std::move(all) && Expr::is_null(type.number(), type.fields()[common::archived_at]->number);
  return all;
}

Result<store::ScanEnd> View::scan(const EntityType& type, const Expr& condition, const FindOptions& options, store::RowSink sink) {
  const std::optional<Expr> filter = readable(type, condition, options.archived);
  if (!filter) return store::ScanEnd{};
  store::Scan scan;
  scan.type = &type;
  scan.filter = &*filter;
  scan.order = options.order;
  scan.after = options.after;
  scan.limit = options.limit;
  auto end = reader_->scan(scan, sink);
  GUANXI_CHECK(check_finished(condition));
  return end;
}

Result<std::int64_t> View::count(const EntityType& type, const Expr& condition) {
  std::int64_t total = 0;
  store::Aggregate request;
  request.groups = {{}};
  request.type = &type;
  GUANXI_CHECK(aggregate(std::move(request), condition, [&](const store::AggregateRow& row) { total = row.count; }));
  return total;
}

Result<void> View::aggregate(store::Aggregate request, const Expr& condition, store::AggregateSink sink) {
  const std::optional<Expr> filter = readable(*request.type, condition);
  if (!filter) return {};
  request.filter = &*filter;
  GUANXI_CHECK(reader_->aggregate(request, sink));
  return check_finished(condition);
}

Result<std::vector<AnyRecord>> View::search(const EntityType& type, std::string_view text, std::size_t limit, const Expr& condition) {
  std::vector<AnyRecord> hits;
  const std::optional<Expr> filter = readable(type, condition);
  if (!filter) return hits;
  store::Search request;
  request.type = &type;
  request.text = text;
  request.filter = &*filter;
  request.limit = limit;
  GUANXI_CHECK(reader_->search(request, [&](AnyRecord& row) {
    hits.push_back(std::move(row));
    return hits.size() < limit;
  }));
  GUANXI_CHECK(check_finished(condition));
  return hits;
}

Result<std::string> View::name_of(const EntityType& type, const Id& id) {
  if (id.empty()) return std::string();
  AnyRecord row = type.record();
  GUANXI_ASSIGN(const bool found, reader_->get(type, id, row));
  if (!found && type.number() == number_of(User)) {
    const auto* user = snapshot_.policy->user(id);
    return user == nullptr ? std::string() : user->name;
  }
  if (!found || !check(access::Action::read, type, &row, nullptr).allowed) return std::string();
  return std::string(title_of(type, row));
}

std::string_view title_of(const EntityType& type, const AnyRecord& row) noexcept {
  static constexpr std::array<std::string_view, 5> names{"name", "subject", "title", "number", "value"};
  for (const std::string_view name : names)
    if (const AnyField* field = type.find(name); field != nullptr && row.get(*field).is_set()) return row.get(*field).view();
  return {};
}

}  // namespace guanxi
