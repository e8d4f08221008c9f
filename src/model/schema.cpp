#include "guanxi/schema.h"

#include <algorithm>

#include "model/schema_builder.h"

namespace guanxi {

EntityType::EntityType(const AnyEntity& builtin)
    : number_(builtin.number), name_(builtin.name), labels_(builtin.labels), builtin_count_(builtin.count) {
  for (std::uint16_t i = 0; i < builtin.count; ++i) index(*builtin.fields[i]);
  if (number_ == number_of(Account)) account_ = common::id;
}

EntityType::EntityType(std::uint16_t number, std::string name, std::string labels)
    : number_(number), name_(std::move(name)), labels_(std::move(labels)), builtin_count_(common::count) {
  AnyEntity owner(EntityName{number, name_, labels_});
  for (std::uint16_t i = 0; i < common::count; ++i) {
    const AnyField& model = *Account.fields[i];
    add(std::make_shared<AnyField>(Draft{&owner, model.number, model.name, model.labels, model.flags}, model.type, model.target));
  }
}

void EntityType::add(std::shared_ptr<const AnyField> field) {
  assert(field->entity == number_ && field->slot == fields_.size());
  index(*field);
  owned_.push_back(std::move(field));
}

void EntityType::index(const AnyField& field) {
  fields_.push_back(&field);
  types_.push_back(field.type);
  by_name_.emplace(field.name, &field);
  by_number_.emplace(field.number, &field);
  const auto refers = [&](const AnyEntity& entity) { return field.type == Type::id && field.target == number_of(entity); };
  if (field.name == "owner" && refers(User)) owner_ = field.slot;
  if (field.name == "department" && refers(Department)) department_ = field.slot;
  if (field.name == "account" && refers(Account)) account_ = field.slot;
  if (field.name == "sensitivity" && field.type == Type::integer) sensitivity_ = field.slot;
}

const AnyField* EntityType::find(std::string_view name) const noexcept {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

const AnyField* EntityType::find(std::uint16_t number) const noexcept {
  const auto found = by_number_.find(number);
  return found == by_number_.end() ? nullptr : found->second;
}

const EntityType* Schema::find(std::string_view name) const noexcept {
  const auto found = std::find_if(entities_.begin(), entities_.end(), [&](const auto& e) { return e->name() == name; });
  return found == entities_.end() ? nullptr : found->get();
}

const EntityType* Schema::find(std::uint16_t number) const noexcept {
  const auto found = std::lower_bound(entities_.begin(), entities_.end(), number,
                                      [](const auto& e, std::uint16_t n) { return e->number() < n; });
  return found == entities_.end() || (*found)->number() != number ? nullptr : found->get();
}

const PicklistType* Schema::picklist(std::string_view name) const noexcept {
  const auto found = std::lower_bound(picklists_.begin(), picklists_.end(), name,
                                      [](const PicklistType& list, std::string_view n) { return list.name < n; });
  return found == picklists_.end() || found->name != name ? nullptr : &*found;
}

}  // namespace guanxi
