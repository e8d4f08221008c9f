// Which record a row names, and how it changes that record.
#include <algorithm>

#include "base/check.h"
#include "base/excerpt.h"
#include "crm/commands/commands.h"
#include "crm/import/lookup.h"
#include "crm/import/options.h"
#include "crm/import/row.h"
#include "crm/messages.h"
#include "guanxi/text.h"

namespace guanxi::import {
namespace {

constexpr Message key_blank{"import.key_blank", "{0} is the key by which a row's record is found, but it is blank here: give it.",
                            "{0}是查找记录所用的键，但此行为空：请填写。"};
constexpr Message key_says_nothing{"import.key_says_nothing", "“{1}” is no {0} by which a record can be found: write the whole value.",
                                   "“{1}”不是可用于查找记录的{0}：请填写完整的值。"};
constexpr Message key_ambiguous{"import.key_ambiguous", "Several {0} records have {1} “{2}”: choose a key that names one of them.",
                                "有多条{0}的{1}都是“{2}”：请换用能唯一确定记录的键。"};

bool same(const Value& a, const Value& b) {
  if (a.is_set() && b.is_set() && a.type == Type::decimal && b.type == Type::decimal) return Codec<Decimal>::unpack(a) == Codec<Decimal>::unpack(b);
  return a == b;
}

// For a key, spellings of one text are one.
bool same_key(const Value& a, const Value& b) {
  if (same(a, b)) return true;
  return a.is_set() && b.is_set() && a.type == Type::text && b.type == Type::text && text::fold(a.view()) == text::fold(b.view());
}

// Lays what is set over the row; says whether anything differs.
bool lay_over(const AnyRecord& patch, AnyRecord& row) {
  bool differs = false;
  for (std::uint16_t slot = common::count; slot < patch.slots(); ++slot) {
    const Value& value = patch.at(slot);
    if (!value.is_set() || same(value, row.at(slot))) continue;
    row.put(slot, value);
    differs = true;
  }
  return differs;
}

}  // namespace

Result<bool> RowWriter::find_existing(Unit& unit, std::string_view external) {
  knows_key_ = false;
  if (mapping_.external && external.empty() && mapping_.key.empty()) return Error(Code::invalid, key_blank, {options_.external_column});
  if (!external.empty()) {
    const EntityType& type = *unit.schema().find(mapping_.type->number());
    GUANXI_ASSIGN(const Id known, commands::resolve(unit.view(), type.name(), options_.external_system, external));
    if (!known.empty()) {
      GUANXI_ASSIGN(before_, unit.view().get(type, known));
      knows_key_ = true;
      return true;
    }
  }
  return mapping_.key.empty() ? Result<bool>(false) : find_by_key(unit);
}

Result<bool> RowWriter::find_by_key(Unit& unit) {
  for (const AnyField* field : mapping_.key)
    if (!patch_.get(*field).is_set()) return Error(Code::invalid, key_blank, {said(*field)}).at_field(field->name);
  const EntityType& type = *unit.schema().find(mapping_.type->number());
  const AnyField& first = **std::find_if(mapping_.key.begin(), mapping_.key.end(), [](const AnyField* field) { return finds(*field); });
  const Value value = patch_.get(first);
  if (first.role != MatchRole::none && keys_of(type, first, value).keys.empty())
    return Error(Code::invalid, key_says_nothing, {said(first), excerpt(text_of(value))}).at_field(first.name);
  std::size_t count = 0;
  GUANXI_CHECK(each_same(unit, type, first, value, [&](AnyRecord& row) {
    if (has_key_of(row) && ++count == 1) std::swap(before_, row);
    return count < 2;
  }));
  if (count > 1) return Error(Code::conflict, key_ambiguous, {said(type), said(first), excerpt(text_of(value))}).at_field(first.name);
  return count == 1;
}

// The first field was compared by its index already.
bool RowWriter::has_key_of(const AnyRecord& row) const {
  const auto first = std::find_if(mapping_.key.begin(), mapping_.key.end(), [](const AnyField* field) { return finds(*field); });
  return std::all_of(mapping_.key.begin(), mapping_.key.end(),
                     [&](const AnyField* field) { return field == *first || same_key(patch_.get(*field), row.get(*field)); });
}

Result<Effect> RowWriter::update(Unit& unit, std::string_view external) {
  const EntityType& type = *unit.schema().find(mapping_.type->number());
  const bool new_key = !external.empty() && !knows_key_;
  if (new_key) GUANXI_CHECK(remember_key(unit, before_.id(), external));
  after_ = before_;
  if (!lay_over(patch_, after_)) return new_key ? Effect::updated : Effect::unchanged;
  const auto moves = [&](std::uint16_t slot) { return slot != no_slot && !(before_.at(slot) == after_.at(slot)); };
  if (moves(type.owner()) || moves(type.department())) {
    const access::Decision decision = unit.view().check(access::Action::assign, type, &before_, &after_);
    if (!decision.allowed) return denied(decision, access::Action::assign, type);
  }
  GUANXI_CHECK(unit.update(type, before_, after_, store::ChangeKind::update, {.command = true, .action = access::Action::update, .checked = false}));
  return Effect::updated;
}

Result<void> RowWriter::remember_key(Unit& unit, const Id& record, std::string_view external) {
  if (external.empty()) return {};
  const EntityType& identifiers = unit.schema().of(PartyIdentifier);
  AnyRecord row = identifiers.record();
  row.set(PartyIdentifier.entity, Codec<Text>::pack(mapping_.type->name()));
  row.set(PartyIdentifier.record, Codec<Id>::pack(record));
  row.set(PartyIdentifier.type, Codec<Picklist>::pack("external"));
  row.set(PartyIdentifier.system, Codec<Text>::pack(std::string_view(options_.external_system)));
  row.set(PartyIdentifier.value, Codec<Text>::pack(external));
  return unit.insert(identifiers, row, {.command = true, .action = access::Action::create, .checked = true});
}

}  // namespace guanxi::import
