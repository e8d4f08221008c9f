#include "model/validate.h"

#include <doctest/doctest.h>

#include <limits>

#include "model/schema_builder.h"
#include "said.h"
#include "sample.h"

using namespace guanxi;

namespace {

const Schema& schema() {
  static const auto made = [] {
    SchemaBuilder builder;
    REQUIRE(builder.add_entity(Gadget).ok());
    Record<PicklistItem> retired;
    retired[PicklistItem.list] = "account_tier";
    retired[PicklistItem.code] = "D";
    retired[PicklistItem.retired] = true;
    REQUIRE(builder.add_item(retired).ok());
    return std::move(builder).build();
  }();
  return *made;
}

Id id(std::uint8_t last) {
  Id made;
  made.bytes[15] = last;
  return made;
}

// A row that may be stored.
Record<Gadget> good() {
  Record<Gadget> row;
  row.set(Gadget.id, Codec<Id>::pack(id(1)));
  row[Gadget.title] = "Lamp";
  return row;
}

template <const auto& E>
std::string fault_of(Record<E> row, const AnyRecord* before = nullptr) {
  return said(validate(schema(), schema().of(E), row, before));
}

// The fault of a good row with one more value.
std::string with(const AnyField& field, const Value& value) {
  auto row = good();
  row.set(field, value);
  return fault_of<Gadget>(std::move(row));
}

Record<PartyIdentifier> identifier(std::string_view type, std::string_view value) {
  Record<PartyIdentifier> row;
  row[PartyIdentifier.entity] = "account";
  const auto record = id(1);
  row.set(PartyIdentifier.record, Codec<Id>::pack(record));
  row[PartyIdentifier.type] = Picklist(type);
  row[PartyIdentifier.value] = Text(value);
  return row;
}

}  // namespace

TEST_CASE("what is required must be there, and more than blanks") {
  CHECK(fault_of<Gadget>(good()) == "");
  const std::string missing = "Title is required: give it a value. | “名称”必填，请填写。";
  CHECK(with(Gadget.title, Value::null(Type::text)) == missing);
  CHECK(with(Gadget.title, Value{}) == missing);
  CHECK(with(Gadget.title, Codec<Text>::pack("")) == missing);
  CHECK(with(Gadget.title, Codec<Text>::pack(" \t\r\n")) == missing);
  Record<Gadget> row;
  const auto result = validate(schema(), schema().of(Gadget), row, nullptr);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().field() == "title");
  CHECK(result.error().code() == Code::invalid);
}

TEST_CASE("a value has the type of its field") {
  CHECK(with(Gadget.score, Codec<Text>::pack("5")) == "Score takes another type of value: integer. | “评分”的值类型不对，应为整数。");
  CHECK(with(Gadget.title, Codec<Picklist>::pack("A")) == "Title takes another type of value: text. | “名称”的值类型不对，应为文本。");
  CHECK(with(Gadget.active, Value::number(Type::boolean, 2)) == "Active takes another type of value: yes or no. | “启用”的值类型不对，应为是/否。");
  CHECK(with(Gadget.part_of, Value::of_bytes(Type::id, "short", 5)) == "Part of takes another type of value: reference. | “所属器具”的值类型不对，应为引用。");
}

TEST_CASE("text is UTF-8 without NUL and not endless") {
  CHECK(with(Gadget.hotline, Codec<Text>::pack("\xff\xfe")) == "Hotline is not valid UTF-8: convert the text first. | “热线”不是有效的 UTF-8 文本，请先转换编码。");
  CHECK(with(Gadget.hotline, Codec<Text>::pack(std::string_view("a\0b", 3))) == "Hotline contains a NUL character: remove it. | “热线”含有 NUL 字符，请将其删除。");
  const std::string long_text(max_text + 1, 'x');
  CHECK(with(Gadget.hotline, Codec<Text>::pack(std::string_view(long_text))) ==
        "Hotline has 16777217 bytes: at most 16777216 are possible. | “热线”长达 16777217 字节，最多允许 16777216 字节。");
  CHECK(with(Gadget.hotline, Codec<Text>::pack(std::string_view(long_text).substr(1))) == "");
}

TEST_CASE("integers keep their bounds") {
  for (const Int n : {0, 1, 100}) CHECK(with(Gadget.score, Codec<Int>::pack(n)) == "");
  CHECK(with(Gadget.score, Codec<Int>::pack(101)) == "Score is 101: it must be from 0 to 100. | “评分”为 101，必须在 0 到 100 之间。");
  CHECK(with(Gadget.score, Codec<Int>::pack(-1)).starts_with("Score is -1: it must be"));
  Record<Account> a;
  a[Account.name] = "示例";
  a[Account.sensitivity] = 101;
  CHECK(fault_of<Account>(a) == "Sensitivity is 101: it must be from 0 to 100. | “安全级别”为 101，必须在 0 到 100 之间。");
  Record<ServiceRequest> r;
  r[ServiceRequest.type] = "need";
  r[ServiceRequest.subject] = "示例";
  r[ServiceRequest.rating] = 6;
  CHECK(fault_of<ServiceRequest>(r) == "Rating is 6: it must be from 1 to 5. | “满意度”为 6，必须在 1 到 5 之间。");
  CHECK(Opportunity.probability.most == 100);
  CHECK(RoleGrant.level.most == 100);
}

