// Custom fields, custom entities and picklist items: numbered for ever, checked before they can harm a schema.
#include "base/check.h"
#include "crm/expressions/rulebook.h"
#include "crm/messages.h"
#include "crm/rules/rules.h"
#include "model/schema_builder.h"

namespace guanxi {
namespace {

constexpr Message unknown_owner{"custom_field.unknown_entity", "The custom field \"{0}\" names the entity \"{1}\", which does not exist: use the name of an entity.",
                                "自定义字段“{0}”所属的对象“{1}”不存在：请填写已有对象名。"};
constexpr Message name_taken{"custom.name_taken", "\"{0}\" is taken already: choose another name.", "名称“{0}”已被占用：请换一个。"};
constexpr Message fixed{"custom.fixed", "Name, entity and type of a custom field stay as they are: archive it and declare another.",
                        "自定义字段的名称、对象和类型不能修改：请归档后另建。"};

constexpr std::int64_t first_custom = 1000;

Result<std::int64_t> next_number(Unit& unit, std::string_view sequence) {
  GUANXI_ASSIGN(const std::int64_t n, unit.writer().next(sequence));
  return first_custom + n - 1;
}

Result<void> before_field(Unit& unit, const EntityType&, const AnyRecord* before, AnyRecord& after) {
  const bool moved = before != nullptr && (changed(CustomField.name, before, after) || changed(CustomField.entity, before, after) ||
                                           changed(CustomField.type, before, after));
  if (moved) return Error(Code::invalid, fixed);
  if (before != nullptr) return {};
  const std::string name(after.get(CustomField.name).view()), entity(after.get(CustomField.entity).view());
  GUANXI_CHECK(check_name(name));
  const EntityType* owner = unit.schema().find(entity);
  if (owner == nullptr) return Error(Code::invalid, unknown_owner, {name, entity}).at_field(CustomField.entity.name);
  if (owner->find(name) != nullptr) return Error(Code::duplicate, name_taken, {name}).at_field(CustomField.name.name);
  GUANXI_ASSIGN(const std::int64_t number, next_number(unit, "custom_field:" + entity));
  after.set(CustomField.number, Codec<Int>::pack(number));
  return {};
}

// The builder is the judge of what can be a field: an impossible one is refused here, not when the store is opened next.
Result<void> after_field(Unit& unit, const EntityType&, const AnyRecord*, const AnyRecord&) {
  const auto schema = load_schema(unit.writer());
  return schema ? Result<void>() : Result<void>(schema.error().clone());
}

// So is a formula, which may use the fields declared before.
Result<void> after_custom_field(Unit& unit, const EntityType&, const AnyRecord*, const AnyRecord& after) {
  GUANXI_ASSIGN(const auto schema, load_schema(unit.writer()));
  const std::string_view formula = after.get(CustomField.formula).view();
  const EntityType* const type = schema->find(after.get(CustomField.entity).view());
  const AnyField* const field = type == nullptr ? nullptr : type->find(after.get(CustomField.name).view());
  if (formula.empty() || field == nullptr) return {};
  auto computed = computed_of(Rulebook(schema), *type, *field, formula);
  return computed ? Result<void>() : Result<void>(std::move(computed).error());
}

Result<void> before_entity(Unit& unit, const EntityType&, const AnyRecord* before, AnyRecord& after) {
  if (before != nullptr) return changed(CustomEntity.name, before, after) ? Result<void>(Error(Code::invalid, fixed)) : Result<void>();
  const std::string name(after.get(CustomEntity.name).view());
  GUANXI_CHECK(check_name(name));
  if (unit.schema().find(name) != nullptr) return Error(Code::duplicate, name_taken, {name}).at_field(CustomEntity.name.name);
  GUANXI_ASSIGN(const std::int64_t number, next_number(unit, "custom_entity"));
  after.set(CustomEntity.number, Codec<Int>::pack(number));
  return {};
}

}  // namespace

const Rules custom_field_rules{number_of(CustomField), before_field, after_custom_field};
const Rules custom_entity_rules{number_of(CustomEntity), before_entity, after_field};
const Rules picklist_item_rules{number_of(PicklistItem), nullptr, after_field};

}  // namespace guanxi
