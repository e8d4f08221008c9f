#include "guanxi/schema.h"

#include <doctest/doctest.h>

#include "model/schema_builder.h"
#include "said.h"
#include "sample.h"

using namespace guanxi;

namespace {

Record<CustomEntity> entity_row(std::int64_t number, std::string_view name) {
  Record<CustomEntity> row;
  row[CustomEntity.number] = number;
  row[CustomEntity.name] = Text(name);
  row[CustomEntity.label_zh] = "设备";
  row[CustomEntity.label_en] = "Device";
  return row;
}

Record<CustomField> field_row(std::string_view entity, std::int64_t number, std::string_view name, std::string_view type) {
  Record<CustomField> row;
  row[CustomField.entity] = Text(entity);
  row[CustomField.number] = number;
  row[CustomField.name] = Text(name);
  row[CustomField.type] = Picklist(type);
  return row;
}

Record<PicklistItem> item_row(std::string_view list, std::string_view code) {
  Record<PicklistItem> row;
  row[PicklistItem.list] = Text(list);
  row[PicklistItem.code] = Text(code);
  return row;
}

// What adding the field to the built-in schema says.
std::string refused(const Record<CustomField>& row) {
  SchemaBuilder builder;
  return said(builder.add_field(row));
}
std::string refused(const Record<CustomEntity>& row) {
  SchemaBuilder builder;
  return said(builder.add_entity(row));
}

}  // namespace

TEST_CASE("the built-in schema is found by name and by number") {
  const auto schema = Schema::builtin();
  REQUIRE(schema->entities().size() == 32);
  const auto* account = schema->find("account");
  REQUIRE(account != nullptr);
  CHECK(account == schema->find(std::uint16_t{1}));
  CHECK(account == &schema->of(Account));
  CHECK(account->find("tier") == &Account.tier);
  CHECK(account->find(std::uint16_t{17}) == &Account.tier);
  CHECK(account->find("nothing") == nullptr);
  CHECK(account->find(std::uint16_t{1000}) == nullptr);
  CHECK(account->builtin_count() == account->fields().size());
  CHECK_FALSE(account->custom());
  CHECK(schema->find("nothing") == nullptr);
  CHECK(schema->find(std::uint16_t{0}) == nullptr);
  CHECK(schema->find(std::uint16_t{1000}) == nullptr);
  CHECK(schema->picklist("industry") != nullptr);
  CHECK(schema->picklist("nothing") == nullptr);
  CHECK(account->record().slots() == account->fields().size());
}

TEST_CASE("the slots that the whole library reads") {
  const auto schema = Schema::builtin();
  const auto& account = schema->of(Account);
  CHECK(account.owner() == Account.owner.slot);
  CHECK(account.department() == Account.department.slot);
  CHECK(account.sensitivity() == Account.sensitivity.slot);
  CHECK(account.account() == common::id);
  CHECK(schema->of(Contact).account() == Contact.account.slot);
  CHECK(schema->of(Role).owner() == no_slot);
  CHECK(schema->of(Role).account() == no_slot);
}

TEST_CASE("custom fields follow the built-in ones and keep their slots") {
  SchemaBuilder builder;
  auto colour = field_row("account", 1000, "colour", "picklist");
  colour[CustomField.picklist] = "colours";
  colour[CustomField.label_zh] = "颜色,色彩";
  colour[CustomField.label_en] = "Colour,Color";
  auto weight = field_row("account", 1001, "weight", "decimal");
  weight[CustomField.scale] = 3;
  weight[CustomField.has_index] = true;
  weight[CustomField.must_be_set] = true;
  auto site = field_row("account", 1002, "site", "reference");
  site[CustomField.target] = "territory";
  for (const auto* row : {&colour, &weight, &site}) REQUIRE(said(builder.add_field(*row)) == "");
  const auto schema = std::move(builder).build();

  const auto& account = schema->of(Account);
  const auto base = account.builtin_count();
  REQUIRE(account.fields().size() == base + 3u);
  const auto& first = *account.find("colour");
  CHECK(first.slot == base);
  CHECK(first.custom());
  CHECK(first.type == Type::picklist);
  CHECK(first.picklist == "colours");
  CHECK(label_of(first, Language::chinese) == "颜色");
  CHECK(label_of(first, Language::english) == "Colour");
  CHECK(schema->picklist("colours") != nullptr);
  const auto& second = *account.find(std::uint16_t{1001});
  CHECK(second.slot == base + 1);
  CHECK(second.scale == 3);
  CHECK(second.has(required));
  CHECK(second.has(indexed));
  CHECK(account.find("site")->target == number_of(Territory));
  CHECK(label_of(*account.find("site"), Language::chinese) == "site");

  auto record = account.record();
  record.set(second, Codec<Decimal>::pack({12345, 3}));
  CHECK(Codec<Decimal>::unpack(record.get(second)) == Decimal{12345, 3});
}

