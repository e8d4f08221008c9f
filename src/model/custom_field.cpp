#include "model/custom_field.h"

#include "base/check.h"
#include "model/schema_builder.h"

namespace guanxi {

namespace {
constexpr Message unknown_type{"schema.unknown_type", "The field “{1}” has the type “{0}”, which is none of: {2}.",
                               "字段“{1}”的类型“{0}”无效，可用的类型有：{2}。"};
constexpr Message name_taken{"schema.field_taken", "The entity “{1}” already has a field “{0}”: choose another name.",
                             "对象“{1}”已有字段“{0}”，请换一个名称。"};
constexpr Message number_taken{"schema.field_number_taken", "The field “{1}” cannot have the number {0}: “{2}” has it.",
                               "字段“{1}”不能使用编号 {0}：该编号已属于“{2}”。"};
constexpr Message number_range{"schema.number_range", "The number {0} of “{1}” must be from {2} to {3}.",
                               "“{1}”的编号 {0} 必须在 {2} 到 {3} 之间。"};
constexpr Message bad_scale{"schema.bad_scale", "The scale {0} of the field “{1}” must be from 0 to 18.",
                            "字段“{1}”的小数位数 {0} 必须在 0 到 18 之间。"};
constexpr Message bad_label{"schema.bad_label", "The label “{0}” of “{1}” may not contain “|”.",
                            "“{1}”的名称“{0}”不能包含“|”。"};

struct OwnedField {
  std::string name, labels, picklist;
  AnyField field;
};

struct NamedType {
  std::string_view code;  // of the picklist field_type
  Type type;
};
constexpr NamedType types[]{
    {"text", Type::text}, {"integer", Type::integer}, {"decimal", Type::decimal}, {"money", Type::money}, {"date", Type::date},
    {"instant", Type::instant}, {"boolean", Type::boolean}, {"picklist", Type::picklist}, {"set", Type::set}, {"reference", Type::id},
};

Result<Type> type_of(std::string_view code, std::string_view field) {
  std::string known;
  for (const auto& t : types) {
    if (t.code == code) return t.type;
    known.append(known.empty() ? "" : ", ").append(t.code);
  }
  return Error(Code::invalid, unknown_type, {std::string(code), std::string(field), known}).at_field(CustomField.type.name);
}

Result<std::uint8_t> scale_of(const Record<CustomField>& row, Type type) {
  if (type != Type::decimal) return std::uint8_t{0};
  const auto scale = row[CustomField.scale];
  if (scale >= 0 && scale <= 18) return static_cast<std::uint8_t>(scale);
  return Error(Code::invalid, bad_scale, {std::to_string(scale), std::string(row[CustomField.name])}).at_field(CustomField.scale.name);
}

// Who owns a record and where it belongs is changed by commands only, in custom entities as in ours.
bool is_kept_by_commands(std::string_view name, Type type) { return type == Type::id && (name == "owner" || name == "department"); }

Flags flags_of(const Record<CustomField>& row, Type type) {
  Flags flags{};
  if (row[CustomField.must_be_set]) flags = flags | required;
  if (!row[CustomField.formula].empty()) flags = flags | system_only;
  if (row[CustomField.has_index]) flags = flags | indexed;
  if (row[CustomField.in_search] && type == Type::text) flags = flags | searchable;
  if (is_kept_by_commands(row[CustomField.name], type)) flags = flags | command_only;
  return flags;
}

Result<void> check_free(const EntityType& owner, std::string_view name, std::uint16_t number) {
  if (owner.find(name) != nullptr)
    return Error(Code::duplicate, name_taken, {std::string(name), std::string(owner.name())}).at_field(CustomField.name.name);
  if (const auto* other = owner.find(number))
    return Error(Code::duplicate, number_taken, {std::to_string(number), std::string(name), std::string(other->name)})
        .at_field(CustomField.number.name);
  return {};
}
}  // namespace

Result<std::uint16_t> check_number(std::int64_t number, std::int64_t first, std::int64_t last, std::string_view name) {
  if (number >= first && number <= last) return static_cast<std::uint16_t>(number);
  return Error(Code::invalid, number_range, {std::to_string(number), std::string(name), std::to_string(first), std::to_string(last)})
      .at_field(CustomField.number.name);
}

Result<std::string> joined_labels(std::string_view chinese, std::string_view english, std::string_view name) {
  for (const auto label : {chinese, english})
    if (label.find('|') != std::string_view::npos)
      return Error(Code::invalid, bad_label, {std::string(label), std::string(name)})
          .at_field(label == chinese ? CustomField.label_zh.name : CustomField.label_en.name);
  return std::string(chinese).append("|").append(english);
}

Result<std::shared_ptr<const AnyField>> custom_field(const Record<CustomField>& row, const EntityType& owner, const EntityType* target) {
  const auto name = row[CustomField.name];
  GUANXI_CHECK(check_name(name));
  GUANXI_ASSIGN(const auto number, check_number(row[CustomField.number], 1000, no_slot - 1, name));
  GUANXI_CHECK(check_free(owner, name, number));
  GUANXI_ASSIGN(const auto type, type_of(row[CustomField.type], name));
  GUANXI_ASSIGN(const auto scale, scale_of(row, type));
  GUANXI_ASSIGN(auto labels, joined_labels(row[CustomField.label_zh], row[CustomField.label_en], name));

  auto made = std::make_shared<OwnedField>();
  made->name = name;
  made->labels = std::move(labels);
  if (type == Type::picklist || type == Type::set) made->picklist = row[CustomField.picklist];
  auto& field = made->field;
  field.entity = owner.number();
  field.number = number;
  field.slot = static_cast<std::uint16_t>(owner.fields().size());
  field.type = type;
  field.flags = flags_of(row, type);
  field.scale = scale;
  field.target = type == Type::id && target != nullptr ? target->number() : std::uint16_t{0};
  field.name = made->name;
  field.labels = made->labels;
  field.picklist = made->picklist;
  return std::shared_ptr<const AnyField>(made, &field);
}

}  // namespace guanxi
