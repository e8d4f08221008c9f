#include "match/score/weights.h"

#include <algorithm>
#include <cmath>

namespace guanxi::match {

namespace {

constexpr float typical_bits = 8;
// How much of a word's rarity counts: words of one name depend on each other.
constexpr double rarity_share = 0.5, least_rarity = -4, most_rarity = 6;
constexpr double beyond = 0.1;  // what counts of a rarity that is greater: no name proves more, but some fit better
constexpr double against_another_brand = 4;
// Records nobody has seen, among which the ready chance holds: few records say little about how rare a value is.
constexpr double unseen = 2000;

bool weighs_words(Role role, std::uint8_t degree) noexcept { return made_of_words(role) && degree >= 1; }

bool is_equal_token(const FieldRule& field, const FieldChances& chances, const Agreement& agreement) noexcept {
  return !made_of_words(field.role) && field.role != Role::category && agreement.degree + std::size_t{1} == chances.count;
}

double rarity(const FieldChances& chances, const Agreement& agreement) noexcept {
  const double most = agreement.degree == 1 ? most_rarity / 2 : most_rarity;
  const double found = rarity_share * (agreement.bits - chances.typical[agreement.degree]);
  return found > most ? most + beyond * (found - most) : std::max(found, least_rarity);
}

}  // namespace

Chances ready_chances(Kind kind, std::span<const FieldRule> fields) {
  Chances out;
  for (const auto& field : fields) {
    auto& f = out.fields.emplace_back();
    const auto degrees = degrees_of(field.role);
    const auto chances = ready_chances_of(kind, field.role);
    f.count = degrees.size();
    f.typical.fill(typical_bits);
    for (std::size_t i = 0; i < degrees.size(); ++i) f.degrees[i] = i < field.chances.size() ? field.chances[i] : chances[i];
  }
  out.settle();
  return out;
}

void Chances::settle() {
  odds.assign(fields.size(), {});
  for (std::size_t i = 0; i < fields.size(); ++i)
    for (std::size_t d = 0; d < fields[i].count; ++d) odds[i][d] = std::log2(fields[i].degrees[d].m / fields[i].degrees[d].u);
}

namespace {

double weight(const FieldRule& field, const FieldChances& chances, std::span<const double> odds, const Agreement& agreement, std::size_t records) {
  if (!agreement.compared) return 0;
  if (is_equal_token(field, chances, agreement)) {
    const auto& chance = chances.degrees[agreement.degree];
    const double u = (agreement.others + 0.3 + unseen * chance.u) / (static_cast<double>(records) + unseen);
    return std::log2(chance.m / u);
  }
  const double plain = odds[agreement.degree];
  const double against = agreement.other_brand && agreement.degree > 0 ? against_another_brand : 0;
  return weighs_words(field.role, agreement.degree) ? plain + rarity(chances, agreement) + agreement.rest - against : plain;
}

enum class Side : std::uint8_t { alone, name, office };

Side side_of(Kind kind, Role role) noexcept {
  if (kind == Kind::person) return Side::alone;
  switch (role) {
    case Role::organisation_name:
    case Role::other_name: return Side::name;
    case Role::address:
    case Role::street:
    case Role::house_number:
    case Role::city:
    case Role::region:
    case Role::postcode:
    case Role::phone:
    case Role::email: return Side::office;
    default: return Side::alone;
  }
}

// The strongest in full, each further one less.
void damp(Weights& weights, std::span<const Side> sides, Side side, bool positive) {
  constexpr std::array<double, 4> shares{1, 0.5, 0.35, 0.25};
  std::array<std::size_t, most_fields> order;
  std::size_t count = 0;
  for (std::size_t i = 0; i < sides.size(); ++i)
    if (sides[i] == side && weights[i] != 0 && (weights[i] > 0) == positive) order[count++] = i;
  if (count < 2) return;
  std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), [&](std::size_t a, std::size_t b) { return std::abs(weights[a]) > std::abs(weights[b]); });
  for (std::size_t i = 1; i < count; ++i) weights[order[i]] *= shares[std::min(i, shares.size() - 1)];
}

bool is_place(Role role) noexcept {
  switch (role) {
    case Role::address:
    case Role::street:
    case Role::house_number:
    case Role::city:
    case Role::region:
    case Role::postcode: return true;
    default: return false;
  }
}

// Many firms have one address: parks, towers, agents who register them. What is called otherwise is not the same for being there.
void weigh_neighbours(Weights& weights, std::span<const FieldRule> fields) {
  constexpr double most = 6;
  double place = 0;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (is_place(fields[i].role)) place += std::max(weights[i], 0.0);
  if (place <= most) return;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (is_place(fields[i].role) && weights[i] > 0) weights[i] *= most / place;
}

}  // namespace

Weights weigh(Kind kind, std::span<const FieldRule> fields, const Chances& chances, const Comparison& comparison, std::size_t records) {
  Weights out{};
  std::array<Side, most_fields> sides{};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    out[i] = weight(fields[i], chances.fields[i], chances.odds[i], comparison.fields[i], records);
    sides[i] = side_of(kind, fields[i].role);
  }
  if (kind == Kind::person) return out;
  for (const auto side : {Side::name, Side::office})
    for (const bool positive : {true, false}) damp(out, std::span(sides).first(fields.size()), side, positive);
  if (kind == Kind::organisation && are_other_brands(fields, comparison)) weigh_neighbours(out, fields);
  return out;
}

bool is_rare(const FieldRule& field, const FieldChances& chances, const Agreement& agreement, std::size_t records) {
  if (!agreement.compared || agreement.degree == 0) return false;
  if (is_equal_token(field, chances, agreement)) return agreement.others * 10000.0 < static_cast<double>(records);
  return weighs_words(field.role, agreement.degree) && rarity(chances, agreement) > 1;
}

}  // namespace guanxi::match
