// Every built-in entity, one line each: number (for ever), name on disk, labels. Custom entities start at 1000.
#pragma once

#include "guanxi/field.h"

namespace guanxi {

struct AccountEntity;
struct ContactEntity;
struct AccountContactEntity;
struct ContactPointEntity;
struct PartyIdentifierEntity;
struct LeadEntity;
struct OpportunityEntity;
struct StageChangeEntity;
struct ActivityEntity;
struct ServiceRequestEntity;
struct ContractEntity;
struct PaymentPlanLineEntity;
struct DocumentLinkEntity;
struct ProjectLinkEntity;
struct UserEntity;
struct DepartmentEntity;
struct TerritoryEntity;
struct RoleEntity;
struct RoleGrantEntity;
struct RoleMemberEntity;
struct PicklistItemEntity;
struct CustomFieldEntity;
struct CustomEntityEntity;
struct ReadLogEntity;
struct SavedFilterEntity;
struct SegmentEntity;
struct SegmentMemberEntity;
struct ValidationRuleEntity;
struct DecisionRuleEntity;
struct DuplicatePairEntity;
struct DuplicateRuleEntity;
struct MergeRecordEntity;

template <> inline constexpr EntityName entity_name<AccountEntity>{1, "account", "客户|Account"};
template <> inline constexpr EntityName entity_name<ContactEntity>{2, "contact", "联系人|Contact"};
template <> inline constexpr EntityName entity_name<AccountContactEntity>{3, "account_contact", "客户联系人|Account contact"};
template <> inline constexpr EntityName entity_name<ContactPointEntity>{4, "contact_point", "联系方式|Contact point"};
template <> inline constexpr EntityName entity_name<PartyIdentifierEntity>{5, "party_identifier", "证照与外部编号|Identifier"};
template <> inline constexpr EntityName entity_name<LeadEntity>{6, "lead", "线索|Lead"};
template <> inline constexpr EntityName entity_name<OpportunityEntity>{7, "opportunity", "商机|Opportunity"};
template <> inline constexpr EntityName entity_name<StageChangeEntity>{8, "stage_change", "阶段历史|Stage change"};
template <> inline constexpr EntityName entity_name<ActivityEntity>{9, "activity", "活动|Activity"};
template <> inline constexpr EntityName entity_name<ServiceRequestEntity>{10, "service_request", "服务请求|Service request"};
template <> inline constexpr EntityName entity_name<ContractEntity>{11, "contract", "合同|Contract"};
template <> inline constexpr EntityName entity_name<PaymentPlanLineEntity>{12, "payment_plan_line", "付款计划|Payment plan line"};
template <> inline constexpr EntityName entity_name<DocumentLinkEntity>{13, "document_link", "文档|Document"};
template <> inline constexpr EntityName entity_name<ProjectLinkEntity>{14, "project_link", "项目|Project"};
template <> inline constexpr EntityName entity_name<UserEntity>{15, "user", "用户|User"};
template <> inline constexpr EntityName entity_name<DepartmentEntity>{16, "department", "部门|Department"};
template <> inline constexpr EntityName entity_name<TerritoryEntity>{17, "territory", "区域|Territory"};
template <> inline constexpr EntityName entity_name<RoleEntity>{18, "role", "角色|Role"};
template <> inline constexpr EntityName entity_name<RoleGrantEntity>{19, "role_grant", "角色授权|Role grant"};
template <> inline constexpr EntityName entity_name<RoleMemberEntity>{20, "role_member", "角色成员|Role member"};
template <> inline constexpr EntityName entity_name<PicklistItemEntity>{21, "picklist_item", "选项|Picklist item"};
template <> inline constexpr EntityName entity_name<CustomFieldEntity>{22, "custom_field", "自定义字段|Custom field"};
template <> inline constexpr EntityName entity_name<CustomEntityEntity>{23, "custom_entity", "自定义对象|Custom entity"};
template <> inline constexpr EntityName entity_name<ReadLogEntity>{24, "read_log", "读取记录|Read log"};
template <> inline constexpr EntityName entity_name<SavedFilterEntity>{25, "saved_filter", "筛选条件|Saved filter"};
template <> inline constexpr EntityName entity_name<SegmentEntity>{26, "segment", "客户细分|Segment"};
template <> inline constexpr EntityName entity_name<SegmentMemberEntity>{27, "segment_member", "细分成员|Segment member"};
template <> inline constexpr EntityName entity_name<ValidationRuleEntity>{28, "validation_rule", "校验规则|Validation rule"};
template <> inline constexpr EntityName entity_name<DecisionRuleEntity>{29, "decision_rule", "决策规则|Decision rule"};
template <> inline constexpr EntityName entity_name<DuplicatePairEntity>{30, "duplicate_pair", "疑似重复|Possible duplicate"};
template <> inline constexpr EntityName entity_name<DuplicateRuleEntity>{31, "duplicate_rule", "查重规则|Duplicate rule"};
template <> inline constexpr EntityName entity_name<MergeRecordEntity>{32, "merge_record", "合并记录|Merge"};

}  // namespace guanxi
