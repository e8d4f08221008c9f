#include "crm/import/choices.h"

#include "base/check.h"
#include "base/excerpt.h"
#include "crm/messages.h"
#include "guanxi/text.h"
#include "model/code_set.h"
#include "model/errors.h"

namespace guanxi::import {
namespace {

constexpr Message too_many{"import.too_many_choices", "{0} would get more than {2} new choices, the last one “{1}”: map the column to a text field instead.",
                           "{0}将新增超过 {2} 个选项（最后一个是“{1}”）：请改为对应文本字段。"};

// A list with more is no list: the column belongs to another field.
constexpr std::size_t most_added = 200;

bool begins_with_han(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && text::is_han(text::next(text, at));
}

}  // namespace

Result<void> Choices::settle(Unit& unit, const AnyField& field, const AnyRecord& row) {
  if (field.type == Type::picklist) return settle_code(unit, field, row.get(field).view());
  const std::string set(row.get(field).view());
  for (const std::string_view code : codes_of(set)) GUANXI_CHECK(settle_code(unit, field, code));
  return {};
}

Result<void> Choices::settle_code(Unit& unit, const AnyField& field, std::string_view code) {
  const PicklistType* list = unit.schema().picklist(field.picklist);
  if (list == nullptr || list->find(code) != nullptr) return {};
  if (!add_ || list->nearest(code) != nullptr) return no_such_choice(field, *list, code);
  if (added_[list->name] >= most_added)
    return Error(Code::limit, too_many, {said(field), excerpt(code), std::to_string(most_added)}).at_field(field.name);
  const std::string name = list->name;  // the list itself goes with the schema that the addition replaces
  if (!add(unit, *list, code)) return no_such_choice(field, *list, code);
  ++added_[name];
  return {};
}

Result<void> Choices::add(Unit& unit, const PicklistType& list, std::string_view code) {
  const EntityType& items = unit.schema().of(PicklistItem);
  AnyRecord item = items.record();
  item.set(PicklistItem.list, Codec<Text>::pack(std::string_view(list.name)));
  item.set(PicklistItem.code, Codec<Text>::pack(code));
  item.set(begins_with_han(code) ? PicklistItem.label_zh : PicklistItem.label_en, Codec<Text>::pack(code));
  item.set(PicklistItem.position, Codec<Int>::pack(list.entries.empty() ? 10 : list.entries.back().position + 10));
  GUANXI_CHECK(unit.insert(items, item));
  return unit.refresh_snapshot();  // which replaces `list`
}

}  // namespace guanxi::import
