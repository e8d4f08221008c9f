// What the queries of the C door take and give, declared like entities, one line a field: their arguments (numbers 601 to
// 699) and the rows that come back (701 to 799). Records of entities come back as they are.
#pragma once

#include <span>

#include "guanxi/commands.h"
#include "guanxi/session.h"

namespace guanxi {

struct AskTimeline;
struct AskHistory;
struct AskChanges;
struct AskReads;
struct AskWorkload;
struct AskAgenda;
struct AskDimensions;
struct AskDepartments;
struct AskCallers;
struct AskPermission;
struct AskDocumentLinks;
struct AskProjectLinks;
struct AskMyCustomers;

struct TimelineShape;
struct ChangeShape;
struct ReadShape;
struct WorkloadShape;
struct AgendaShape;
struct DimensionShape;
struct DepartmentShape;
struct CallerShape;
struct PermissionShape;
struct DuplicateShape;
struct FactShape;
struct CardCountShape;

template <> inline constexpr EntityName entity_name<AskTimeline>{601, "timeline", "时间线|Timeline"};
template <> inline constexpr EntityName entity_name<AskHistory>{602, "history", "变更历史|History"};
template <> inline constexpr EntityName entity_name<AskChanges>{603, "changes", "变更|Changes"};
template <> inline constexpr EntityName entity_name<AskReads>{604, "reads", "读取记录|Reads"};
template <> inline constexpr EntityName entity_name<AskWorkload>{605, "workload", "工作量|Workload"};
template <> inline constexpr EntityName entity_name<AskAgenda>{606, "agenda", "日程|Agenda"};
template <> inline constexpr EntityName entity_name<AskDimensions>{607, "dimensions", "维度统计|Dimensions"};
template <> inline constexpr EntityName entity_name<AskDepartments>{608, "departments", "部门统计|Departments"};
template <> inline constexpr EntityName entity_name<AskCallers>{609, "callers", "来电|Callers"};
template <> inline constexpr EntityName entity_name<AskPermission>{610, "permission", "权限|Permission"};
template <> inline constexpr EntityName entity_name<AskDocumentLinks>{611, "document_links", "文档关联|Document links"};
template <> inline constexpr EntityName entity_name<AskProjectLinks>{612, "project_links", "项目关联|Project links"};
template <> inline constexpr EntityName entity_name<AskMyCustomers>{613, "my_customers", "我的客户|My customers"};

template <> inline constexpr EntityName entity_name<TimelineShape>{701, "row.timeline", "时间线|Timeline"};
template <> inline constexpr EntityName entity_name<ChangeShape>{702, "row.change", "变更|Change"};
template <> inline constexpr EntityName entity_name<ReadShape>{703, "row.read", "读取|Read"};
template <> inline constexpr EntityName entity_name<WorkloadShape>{704, "row.workload", "工作量|Workload"};
template <> inline constexpr EntityName entity_name<AgendaShape>{705, "row.agenda", "日程|Agenda"};
template <> inline constexpr EntityName entity_name<DimensionShape>{706, "row.dimension", "维度|Dimension"};
template <> inline constexpr EntityName entity_name<DepartmentShape>{707, "row.department", "部门|Department"};
template <> inline constexpr EntityName entity_name<CallerShape>{708, "row.caller", "来电者|Caller"};
template <> inline constexpr EntityName entity_name<PermissionShape>{709, "row.permission", "权限|Permission"};
template <> inline constexpr EntityName entity_name<DuplicateShape>{710, "row.duplicate", "疑似重复|Duplicate"};
template <> inline constexpr EntityName entity_name<FactShape>{711, "row.fact", "外部信息|Fact"};
template <> inline constexpr EntityName entity_name<CardCountShape>{712, "row.card_count", "计数|Count"};

// ---- Arguments ----

struct AskTimeline : Arguments<AskTimeline> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", required);
  Field<Int> limit      = field(11, "limit", "条数|Limit");
  Field<Instant> before = field(12, "before", "早于|Before");
};
inline constexpr AskTimeline TimelineQuery{};

struct AskHistory : Arguments<AskHistory> {
  Field<Text> entity = field(10, "entity", "对象|Entity", required);
  Field<Id> record   = field(11, "record", "记录|Record", required);
  Field<Int> limit   = field(12, "limit", "条数|Limit");
};
inline constexpr AskHistory HistoryQuery{};

struct AskChanges : Arguments<AskChanges> {
  Field<Int> since = field(10, "since", "序号之后|Since");
  Field<Int> limit = field(11, "limit", "条数|Limit");
};
inline constexpr AskChanges ChangesQuery{};

struct AskReads : Arguments<AskReads> {
  Field<Text> entity = field(10, "entity", "对象|Entity", required);
  Field<Id> record   = field(11, "record", "记录|Record", required);
  Field<Int> limit   = field(12, "limit", "条数|Limit");
};
inline constexpr AskReads ReadsQuery{};

