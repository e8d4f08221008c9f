// Roles of columns, guessed from their headers.
#include <algorithm>
#include <array>

#include "guanxi/text.h"
#include "match/normalize/words.h"

namespace guanxi::match {

namespace {

struct Headers {
  Role role;
  std::string_view words;  // parted and framed by blanks; folded, without blanks and marks inside
};

constexpr Headers headers[]{
    {Role::tax_id, " taxid taxnumber taxno vat vatid vatnumber ein abn gstin uscc creditcode unifiedsocialcreditcode 税号 纳税人识别号 统一社会信用代码 信用代码 "
                   "ustid ustidnr siren siret nif cif 纳税人识别码 统一编号 统编 营利事业统一编号 营业执照号 "},
    {Role::given_name, " givenname firstname forename given first vorname prenom nombre 名 "},
    {Role::family_name, " familyname surname lastname family last nachname nom apellido apellidos 姓 姓氏 "},
    {Role::person_name, " personname contactname contact fullname 人员姓名 姓名 联系人 联系人姓名 人名 "},
    {Role::other_name, " shortname alias aliases abbreviation englishname englishshortname formername tradename tradingname dba brand brandname "
                       "doingbusinessas previousname localname nameenglish 简称 公司简称 企业简称 客户简称 单位简称 证券简称 英文名 英文名称 英文简称 英文全称 公司英文名 公司英文名称 英文公司名称 曾用名 别名 品牌 "},
    {Role::organisation_name, " name company companyname organisation organisationname organization organizationname account accountname business businessname "
                              "site sitename customer customername client clientname legalname title vendor vendorname supplier suppliername firm entityname "
                              "firma raisonsociale razonsocial 名称 公司 公司名 公司名称 公司全称 企业 企业名称 企业全称 客户 客户名称 客户全称 单位 单位名称 机构名称 商户名称 供应商 供应商名称 店名 全称 "},
    {Role::identifier, " socsecid ssn socialsecuritynumber socialsecurity nationalid idnumber passport passportnumber licence license licenceno licenseno licensenumber companynumber companyno registrationnumber registrationno regno membernumber "
                       "passno dni 居民身份证号 身份证 身份证号 身份证号码 证件号 证件号码 护照号 会员号 公司代号 股票代码 证券代码 注册号 "},
    {Role::phone, " phone phonenumber phone1 phone2 telephone telephonenumber tel mobile mobilephone mobilenumber cell cellphone workphone homephone contactnumber contactno fax faxnumber "
                  "phoneno phonenum telephoneno telno mobileno cellno telefon telefonnummer telefono 电话 电话号码 手机 手机号 手机号码 移动电话 联系电话 固定电话 公司电话 总机 总机电话 座机 联系方式 联系号码 更多电话 传真 传真号码 传真机号码 "},
    {Role::email, " email emailaddress mail mailaddress courriel correoelectronico emailadresse 邮箱 更多邮箱 邮件 电子邮箱 电子邮件 电子邮件信箱 邮箱地址 "},
    {Role::website, " website web webpage url homepage domain site_url weburl websiteurl websiteaddress webseite siteweb 网址 网站 官网 主页 公司网址 公司网站 "},
    {Role::date, " dateofbirth dob birthdate birthday born birth founded foundingdate dateoffoundation geburtsdatum datedenaissance fechadenacimiento incorporationdate dateofincorporation foundedon 出生日期 出生年月 生日 成立日期 成立时间 "},
    {Role::house_number, " streetnumber streetno housenumber houseno number hausnummer 门牌号 门牌号码 "},
    {Role::address, " address addr address1 addressline1 streetaddress fulladdress mailingaddress billingaddress businessaddress firstaddressline streetaddressline fulladdr adresse direccion 地址 住址 公司地址 注册地址 联系地址 "
                    "通讯地址 英文通讯地址 办公地址 详细地址 经营地址 "},
    {Role::street, " street streetname address2 addressline2 strasse rue calle 街道 "},
    {Role::city, " city town suburb locality village posttown municipality ort ville ciudad localidad 城市 市 所在城市 所属城市 区县 所属区县 "},
    {Role::region, " state province county region stateprovince stateorprovince statecode provincia 省 省份 所属省份 所在省份 州 地区 "},
    {Role::postcode, " postcode postalcode zip zipcode plz zipno codepostal codigopostal 邮递区号 邮区 邮编 邮政编码 "},
    {Role::category, " category cuisine industry sector type trade cuisinetype businesstype 产业类别 行业类别 品类 菜系 行业 产业 产业别 类型 类别 所属行业 "},
};

std::string folded(std::string_view header) {
  std::string out;
  for (const auto& token : words_of(header)) out += token.text;
  return out;
}

bool contains_word(std::string_view words, std::string_view word) {
  return words.find(std::string(" ").append(word).append(" ")) != std::string_view::npos;
}

std::optional<Role> listed_role(std::string_view header) {
  if (header.empty()) return std::nullopt;
  for (const auto& [role, words] : headers)
    if (contains_word(words, header)) return role;
  return std::nullopt;
}

// Whose it is, which of several, as systems and people put it before the word: "Billing City", "公司邮箱", "Address 1: Phone".
constexpr std::string_view owners[]{"primary", "main",    "business", "company",  "work", "office", "account", "customer", "client", "contact", "organization", "organisation",
                                    "billing", "address", "registered", "reg",    "legal", "mailing", "postal", "physical", "home",   "current", "公司",        "企业",
                                    "客户",    "单位",    "办公",     "经营",     "注册", "主要",   "常用",    "家庭",     "现",     "联系人",  "联系",    "联络"};

// What a record may be, where it is called by that: "school name" and 门店地址 are a company's.
constexpr std::string_view kinds[]{"facility", "school", "restaurant", "store", "shop", "hotel", "hospital", "venue", "place", "merchant", "clinic", "institution", "agency", "provider", "entity",
                                   "门店",     "店铺",   "商家",       "商户",  "餐厅", "酒店",  "医院",     "学校",  "机构",  "供应商",   "厂家",   "经销商",      "场所"};

// What is the record's own whoever owns it by name; a contact's title or an account's number and type are something else.
constexpr bool is_reached_by_owner(Role role) noexcept {
  return role == Role::tax_id || role == Role::phone || role == Role::email || role == Role::website || role == Role::address || role == Role::street ||
         role == Role::city || role == Role::region || role == Role::postcode;
}

std::optional<Role> owned_role(std::string_view header) {
  for (const auto owner : owners) {
    if (!header.starts_with(owner)) continue;
    const auto rest = header.substr(owner.size());
    const auto listed = listed_role(rest), role = listed ? listed : owned_role(rest);
    if (role && is_reached_by_owner(*role)) return role;
  }
  return std::nullopt;
}

std::optional<Role> role_of_kind(std::string_view header) {
  for (const auto kind : kinds) {
    if (!header.starts_with(kind)) continue;
    const auto company = std::string(kind.front() >= 'a' && kind.front() <= 'z' ? "company" : "公司").append(header.substr(kind.size()));
    if (header == kind) return std::nullopt;
    const auto listed = listed_role(company);
    return listed ? listed : owned_role(company);
  }
  return std::nullopt;
}

// "电话1", "E-mail 1 - Value".
std::string unnumbered(std::string header) {
  std::erase_if(header, [](char c) { return c >= '0' && c <= '9'; });
  if (header.ends_with("value")) header.resize(header.size() - 5);
  return header;
}

// "公司名称（必填）" and "Phone [work]" without what stands behind.
std::string_view without_note(std::string_view header) {
  std::size_t end = header.size();
  for (const std::string_view bracket : {"(", "[", "（", "【"}) end = std::min(end, header.find(bracket));
  return header.substr(0, end);
}

std::optional<Role> role_of_part(std::string_view part) {
  const auto header = folded(part), bare = unnumbered(header);
  for (const auto& tried : {header, bare})
    if (const auto role = listed_role(tried)) return role;
  const auto role = owned_role(bare);
  return role ? role : role_of_kind(bare);
}

// As a whole, without its note, and where that says nothing: one of several words ("Billing Zip/Postal Code"), or what stands behind the last point ("RegAddress.PostTown"),
// where it cannot be another's name.
std::optional<Role> role_of(std::string_view name) {
  const auto plain = without_note(name);
  for (const auto part : {name, plain, plain.substr(0, plain.find('/'))})
    if (const auto role = role_of_part(part)) return role;
  const auto point = plain.rfind('.');
  const auto role = point == std::string_view::npos ? std::nullopt : role_of_part(plain.substr(point + 1));
  return role && is_reached_by_owner(*role) ? role : std::nullopt;
}

bool has(const std::vector<std::optional<Role>>& roles, Role role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

// What a header means depends on the records and on the other columns.
void settle_roles(Kind kind, std::vector<std::optional<Role>>& roles) {
  const bool parted = has(roles, Role::given_name) || has(roles, Role::family_name);
  const bool numbered = has(roles, Role::house_number);
  bool named = false;
  for (auto& role : roles) {
    if (!role) continue;
    if (kind == Kind::person && role == Role::organisation_name) role = parted || named ? std::optional<Role>() : Role::person_name;
    if (kind == Kind::person && role == Role::other_name) role.reset();
    if (kind == Kind::person && role == Role::person_name && parted) role.reset();
    if (kind != Kind::person && (role == Role::given_name || role == Role::family_name || role == Role::person_name)) role.reset();
    if (role == Role::organisation_name && named) role = Role::other_name;
    if (role == Role::address && numbered) role = Role::street;
    named = named || role == Role::organisation_name || role == Role::person_name;
  }
}

}  // namespace

std::vector<std::optional<Role>> guess_roles(Kind kind, std::span<const std::string> names) {
  std::vector<std::optional<Role>> roles;
  for (const auto& name : names) roles.push_back(role_of(name));
  settle_roles(kind, roles);
  return roles;
}

}  // namespace guanxi::match