TEST_CASE("a custom entity has the common fields and what is added") {
  SchemaBuilder builder;
  REQUIRE(said(builder.add_entity(entity_row(1000, "device"))) == "");
  auto owner = field_row("device", 1000, "owner", "reference");
  owner[CustomField.target] = "user";
  REQUIRE(said(builder.add_field(owner)) == "");
  REQUIRE(said(builder.add_field(field_row("device", 1001, "serial", "text"))) == "");
  const auto schema = std::move(builder).build();

  const auto* device = schema->find("device");
  REQUIRE(device != nullptr);
  CHECK(device->custom());
  CHECK(device->number() == 1000);
  CHECK(device->labels() == "设备|Device");
  CHECK(device->builtin_count() == common::count);
  CHECK(device->find("id")->entity == 1000);
  CHECK(device->find("id")->slot == common::id);
  CHECK(device->find("archived_at")->has(system_only));
  CHECK(device->owner() == common::count);
  CHECK(device->fields()[device->owner()]->has(command_only));
  auto row = device->record();
  row.set(*device->find("serial"), Codec<Text>::pack("S-1"));
  CHECK(row.get(*device->find("serial")).view() == "S-1");
}

TEST_CASE("a host's own entity in C++ joins the schema") {
  SchemaBuilder builder;
  REQUIRE(said(builder.add_entity(Gadget)) == "");
  CHECK(said(builder.add_entity(Gadget)) == "There is already an entity “gadget”: choose another name. | 已有名为“gadget”的对象，请换一个名称。");
  CHECK(said(builder.add_entity(Account)) == "The number 1 of “account” must be from 500 to 999. | “account”的编号 1 必须在 500 到 999 之间。");
  const auto schema = std::move(builder).build();
  CHECK(schema->of(Gadget).find("grade") == &Gadget.grade);
  CHECK(schema->find("gadget")->owner() == Gadget.owner.slot);
}

TEST_CASE("names that cannot be are refused with the reason") {
  CHECK(said(check_name("colour_2")) == "");
  CHECK(said(check_name(std::string(48, 'a'))) == "");
  for (const char* name : {"", "Colour", "2colour", "_colour", "colour-2", "colour 2", "颜色"}) {
    CAPTURE(name);
    CHECK(said(check_name(name)) ==
          "“" + std::string(name) + "” cannot be a name: use 1 to 48 small letters, digits and underscores, a letter first. | “" + name +
              "”不能作为名称：请使用 1 至 48 个小写字母、数字或下划线，并以字母开头。");
  }
  CHECK(said(check_name(std::string(49, 'a'))).starts_with("“aaa"));
  for (const char* name : {"select", "order", "primary", "rowid", "between", "rid"}) CHECK_FALSE(check_name(name).ok());
  CHECK(said(check_name("order")) == "“order” is a reserved word: choose another name, such as “order_1”. | “order”是保留字，请换一个名称，例如“order_1”。");
}

