#include "match/score/weights.h"

#include <algorithm>
#include <cmath>

namespace guanxi::match {

namespace {

constexpr float typical_bits = 8;
// How much of a word's rarity counts: words of one name depend on each other.
constexpr double rarity_share = 0.5, least_rarity = -4, most_rarity = 6;
// Records nobody has seen, among which the ready chance holds: few records say little about how rare a value is.
constexpr double unseen = 2000;

bool weighs_words(Role role, std::uint8_t degree) noexcept { return made_of_words(role) && degree >= 2; }

bool is_equal_token(const FieldRule& field, const FieldChances& chances, const Agreement& agreement) noexcept {
  return !made_of_words(field.role) && field.role != Role::category && agreement.degree + std::size_t{1} == chances.count;
}

double rarity(const FieldChances& chances, const Agreement& agreement) noexcept {
  return std::clamp(rarity_share * (agreement.bits - chances.typical[agreement.degree]), least_rarity, most_rarity);
}

}  // namespace

Chances ready_chances(std::span<const FieldRule> fields) {
  Chances out;
  for (const auto& field : fields) {
    auto& f = out.fields.emplace_back();
    const auto degrees = degrees_of(field.role);
    f.count = degrees.size();
    f.typical.fill(typical_bits);
    for (std::size_t i = 0; i < degrees.size(); ++i) f.degrees[i] = i < field.chances.size() ? field.chances[i] : degrees[i].chance;
  }
  return out;
}

double weight(const FieldRule& field, const FieldChances& chances, const Agreement& agreement, std::size_t records) {
  if (!agreement.compared) return 0;
  const auto& chance = chances.degrees[agreement.degree];
  if (is_equal_token(field, chances, agreement)) {
    const double u = (agreement.others + 0.3 + unseen * chance.u) / (static_cast<double>(records) + unseen);
    return std::log2(chance.m / u);
  }
  const double plain = std::log2(chance.m / chance.u);
  return weighs_words(field.role, agreement.degree) ? plain + rarity(chances, agreement) : plain;
}

bool is_rare(const FieldRule& field, const FieldChances& chances, const Agreement& agreement, std::size_t records) {
  if (!agreement.compared || agreement.degree == 0) return false;
  if (is_equal_token(field, chances, agreement)) return agreement.others * 10000.0 < static_cast<double>(records);
  return weighs_words(field.role, agreement.degree) && rarity(chances, agreement) > 1;
}

double score(std::span<const FieldRule> fields, const Chances& chances, const Comparison& comparison, std::size_t records) {
  double sum = chances.prior;
  for (std::size_t i = 0; i < fields.size(); ++i) sum += weight(fields[i], chances.fields[i], comparison.fields[i], records);
  return sum;
}

}  // namespace guanxi::match
