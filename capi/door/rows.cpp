#include "capi/door/rows.h"

#include <cmath>

#include "base/json_text.h"

namespace guanxi::door {
namespace {

// One row for each element, filled by `fill(record, element)`.
template <const auto& Shape, class All, class Fill>
Records fill_rows(const All& all, Fill&& fill) {
  Records rows;
  rows.reserve(all.size());
  for (const auto& from : all) {
    Record<Shape> row;
    fill(row, from);
    rows.push_back(std::move(row));
  }
  return rows;
}

// Empty texts and ids are null, so that who reads sees at once that there is none.
template <class R, class F>
void put(R& row, const F& field, std::string_view text) {
  row.set(field, text.empty() ? Value::null(Type::text) : Codec<Text>::pack(text));
}
template <class R, class F>
void put(R& row, const F& field, const Id& id) {
  row.set(field, Codec<Id>::pack(id));
}
template <class R, class F>
void put(R& row, const F& field, Instant at) {
  row.set(field, at.us == 0 ? Value::null(Type::instant) : Codec<Instant>::pack(at));
}

std::string json_of(const std::vector<FieldDiff>& fields) {
  JsonText json;
  json.objects(fields, [&](const FieldDiff& diff) {
    json.text("field", diff.field).text("label", diff.label).text("before", diff.before).text("after", diff.after);
  });
  return json.take();
}

std::string json_of(const std::map<std::string, std::int64_t>& owned) {
  JsonText json;
  json.open('{');
  for (const auto& [entity, count] : owned) json.number(entity, count);
  return json.close('}').take();
}

std::string_view entity_name_of(const Schema& schema, std::uint16_t entity) {
  const EntityType* type = schema.find(entity);
  return type == nullptr ? std::string_view() : type->name();
}

}  // namespace

std::string json_of(const std::vector<Money>& amounts) {
  JsonText json;
  json.objects(amounts, [&](const Money& amount) {
    const std::string text = amount.text();
    json.text("amount", std::string_view(text).substr(0, text.find(' '))).text("currency", amount.currency.code());
  });
  return json.take();
}

Records rows_of(const std::vector<TimelineEntry>& entries) {
  return fill_rows<TimelineRow>(entries, [](Record<TimelineRow>& row, const TimelineEntry& from) {
    put(row, TimelineRow.at, from.at);
    put(row, TimelineRow.kind, from.kind);
    put(row, TimelineRow.entity, from.entity);
    put(row, TimelineRow.record, from.record);
    put(row, TimelineRow.title, from.title);
    put(row, TimelineRow.detail, from.detail);
    put(row, TimelineRow.who, from.who);
  });
}

Records rows_of(const std::vector<ChangeEntry>& entries) {
  return fill_rows<ChangeRow>(entries, [](Record<ChangeRow>& row, const ChangeEntry& from) {
    row[ChangeRow.seq] = from.seq;
    row[ChangeRow.change_set] = from.change_set;
    put(row, ChangeRow.at, from.at);
    put(row, ChangeRow.actor, from.actor);
    put(row, ChangeRow.actor_name, from.actor_name);
    put(row, ChangeRow.command, from.command);
    put(row, ChangeRow.reason, from.reason);
    put(row, ChangeRow.kind, from.kind);
    put(row, ChangeRow.entity, from.entity);
    put(row, ChangeRow.record, from.record);
    put(row, ChangeRow.fields, json_of(from.fields));
  });
}

Records rows_of(const std::vector<ReadEntry>& entries) {
  return fill_rows<ReadRow>(entries, [](Record<ReadRow>& row, const ReadEntry& from) {
    put(row, ReadRow.at, from.at);
    put(row, ReadRow.actor, from.actor);
    put(row, ReadRow.actor_name, from.actor_name);
    put(row, ReadRow.query, from.query);
  });
}

Records rows_of(const std::vector<Workload>& entries) {
  return fill_rows<WorkloadRow>(entries, [](Record<WorkloadRow>& row, const Workload& from) {
    put(row, WorkloadRow.user, from.user);
    put(row, WorkloadRow.name, from.name);
    row[WorkloadRow.overdue] = from.overdue;
    put(row, WorkloadRow.owned, json_of(from.owned));
  });
}

Records rows_of(const std::vector<AgendaEntry>& entries) {
  return fill_rows<AgendaRow>(entries, [](Record<AgendaRow>& row, const AgendaEntry& from) {
    put(row, AgendaRow.activity, from.activity.id());
    put(row, AgendaRow.subject, from.activity[Activity.subject]);
    put(row, AgendaRow.type, from.activity[Activity.type]);
    put(row, AgendaRow.starts_at, from.activity[Activity.starts_at]);
    put(row, AgendaRow.due_at, from.activity[Activity.due_at]);
    put(row, AgendaRow.account, from.activity[Activity.account]);
    put(row, AgendaRow.account_name, from.account_name);
    row[AgendaRow.overdue] = from.overdue;
  });
}

Records rows_of(const std::vector<Dimension>& dimensions) {
  Records rows;
  for (const Dimension& dimension : dimensions) {
    for (const DimensionCount& from : dimension.values) {
      Record<DimensionRow> row;
      put(row, DimensionRow.field_name, dimension.field);
      put(row, DimensionRow.field_label, dimension.label);
      put(row, DimensionRow.value, from.value);
      put(row, DimensionRow.label, from.label);
      row[DimensionRow.count_] = from.count;
      put(row, DimensionRow.sums, json_of(from.sums));
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

Records rows_of(const std::vector<OrgStatistic>& statistics) {
  return fill_rows<DepartmentRow>(statistics, [](Record<DepartmentRow>& row, const OrgStatistic& from) {
    put(row, DepartmentRow.department, from.department);
    put(row, DepartmentRow.title, from.name);
    put(row, DepartmentRow.parent, from.parent);
    row[DepartmentRow.own] = from.own;
    row[DepartmentRow.total] = from.total;
    put(row, DepartmentRow.own_sums, json_of(from.own_sums));
    put(row, DepartmentRow.total_sums, json_of(from.total_sums));
  });
}

Records rows_of(const std::vector<Caller>& callers, const Schema& schema) {
  return fill_rows<CallerRow>(callers, [&](Record<CallerRow>& row, const Caller& from) {
    put(row, CallerRow.entity, entity_name_of(schema, from.entity));
    put(row, CallerRow.record, from.record);
    put(row, CallerRow.title, from.name);
    put(row, CallerRow.account, from.account);
    put(row, CallerRow.account_name, from.account_name);
  });
}

Records rows_of(const std::vector<DuplicateHit>& hits, const Schema& schema) {
  return fill_rows<DuplicateRow>(hits, [&](Record<DuplicateRow>& row, const DuplicateHit& from) {
    put(row, DuplicateRow.entity, entity_name_of(schema, from.entity));
    put(row, DuplicateRow.record, from.record);
    put(row, DuplicateRow.title, from.name);
    row[DuplicateRow.hidden] = from.masked;
    row[DuplicateRow.certain] = from.certain;
    row[DuplicateRow.strong] = from.strong;
    put(row, DuplicateRow.reason, from.reason);
    put(row, DuplicateRow.verdict, from.verdict);
    if (!from.explanation.empty()) row[DuplicateRow.score] = Decimal{std::llround(from.score * 100), 2};
    put(row, DuplicateRow.explanation, from.explanation);
  });
}

Records rows_of(const std::vector<CardCount>& counts) {
  return fill_rows<CardCountRow>(counts, [](Record<CardCountRow>& row, const CardCount& from) {
    put(row, CardCountRow.key, from.name);
    put(row, CardCountRow.label, from.label);
    row[CardCountRow.count_] = from.count;
    put(row, CardCountRow.amounts, json_of(from.amounts));
    put(row, CardCountRow.entity, from.drill.entity);
  });
}

Records rows_of(const Permission& permission) {
  Record<PermissionRow> row;
  row[PermissionRow.allowed] = permission.allowed;
  put(row, PermissionRow.reason, permission.reason);
  Records rows;
  rows.push_back(std::move(row));
  return rows;
}

Records rows_of(const std::vector<Fact>& facts, const std::vector<std::string>& problems) {
  Records rows = fill_rows<FactRow>(facts, [](Record<FactRow>& row, const Fact& from) {
    put(row, FactRow.source, from.source);
    put(row, FactRow.key, from.name);
    put(row, FactRow.label, from.label);
    put(row, FactRow.value, from.value);
    put(row, FactRow.as_of, from.as_of);
  });
  for (const std::string& problem : problems) {
    Record<FactRow> row;
    put(row, FactRow.problem, problem);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace guanxi::door
