#include "model/derive.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/schema_builder.h"
#include "said.h"

using namespace guanxi;

namespace {

// The keys of one role, in order.
std::vector<std::string> keys(const Derived& derived, MatchRole role) {
  std::vector<std::string> found;
  for (const auto& key : derived.keys)
    if (key.space == space_of(role)) found.emplace_back(key.value.view());
  return found;
}
using Keys = std::vector<std::string>;

Derived derived(const AnyEntity& entity, const AnyRecord& row) {
  static const auto schema = Schema::builtin();
  Derived out;
  derive(schema->of(entity), row, out);
  return out;
}

Record<ContactPoint> point(std::string_view type, std::string_view value) {
  Record<ContactPoint> row;
  row[ContactPoint.type] = Picklist(type);
  row[ContactPoint.value] = Text(value);
  return row;
}

Record<PartyIdentifier> identifier(std::string_view type, std::string_view system, std::string_view value) {
  Record<PartyIdentifier> row;
  row[PartyIdentifier.type] = Picklist(type);
  row[PartyIdentifier.system] = Text(system);
  row[PartyIdentifier.value] = Text(value);
  return row;
}

}  // namespace

TEST_CASE("an account is found by its name, numbers, addresses and domain") {
  Record<Account> a;
  a[Account.name] = "示例（上海）有限公司";
  a[Account.short_name] = "示例";
  a[Account.city] = "上海";
  a[Account.phone] = "021-62345678、62345679";
  a[Account.email] = "Info@Mail.Acme.example; sales@qq.com";
  a[Account.website] = "https://www.acme.example/";
  a[Account.tax_id] = "91110000ma0000001l";
  const auto d = derived(Account, a);
  CHECK(keys(d, MatchRole::company_name) == Keys{"示例上海有限公司"});
  CHECK(keys(d, MatchRole::phone) == Keys{"+862162345678", "+862162345679"});
  CHECK(keys(d, MatchRole::email) == Keys{"info@mail.acme.example", "sales@qq.com"});
  CHECK(keys(d, MatchRole::domain) == Keys{"acme.example"});
  CHECK(keys(d, MatchRole::tax_id) == Keys{"91110000MA0000001L"});
  CHECK(d.keys.size() == 7);
  CHECK(d.search == "示例（上海）有限公司\n示例\n91110000ma0000001l\n上海\n");
}

TEST_CASE("an archived row keeps its keys, an empty one has none, null and blank give none") {
  Record<Account> a;
  CHECK(derived(Account, a).keys.empty());
  CHECK(derived(Account, a).search.empty());
  a[Account.name] = "示例";
  a[Account.phone] = nullptr;
  a[Account.email] = "";
  a.set(Account.archived_at, Codec<Instant>::pack({1}));
  CHECK(derived(Account, a).keys.size() == 1);
}

TEST_CASE("people and leads") {
  Record<Contact> c;
  c[Contact.name] = "李 雷";
  c[Contact.mobile] = "138 0013 8001";
  c[Contact.phone] = "+86 13800138001";
  CHECK(keys(derived(Contact, c), MatchRole::person_name) == Keys{"李雷"});
  CHECK(keys(derived(Contact, c), MatchRole::phone) == Keys{"+8613800138001"});
  Record<Lead> l;
  l[Lead.name] = "Mary Sample";
  l[Lead.company] = "Acme Inc.";
  CHECK(keys(derived(Lead, l), MatchRole::person_name) == Keys{"marysample"});
  CHECK(keys(derived(Lead, l), MatchRole::company_name) == Keys{"acmeinc"});
}

TEST_CASE("a contact point is what its type says") {
  CHECK(keys(derived(ContactPoint, point("mobile", "13800138001")), MatchRole::phone) == Keys{"+8613800138001"});
  CHECK(keys(derived(ContactPoint, point("phone", "0755-26771188")), MatchRole::phone) == Keys{"+8675526771188"});
  const auto email = derived(ContactPoint, point("email", "li@acme.example"));
  CHECK(keys(email, MatchRole::email) == Keys{"li@acme.example"});
  CHECK(keys(email, MatchRole::domain) == Keys{"acme.example"});
  CHECK(keys(derived(ContactPoint, point("website", "www.acme.example")), MatchRole::domain) == Keys{"acme.example"});
  for (const char* type : {"fax", "wechat", "address"}) CHECK(derived(ContactPoint, point(type, "13800138001")).keys.empty());
  CHECK(derived(ContactPoint, point("wechat", "li_lei")).search == "li_lei\n");
}

TEST_CASE("an identifier is a tax id or a key of another system") {
  for (const char* type : {"credit_code", "tax_id", "vat", "taiwan_ubn"})
    CHECK(keys(derived(PartyIdentifier, identifier(type, "", "DE 123456789")), MatchRole::tax_id) == Keys{"DE123456789"});
  CHECK(keys(derived(PartyIdentifier, identifier("external", "ERP", "K-1")), MatchRole::external_key) == Keys{"erp\x1fk-1"});
  CHECK(derived(PartyIdentifier, identifier("other", "ERP", "K-1")).keys.empty());
}

TEST_CASE("indexed custom fields are keys with their value as it is") {
  SchemaBuilder builder;
  const auto add = [&](std::int64_t number, std::string_view name, std::string_view type, bool index) {
    Record<CustomField> row;
    row[CustomField.entity] = "account";
    row[CustomField.number] = number;
    row[CustomField.name] = Text(name);
    row[CustomField.type] = Picklist(type);
    row[CustomField.has_index] = index;
    row[CustomField.in_search] = true;
    REQUIRE(said(builder.add_field(row)) == "");
  };
  add(1000, "floor", "integer", true);
  add(1001, "colour", "text", true);
  add(1002, "remark", "text", false);
  const auto schema = std::move(builder).build();
  const auto& type = schema->of(Account);

  auto row = type.record();
  row.set(*type.find("floor"), Codec<Int>::pack(7));
  row.set(*type.find("colour"), Codec<Text>::pack("Red"));
  row.set(*type.find("remark"), Codec<Text>::pack("nothing"));
  Derived d;
  derive(type, row, d);
  REQUIRE(d.keys.size() == 2);
  CHECK(d.keys[0] == Key{(1 << 16) | 1000, Codec<Int>::pack(7)});
  CHECK(d.keys[1] == Key{space_of(*type.find("colour")), Codec<Text>::pack("Red")});
  CHECK(d.search == "Red\nnothing\n");
}

TEST_CASE("one Derived serves row after row, and its keys stay where they are") {
  static const auto schema = Schema::builtin();
  Derived d;
  Record<Account> many;
  std::string phones;
  for (int i = 0; i < 50; ++i) phones += "1380013" + std::to_string(8100 + i) + ";";
  many[Account.phone] = Text(phones);
  derive(schema->of(Account), many, d);
  REQUIRE(d.keys.size() == 50);
  for (int i = 0; i < 50; ++i) CHECK(d.keys[static_cast<std::size_t>(i)].value.view() == "+861380013" + std::to_string(8100 + i));
  Record<Account> one;
  one[Account.name] = "示例";
  derive(schema->of(Account), one, d);
  CHECK(d.keys.size() == 1);
  CHECK(d.search == "示例\n");
}
