// People, how to reach them and whom they belong to.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

struct ContactEntity : Entity<ContactEntity> {
  Field<Text>     name        = field(10, "name", "姓名,联系人,联系人姓名|Name,Full name,Contact name,Contact", required | searchable | personal).matches(MatchRole::person_name);
  Field<Text>     given_name  = field(11, "given_name", "名|Given name,First name", personal);
  Field<Text>     family_name = field(12, "family_name", "姓|Family name,Last name,Surname", personal);
  Field<Text>     title       = field(13, "title", "职务,职位,岗位|Job title,Title,Contact title");
  Field<Text>     department_name = field(14, "department_name", "所在部门|Department name");
  Field<Ref<AccountEntity>> account = field(15, "account", "客户,所属客户,公司|Account,Company,Customer", indexed);
  Field<Text>     mobile      = field(16, "mobile", "手机,手机号,移动电话|Mobile,Cell phone", personal).matches(MatchRole::phone);
  Field<Text>     phone       = field(17, "phone", "电话,座机|Phone,Telephone", personal).matches(MatchRole::phone);
  Field<Text>     email       = field(18, "email", "邮箱,电子邮箱|E-mail,Email", personal).matches(MatchRole::email);
  Field<Text>     wechat      = field(19, "wechat", "微信,微信号|WeChat", personal);
  Field<Date>     birthday    = field(20, "birthday", "生日,出生日期|Birthday,Date of birth", personal);
  Field<Ref<UserEntity>> owner = field(21, "owner", "负责人|Owner", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(22, "department", "所属部门|Owning department", command_only);
  Field<Int>      sensitivity = field(23, "sensitivity", "安全级别|Sensitivity").between(0, 100);
  Field<Bool>     portal      = field(24, "portal", "门户用户|Portal user");
  Field<CodeSet>  tags        = field(25, "tags", "标签|Tags");
  Field<Text>     note        = field(26, "note", "备注|Note,Remarks");
  Field<Text>     address     = field(27, "address", "地址|Address", personal);
  Field<Text>     city        = field(28, "city", "城市|City");
  Field<Ref<ContactEntity>> merged_into = field(29, "merged_into", "并入|Merged into", system_only | indexed);
};
inline constexpr ContactEntity Contact{};

// Which contact plays which part for which account, from when to when.
struct AccountContactEntity : Entity<AccountContactEntity> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", required | indexed);
  Field<Ref<ContactEntity>> contact = field(11, "contact", "联系人|Contact", required | indexed);
  Field<Picklist> role     = field(12, "role", "角色|Role").list("contact_role");
  Field<Bool>     primary  = field(13, "is_primary", "首要联系人|Primary");
  Field<Date>     since    = field(14, "since", "开始日期|Since");
  Field<Date>     until    = field(15, "until", "结束日期|Until");
};
inline constexpr AccountContactEntity AccountContact{};

// One way to reach an account or a contact, normalised, with the consent given for it.
struct ContactPointEntity : Entity<ContactPointEntity> {
  Field<Ref<AccountEntity>> account = field(10, "account", "客户|Account", indexed);
  Field<Ref<ContactEntity>> contact = field(11, "contact", "联系人|Contact", indexed);
  Field<Picklist> type       = field(12, "type", "类型|Type", required).list("contact_point_type");
  Field<Text>     value      = field(13, "value", "内容,号码|Value", required | searchable | personal);
  Field<Text>     normalized = field(14, "normalized", "规范值|Normalized", system_only | indexed | personal);
  Field<Picklist> purpose    = field(15, "purpose", "用途|Purpose").list("contact_point_purpose");
  Field<Bool>     preferred  = field(16, "preferred", "首选|Preferred");
  Field<Picklist> consent    = field(17, "consent", "同意状态|Consent").list("consent");
  Field<Instant>  consent_at = field(18, "consent_at", "同意时间|Consent given at");
};
inline constexpr ContactPointEntity ContactPoint{};

// A number by which somebody else knows a record: a registration code, a tax id, the key in another system.
struct PartyIdentifierEntity : Entity<PartyIdentifierEntity> {
  Field<Text>     entity  = field(10, "entity", "对象|Entity", required);
  Field<Id>       record  = field(11, "record", "记录|Record", required | indexed);
  Field<Picklist> type    = field(12, "type", "类型|Type", required).list("identifier_type");
  Field<Text>     system  = field(13, "system", "系统,签发机构|System,Issuer");
  Field<Text>     value   = field(14, "value", "编号|Value", required);
};
inline constexpr PartyIdentifierEntity PartyIdentifier{};

}  // namespace guanxi
