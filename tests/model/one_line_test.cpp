// Adding a field is one line: Gadget in sample.h is nothing but its lines, and everything knows its fields.
#include <doctest/doctest.h>

#include "guanxi/dictionary.h"
#include "guanxi/query.h"
#include "model/coerce.h"
#include "model/delta.h"
#include "model/derive.h"
#include "model/schema_builder.h"
#include "model/validate.h"
#include "said.h"
#include "sample.h"

using namespace guanxi;

namespace {

std::shared_ptr<const Schema> wider_schema() {
  SchemaBuilder builder;
  REQUIRE(said(builder.add_entity(Gadget)) == "");
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("the schema knows a field by its line") {
  const auto made = wider_schema();
  const auto* type = made->find("gadget");
  REQUIRE(type != nullptr);
  CHECK(type->find("weight") == &Gadget.weight);
  CHECK(type->find(std::uint16_t{16}) == &Gadget.weight);
  CHECK(type->owner() == Gadget.owner.slot);
  CHECK(Gadget.weight.type == Type::decimal);
  CHECK(Gadget.weight.scale == 3);
  CHECK(Gadget.part_of.target == 900);
  CHECK(label_of(Gadget.weight, Language::chinese) == "重量");
}

TEST_CASE("a record, a query and a text from a file reach it") {
  const auto made = wider_schema();
  Record<Gadget> row;
  row[Gadget.score] = 7;
  CHECK(row[Gadget.score] == 7);
  CHECK((Gadget.score > 5 && Gadget.grade == "A").nodes().size() == 3);
  REQUIRE(said(coerce(*made, Gadget.grade, "重要", {}, row)) == "");
  CHECK(row[Gadget.grade] == "A");
}

TEST_CASE("it is validated, logged and searched") {
  const auto made = wider_schema();
  const auto& type = made->of(Gadget);
  Record<Gadget> row;
  CHECK(said(validate(*made, type, row, nullptr)) == "Title is required: give it a value. | “名称”必填，请填写。");
  row[Gadget.title] = "Acme Lamp";
  row[Gadget.hotline] = "138 0013 8001";
  CHECK(said(validate(*made, type, row, nullptr)) == "");

  std::string delta;
  pack_delta(type, nullptr, row, delta);
  std::vector<std::uint16_t> fields;
  REQUIRE(said(unpack_delta(delta, [&](const FieldChange& c) { fields.push_back(c.field); })) == "");
  CHECK(fields == std::vector<std::uint16_t>{10, 21});

  Derived derived;
  derive(type, row, derived);
  REQUIRE(derived.keys.size() == 2);
  CHECK(derived.keys[0].value.view() == "acmelamp");
  CHECK(derived.keys[1].value.view() == "+8613800138001");
  CHECK(derived.search == "Acme Lamp\n");
}

TEST_CASE("the data dictionary tells of it") {
  const auto text = data_dictionary(*wider_schema(), Language::chinese);
  CHECK(text.find("### 900 gadget — 器具\n") != std::string::npos);
  CHECK(text.find("| 16 | weight | 重量 | Weight | 小数 (3) |  |  |\n") != std::string::npos);
  CHECK(text.find("| 15 | score | 评分 | Score | 整数 | 0–100 |  |\n") != std::string::npos);
}
