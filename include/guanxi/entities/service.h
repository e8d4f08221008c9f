// What happens between the company and its customers: activities, service requests, contracts, documents, projects.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

struct ActivityEntity : Entity<ActivityEntity> {
  Field<Picklist> type     = field(10, "type", "类型,活动类型|Type,Activity type", required | dimension).list("activity_type");
  Field<Text>     subject  = field(11, "subject", "主题,标题|Subject,Title", required | searchable);
  Field<Picklist> status   = field(12, "status", "状态|Status", dimension).list("activity_status");
  Field<Picklist> priority = field(13, "priority", "优先级|Priority").list("priority");
  Field<Picklist> direction = field(14, "direction", "方向|Direction").list("direction");
  Field<Instant>  starts_at = field(15, "starts_at", "开始时间|Starts at,Start", indexed);
  Field<Instant>  ends_at  = field(16, "ends_at", "结束时间|Ends at,End");
  Field<Instant>  due_at   = field(17, "due_at", "截止时间,到期时间|Due at,Due", indexed);
  Field<Instant>  done_at  = field(18, "done_at", "完成时间|Done at");
  Field<Ref<AccountEntity>> account = field(19, "account", "客户|Account", indexed);
  Field<Ref<ContactEntity>> contact = field(20, "contact", "联系人|Contact", indexed);
  Field<Ref<LeadEntity>> lead = field(21, "lead", "线索|Lead");
  Field<Ref<OpportunityEntity>> opportunity = field(22, "opportunity", "商机|Opportunity", indexed);
  Field<Ref<ServiceRequestEntity>> request = field(23, "request", "服务请求|Service request", indexed);
  Field<Ref<ContractEntity>> contract = field(24, "contract", "合同|Contract");
  Field<Ref<UserEntity>> owner = field(25, "owner", "负责人|Owner,Assignee", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(26, "department", "所属部门|Department", command_only);
  Field<Int>      sensitivity = field(27, "sensitivity", "安全级别|Sensitivity").between(0, 100);
  Field<Text>     location = field(28, "location", "地点|Location");
  Field<Picklist> outcome  = field(29, "outcome", "结果|Outcome").list("activity_outcome");
  Field<Text>     body     = field(30, "body", "内容,记录|Body,Notes", searchable);
};
inline constexpr ActivityEntity Activity{};

struct ServiceRequestEntity : Entity<ServiceRequestEntity> {
  Field<Text>     number   = field(10, "number", "编号,工单号|Number,Case number,Case id", system_only | searchable | indexed);
  Field<Picklist> type     = field(11, "type", "类型,请求类型|Type", required | dimension).list("request_type");
  Field<Text>     subject  = field(12, "subject", "主题,标题|Subject,Title", required | searchable);
  Field<Text>     body     = field(13, "body", "描述,内容|Description,Body", searchable);
  Field<Picklist> status   = field(14, "status", "状态|Status", dimension).list("request_status");
  Field<Picklist> priority = field(15, "priority", "优先级|Priority", dimension).list("priority");
  Field<Picklist> channel  = field(16, "channel", "渠道|Channel,Origin", dimension).list("channel");
  Field<Ref<AccountEntity>> account = field(17, "account", "客户|Account", indexed);
  Field<Ref<ContactEntity>> contact = field(18, "contact", "联系人|Contact", indexed);
  Field<Ref<ContractEntity>> contract = field(19, "contract", "合同|Contract");
  Field<Ref<UserEntity>> owner = field(20, "owner", "处理人,负责人|Owner,Assignee", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(21, "department", "所属部门|Department", command_only);
  Field<Int>      sensitivity = field(22, "sensitivity", "安全级别|Sensitivity").between(0, 100);
  Field<Instant>  due_at   = field(23, "due_at", "截止时间|Due at", indexed);
  Field<Instant>  closed_at = field(24, "closed_at", "关闭时间|Closed at");
  Field<Int>      rating   = field(25, "rating", "满意度,评分|Rating,Satisfaction").between(1, 5);
  Field<Text>     solution = field(26, "solution", "解决方案|Solution");
  Field<CodeSet>  tags     = field(27, "tags", "标签|Tags");
};
inline constexpr ServiceRequestEntity ServiceRequest{};

struct ContractEntity : Entity<ContractEntity> {
  Field<Text>     number   = field(10, "number", "合同编号|Contract number", searchable | indexed);
  Field<Text>     name     = field(11, "name", "合同名称|Contract name,Name", required | searchable);
  Field<Ref<AccountEntity>> account = field(12, "account", "客户,甲方|Account,Customer", required | indexed);
  Field<Ref<OpportunityEntity>> opportunity = field(13, "opportunity", "商机|Opportunity", indexed);
  Field<Picklist> type     = field(14, "type", "合同类型|Type", dimension).list("contract_type");
  Field<Picklist> status   = field(15, "status", "状态|Status", dimension).list("contract_status");
  Field<Money>    amount   = field(16, "amount", "合同金额|Amount");
  Field<Date>     signed_on = field(17, "signed_on", "签订日期|Signed on");
  Field<Date>     starts_on = field(18, "starts_on", "开始日期|Starts on");
  Field<Date>     ends_on  = field(19, "ends_on", "结束日期,到期日期|Ends on,Expires", indexed);
  Field<Text>     signer   = field(20, "signer", "客户签订人|Signed by");
  Field<Picklist> payment_terms = field(21, "payment_terms", "付款方式|Payment terms", dimension).list("payment_terms");
  Field<Ref<UserEntity>> owner = field(22, "owner", "负责人|Owner", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(23, "department", "所属部门|Department", command_only);
  Field<Int>      sensitivity = field(24, "sensitivity", "安全级别|Sensitivity").between(0, 100);
  Field<Text>     body     = field(25, "body", "合同正文|Text");
  Field<CodeSet>  tags     = field(26, "tags", "标签|Tags");
};
inline constexpr ContractEntity Contract{};

struct PaymentPlanLineEntity : Entity<PaymentPlanLineEntity> {
  Field<Ref<ContractEntity>> contract = field(10, "contract", "合同|Contract", required | indexed);
  Field<Int>      position = field(11, "position", "期次|Instalment", required);
  Field<Date>     due_on   = field(12, "due_on", "应付日期|Due on", required | indexed);
  Field<Money>    amount   = field(13, "amount", "应付金额|Amount", required);
  Field<Money>    paid     = field(14, "paid", "已付金额|Paid");
  Field<Date>     paid_on  = field(15, "paid_on", "付款日期|Paid on");
  Field<Text>     condition = field(16, "condition", "付款条件|Condition");
};
inline constexpr PaymentPlanLineEntity PaymentPlanLine{};

// A document that the host keeps, tied to a record here.
struct DocumentLinkEntity : Entity<DocumentLinkEntity> {
  Field<Text>     title    = field(10, "title", "标题|Title", required | searchable);
  Field<Text>     uri      = field(11, "uri", "地址|URI", required | indexed);
  Field<Picklist> type     = field(12, "type", "类型|Type").list("document_type");
  Field<Text>     entity   = field(13, "entity", "对象|Entity", required);
  Field<Id>       record   = field(14, "record", "记录|Record", required | indexed);
  Field<Ref<AccountEntity>> account = field(15, "account", "客户|Account", indexed);
};
inline constexpr DocumentLinkEntity DocumentLink{};

// A project that the host runs, tied to a record here.
struct ProjectLinkEntity : Entity<ProjectLinkEntity> {
  Field<Text>     title    = field(10, "title", "项目名称|Project name,Title", required | searchable);
  Field<Text>     key      = field(11, "project_key", "项目编号|Project key", required | indexed);
  Field<Picklist> status   = field(12, "status", "状态|Status").list("project_status");
  Field<Text>     entity   = field(13, "entity", "对象|Entity", required);
  Field<Id>       record   = field(14, "record", "记录|Record", required | indexed);
  Field<Ref<AccountEntity>> account = field(15, "account", "客户|Account", indexed);
};
inline constexpr ProjectLinkEntity ProjectLink{};

}  // namespace guanxi