struct AskWorkload : Arguments<AskWorkload> {};
inline constexpr AskWorkload WorkloadQuery{};

struct AskAgenda : Arguments<AskAgenda> {
  Field<Instant> from = field(10, "from", "从|From", required);
  Field<Instant> to   = field(11, "to", "到|To", required);
  Field<Ref<UserEntity>> user = field(12, "user", "用户|User");
  Field<Int> limit    = field(13, "limit", "条数|Limit");
};
inline constexpr AskAgenda AgendaQuery{};

struct AskDimensions : Arguments<AskDimensions> {
  Field<Text> entity  = field(10, "entity", "对象|Entity", required);
  Field<Text> measure = field(11, "measure", "汇总字段|Measure");
};
inline constexpr AskDimensions DimensionsQuery{};

struct AskDepartments : Arguments<AskDepartments> {
  Field<Text> entity  = field(10, "entity", "对象|Entity", required);
  Field<Text> measure = field(11, "measure", "汇总字段|Measure");
};
inline constexpr AskDepartments DepartmentsQuery{};

struct AskCallers : Arguments<AskCallers> {
  Field<Text> number = field(10, "number", "号码|Number", required);
};
inline constexpr AskCallers CallersQuery{};

struct AskPermission : Arguments<AskPermission> {
  Field<Text> action = field(10, "action", "操作|Action", required);
  Field<Text> entity = field(11, "entity", "对象|Entity", required);
  Field<Id> record   = field(12, "record", "记录|Record");
};
inline constexpr AskPermission PermissionQuery{};

struct AskDocumentLinks : Arguments<AskDocumentLinks> {
  Field<Text> uri = field(10, "uri", "文档地址|URI", required);
};
inline constexpr AskDocumentLinks DocumentLinksQuery{};

struct AskProjectLinks : Arguments<AskProjectLinks> {
  Field<Text> key = field(10, "key", "项目编号|Key", required);
};
inline constexpr AskProjectLinks ProjectLinksQuery{};

struct AskMyCustomers : Arguments<AskMyCustomers> {
  Field<Int> limit = field(10, "limit", "条数|Limit");
};
inline constexpr AskMyCustomers MyCustomersQuery{};

// ---- Rows ----

struct TimelineShape : Arguments<TimelineShape> {
  Field<Instant> at  = field(10, "at", "时间|At");
  Field<Text> kind   = field(11, "kind", "类型|Kind");
  Field<Text> entity = field(12, "entity", "对象|Entity");
  Field<Id> record   = field(13, "record", "记录|Record");
  Field<Text> title  = field(14, "title", "标题|Title");
  Field<Text> detail = field(15, "detail", "详情|Detail");
  Field<Text> who    = field(16, "who", "人员|Who");
};
inline constexpr TimelineShape TimelineRow{};

struct ChangeShape : Arguments<ChangeShape> {
  Field<Int> seq         = field(10, "seq", "序号|Seq");
  Field<Int> change_set  = field(11, "change_set", "变更集|Change set");
  Field<Instant> at      = field(12, "at", "时间|At");
  Field<Id> actor        = field(13, "actor", "操作人编号|Actor");
  Field<Text> actor_name = field(14, "actor_name", "操作人|Actor name");
  Field<Text> command    = field(15, "command", "命令|Command");
  Field<Text> reason     = field(16, "reason", "原因|Reason");
  Field<Text> kind       = field(17, "kind", "类型|Kind");
  Field<Text> entity     = field(18, "entity", "对象|Entity");
  Field<Id> record       = field(19, "record", "记录|Record");
  Field<Text> fields     = field(20, "fields", "字段 (JSON)|Fields (JSON)");  // [{"field","label","before","after"}]
};
inline constexpr ChangeShape ChangeRow{};

struct ReadShape : Arguments<ReadShape> {
  Field<Instant> at      = field(10, "at", "时间|At");
  Field<Id> actor        = field(11, "actor", "操作人编号|Actor");
  Field<Text> actor_name = field(12, "actor_name", "操作人|Actor name");
  Field<Text> query      = field(13, "query", "查询|Query");
};
inline constexpr ReadShape ReadRow{};

struct WorkloadShape : Arguments<WorkloadShape> {
  Field<Id> user     = field(10, "user", "用户编号|User");
  Field<Text> name   = field(11, "name", "姓名|Name");
  Field<Int> overdue = field(12, "overdue", "逾期|Overdue");
  Field<Text> owned  = field(13, "owned", "负责的记录 (JSON)|Owned (JSON)");  // {"account": 12}
};
inline constexpr WorkloadShape WorkloadRow{};

