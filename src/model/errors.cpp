#include "model/errors.h"

#include <algorithm>

#include "base/excerpt.h"
#include "guanxi/text.h"

namespace guanxi {

namespace {
constexpr Message unknown_choice{"field.unknown_code", "{0} has no choice “{2}”: choose from {3}.", "“{1}”没有选项“{2}”，可选：{4}。"};
constexpr Message near_choice{"field.near_code", "{0} has no choice “{2}”: did you mean “{3}”?", "“{1}”没有选项“{2}”，是否应为“{4}”？"};

constexpr std::size_t most_choices = 12;
constexpr std::size_t least_letters = 5;

// Whether one edit, or one swap of neighbours, makes `a` of `b`.
bool one_edit_apart(std::string_view a, std::string_view b) noexcept {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > 1) return false;
  const auto split = static_cast<std::size_t>(std::mismatch(b.begin(), b.end(), a.begin()).first - b.begin());
  if (a.size() > b.size()) return a.substr(split + 1) == b.substr(split);
  if (split == a.size() || a.substr(split + 1) == b.substr(split + 1)) return true;
  return split + 1 < a.size() && a[split] == b[split + 1] && a[split + 1] == b[split] && a.substr(split + 2) == b.substr(split + 2);
}
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

const PicklistEntry* nearest(const PicklistType& list, std::string_view text) {
  const auto wanted = text::fold(text);
  if (wanted.size() < least_letters || wanted.size() > 64) return nullptr;
  const auto near = [&](std::string_view spelling) { return spelling.size() >= least_letters && one_edit_apart(wanted, text::fold(spelling)); };
  for (const auto& entry : list.entries) {
    if (entry.retired) continue;
    if (near(entry.code) || near(entry.chinese) || near(entry.english)) return &entry;
    if (std::any_of(entry.aliases.begin(), entry.aliases.end(), near)) return &entry;
  }
  return nullptr;
}

Error no_such_choice(const AnyField& field, const PicklistType& list, std::string_view text) {
  if (const auto* entry = nearest(list, text)) return fault(field, near_choice, {excerpt(text), entry->english, entry->chinese});
  return fault(field, unknown_choice, {excerpt(text), choices(list, Language::english), choices(list, Language::chinese)});
}

}  // namespace guanxi
