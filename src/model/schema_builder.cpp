#include "model/schema_builder.h"

#include <algorithm>

#include "base/check.h"
#include "model/custom_field.h"
#include "model/labels.h"
#include "model/picklists/picklists.h"

namespace guanxi {

namespace {
constexpr Message unknown_entity{"schema.unknown_entity", "There is no entity “{0}” to add the field “{1}” to.",
                                 "没有名为“{0}”的对象，无法为其添加字段“{1}”。"};
constexpr Message unknown_target{"schema.unknown_target", "The field “{1}” refers to the entity “{0}”, which does not exist.",
                                 "字段“{1}”引用的对象“{0}”不存在。"};
constexpr Message name_taken{"schema.entity_taken", "There is already an entity “{0}”: choose another name.",
                             "已有名为“{0}”的对象，请换一个名称。"};
constexpr Message number_taken{"schema.entity_number_taken", "The entity “{1}” cannot have the number {0}: “{2}” has it.",
                               "对象“{1}”不能使用编号 {0}：该编号已属于“{2}”。"};
constexpr Message bad_code{"schema.bad_code",
                           "“{0}” cannot be a code of the picklist “{1}”: a code has 1 to 64 bytes, no “|” and no control character.",
                           "“{0}”不能作为选项集“{1}”的代码：代码须为 1 至 64 字节，且不含“|”和控制字符。"};

void set_labels(PicklistEntry& entry, std::string_view labels) {
  entry.chinese = first_label(labels, Language::chinese);
  entry.english = first_label(labels, Language::english);
  for (const auto label : all_labels(labels))
    if (label != entry.chinese && label != entry.english) entry.aliases.emplace_back(label);
}

PicklistType picklist_of(const PicklistTable& table) {
  PicklistType list;
  list.name = table.name;
  for (const auto& line : table.lines) {
    auto& entry = list.entries.emplace_back();
    entry.code = line.code;
    entry.position = static_cast<std::int64_t>(list.entries.size()) * 10;
    set_labels(entry, line.labels);
  }
  list.index();
  return list;
}

bool fit_for_code(std::string_view code) {
  const auto unfit = [](char c) { return c == '|' || static_cast<unsigned char>(c) < 0x20; };
  return !code.empty() && code.size() <= 64 && std::none_of(code.begin(), code.end(), unfit);
}

// The entry with the code, appended where there is none.
PicklistEntry& entry_of(PicklistType& list, std::string_view code) {
  auto& all = list.entries;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& e) { return e.code == code; });
  if (found != all.end()) return *found;
  std::int64_t last = 0;
  for (const auto& e : all) last = std::max(last, e.position);
  auto& entry = all.emplace_back();
  entry.code = entry.chinese = entry.english = code;
  entry.position = last + 10;
  return entry;
}
}  // namespace

std::shared_ptr<Schema> Schema::builtin() {
  auto schema = std::make_shared<Schema>();
  for (const auto* entity : builtin_entities()) schema->entities_.push_back(std::make_unique<EntityType>(*entity));
  auto& lists = schema->picklists_;
  for (const auto tables : {account_picklists(), industry_picklists(), contact_picklists(), sales_picklists(), service_picklists(),
                            organisation_picklists()})
    for (const auto& table : tables) lists.push_back(picklist_of(table));
  std::sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return schema;
}

SchemaBuilder::SchemaBuilder() : schema_(Schema::builtin()) {}

EntityType* SchemaBuilder::entity(std::string_view name) noexcept {
  for (const auto& type : schema_->entities_)
    if (type->name() == name) return type.get();
  return nullptr;
}

PicklistType& SchemaBuilder::list(std::string_view name) {
  auto& lists = schema_->picklists_;
  auto place = std::lower_bound(lists.begin(), lists.end(), name, [](const auto& l, std::string_view n) { return l.name < n; });
  if (place == lists.end() || place->name != name) {
    place = lists.emplace(place);
    place->name = name;
  }
  return *place;
}

Result<void> SchemaBuilder::insert(std::unique_ptr<EntityType> type) {
  const std::string name(type->name());
  if (entity(name) != nullptr) return Error(Code::duplicate, name_taken, {name}).at_field(CustomEntity.name.name);
  auto& all = schema_->entities_;
  const auto number = type->number();
  const auto place = std::lower_bound(all.begin(), all.end(), number, [](const auto& e, std::uint16_t n) { return e->number() < n; });
  if (place != all.end() && (*place)->number() == number)
    return Error(Code::duplicate, number_taken, {std::to_string(number), name, std::string((*place)->name())})
        .at_field(CustomEntity.number.name);
  all.insert(place, std::move(type));
  return {};
}

Result<void> SchemaBuilder::add_entity(const AnyEntity& entity) {
  GUANXI_CHECK(check_name(entity.name));
  GUANXI_CHECK(check_number(entity.number, 500, 999, entity.name));
  return insert(std::make_unique<EntityType>(entity));
}

Result<void> SchemaBuilder::add_entity(const Record<CustomEntity>& row) {
  const auto name = row[CustomEntity.name];
  GUANXI_CHECK(check_name(name));
  GUANXI_ASSIGN(const auto number, check_number(row[CustomEntity.number], 1000, 32767, name));
  GUANXI_ASSIGN(auto labels, joined_labels(row[CustomEntity.label_zh], row[CustomEntity.label_en], name));
  return insert(std::make_unique<EntityType>(number, std::string(name), std::move(labels)));
}

Result<void> SchemaBuilder::add_field(const Record<CustomField>& row) {
  const std::string name(row[CustomField.name]), of(row[CustomField.entity]), to(row[CustomField.target]);
  auto* owner = entity(of);
  if (owner == nullptr) return Error(Code::not_found, unknown_entity, {of, name}).at_field(CustomField.entity.name);
  const auto* target = entity(to);
  if (target == nullptr && !to.empty()) return Error(Code::not_found, unknown_target, {to, name}).at_field(CustomField.target.name);
  GUANXI_ASSIGN(auto field, custom_field(row, *owner, target));
  if (!field->picklist.empty()) {
    GUANXI_CHECK(check_name(field->picklist));
    list(field->picklist);
  }
  owner->add(std::move(field));
  return {};
}

Result<void> SchemaBuilder::add_item(const Record<PicklistItem>& row) {
  const auto name = row[PicklistItem.list];
  const auto code = row[PicklistItem.code];
  GUANXI_CHECK(check_name(name));
  if (!fit_for_code(code))
    return Error(Code::invalid, bad_code, {std::string(code), std::string(name)}).at_field(PicklistItem.code.name);
  auto& entry = entry_of(list(name), code);
  if (const auto label = row[PicklistItem.label_zh]; !label.empty()) entry.chinese = label;
  if (const auto label = row[PicklistItem.label_en]; !label.empty()) entry.english = label;
  if (row.get(PicklistItem.position).is_set()) entry.position = row[PicklistItem.position];
  entry.retired = row[PicklistItem.retired];
  return {};
}

std::shared_ptr<const Schema> SchemaBuilder::build() && {
  for (auto& list : schema_->picklists_) list.index();
  return std::move(schema_);
}

}  // namespace guanxi
