// Every question of the C door, and its answer as rows.
#include <array>

#include "base/check.h"
#include "capi/door/door.h"
#include "capi/door/rows.h"
#include "capi/door/shapes.h"

namespace guanxi::door {
namespace {

constexpr Message no_entity{"door.no_entity", "There is no entity \"{0}\": use a name that the data dictionary has.", "没有对象“{0}”：请使用数据字典里的名称。"};
constexpr Message no_measure{"door.no_measure", "{0} has no field \"{1}\" to be summed: name a money field.", "{0}没有可汇总的字段“{1}”：请给出金额字段。"};

Result<const EntityType*> entity_named(const Session& session, std::string_view name) {
  const EntityType* type = session.schema()->find(name);
  if (type == nullptr) return Error(Code::not_found, no_entity, {std::string(name)});
  return type;
}

Result<std::size_t> limit_of(const Value& limit, std::int64_t usual) {
  const std::int64_t wanted = limit.is_set() ? limit.integer : usual;
  if (wanted < 1 || wanted > 100'000) return Error(Code::limit, messages::bad_limit, {std::to_string(wanted)});
  return static_cast<std::size_t>(wanted);
}

Result<std::uint16_t> measure_of(const EntityType& type, std::string_view name) {
  if (name.empty()) return std::uint16_t{0};
  const AnyField* field = type.find(name);
  if (field == nullptr || field->type != Type::money) return Error(Code::invalid, no_measure, {std::string(type.name()), std::string(name)});
  return field->number;
}

template <class R>
Records untyped(std::vector<R>&& typed) {
  Records rows;
  rows.reserve(typed.size());
  for (R& row : typed) rows.push_back(std::move(row));
  return rows;
}

Result<Records> timeline(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(const std::size_t limit, limit_of(arguments.get(TimelineQuery.limit), 100));
  GUANXI_ASSIGN(const auto entries, session.timeline(Codec<Id>::unpack(arguments.get(TimelineQuery.account)), limit,
                                                     Codec<Instant>::unpack(arguments.get(TimelineQuery.before))));
  return rows_of(entries);
}

Result<Records> history(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(const EntityType* type, entity_named(session, arguments.get(HistoryQuery.entity).view()));
  GUANXI_ASSIGN(const std::size_t limit, limit_of(arguments.get(HistoryQuery.limit), 100));
  GUANXI_ASSIGN(const auto entries, session.history(type->number(), Codec<Id>::unpack(arguments.get(HistoryQuery.record)), limit));
  return rows_of(entries);
}

Result<Records> changes(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(const std::size_t limit, limit_of(arguments.get(ChangesQuery.limit), 1000));
  GUANXI_ASSIGN(const auto entries, session.changes_since(Codec<Int>::unpack(arguments.get(ChangesQuery.since)), limit));
  return rows_of(entries);
}

Result<Records> reads(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(const EntityType* type, entity_named(session, arguments.get(ReadsQuery.entity).view()));
  GUANXI_ASSIGN(const std::size_t limit, limit_of(arguments.get(ReadsQuery.limit), 100));
  GUANXI_ASSIGN(const auto entries, session.reads_of(type->number(), Codec<Id>::unpack(arguments.get(ReadsQuery.record)), limit));
  return rows_of(entries);
}

Result<Records> workload(Session& session, const AnyRecord&, const Expr&) {
  GUANXI_ASSIGN(const auto entries, session.workload());
  return rows_of(entries);
}

Result<Records> agenda(Session& session, const AnyRecord& arguments, const Expr&) {
  AgendaOptions options;
  options.from = Codec<Instant>::unpack(arguments.get(AgendaQuery.from));
  options.to = Codec<Instant>::unpack(arguments.get(AgendaQuery.to));
  options.user = Codec<Id>::unpack(arguments.get(AgendaQuery.user));
  GUANXI_ASSIGN(options.limit, limit_of(arguments.get(AgendaQuery.limit), 200));
  GUANXI_ASSIGN(const auto entries, session.agenda(options));
  return rows_of(entries);
}

Result<Records> dimensions(Session& session, const AnyRecord& arguments, const Expr& condition) {
  GUANXI_ASSIGN(const EntityType* type, entity_named(session, arguments.get(DimensionsQuery.entity).view()));
  GUANXI_ASSIGN(const std::uint16_t measure, measure_of(*type, arguments.get(DimensionsQuery.measure).view()));
  GUANXI_ASSIGN(const auto all, session.dimensions(type->number(), condition, measure));
  return rows_of(all);
}

Result<Records> departments(Session& session, const AnyRecord& arguments, const Expr& condition) {
  GUANXI_ASSIGN(const EntityType* type, entity_named(session, arguments.get(DepartmentsQuery.entity).view()));
  GUANXI_ASSIGN(const std::uint16_t measure, measure_of(*type, arguments.get(DepartmentsQuery.measure).view()));
  GUANXI_ASSIGN(const auto all, session.by_department(type->number(), condition, measure));
  return rows_of(all);
}

Result<Records> callers(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(const auto all, session.callers(arguments.get(CallersQuery.number).view()));
  return rows_of(all, *session.schema());
}

Result<Records> permission(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(const EntityType* type, entity_named(session, arguments.get(PermissionQuery.entity).view()));
  GUANXI_ASSIGN(const Permission may, session.may(arguments.get(PermissionQuery.action).view(), type->number(),
                                                  Codec<Id>::unpack(arguments.get(PermissionQuery.record))));
  return rows_of(may);
}

Result<Records> document_links(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(auto links, session.links_of_document(arguments.get(DocumentLinksQuery.uri).view()));
  return untyped(std::move(links));
}

Result<Records> project_links(Session& session, const AnyRecord& arguments, const Expr&) {
  GUANXI_ASSIGN(auto links, session.links_of_project(arguments.get(ProjectLinksQuery.key).view()));
  return untyped(std::move(links));
}

Result<Records> my_customers(Session& session, const AnyRecord& arguments, const Expr&) {
  FindOptions options;
  GUANXI_ASSIGN(options.limit, limit_of(arguments.get(MyCustomersQuery.limit), 1000));
  GUANXI_ASSIGN(auto page, session.my_customers(options));
  return untyped(std::move(page.rows));
}

constexpr std::array<QueryEntry, 13> table{{
    {&TimelineQuery, &TimelineRow, false, "What happened with a customer before a time, newest first, across departments.", timeline},
    {&HistoryQuery, &ChangeRow, false, "Who changed what in a record, newest first.", history},
    {&ChangesQuery, &ChangeRow, false, "Every change after a number, oldest first, of what the principal may see.", changes},
    {&ReadsQuery, &ReadRow, false, "Who read a record, newest first, where the store keeps it.", reads},
    {&WorkloadQuery, &WorkloadRow, false, "Who has how much; the pool comes last.", workload},
    {&AgendaQuery, &AgendaRow, false, "Open activities of a user that start or are due in a span of time, and what is overdue.", agenda},
    {&DimensionsQuery, &DimensionRow, true, "How many records have which value, for each counted dimension of an entity.", dimensions},
    {&DepartmentsQuery, &DepartmentRow, true, "The records of an entity by department, rolled up, parents before children.", departments},
    {&CallersQuery, &CallerRow, false, "Who calls from a telephone number, however it is written: contacts first, at most 20.", callers},
    {&PermissionQuery, &PermissionRow, false, "Whether the principal may do something, and why.", permission},
    {&DocumentLinksQuery, &DocumentLink, false, "The records that a document belongs to.", document_links},
    {&ProjectLinksQuery, &ProjectLink, false, "The records that a project belongs to.", project_links},
    {&MyCustomersQuery, &Account, false, "The accounts that the user owns.", my_customers},
}};

}  // namespace

std::span<const QueryEntry> queries() noexcept { return table; }

std::span<const AnyEntity* const> row_shapes() noexcept {
  static constexpr std::array<const AnyEntity*, 12> all{&TimelineRow, &ChangeRow, &ReadRow,       &WorkloadRow,  &AgendaRow, &DimensionRow,
                                                        &DepartmentRow, &CallerRow, &PermissionRow, &DuplicateRow, &FactRow,   &CardCountRow};
  return all;
}

}  // namespace guanxi::door
