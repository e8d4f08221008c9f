// Leads and opportunities.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

struct LeadEntity : Entity<LeadEntity> {
  Field<Text>     name     = field(10, "name", "线索名称,姓名|Lead name,Name", required | searchable).matches(MatchRole::person_name);
  Field<Text>     company  = field(11, "company", "公司,公司名称|Company", searchable).matches(MatchRole::company_name);
  Field<Text>     title    = field(12, "title", "职务|Title");
  Field<Text>     phone    = field(13, "phone", "电话,手机|Phone,Mobile", personal).matches(MatchRole::phone);
  Field<Text>     email    = field(14, "email", "邮箱|E-mail,Email", personal).matches(MatchRole::email);
  Field<Picklist> status   = field(15, "status", "状态|Status", dimension).list("lead_status");
  Field<Picklist> source   = field(16, "source", "来源|Source", dimension).list("account_source");
  Field<Picklist> industry = field(17, "industry", "行业|Industry", dimension).list("industry");
  Field<Int>      score    = field(18, "score", "评分|Score");
  Field<Ref<UserEntity>> owner = field(19, "owner", "负责人|Owner", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(20, "department", "所属部门|Department", command_only);
  Field<Ref<AccountEntity>> account = field(21, "account", "转化客户|Converted account", command_only | indexed);
  Field<Ref<ContactEntity>> contact = field(22, "contact", "转化联系人|Converted contact", command_only);
  Field<Int>      sensitivity = field(23, "sensitivity", "安全级别|Sensitivity").between(0, 100);
  Field<Text>     province = field(24, "province", "省份|Province,State,Region", dimension);
  Field<CodeSet>  tags     = field(25, "tags", "标签|Tags");
  Field<Text>     note     = field(26, "note", "备注|Note,Remarks");
  Field<Text>     score_reason = field(60, "score_reason", "评分依据|Score reason");
  Field<Ref<LeadEntity>> merged_into = field(27, "merged_into", "并入|Merged into", system_only | indexed);
};
inline constexpr LeadEntity Lead{};

struct OpportunityEntity : Entity<OpportunityEntity> {
  Field<Text>     name     = field(10, "name", "商机名称,机会名称|Opportunity name,Opportunity,Name", required | searchable);
  Field<Text>     number   = field(11, "number", "商机编号|Opportunity id,Opportunity number", searchable | indexed);
  Field<Ref<AccountEntity>> account = field(12, "account", "客户,客户名称|Account,Customer", indexed);
  Field<Ref<ContactEntity>> contact = field(13, "contact", "联系人|Contact");
  Field<Picklist> stage    = field(14, "stage", "阶段,销售阶段|Stage,Deal stage", required | dimension).list("opportunity_stage");
  Field<Instant>  stage_since = field(15, "stage_since", "进入阶段时间|In stage since", system_only);
  Field<Money>    amount   = field(16, "amount", "金额,预计金额|Amount,Close value,Value");
  Field<Int>      probability = field(17, "probability", "成功率,概率|Probability").between(0, 100);
  Field<Date>     opened_on = field(18, "opened_on", "开始日期|Opened on,Engage date");
  Field<Date>     close_on = field(19, "close_on", "预计成交日期,成交日期|Close date,Expected close", indexed);
  Field<Text>     product  = field(20, "product", "产品|Product", dimension);
  Field<Picklist> source   = field(21, "source", "来源|Source", dimension).list("account_source");
  Field<Picklist> lost_reason = field(22, "lost_reason", "输单原因|Lost reason").list("lost_reason");
  Field<Text>     competitor = field(23, "competitor", "竞争对手|Competitor");
  Field<Ref<UserEntity>> owner = field(24, "owner", "负责人,业务员|Owner,Sales agent,Sales rep", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(25, "department", "所属部门|Department", command_only);
  Field<Int>      sensitivity = field(26, "sensitivity", "安全级别|Sensitivity").between(0, 100);
  Field<CodeSet>  tags     = field(27, "tags", "标签|Tags");
  Field<Text>     note     = field(28, "note", "备注|Note,Remarks");
  Field<Int>      score    = field(60, "score", "评分|Score");
  Field<Text>     score_reason = field(61, "score_reason", "评分依据|Score reason");
};
inline constexpr OpportunityEntity Opportunity{};

// One step of an opportunity from stage to stage; never changed, never deleted.
struct StageChangeEntity : Entity<StageChangeEntity> {
  Field<Ref<OpportunityEntity>> opportunity = field(10, "opportunity", "商机|Opportunity", required | indexed);
  Field<Picklist> from     = field(11, "from_stage", "原阶段|From").list("opportunity_stage");
  Field<Picklist> to       = field(12, "to_stage", "新阶段|To", required).list("opportunity_stage");
  Field<Instant>  at       = field(13, "at", "时间|At", required);
  Field<Int>      seconds  = field(14, "seconds", "原阶段停留秒数|Seconds in the earlier stage");
  Field<Money>    amount   = field(15, "amount", "当时金额|Amount at the time");
  Field<Ref<UserEntity>> holder = field(16, "holder", "当时负责人|Owner at the time");
};
inline constexpr StageChangeEntity StageChange{};

}  // namespace guanxi