struct AgendaShape : Arguments<AgendaShape> {
  Field<Ref<ActivityEntity>> activity = field(10, "activity", "活动|Activity");
  Field<Text> subject      = field(11, "subject", "主题|Subject");
  Field<Text> type         = field(12, "type", "类型|Type");
  Field<Instant> starts_at = field(13, "starts_at", "开始时间|Starts at");
  Field<Instant> due_at    = field(14, "due_at", "截止时间|Due at");
  Field<Ref<AccountEntity>> account = field(15, "account", "客户编号|Account");
  Field<Text> account_name = field(16, "account_name", "客户|Account name");
  Field<Bool> overdue      = field(17, "overdue", "逾期|Overdue");
};
inline constexpr AgendaShape AgendaRow{};

struct DimensionShape : Arguments<DimensionShape> {
  Field<Text> field_name  = field(10, "field", "字段|Field");
  Field<Text> field_label = field(11, "field_label", "字段名称|Field label");
  Field<Text> value = field(12, "value", "值|Value");
  Field<Text> label = field(13, "label", "名称|Label");
  Field<Int> count_ = field(14, "count", "数量|Count");
  Field<Text> sums  = field(15, "sums", "合计 (JSON)|Sums (JSON)");  // [{"amount","currency"}]
};
inline constexpr DimensionShape DimensionRow{};

struct DepartmentShape : Arguments<DepartmentShape> {
  Field<Ref<DepartmentEntity>> department = field(10, "department", "部门编号|Department");
  Field<Text> title = field(11, "name", "部门|Name");
  Field<Ref<DepartmentEntity>> parent = field(12, "parent", "上级部门|Parent");
  Field<Int> own         = field(13, "own", "本部门数量|Own");
  Field<Int> total       = field(14, "total", "含下级数量|Total");
  Field<Text> own_sums   = field(15, "own_sums", "本部门合计 (JSON)|Own sums (JSON)");
  Field<Text> total_sums = field(16, "total_sums", "含下级合计 (JSON)|Total sums (JSON)");
};
inline constexpr DepartmentShape DepartmentRow{};

struct CallerShape : Arguments<CallerShape> {
  Field<Text> entity = field(10, "entity", "对象|Entity");
  Field<Id> record   = field(11, "record", "记录|Record");
  Field<Text> title  = field(12, "name", "名称|Name");
  Field<Ref<AccountEntity>> account = field(13, "account", "客户编号|Account");
  Field<Text> account_name = field(14, "account_name", "客户|Account name");
};
inline constexpr CallerShape CallerRow{};

struct PermissionShape : Arguments<PermissionShape> {
  Field<Bool> allowed = field(10, "allowed", "允许|Allowed");
  Field<Text> reason  = field(11, "reason", "原因|Reason");
};
inline constexpr PermissionShape PermissionRow{};

struct DuplicateShape : Arguments<DuplicateShape> {
  Field<Text> entity = field(10, "entity", "对象|Entity");
  Field<Id> record   = field(11, "record", "记录|Record");
  Field<Text> title  = field(12, "name", "名称|Name");
  Field<Bool> hidden  = field(13, "masked", "隐藏|Masked");
  Field<Bool> certain = field(14, "certain", "确定|Certain");
  Field<Bool> strong  = field(15, "strong", "很可能|Strong");
  Field<Text> reason  = field(16, "reason", "原因|Reason");
  Field<Text> verdict = field(17, "verdict", "判断|Verdict");
  Field<Decimal> score = field(18, "score", "得分|Score").scale(2);  // log₂ odds
  Field<Text> explanation = field(19, "explanation", "得分构成|Explanation");
};
inline constexpr DuplicateShape DuplicateRow{};

struct FactShape : Arguments<FactShape> {
  Field<Text> source   = field(10, "source", "来源|Source");
  Field<Text> key      = field(11, "name", "标识|Name");
  Field<Text> label    = field(12, "label", "名称|Label");
  Field<Text> value    = field(13, "value", "值|Value");
  Field<Instant> as_of = field(14, "as_of", "截至|As of");
  Field<Text> problem  = field(15, "error", "错误|Error");
};
inline constexpr FactShape FactRow{};

struct CardCountShape : Arguments<CardCountShape> {
  Field<Text> key     = field(10, "name", "标识|Name");
  Field<Text> label   = field(11, "label", "名称|Label");
  Field<Int> count_   = field(12, "count", "数量|Count");
  Field<Text> amounts = field(13, "amounts", "金额 (JSON)|Amounts (JSON)");
  Field<Text> entity  = field(14, "entity", "对象|Entity");
};
inline constexpr CardCountShape CardCountRow{};

namespace door {

// A question that is no list of records: what it takes, what it gives, and how it is answered.
struct QueryEntry {
  const AnyEntity* arguments;
  const AnyEntity* rows;  // an entity, or one of the rows above
  bool takes_condition;
  std::string_view says;  // what it answers, in a sentence
  Result<std::vector<AnyRecord>> (*answer)(Session& session, const AnyRecord& arguments, const Expr& condition);
};

std::span<const QueryEntry> queries() noexcept;
// The rows above.
std::span<const AnyEntity* const> row_shapes() noexcept;

}  // namespace door
}  // namespace guanxi
