#include "guanxi/dictionary.h"

#include <doctest/doctest.h>

#include "model/schema_builder.h"
#include "said.h"

using namespace guanxi;

namespace {

bool holds(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

// Cells of a line of a table.
long bars(std::string_view line) {
  long count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) count += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
  return count;
}

}  // namespace

TEST_CASE("the dictionary tells of every entity, field and picklist in the language asked for") {
  const auto schema = Schema::builtin();
  const auto english = data_dictionary(*schema, Language::english), chinese = data_dictionary(*schema, Language::chinese);
  CHECK(english.starts_with("# Data dictionary\n\n## Entities\n\n### 1 account — Account\n"));
  CHECK(chinese.starts_with("# 数据字典\n\n## 对象\n\n### 1 account — 客户\n"));
  CHECK(holds(english, "| 17 | tier | 客户级别 | Tier | choice | counted dimension | account_tier |\n"));
  CHECK(holds(chinese, "| 17 | tier | 客户级别 | Tier | 单选 | 统计维度 | account_tier |\n"));
  CHECK(holds(english, "| 21 | owner | 负责人 | Owner | reference | indexed, changed by a command | user |\n"));
  CHECK(holds(english, "| 20 | sensitivity | 安全级别 | Sensitivity | integer | 0–100 |  |\n"));
  CHECK(holds(chinese, "| 11 | record | 记录 | Record | 引用 | 必填、有索引 | 任意记录 |\n"));
  CHECK(holds(english, "| 35 | phone | 电话 | Phone | text | personal data |  |\n"));
  CHECK(holds(english, "\n### account_tier\n"));
  CHECK(holds(english, "| won | 赢单 | Won | 成交, 已成交, 签约, Closed won, Close won |  |\n"));
  for (const auto& type : schema->entities()) {
    CHECK(holds(english, "\n### " + std::to_string(type->number()) + " " + std::string(type->name()) + " — "));
    for (const auto* field : type->fields()) CHECK(holds(english, "| " + std::to_string(field->number) + " | " + std::string(field->name) + " | "));
  }
  for (const auto& list : schema->picklists()) CHECK(holds(chinese, "\n### " + list.name + "\n"));
}

TEST_CASE("every line of a table has as many cells as its head") {
  const auto text = data_dictionary(*Schema::builtin(), Language::english);
  long head = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    const std::string_view line(text.data() + begin, end - begin);
    begin = end + 1;
    if (!line.starts_with("|")) head = 0;
    if (line.empty() || head == 0) head = bars(line);
    CHECK(bars(line) == head);
  }
}

TEST_CASE("custom entities, fields and items are told of too") {
  SchemaBuilder builder;
  Record<CustomEntity> entity;
  entity[CustomEntity.number] = 1000;
  entity[CustomEntity.name] = "device";
  REQUIRE(said(builder.add_entity(entity)) == "");
  Record<CustomField> field;
  field[CustomField.entity] = "device";
  field[CustomField.number] = 1000;
  field[CustomField.name] = "weight";
  field[CustomField.type] = "decimal";
  field[CustomField.scale] = 2;
  field[CustomField.label_zh] = "重量";
  REQUIRE(said(builder.add_field(field)) == "");
  Record<PicklistItem> item;
  item[PicklistItem.list] = "account_tier";
  item[PicklistItem.code] = "E";
  item[PicklistItem.label_en] = "E | last\nof all";
  item[PicklistItem.retired] = true;
  REQUIRE(said(builder.add_item(item)) == "");
  const auto text = data_dictionary(*std::move(builder).build(), Language::english);
  CHECK(holds(text, "\n### 1000 device\n"));
  CHECK(holds(text, "| 1000 | weight | 重量 | 重量 | decimal (2) |  |  |\n"));
  CHECK(holds(text, "| E | E | E \\| last of all |  | retired |\n"));
}
