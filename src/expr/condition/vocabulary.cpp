#include "expr/condition/vocabulary.h"

#include <algorithm>

#include "expr/feel/names.h"

namespace guanxi::condition {
namespace {

// Labels that FEEL cannot read as names stay out; the field's own name is always there.
bool reads_as_name(std::string_view label) {
  if (!feel::starts_name(label, 0)) return false;
  for (std::size_t i = 0; i < label.size(); ++i)
    if (!feel::continues_name(label, i) && label[i] != ' ') return false;
  static constexpr std::string_view kept[]{"if", "for", "some", "every", "function", "null", "true", "false", "and", "or", "in", "between"};
  return std::find(std::begin(kept), std::end(kept), label) == std::end(kept) && feel::find_builtin(label) == feel::no_builtin;
}

}  // namespace

Vocabulary::Vocabulary(const EntityNames& names) : names_(names) {
  const feel::Type* const number = feel::simple_type(feel::Kind::number);
  const feel::Type* const string = feel::simple_type(feel::Kind::string);
  money_.form = feel::Type::context;
  money_.name = "money";
  money_.members = {{"amount", number}, {"currency", string}};
  money_function_.form = feel::Type::function;
  money_function_.element = &money_;
  money_function_.members = {{"amount", number}, {"currency", string}};
  filter_function_.form = feel::Type::function;
  filter_function_.element = feel::simple_type(feel::Kind::boolean);
  filter_function_.members = {{"name", string}};
  codes_.form = feel::Type::list;
  codes_.element = string;
  for (const std::uint16_t number_of_entity : names.entities()) {
    Entity& entity = entities_[number_of_entity];
    entity.type.form = feel::Type::context;
    entity.type.name = names.name_of(number_of_entity);
    entity.list.form = feel::Type::list;
    entity.list.element = &entity.type;
  }
  for (const auto& [number_of_entity, entity] : entities_) add_fields(number_of_entity);
  for (const auto& [number_of_entity, entity] : entities_) {
    std::map<std::uint16_t, int> pointing;
    const auto leads = [&](const AnyField* field) { return field->type == Type::id && field->target != 0 && knows(field->target); };
    for (const AnyField* field : names.fields(number_of_entity)) pointing[field->target] += leads(field) ? 1 : 0;
    for (const AnyField* field : names.fields(number_of_entity))
      if (leads(field)) add_children(*field, pointing[field->target] > 1);
  }
}

void Vocabulary::add(Entity& entity, std::string_view name, const feel::Type* type, const Word& word) {
  if (!entity.by_name.emplace(name, entity.words.size()).second) return;  // the first one keeps the name
  entity.type.members.push_back({std::string(name), type});
  entity.words.push_back(word);
}

void Vocabulary::add_fields(std::uint16_t number) {
  Entity& entity = entities_.at(number);
  const auto type_of = [&](const AnyField& field) {
    const auto target = field.type == Type::id ? entities_.find(field.target) : entities_.end();
    return target == entities_.end() ? value_type(field) : &target->second.type;
  };
  for (const AnyField* field : names_.fields(number)) add(entity, field->name, type_of(*field), {Word::field, field});
  for (const AnyField* field : names_.fields(number))
    for (const std::string_view label : names_.labels(*field))
      if (reads_as_name(label)) add(entity, label, type_of(*field), {Word::field, field});
}

void Vocabulary::add_children(const AnyField& reference, bool twice) {
  const std::string child(names_.name_of(reference.entity));
  Entity& entity = entities_.at(reference.target);
  const feel::Type* const list = &entities_.at(reference.entity).list;
  if (!twice) add(entity, child, list, {Word::children, &reference});
  add(entity, child + " by " + std::string(reference.name), list, {Word::children, &reference});
}

const Word* Vocabulary::find(std::uint16_t number, std::string_view name) const noexcept {
  const auto entity = entities_.find(number);
  if (entity == entities_.end()) return nullptr;
  const auto found = entity->second.by_name.find(name);
  return found == entity->second.by_name.end() ? nullptr : &entity->second.words[found->second];
}

std::span<const feel::Member> Vocabulary::members(std::uint16_t entity) const noexcept {
  const auto found = entities_.find(entity);
  return found == entities_.end() ? std::span<const feel::Member>() : found->second.type.members;
}

const feel::Type* Vocabulary::value_type(const AnyField& field) const noexcept {
  switch (field.type) {
    case Type::boolean: return feel::simple_type(feel::Kind::boolean);
    case Type::integer:
    case Type::decimal: return feel::simple_type(feel::Kind::number);
    case Type::money: return &money_;
    case Type::date: return feel::simple_type(feel::Kind::date);
    case Type::instant: return feel::simple_type(feel::Kind::date_time);
    case Type::set: return &codes_;
    default: return feel::simple_type(feel::Kind::string);
  }
}

}  // namespace guanxi::condition
