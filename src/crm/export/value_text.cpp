#include "crm/export/value_text.h"

#include "base/check.h"
#include "model/code_set.h"

namespace guanxi::exports {
namespace {

constexpr std::size_t most_names = 10'000;

}  // namespace

Result<std::string_view> ValueText::of(const AnyField& field, const Value& value) {
  if (!value.is_set()) return std::string_view();
  if (field.type == Type::text) return value.view();
  if (field.type == Type::picklist) return choice(field, value.view());
  if (field.type == Type::id && labels_ && field.target != 0) return name_of(field, Codec<Id>::unpack(value));
  if (field.type == Type::set) {
    list_choices(field, value.view());
  } else if (field.type == Type::boolean && labels_ && view_.language() == Language::chinese) {
    text_ = value.integer != 0 ? "是" : "否";
  } else {
    text_ = text_of(value);
  }
  return std::string_view(text_);
}

std::string_view ValueText::choice(const AnyField& field, std::string_view code) const {
  const PicklistType* list = labels_ ? view_.schema().picklist(field.picklist) : nullptr;
  const PicklistEntry* entry = list == nullptr ? nullptr : list->find(code);
  if (entry == nullptr) return code;
  const std::string_view label = entry->label(view_.language());
  const std::string_view other = entry->label(view_.language() == Language::chinese ? Language::english : Language::chinese);
  return !label.empty() ? label : !other.empty() ? other : code;
}

void ValueText::list_choices(const AnyField& field, std::string_view set) {
  text_.clear();
  for (const std::string_view code : codes_of(set)) text_.append(text_.empty() ? "" : ";").append(choice(field, code));
}

Result<std::string_view> ValueText::name_of(const AnyField& field, const Id& id) {
  const auto known = names_.find(id);
  if (known != names_.end()) return std::string_view(known->second);
  const EntityType* target = view_.schema().find(field.target);
  if (target == nullptr) return std::string_view();
  GUANXI_ASSIGN(std::string name, view_.name_of(*target, id));
  if (names_.size() == most_names) names_.clear();
  return std::string_view(names_.emplace(id, std::move(name)).first->second);
}

}  // namespace guanxi::exports
