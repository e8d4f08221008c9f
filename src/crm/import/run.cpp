// Runs a plan, in bulk mode where that pays.
#include "base/check.h"
#include "crm/import/importer.h"
#include "crm/matching/indexes.h"
#include "crm/view.h"
#include "guanxi/import.h"

namespace guanxi {
namespace import {
namespace {

constexpr std::uint64_t worth_bulk = 100'000;

// How many rows the file has, by its size and the size of the first ones.
Result<std::uint64_t> estimate_rows(const ImportPlan& plan) {
  GUANXI_ASSIGN(const Head head, read_head(plan.path, plan.options.csv, 1000));
  GUANXI_ASSIGN(const std::uint64_t size, os::file_size(plan.path));
  return head.bytes == 0 ? 0 : size * head.rows.size() / head.bytes;
}

Result<std::uint64_t> count_rows(SessionState& session, const EntityType& type) {
  GUANXI_ASSIGN(View view, View::open(session));
  std::uint64_t count = 0;
  store::Aggregate all;
  all.type = &type;
  all.groups = {{}};
  GUANXI_CHECK(view.reader().aggregate(all, [&](const store::AggregateRow& row) { count = static_cast<std::uint64_t>(row.count); }));
  return count;
}

// Bulk mode drops the indexes of columns: it is not for rows that are found, or that refer to others, by these.
bool needs_indexes(const EntityType& type, const ImportPlan& plan, const Settings& settings) {
  for (const AnyField* field : settings.key)
    if (field->role == MatchRole::none) return true;
  for (const ImportColumn& column : plan.columns) {
    const AnyField* field = column.field.empty() ? nullptr : type.find(column.field);
    const bool leads_to_many = field != nullptr && is_reference(*field) && field->target != number_of(User) &&
                               field->target != number_of(Department) && field->target != number_of(Territory);
    if (leads_to_many) return true;
  }
  return false;
}

Result<bool> pays_bulk(SessionState& session, const ImportPlan& plan) {
  if (!plan.options.bulk || plan.options.dry_run || session.transaction != nullptr) return false;
  const auto schema = session.engine->snapshot().schema;
  GUANXI_ASSIGN(const Settings settings, check_options(*schema, plan.options));
  if (needs_indexes(*settings.type, plan, settings)) return false;
  GUANXI_ASSIGN(const std::uint64_t coming, estimate_rows(plan));
  if (coming <= worth_bulk) return false;
  GUANXI_ASSIGN(const std::uint64_t there, count_rows(session, *settings.type));
  return there <= coming / 4;
}

}  // namespace
}  // namespace import

Result<ImportReport> run_import(Session& session, const ImportPlan& plan, const std::function<bool(const ImportProgress&)>& progress) {
  SessionState& state = SessionAccess::state(session);
  GUANXI_ASSIGN(const auto importer, import::Importer::open(state, plan));
  GUANXI_ASSIGN(const bool bulk, import::pays_bulk(state, plan));
  if (!bulk) return importer->run(progress);
  store::Storage& storage = state.engine->storage();
  GUANXI_CHECK(storage.bulk_begin());
  state.engine->indexes().forget(state.engine->snapshot().schema->find(plan.options.entity)->number());
  state.bulk = true;
  auto report = importer->run(progress);
  state.bulk = false;
  GUANXI_CHECK(storage.bulk_end({}));
  return report;
}

}  // namespace guanxi
