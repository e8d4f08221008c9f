#include "model/errors.h"

#include "base/excerpt.h"

namespace guanxi {

namespace {
constexpr Message unknown_choice{"field.unknown_code", "{0} has no choice “{2}”: choose from {3}.", "“{1}”没有选项“{2}”，可选：{4}。"};
constexpr Message near_choice{"field.near_code", "{0} has no choice “{2}”: did you mean “{3}”?", "“{1}”没有选项“{2}”，是否应为“{4}”？"};

constexpr std::size_t most_choices = 12;
}  // namespace

std::string choices(const PicklistType& list, Language language) {
  std::string out;
  std::size_t count = 0;
  for (const auto& entry : list.entries) {
    if (entry.retired) continue;
    if (count++ == most_choices) return out.append(" …");
    if (!out.empty()) out.append(language == Language::chinese ? "、" : ", ");
    out.append(entry.label(language));
  }
  return out;
}

Error no_such_choice(const AnyField& field, const PicklistType& list, std::string_view text) {
  if (const auto* entry = list.nearest(text)) return fault(field, near_choice, {excerpt(text), entry->english, entry->chinese});
  return fault(field, unknown_choice, {excerpt(text), choices(list, Language::english), choices(list, Language::chinese)});
}

}  // namespace guanxi
