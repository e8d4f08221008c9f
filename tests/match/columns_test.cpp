#include <doctest/doctest.h>

#include "guanxi/match.h"

using namespace guanxi::match;

namespace {

std::string guessed(Kind kind, const std::vector<std::string>& headers) {
  std::string out;
  for (const auto& role : guess_roles(kind, headers)) out.append(out.empty() ? "" : " ").append(role ? name_of(*role) : "-");
  return out;
}

}  // namespace

TEST_CASE("roles are guessed from English and Chinese headers") {
  CHECK(guessed(Kind::organisation, {"公司名称", "统一社会信用代码", "电话", "备注"}) == "organisation_name tax_id phone -");
  CHECK(guessed(Kind::organisation, {"Company Name", "Alias", "Phone", "E-mail", "Web Site"}) == "organisation_name other_name phone email website");
  CHECK(guessed(Kind::person, {"first_name", "surname", "dob", "city"}) == "given_name family_name date city");
  CHECK(guessed(Kind::person, {"姓名", "手机号", "身份证号"}) == "person_name phone identifier");
}

TEST_CASE("a header means what the other columns leave to it") {
  CHECK(guessed(Kind::person, {"street_number", "address_1"}) == "house_number street");
  CHECK(guessed(Kind::person, {"name", "given_name", "family_name"}) == "- given_name family_name");
  CHECK(guessed(Kind::organisation, {"name", "company"}) == "organisation_name other_name");
  CHECK(guessed(Kind::organisation, {"過戶電話", "簽證會計師事務所"}) == "- -");
}

TEST_CASE("headers as systems and people write them") {
  CHECK(guessed(Kind::organisation, {"公司名称（必填）", "电话1", "电话2", "所属省份", "所属城市", "企业联系电话", "公司邮箱", "更多电话"}) ==
        "organisation_name phone phone region city phone email phone");
  CHECK(guessed(Kind::organisation, {"Account Name", "Billing Street", "Billing City", "Billing State/Province", "Account Number", "Account Type", "Account Owner"}) ==
        "organisation_name street city region - - -");
  CHECK(guessed(Kind::person, {"Given Name", "Family Name", "E-mail 1 - Value", "Phone 1 - Value", "Address 1: City", "Contact Title"}) ==
        "given_name family_name email phone city -");
  CHECK(guessed(Kind::organisation, {"Company Name *", "Phone [work]", "Website (if any)", "2023", "", "（）"}) == "organisation_name phone website - - -");
  CHECK(guessed(Kind::organisation, {"公司名稱", "統一編號", "聯絡電話", "公司網址"}) == "organisation_name tax_id phone website");
}

TEST_CASE("headers of registers and lists, which say what a record is or where a value stands") {
  CHECK(guessed(Kind::organisation, {"CompanyName", "CompanyNumber", "RegAddress.AddressLine1", "RegAddress.PostTown", "RegAddress.PostCode", "IncorporationDate"}) ==
        "organisation_name identifier address city postcode date");
  CHECK(guessed(Kind::site, {"restaurant_name", "Facility Address", "City/Town", "Zip/Postal Code", "phone no.", "cuisine type"}) == "organisation_name address city postcode phone category");
  CHECK(guessed(Kind::site, {"门店名称", "门店地址", "门店电话", "品类", "门店"}) == "organisation_name address phone category -");
  CHECK(guessed(Kind::organisation, {"供应商全称", "供应商简称", "地址", "郵遞區號", "產業類別"}) == "organisation_name other_name address postcode category");
  CHECK(guessed(Kind::person, {"Vorname", "Nachname", "Straße", "Hausnummer", "PLZ", "Ort", "Prénom", "Teléfono"}) ==
        "given_name family_name street house_number postcode city given_name phone");
  // What belongs to somebody else, or says nothing.
  CHECK(guessed(Kind::site, {"owner name", "Program Name", "school", "Entity.LegalName", "street name", "."}) == "- - - - street -");
}

TEST_CASE("names of roles, kinds and verdicts are stable") {
  for (std::size_t i = 0; i < role_count; ++i) CHECK(role_named(name_of(static_cast<Role>(i))) == static_cast<Role>(i));
  CHECK(kind_named("site") == Kind::site);
  CHECK_FALSE(kind_named("place"));
  CHECK(name_of(Verdict::different) == "new");
  CHECK(say(Verdict::branch, guanxi::Language::chinese) == "分支机构");
}
