#include "match/score/compare.h"

#include <algorithm>

#include "match/score/edit.h"
#include "match/score/names.h"

namespace guanxi::match {

namespace {

using Text = std::string_view;
using Measure = std::uint8_t (*)(Text, Text) noexcept;

std::uint8_t personal(Text a, Text b) noexcept {
  if (within(a, b, a.size() + b.size() >= 18 ? 2 : 1) && std::min(a.size(), b.size()) >= 3) return 2;
  const bool initial = (a.size() == 1 || b.size() == 1) && a.front() == b.front();
  const bool beginning = std::min(a.size(), b.size()) >= 3 && (a.starts_with(b) || b.starts_with(a));
  return initial || beginning || jaro_winkler(a, b) >= 0.84 ? 1 : 0;
}

std::uint8_t number(Text a, Text b) noexcept {
  const auto shorter = std::min(a.size(), b.size());
  if (shorter < 5) return 0;
  const auto d = distance(a, b, 2);
  return d <= 1 ? 2 : d == 2 && shorter >= 7 ? 1 : 0;
}

std::uint8_t phone(Text a, Text b) noexcept {
  constexpr std::size_t tail = 7;
  const auto last = [](Text s) { return s.size() > tail ? s.substr(s.size() - tail) : s; };
  if (last(a) == last(b)) return 2;
  return within(a, b, 1) ? 1 : 0;
}

// "user100003" and "user100103": numbered mailboxes of one provider.
bool numbered_apart(Text a, Text b) noexcept {
  constexpr std::size_t long_number = 4;
  const auto head = [](Text s) { return s.substr(0, s.find_last_not_of("0123456789") + 1); };
  const auto x = head(a), y = head(b);
  return x == y && a != b && a.size() - x.size() >= long_number && b.size() - y.size() >= long_number;
}

std::uint8_t email(Text a, Text b) noexcept {
  const auto at_a = a.find('@'), at_b = b.find('@');
  if (at_a == Text::npos || at_b == Text::npos) return 0;
  if (within(a, b, 3) && !numbered_apart(a.substr(0, at_a), b.substr(0, at_b))) return 2;
  const bool same_local = at_a >= 5 && a.substr(0, at_a) == b.substr(0, at_b);
  return same_local || a.substr(at_a) == b.substr(at_b) ? 1 : 0;
}

std::uint8_t date(Text a, Text b) noexcept {
  if (a.size() != 8 || b.size() != 8) return a.size() >= 4 && within(a, b, 1) ? 1 : 0;
  const bool swapped = a.substr(0, 4) == b.substr(0, 4) && a.substr(4, 2) == b.substr(6, 2) && a.substr(6, 2) == b.substr(4, 2);
  const auto d = distance(a, b, 2);
  if (d <= 1 || swapped) return 2;
  const int equal = (a.substr(0, 4) == b.substr(0, 4)) + (a.substr(4, 2) == b.substr(4, 2)) + (a.substr(6, 2) == b.substr(6, 2));
  return d == 2 || equal == 2 ? 1 : 0;
}

std::uint8_t place(Text a, Text b) noexcept {
  const auto longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (shorter >= 4 && (a.find(b) != Text::npos || b.find(a) != Text::npos)) return 1;
  return shorter >= 3 && within(a, b, std::max<std::size_t>(longer / 3, 1)) ? 1 : 0;
}

std::uint8_t house(Text a, Text b) noexcept {
  const bool part = a.starts_with(b) || b.starts_with(a);
  return part || (std::min(a.size(), b.size()) >= 2 && within(a, b, 1)) ? 1 : 0;
}

std::uint8_t never(Text, Text) noexcept { return 0; }

// The measure of different values of a role that is one token, and its degree of equality.
struct Rule {
  Measure measure;
  std::uint8_t equal;
};

Rule rule_of(Role role) noexcept {
  switch (role) {
    case Role::given_name:
    case Role::family_name: return {personal, 3};
    case Role::tax_id:
    case Role::identifier: return {number, 3};
    case Role::phone: return {phone, 3};
    case Role::email: return {email, 3};
    case Role::date: return {date, 3};
    case Role::city:
    case Role::region: return {place, 2};
    case Role::house_number:
    case Role::postcode: return {house, 2};
    default: return {never, 1};
  }
}

// The best of all pairs of values: a company may have several telephones.
Agreement compare_tokens(Role role, Items a, Items b, const Lexicon& lexicon) {
  const auto rule = rule_of(role);
  Agreement out{.compared = true};
  for (const auto x : a)
    for (const auto y : b) {
      if (x.term() == y.term()) {
        const auto all = lexicon.occurrences(x);
        const auto others = all > 2 ? all - 2 : 0;
        if (out.degree < rule.equal || others < out.others) out = {.compared = true, .degree = rule.equal, .others = others};
      } else if (out.degree < rule.equal) {
        out.degree = std::max(out.degree, rule.measure(lexicon.text(x), lexicon.text(y)));
      }
    }
  return out;
}

Items numbers_in(Items items, std::array<Item, 4>& room) {
  std::size_t count = 0;
  for (const auto item : items)
    if (item.part() == Part::number && count < room.size()) room[count++] = item;
  return Items(room).first(count);
}

enum class Houses { unknown, differ, equal };

Houses compare_houses(Items a, Items b) {
  std::array<Item, 4> room_a, room_b;
  const auto x = numbers_in(a, room_a), y = numbers_in(b, room_b);
  if (x.empty() || y.empty()) return Houses::unknown;
  const bool shared = std::any_of(x.begin(), x.end(), [&](Item i) { return std::any_of(y.begin(), y.end(), [&](Item j) { return i.term() == j.term(); }); });
  return shared ? Houses::equal : Houses::differ;
}

Agreement compare_addresses(const Weighed& a, const Weighed& b, const Lexicon& lexicon) {
  const auto o = overlap(a, b, lexicon);
  const float street = o.core_dice(), part = std::min(o.core_a, o.core_b) > 0 ? o.core_common / std::min(o.core_a, o.core_b) : 0;
  Agreement out{.compared = true, .bits = o.common};
  const auto houses = compare_houses(a.items, b.items);
  if (houses == Houses::equal) {
    out.degree = o.all_equal || (street >= 0.999F && o.core_common > 0) ? 5 : street >= 0.7F || part >= 0.9F ? 4 : street >= 0.4F || part >= 0.5F ? 3 : 0;
  } else if (houses == Houses::unknown) {
    out.degree = o.all_equal || street >= 0.999F ? 5 : street >= 0.75F ? 4 : street >= 0.5F || part >= 0.9F ? 2 : street >= 0.25F ? 1 : 0;
  } else {
    out.degree = street >= 0.5F || part >= 0.9F ? 1 : 0;
    out.elsewhere = out.degree == 0;
  }
  return out;
}

Agreement compare_words(Role role, const Weighed& a, const Weighed& b, const Lexicon& lexicon) {
  const auto o = overlap(a, b, lexicon);
  const bool person = role == Role::person_name;
  const std::uint8_t equal = person ? 3 : 2;
  std::uint8_t degree = 0;
  if (o.all_equal || (person && o.dice() >= 0.999F)) degree = equal;
  else if (o.dice() >= 0.7F) degree = person ? 2 : 1;
  else if (o.dice() >= 0.4F) degree = 1;
  return {.compared = true, .degree = degree, .bits = o.common};
}

constexpr bool has_words(Role role) noexcept { return made_of_words(role) || role == Role::category; }

Agreement compare_field(Role role, const Subject& a, std::size_t i, Items b, const Lexicon& lexicon) {
  if (a.field(i).empty() || b.empty()) return {};
  switch (role) {
    case Role::organisation_name:
    case Role::other_name: return compare_name(a.words(i), {b, lexicon}, lexicon);
    case Role::address:
    case Role::street: return compare_addresses(a.words(i), {b, lexicon}, lexicon);
    case Role::person_name:
    case Role::category: return compare_words(role, a.words(i), {b, lexicon}, lexicon);
    default: return compare_tokens(role, a.field(i), b, lexicon);
  }
}

std::size_t field_with(std::span<const FieldRule> fields, Role role) noexcept {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldRule& f) { return f.role == role; });
  return static_cast<std::size_t>(found - fields.begin());
}

