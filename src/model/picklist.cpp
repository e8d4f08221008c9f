#include <algorithm>
#include <numeric>
#include <tuple>

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

constexpr std::size_t least_letters = 4, most_letters = 40;
constexpr std::size_t most_bytes = 4;  // of one letter

std::u32string code_points_of(std::string_view folded) {
  std::u32string letters;
  for (std::size_t at = 0; at < folded.size();) letters += text::next(folded, at);
  return letters;
}

// Whether one letter added, left out or changed, or two neighbours swapped, makes `a` of `b`.
bool one_slip_apart(std::u32string_view a, std::u32string_view b) noexcept {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > 1) return false;
  const auto split = static_cast<std::size_t>(std::mismatch(b.begin(), b.end(), a.begin()).first - b.begin());
  if (a.size() > b.size()) return a.substr(split + 1) == b.substr(split);
  if (split == a.size() || a.substr(split + 1) == b.substr(split + 1)) return true;
  return split + 1 < a.size() && a[split] == b[split + 1] && a[split + 1] == b[split] && a.substr(split + 2) == b.substr(split + 2);
}
}  // namespace

void PicklistType::index() {
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return std::tie(a.position, a.code) < std::tie(b.position, b.code); });
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

const PicklistEntry* PicklistType::nearest(std::string_view text) const {
  const auto folded = text::fold(text);
  const auto wanted = code_points_of(folded);
  if (wanted.size() < least_letters || wanted.size() > most_letters) return nullptr;
  auto best = ambiguous;
  for (const auto& [spelling, at] : by_text_) {
    const bool like_long = spelling.size() <= folded.size() + most_bytes && folded.size() <= spelling.size() + most_bytes;
    const bool worth = like_long && at < best && !entries[at].retired;
    if (worth && one_slip_apart(wanted, code_points_of(spelling))) best = at;
  }
  return best == ambiguous ? nullptr : &entries[best];
}

}  // namespace guanxi
