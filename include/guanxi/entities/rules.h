// Rules in FEEL and DMN: filters and segments by name, what valid records satisfy, and what decision tables write into them.
// These are rows like any other: audited, permitted, undone, exported. A rule that cannot be read is refused when it is written.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

// A condition with a name: whoever made it uses it, and everybody where it is shared.
struct SavedFilterEntity : Entity<SavedFilterEntity> {
  Field<Text>     name       = field(10, "name", "名称|Name", required | searchable | indexed);
  Field<Text>     entity     = field(11, "entity", "对象|Entity", required | indexed);
  Field<Text>     condition  = field(12, "condition", "条件|Condition", required);  // FEEL
  Field<Bool>     shared     = field(13, "shared", "共享|Shared");
  Field<Ref<UserEntity>> owner = field(14, "owner", "负责人|Owner", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(15, "department", "所属部门|Department", command_only);
  Field<Text>     note       = field(16, "note", "备注|Note");
};
inline constexpr SavedFilterEntity SavedFilter{};

// A list of records: those that meet the condition, those put on it by hand, without those taken off by hand.
struct SegmentEntity : Entity<SegmentEntity> {
  Field<Text>     name       = field(10, "name", "名称|Name", required | searchable | indexed);
  Field<Text>     entity     = field(11, "entity", "对象|Entity", required | indexed);
  Field<Text>     condition  = field(12, "condition", "条件|Condition");  // FEEL; empty: members by hand alone
  Field<Bool>     shared     = field(13, "shared", "共享|Shared");
  Field<Ref<UserEntity>> owner = field(14, "owner", "负责人|Owner", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(15, "department", "所属部门|Department", command_only);
  Field<Text>     note       = field(16, "note", "备注|Note");
};
inline constexpr SegmentEntity Segment{};

struct SegmentMemberEntity : Entity<SegmentMemberEntity> {
  Field<Ref<SegmentEntity>> segment = field(10, "segment", "客户细分|Segment", required | indexed);
  Field<Id>       record     = field(11, "record", "记录|Record", required | indexed);
  Field<Bool>     excluded   = field(12, "excluded", "排除|Excluded");  // taken off, whatever the condition says
};
inline constexpr SegmentMemberEntity SegmentMember{};

// What every record of an entity must satisfy: a row on which the condition is false is refused with the message. Null passes,
// as in a CHECK of SQL.
struct ValidationRuleEntity : Entity<ValidationRuleEntity> {
  Field<Text>     name       = field(10, "name", "名称|Name", required | searchable);
  Field<Text>     entity     = field(11, "entity", "对象|Entity", required | indexed);
  Field<Text>     condition  = field(12, "condition", "条件|Condition", required);  // FEEL
  Field<Text>     message_zh = field(13, "message_zh", "中文提示|Chinese message", required);
  Field<Text>     message_en = field(14, "message_en", "英文提示|English message", required);
  Field<Text>     at_field   = field(15, "at_field", "提示字段|At field");  // where a form shows the message
  Field<Bool>     disabled   = field(16, "disabled", "停用|Disabled");
};
inline constexpr ValidationRuleEntity ValidationRule{};

// A decision of DMN that is made when a record is written: its inputs are called like fields, its outputs are written to the
// fields of their names. Scores leads and opportunities, routes requests. A decision that comes to null, as a table does of which no
// rule matches, leaves the fields as they are, unless an answer is required: then the record is refused. So is one for which rules
// of the table contradict each other.
struct DecisionRuleEntity : Entity<DecisionRuleEntity> {
  Field<Text>     name       = field(10, "name", "名称|Name", required | searchable);
  Field<Text>     entity     = field(11, "entity", "对象|Entity", required | indexed);
  Field<Text>     model      = field(12, "model", "决策模型|Decision model", required);  // XML of DMN
  Field<Text>     decision   = field(13, "decision", "决策名称|Decision", required);
  Field<Picklist> moment     = field(14, "moment", "执行时机|When", required).list("rule_moment");
  Field<Text>     target     = field(15, "target", "结果字段|Result field");  // of a decision with a single output
  Field<Bool>     disabled   = field(16, "disabled", "停用|Disabled");
  Field<Bool>     answer_required = field(17, "answer_required", "必须有结果|Answer required");
};
inline constexpr DecisionRuleEntity DecisionRule{};

}  // namespace guanxi