// Given and family name change places: what agrees crosswise counts as nearly equal.
void try_swapped(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon, Comparison& out) {
  const auto given = field_with(fields, Role::given_name), family = field_with(fields, Role::family_name);
  if (given == fields.size() || family == fields.size()) return;
  auto &g = out.fields[given], &f = out.fields[family];
  if (g.degree >= 2 || f.degree >= 2) return;
  const auto x = compare_field(Role::given_name, a, given, b.field(family), lexicon);
  const auto y = compare_field(Role::family_name, a, family, b.field(given), lexicon);
  const auto fits = [](const Agreement& z) { return !z.compared || z.degree >= 2; };
  if ((!x.compared && !y.compared) || !fits(x) || !fits(y)) return;
  const auto take = [](Agreement& into, const Agreement& from) { into = {.compared = from.compared, .degree = std::min<std::uint8_t>(from.degree, 2)}; };
  take(g, x), take(f, y);
}

// Of names that have little in common, which matters where neighbours might be taken for one.
void look_at_brands(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon, Comparison& out) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    auto& agreement = out.fields[i];
    if (!is_name(fields[i].role) || !agreement.compared || agreement.degree > 1 || agreement.other_brand) continue;
    agreement.other_brand = agreement.degree == 0 || are_other_brands(a.words(i), {b.field(i), lexicon}, lexicon);
  }
}