TEST_CASE("custom fields that cannot be are refused with the reason") {
  CHECK(refused(field_row("planet", 1000, "x", "text")) ==
        "There is no entity “planet” to add the field “x” to. | 没有名为“planet”的对象，无法为其添加字段“x”。");
  CHECK(refused(field_row("account", 1000, "tier", "text")) ==
        "The entity “account” already has a field “tier”: choose another name. | 对象“account”已有字段“tier”，请换一个名称。");
  CHECK(refused(field_row("account", 999, "x", "text")) ==
        "The number 999 of “x” must be from 1000 to 65534. | “x”的编号 999 必须在 1000 到 65534 之间。");
  CHECK(refused(field_row("account", 1000, "x", "float")) ==
        "The field “x” has the type “float”, which is none of: text, integer, decimal, money, date, instant, boolean, picklist, set, reference. | "
        "字段“x”的类型“float”无效，可用的类型有：text, integer, decimal, money, date, instant, boolean, picklist, set, reference。");
  auto scaled = field_row("account", 1000, "x", "decimal");
  scaled[CustomField.scale] = 19;
  CHECK(refused(scaled) == "The scale 19 of the field “x” must be from 0 to 18. | 字段“x”的小数位数 19 必须在 0 到 18 之间。");
  auto target = field_row("account", 1000, "x", "reference");
  target[CustomField.target] = "planet";
  CHECK(refused(target) == "The field “x” refers to the entity “planet”, which does not exist. | 字段“x”引用的对象“planet”不存在。");
  auto labelled = field_row("account", 1000, "x", "text");
  labelled[CustomField.label_zh] = "甲|乙";
  CHECK(refused(labelled) == "The label “甲|乙” of “x” may not contain “|”. | “x”的名称“甲|乙”不能包含“|”。");
  auto listed = field_row("account", 1000, "x", "picklist");
  listed[CustomField.picklist] = "My list";
  CHECK(refused(listed).starts_with("“My list” cannot be a name"));
  CHECK(refused(field_row("account", 1000, "Bad", "text")).starts_with("“Bad” cannot be a name"));
}

TEST_CASE("numbers and names are not given twice") {
  SchemaBuilder builder;
  REQUIRE(builder.add_field(field_row("account", 1000, "x", "text")).ok());
  CHECK(said(builder.add_field(field_row("account", 1000, "y", "text"))) ==
        "The field “y” cannot have the number 1000: “x” has it. | 字段“y”不能使用编号 1000：该编号已属于“x”。");
  const auto again = builder.add_field(field_row("account", 1001, "x", "text"));
  REQUIRE_FALSE(again.ok());
  CHECK(again.error().code() == Code::duplicate);
  CHECK(again.error().field() == "name");

  REQUIRE(builder.add_entity(entity_row(1000, "device")).ok());
  CHECK(said(builder.add_entity(entity_row(1000, "vehicle"))) ==
        "The entity “vehicle” cannot have the number 1000: “device” has it. | 对象“vehicle”不能使用编号 1000：该编号已属于“device”。");
  CHECK(said(builder.add_entity(entity_row(1001, "device"))).starts_with("There is already an entity “device”"));
  CHECK(refused(entity_row(1000, "account")).starts_with("There is already an entity “account”"));
  CHECK(refused(entity_row(40000, "device")) ==
        "The number 40000 of “device” must be from 1000 to 32767. | “device”的编号 40000 必须在 1000 到 32767 之间。");
}

TEST_CASE("items rename, move, retire and add to a picklist") {
  SchemaBuilder builder;
  auto renamed = item_row("account_tier", "A");
  renamed[PicklistItem.label_zh] = "钻石";
  renamed[PicklistItem.position] = 1;
  auto retired = item_row("account_tier", "D");
  retired[PicklistItem.retired] = true;
  auto added = item_row("account_tier", "E");
  added[PicklistItem.label_en] = "E-class";
  for (const auto* row : {&renamed, &retired, &added}) REQUIRE(said(builder.add_item(*row)) == "");
  REQUIRE(builder.add_item(item_row("colours", "red")).ok());
  const auto schema = std::move(builder).build();

  const auto& tiers = *schema->picklist("account_tier");
  CHECK(tiers.entries.front().code == "A");
  CHECK(tiers.entries.front().chinese == "钻石");
  CHECK(tiers.entries.front().english == "A");
  CHECK(tiers.entries.back().code == "E");
  CHECK(tiers.find("E")->label(Language::english) == "E-class");
  CHECK(tiers.find("E")->label(Language::chinese) == "E");
  CHECK(tiers.find("D")->retired);
  CHECK(tiers.match("钻石")->code == "A");
  CHECK(schema->picklist("colours")->find("red") != nullptr);
}

TEST_CASE("codes that cannot be are refused with the reason") {
  SchemaBuilder builder;
  for (const std::string& code : {std::string(), std::string("a|b"), std::string("a\nb"), std::string(65, 'x')}) {
    CAPTURE(code);
    CHECK(said(builder.add_item(item_row("colours", code))) ==
          "“" + code + "” cannot be a code of the picklist “colours”: a code has 1 to 64 bytes, no “|” and no control character. | “" + code +
              "”不能作为选项集“colours”的代码：代码须为 1 至 64 字节，且不含“|”和控制字符。");
  }
  CHECK(said(builder.add_item(item_row("My list", "a"))).starts_with("“My list” cannot be a name"));
}
