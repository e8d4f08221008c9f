// Account: every external party that the company deals with.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

struct AccountEntity : Entity<AccountEntity> {
  Field<Text>     name         = field(10, "name", "客户名称,公司名称,单位名称,企业名称,客户,名称|Account name,Company name,Company,Customer,Account,Organisation,Organization,Site name,Name", required | searchable).matches(MatchRole::company_name);
  Field<Text>     short_name   = field(11, "short_name", "简称,公司简称,客户简称|Short name,Abbreviation", searchable);
  Field<Text>     english_name = field(12, "english_name", "英文名称,英文简称|English name", searchable);
  Field<Text>     number       = field(13, "number", "客户编码,客户编号,客户代码|Account number,Customer number,Customer code", searchable | indexed);
  Field<Picklist> kind         = field(14, "kind", "客户类型,单位性质|Kind,Account type,Type").list("account_kind");
  Field<CodeSet>  roles        = field(15, "roles", "角色,往来类型|Roles,Relationship").list("account_role");
  Field<Ref<AccountEntity>> parent = field(16, "parent", "上级客户,母公司,所属集团|Parent account,Parent,Subsidiary of", indexed);
  Field<Picklist> tier         = field(17, "tier", "客户级别,级别,客户等级|Tier,Level,Rating", dimension).list("account_tier");
  Field<Bool>     key_account  = field(18, "key_account", "大客户,重点客户|Key account");
  Field<Picklist> status       = field(19, "status", "客户状态,状态|Status", dimension).list("account_status");
  Field<Int>      sensitivity  = field(20, "sensitivity", "安全级别,密级|Sensitivity").between(0, 100);
  Field<Ref<UserEntity>> owner = field(21, "owner", "负责人,客户经理,业务员,所有人|Owner,Account manager,Sales rep", command_only | indexed);
  Field<Ref<DepartmentEntity>> department = field(22, "department", "所属部门,部门|Department", command_only | indexed);
  Field<Ref<TerritoryEntity>> territory = field(23, "territory", "销售区域,大区|Territory");
  Field<Picklist> industry     = field(24, "industry", "行业,所属行业,产业别,產業別|Industry,Sector", dimension).list("industry");
  Field<Picklist> size         = field(25, "size", "规模,企业规模|Size,Company size", dimension).list("account_size");
  Field<Int>      employees    = field(26, "employees", "员工人数,人数|Employees,Number of employees,Headcount");
  Field<Picklist> source       = field(27, "source", "来源,客户来源|Source,Lead source", dimension).list("account_source");
  Field<Money>    revenue      = field(28, "revenue", "年营业额,营业收入|Annual revenue,Revenue");
  Field<Money>    capital      = field(29, "capital", "注册资本,實收資本額,实收资本|Registered capital,Capital");
  Field<Picklist> credit       = field(30, "credit", "信用等级|Credit rating,Credit").list("credit_rating");
  Field<Money>    credit_limit = field(31, "credit_limit", "信用额度|Credit limit");
  Field<Bool>     suspended    = field(32, "suspended", "冻结,停用|Suspended", command_only);
  Field<Text>     suspend_reason = field(33, "suspend_reason", "冻结原因|Suspension reason", command_only);
  Field<Text>     tax_id       = field(34, "tax_id", "统一社会信用代码,税号,纳税人识别号,營利事業統一編號|Tax id,VAT number,Unified social credit code", searchable).matches(MatchRole::tax_id);
  Field<Text>     phone        = field(35, "phone", "电话,联系电话,总机电话,總機電話|Phone,Telephone", personal).matches(MatchRole::phone);
  Field<Text>     fax          = field(36, "fax", "传真,傳真機號碼|Fax");
  Field<Text>     email        = field(37, "email", "邮箱,电子邮箱,电子邮件,電子郵件信箱|E-mail,Email,Email address", personal).matches(MatchRole::email);
  Field<Text>     website      = field(38, "website", "网址,网站,公司网站,網址|Website,Web,URL,Homepage").matches(MatchRole::domain);
  Field<Text>     country      = field(39, "country", "国家|Country");
  Field<Text>     province     = field(40, "province", "省份,省,地区|Province,State,Region", dimension);
  Field<Text>     city         = field(41, "city", "城市,市|City,Town", searchable);
  Field<Text>     address      = field(42, "address", "地址,详细地址,联系地址,住址|Address,Street");
  Field<Text>     postcode     = field(43, "postcode", "邮编,邮政编码|Postal code,Postcode,Zip,Zip code");
  Field<Date>     founded      = field(44, "founded", "成立日期|Founded,Date founded");
  Field<CodeSet>  tags         = field(46, "tags", "标签|Tags");
  Field<Text>     note         = field(47, "note", "备注,说明|Note,Remarks,Description");
  Field<Ref<AccountEntity>> merged_into = field(48, "merged_into", "并入|Merged into", system_only | indexed);
};
inline constexpr AccountEntity Account{};

}  // namespace guanxi