void compare_names(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon, Comparison& out) {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (is_name(fields[i].role)) out.fields[i] = compare_field(fields[i].role, a, i, b.field(i), lexicon);
}

bool are_strangers(std::span<const FieldRule> fields, const Comparison& comparison) noexcept {
  bool compared = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& agreement = comparison.fields[i];
    if (!is_name(fields[i].role) || !agreement.compared) continue;
    if (agreement.degree > (fields[i].role == Role::other_name ? 2 : 1)) return false;
    compared = true;
  }
  return compared;
}

void compare_others(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon, Comparison& out) {
  bool neighbours = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (is_name(fields[i].role)) continue;
    out.fields[i] = compare_field(fields[i].role, a, i, b.field(i), lexicon);
    neighbours = neighbours || (out.fields[i].degree > 0 && (fields[i].role == Role::address || fields[i].role == Role::street));
  }
  if (neighbours) look_at_brands(fields, a, b, lexicon, out);
  try_swapped(fields, a, b, lexicon, out);
}

}  // namespace

bool are_other_brands(std::span<const FieldRule> fields, const Comparison& comparison) noexcept {
  bool compared = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_name(fields[i].role) || !comparison.fields[i].compared) continue;
    if (!comparison.fields[i].other_brand) return false;
    compared = true;
  }
  return compared;
}

Subject::Subject(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon) : record_(record) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!has_words(fields[i].role) || record.field(i).empty()) continue;
    places_[i] = static_cast<std::uint8_t>(words_.size());
    words_.emplace_back(record.field(i), lexicon);
  }
}

Comparison compare(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon) {
  Comparison out;
  compare_names(fields, a, b, lexicon, out);
  compare_others(fields, a, b, lexicon, out);
  return out;
}

std::optional<Comparison> compare_unless_strangers(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon) {
  Comparison out;
  compare_names(fields, a, b, lexicon, out);
  if (are_strangers(fields, out)) return std::nullopt;
  compare_others(fields, a, b, lexicon, out);
  return out;
}

}  // namespace guanxi::match
