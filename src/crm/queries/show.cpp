#include "crm/queries/show.h"

#include "base/check.h"
#include "crm/queries/words.h"
#include "model/code_set.h"

namespace guanxi::queries {
namespace {

constexpr Words yes{"yes", "是"}, no{"no", "否"};
constexpr Words comma{", ", "、"};

std::string label_in(const PicklistType* list, std::string_view code, Language language) {
  const PicklistEntry* entry = list == nullptr ? nullptr : list->find(code);
  return std::string(entry == nullptr ? code : entry->label(language));
}

std::string set_labels(const PicklistType* list, std::string_view set, Language language) {
  std::string out;
  for (const std::string_view code : codes_of(set)) join(out, comma.in(language), label_in(list, code, language));
  return out;
}

}  // namespace

std::string code_label(const Schema& schema, const AnyField& field, const Value& code, Language language) {
  return code.is_set() ? label_in(schema.picklist(field.picklist), code.view(), language) : std::string();
}

Result<std::string> shown(Names& names, const AnyField& field, const Value& value) {
  if (!value.is_set()) return std::string();
  const Language language = names.view().language();
  const Schema& schema = names.view().schema();
  switch (value.type) {
    case Type::boolean: return std::string((value.integer != 0 ? yes : no).in(language));
    case Type::picklist: return code_label(schema, field, value, language);
    case Type::set: return set_labels(schema.picklist(field.picklist), value.view(), language);
    case Type::id: break;
    default: return text_of(value);
  }
  if (field.target == 0) return text_of(value);
  GUANXI_ASSIGN(std::string name, names.of(field.target, Codec<Id>::unpack(value)));
  return name.empty() ? text_of(value) : name;
}

}  // namespace guanxi::queries
