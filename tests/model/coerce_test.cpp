#include "model/coerce.h"

#include <doctest/doctest.h>

#include "model/schema_builder.h"
#include "said.h"
#include "sample.h"

using namespace guanxi;

namespace {

const Schema& schema() {
  static const auto made = Schema::builtin();
  return *made;
}

// The value that the text becomes, as people read it (sets as they are stored), or what is wrong with it.
std::string read(const AnyField& field, std::string_view text, const CoerceOptions& options = {}) {
  Record<Gadget> row;
  row.set(field, Codec<Text>::pack("before"));
  const auto result = coerce(schema(), field, text, options, row);
  if (!result) {
    CHECK(result.error().field() == field.name);
    return said(result);
  }
  const auto& value = row.get(field);
  CHECK(value.type == field.type);
  if (!value.is_set()) return "(null)";
  return field.type == Type::set ? std::string(value.view()) : text_of(value);
}

}  // namespace

TEST_CASE("text is trimmed, wide blanks too") {
  CHECK(read(Gadget.title, " \t　Lamp 9　\r\n") == "Lamp 9");
  CHECK(read(Gadget.title, "\uFEFFLamp") == "Lamp");
  CHECK(read(Gadget.title, "\u00A0Lamp\u00A0") == "Lamp");
}

TEST_CASE("what stands for nothing is null in every field") {
  for (const char* nothing : {"", "  ", "　", "NULL", "null", "Null", "N/A", "n/a", "#N/A", "nil", "None", "\\N", "-", "--", "－", " － ", "—", "无", "無", "暂无"})
    for (const auto* field : {static_cast<const AnyField*>(&Gadget.title), static_cast<const AnyField*>(&Gadget.grade), static_cast<const AnyField*>(&Gadget.uses),
                              static_cast<const AnyField*>(&Gadget.score), static_cast<const AnyField*>(&Gadget.made_on), static_cast<const AnyField*>(&Gadget.part_of)})
      CHECK_MESSAGE(read(*field, nothing) == "(null)", nothing);
  for (const char* something : {"0", "Nil Ltd", "无锡", "-1", "NA", "N", "None of it"}) CHECK_FALSE(stands_for_nothing(something));
}

TEST_CASE("numbers, yes and no, money and days as people write them") {
  CHECK(read(Gadget.score, "1,234") == "1234");
  CHECK(read(Gadget.active, "是") == read(Gadget.active, "yes"));
  CHECK(read(Gadget.weight, "1.5") == "1.500");
  CHECK(read(Gadget.price, "¥1,234.5") == "1234.50 CNY");
  CHECK(read(Gadget.price, "12", {.currency = *Currency::parse("USD")}) == "12.00 USD");
  CHECK(read(Gadget.made_on, "2023年2月3日") == "2023-02-03");
  CHECK(read(Gadget.made_on, "3/2/2023", {.date_order = DateOrder::day_first}) == "2023-02-03");
  CHECK(read(Gadget.sold_at, "2023-02-03 19:24") == "2023-02-03T19:24:00Z");
  CHECK(read(Gadget.sold_at, "2023-02-03 19:24", {.offset_minutes = 480}) == "2023-02-03T11:24:00Z");
}

TEST_CASE("what cannot be read names the field, the value and what would be right") {
  const auto fault = [](const AnyField& field, std::string_view text) {
    const auto sentence = read(field, text);
    CHECK(sentence.find(text) != std::string::npos);
    return sentence;
  };
  CHECK(fault(Gadget.score, "many").starts_with("Score: "));
  CHECK(fault(Gadget.active, "maybe").starts_with("Active: "));
  CHECK(fault(Gadget.price, "cheap").starts_with("Price: "));
  CHECK(fault(Gadget.weight, "heavy").starts_with("Weight: "));
  CHECK(fault(Gadget.made_on, "2023-02-30").starts_with("Made on: "));
  CHECK(fault(Gadget.made_on, "2023-02-30").find(" | “生产日期”：") != std::string::npos);
  CHECK(fault(Gadget.sold_at, "soon").starts_with("Sold at: "));
  CHECK(read(Gadget.weight, "1.23456").starts_with("Weight: "));
  CHECK(read(Gadget.part_of, "Lamp") == "Part of takes the id of a record; “Lamp” is none. | “所属器具”应为记录编号（UUID），“Lamp”不是。");
  CHECK(read(Gadget.part_of, "018f3c5e-7b1a-7c3d-9e2f-0123456789ab") == "018f3c5e-7b1a-7c3d-9e2f-0123456789ab");
}

TEST_CASE("a refused text leaves the row as it was") {
  Record<Gadget> row;
  row[Gadget.score] = 7;
  CHECK_FALSE(coerce(schema(), Gadget.score, "many", {}, row).ok());
  CHECK(row[Gadget.score] == 7);
}

TEST_CASE("a choice is found by code, label or alias") {
  CHECK(read(Gadget.grade, "A") == "A");
  CHECK(read(Gadget.grade, " vip ") == "key");
  CHECK(read(Gadget.grade, "B级") == "B");
  CHECK(read(Gadget.grade, "Z") == "Grade has no choice “Z”: choose from Key, A, B, C, D. | “等级”没有选项“Z”，可选：战略客户、A级、B级、C级、D级。");
  CHECK(read(Gadget.grade, "Z|1", {.keep_unknown_codes = true}) == "Z/1");
  Record<Account> row;
  CHECK(said(coerce(schema(), Account.industry, "technolgy", {}, row)) ==
        "Industry has no choice “technolgy”: did you mean “Information technology”? | “行业”没有选项“technolgy”，是否应为“信息技术”？");
}

TEST_CASE("a set is read from what people put between its parts") {
  for (const char* text : {"客户;供应商", "供应商；客户", "customer, supplier", "客户、供应商", "Supplier|Client", "客户，供应商，客户", "|customer|supplier|", "customer\nsupplier"})
    CHECK_MESSAGE(read(Gadget.uses, text) == "|customer|supplier|", text);
  CHECK(read(Gadget.tags, "B, a") == "|B|a|");
  CHECK(read(Gadget.uses, ";;") == "(null)");
  CHECK(read(Gadget.uses, "客户;custoner") == "Uses has no choice “custoner”: did you mean “Customer”? | “用途”没有选项“custoner”，是否应为“客户”？");
}

TEST_CASE("sets of codes in their stored form") {
  CHECK(code_set({"supplier", "customer", "", "customer"}) == "|customer|supplier|");
  CHECK(code_set({"a|b"}) == "|a/b|");
  CHECK(code_set({}) == "");
  CHECK(code_set({""}) == "");
  CHECK(codes_of("|a|b|") == std::vector<std::string_view>{"a", "b"});
  CHECK(codes_of("a") == std::vector<std::string_view>{"a"});
  CHECK(codes_of("||").empty());
}