TEST_CASE("a decimal is brought to the scale of its field where nothing is lost") {
  auto row = good();
  row[Gadget.weight] = Decimal{15, 1};
  REQUIRE(said(validate(schema(), schema().of(Gadget), row, nullptr)) == "");
  CHECK(row.get(Gadget.weight).length == 3);
  CHECK(row.get(Gadget.weight).integer == 1500);
  CHECK(with(Gadget.weight, Codec<Decimal>::pack({12345678, 4})) ==
        "Weight is 1234.5678: round it to 3 decimal places. | “重量”为 1234.5678，请保留 3 位小数。");
}

TEST_CASE("money has a currency, days and instants lie in the calendar") {
  CHECK(with(Gadget.price, Codec<Money>::pack({100, CNY})) == "");
  CHECK(with(Gadget.price, Codec<Money>::pack({100, {}})) ==
        "Price has no known currency: give one, such as CNY. | “价格”缺少有效币种，请指定币种，例如 CNY。");
  const std::string outside = "Made on lies outside of the years 1 to 9999. | “生产日期”超出公元 1 年至 9999 年的范围。";
  CHECK(with(Gadget.made_on, Codec<Date>::pack(*Date::of(1, 1, 1))) == "");
  CHECK(with(Gadget.made_on, Codec<Date>::pack(*Date::of(9999, 12, 31))) == "");
  CHECK(with(Gadget.made_on, Codec<Date>::pack({-719163})) == outside);
  CHECK(with(Gadget.made_on, Codec<Date>::pack({2932897})) == outside);
  CHECK(with(Gadget.sold_at, Codec<Instant>::pack({std::numeric_limits<std::int64_t>::max()})).starts_with("Sold at lies outside"));
  CHECK(with(Gadget.sold_at, Codec<Instant>::pack(Instant::start_of(*Date::of(9999, 12, 31)))) == "");
}

TEST_CASE("a reference names another record") {
  const auto own = id(1), other = id(2);
  const char nothing[16]{};
  CHECK(with(Gadget.part_of, Codec<Id>::pack(other)) == "");
  CHECK(with(Gadget.part_of, Codec<Id>::pack(own)) == "Part of refers to the record itself: name another one. | “所属器具”指向了记录自身，请指定其他记录。");
  CHECK(with(Gadget.part_of, Value::of_bytes(Type::id, nothing, 16)) ==
        "Part of is an empty id: leave it out, or name a record. | “所属器具”是空编号，请留空或指定一条记录。");
}

TEST_CASE("a choice is one of its list, and in use") {
  CHECK(with(Gadget.grade, Codec<Picklist>::pack("A")) == "");
  CHECK(with(Gadget.grade, Codec<Picklist>::pack("Z")) == "Grade has no choice “Z”: choose from Key, A, B, C. | “等级”没有选项“Z”，可选：战略客户、A级、B级、C级。");
  CHECK(with(Gadget.grade, Codec<Picklist>::pack("D")) ==
        "Grade: “D” is no longer in use; choose from Key, A, B, C. | “等级”的选项“D级”已停用，可选：战略客户、A级、B级、C级。");
  CHECK(with(Gadget.uses, Codec<CodeSet>::pack("|custoner|")) == "Uses has no choice “custoner”: did you mean “Customer”? | “用途”没有选项“custoner”，是否应为“客户”？");
  Record<Account> a;
  a[Account.name] = "示例";
  a[Account.industry] = "wizardry";
  CHECK(fault_of<Account>(a) ==
        "Industry has no choice “wizardry”: choose from Agriculture, Mining, Energy and utilities, Manufacturing, Machinery, Automotive, Aerospace and "
        "defence, Electronics, Semiconductors, Chemicals, Metals, Building materials …. | "
        "“行业”没有选项“wizardry”，可选：农林牧渔、采矿业、能源、制造业、机械设备、汽车、航空航天、电子、半导体、化工、钢铁、建材 …。");
  auto row = good();
  row[Gadget.grade] = "";
  row[Gadget.uses] = "";
  REQUIRE(said(validate(schema(), schema().of(Gadget), row, nullptr)) == "");
  CHECK(row.get(Gadget.grade).state == State::null);
  CHECK(row.get(Gadget.uses).state == State::null);
}

