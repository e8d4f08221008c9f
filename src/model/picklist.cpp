#include <algorithm>
#include <numeric>

#include "guanxi/schema.h"
#include "guanxi/text.h"

namespace guanxi {

namespace {
constexpr std::uint32_t ambiguous = 0xffffffff;

// Enters one spelling of the entry at `at`; a spelling that another entry has too finds neither.
void enter(std::unordered_map<std::string, std::uint32_t>& found, std::string_view spelling, std::uint32_t at) {
  auto folded = text::fold(spelling);
  if (folded.empty()) return;
  const auto [place, is_new] = found.emplace(std::move(folded), at);
  if (!is_new && place->second != at) place->second = ambiguous;
}
}  // namespace

void PicklistType::index() {
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.position < b.position; });
  by_code_.resize(entries.size());
  std::iota(by_code_.begin(), by_code_.end(), 0u);
  std::sort(by_code_.begin(), by_code_.end(), [&](auto a, auto b) { return entries[a].code < entries[b].code; });

  by_text_.clear();
  std::unordered_map<std::string, std::uint32_t> retired;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    auto& found = entries[i].retired ? retired : by_text_;
    enter(found, entries[i].code, i);
    enter(found, entries[i].chinese, i);
    enter(found, entries[i].english, i);
    for (const auto& alias : entries[i].aliases) enter(found, alias, i);
  }
  by_text_.merge(retired);
}

const PicklistEntry* PicklistType::find(std::string_view code) const noexcept {
  const auto found = std::lower_bound(by_code_.begin(), by_code_.end(), code,
                                      [&](std::uint32_t i, std::string_view c) { return entries[i].code < c; });
  return found == by_code_.end() || entries[*found].code != code ? nullptr : &entries[*found];
}

const PicklistEntry* PicklistType::match(std::string_view text) const {
  if (const auto* entry = find(text)) return entry;
  const auto found = by_text_.find(text::fold(text));
  return found == by_text_.end() || found->second == ambiguous ? nullptr : &entries[found->second];
}

}  // namespace guanxi