TEST_CASE("a set is kept sorted, each code once") {
  auto row = good();
  row[Gadget.uses] = "supplier|customer||customer";
  row[Gadget.tags] = "|b|a|";
  REQUIRE(said(validate(schema(), schema().of(Gadget), row, nullptr)) == "");
  CHECK(row.get(Gadget.uses).view() == "|customer|supplier|");
  CHECK(row.get(Gadget.tags).view() == "|a|b|");
}

TEST_CASE("only what changed is checked again") {
  auto before = good();
  before[Gadget.grade] = "D";
  before[Gadget.score] = 500;
  before[Gadget.title] = nullptr;
  auto after = before;
  after[Gadget.hotline] = "110";
  CHECK(fault_of<Gadget>(after, &before) == "");
  after[Gadget.score] = 501;
  CHECK(fault_of<Gadget>(after, &before).starts_with("Score is 501"));
}

TEST_CASE("a hidden value is not written back") {
  Value masked = Value::null(Type::text);
  masked.state = State::masked;
  auto row = good();
  row.set(Gadget.hotline, masked);
  const auto result = validate(schema(), schema().of(Gadget), row, nullptr);
  CHECK(said(result) == "Hotline is hidden from you: leave it out of the change. | “热线”对您不可见，请不要修改该字段。");
  CHECK(result.error().code() == Code::denied);
}

TEST_CASE("what ends does not end before it begins") {
  Record<AccountContact> link;
  const auto account = id(1), contact = id(2);
  link.set(AccountContact.account, Codec<Id>::pack(account));
  link.set(AccountContact.contact, Codec<Id>::pack(contact));
  link[AccountContact.since] = *Date::of(2026, 2, 1);
  link[AccountContact.until] = *Date::of(2026, 2, 1);
  CHECK(fault_of<AccountContact>(link) == "");
  link[AccountContact.until] = *Date::of(2026, 1, 1);
  CHECK(fault_of<AccountContact>(link) ==
        "Until (2026-01-01) lies before Since (2026-02-01): mend one of them. | “结束日期”（2026-01-01）早于“开始日期”（2026-02-01），请更正其中之一。");
  CHECK(fault_of<AccountContact>(link, &link) == "");
}

TEST_CASE("a tax id that claims to be a credit code is one") {
  const auto account = [](std::string_view tax_id) {
    Record<Account> row;
    row[Account.name] = "示例";
    row[Account.tax_id] = Text(tax_id);
    return fault_of<Account>(std::move(row));
  };
  for (const char* fine : {"91110000MA0000001L", "91110000ma000000-1l", "DE123456789", "11913502", "11010519491231002X", "anything"}) CHECK(account(fine) == "");
  CHECK(account("91110000MA0000001K") ==
        "Tax id: “91110000MA0000001K” is not a unified social credit code; its check digit is wrong. | "
        "“统一社会信用代码”：“91110000MA0000001K”不是有效的统一社会信用代码，校验码不符。");
}

TEST_CASE("an identifier is what its type says") {
  CHECK(fault_of<PartyIdentifier>(identifier("credit_code", "91110000MA0000001L")) == "");
  CHECK(fault_of<PartyIdentifier>(identifier("credit_code", "12345")).starts_with("Value: “12345” is not a unified social credit code"));
  CHECK(fault_of<PartyIdentifier>(identifier("tax_id", "12345")) == "");
  CHECK(fault_of<PartyIdentifier>(identifier("tax_id", "91110000MA0000001K")).starts_with("Value: “91110000MA0000001K” is not"));
  CHECK(fault_of<PartyIdentifier>(identifier("taiwan_ubn", "11913502")) == "");
  CHECK(fault_of<PartyIdentifier>(identifier("taiwan_ubn", "11913503")) ==
        "Value: “11913503” is not a Taiwan business number; its check digit is wrong. | “编号”：“11913503”不是有效的台湾统一编号，校验码不符。");
  CHECK(fault_of<PartyIdentifier>(identifier("external", "91110000MA0000001K")) == "");
}

TEST_CASE("a patch names no field of the library, and a command's fields only by a command") {
  const auto& type = schema().of(Gadget);
  Record<Gadget> patch;
  CHECK(said(check_writable(type, patch, false)) == "");
  patch[Gadget.title] = nullptr;
  CHECK(said(check_writable(type, patch, false)) == "");
  const auto owner = id(3);
  patch.set(Gadget.owner, Codec<Id>::pack(owner));
  CHECK(said(check_writable(type, patch, true)) == "");
  CHECK(said(check_writable(type, patch, false)) ==
        "Owner is changed by a command of its own, not by a plain update. | “负责人”须通过专门的命令修改，不能直接编辑。");
  patch.set(Gadget.revision, Codec<Int>::pack(2));
  CHECK(said(check_writable(type, patch, true)) == "Revision is kept by the library and cannot be set. | “版本”由系统维护，不能直接设置。");
}
