// From a score to a verdict.
#include <algorithm>

#include "match/detector.h"
#include "model/normalize.h"

namespace guanxi::match {

namespace {

constexpr double settles_it = 6;      // bits beyond the names that make names a side matter
constexpr double outweighs_names = 10;  // … that say the same of two whose names have nothing in common: renamed, not neighbours

bool is_valid(std::string_view tax_id) noexcept { return valid_credit_code(tax_id) || valid_taiwan_number(tax_id); }

// What rings at the organisation itself.
bool reaches_it(Role role) noexcept { return role == Role::tax_id || role == Role::identifier || role == Role::phone || role == Role::email || role == Role::website; }

// Two valid tax ids that differ belong to two organisations.
bool vetoed(std::span<const FieldRule> fields, const RecordView& a, const RecordView& b, const Comparison& comparison, const Lexicon& words) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& agreement = comparison.fields[i];
    if (fields[i].role != Role::tax_id || !agreement.compared || agreement.degree == 3) continue;
    if (is_valid(words.text(a.field(i)[0])) && is_valid(words.text(b.field(i)[0]))) return true;
  }
  return false;
}

Verdict verdict_of(Relation relation) noexcept {
  switch (relation) {
    case Relation::branch: return Verdict::branch;
    case Relation::subsidiary: return Verdict::subsidiary;
    case Relation::group: return Verdict::same_group;
    default: return Verdict::perhaps;
  }
}

// Two places, of which nothing but names and neighbourhood says that they are one.
bool elsewhere(std::span<const FieldRule> fields, const Comparison& comparison) noexcept {
  bool apart = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& agreement = comparison.fields[i];
    if (!agreement.compared) continue;
    if (fields[i].role == Role::address) apart = apart || agreement.elsewhere;
    if (fields[i].role == Role::city && agreement.degree > 0) return false;
    if (reaches_it(fields[i].role) && agreement.degree >= 2) return false;
  }
  return apart;
}

// … for a place, its address says it all.
bool another_place(std::span<const FieldRule> fields, const Comparison& comparison) noexcept {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].role == Role::address && comparison.fields[i].elsewhere) return true;
  return false;
}

// Whether something of their own is equal, or nearly.
bool share_a_number(std::span<const FieldRule> fields, const Comparison& comparison) noexcept {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (reaches_it(fields[i].role) && comparison.fields[i].degree >= (fields[i].role == Role::website ? 1 : 2)) return true;
  return false;
}

// Two houses under one roof: their names differ in what they are, and no number or page of their own says otherwise.
bool another_house(std::span<const FieldRule> fields, const Comparison& comparison) noexcept {
  bool differs = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& agreement = comparison.fields[i];
    const bool its_own = reaches_it(fields[i].role) && fields[i].role != Role::phone;
    if (its_own && agreement.compared && agreement.degree > 0) return false;
    differs = differs || agreement.other_house;
  }
  return differs;
}

}  // namespace

Verdict Detector::State::verdict(const RecordView& a, const RecordView& b, const Comparison& comparison, const Weights& weights, double score,
                                 const Lexicon& words) const {
  if (score < configuration.perhaps_at) return Verdict::different;
  const bool same = score >= configuration.same_at && !vetoed(fields(), a, b, comparison, words);
  if (same && another_house(fields(), comparison)) return configuration.kind == Kind::organisation ? Verdict::same_group : Verdict::perhaps;
  switch (configuration.kind) {
    case Kind::person: return same ? Verdict::same : Verdict::perhaps;
    case Kind::site: return !same ? Verdict::perhaps : another_place(fields(), comparison) ? Verdict::branch : Verdict::same;
    case Kind::organisation: break;
  }
  if (are_other_brands(fields(), comparison) && (!same || !share_a_number(fields(), comparison))) return Verdict::perhaps;
  if (same && elsewhere(fields(), comparison)) return Verdict::branch;
  double beyond = 0;
  std::size_t name = fields().size();
  bool strangers = false, known = false;
  for (std::size_t i = 0; i < fields().size(); ++i) {
    const auto& agreement = comparison.fields[i];
    if (!is_name(fields()[i].role)) {
      beyond += weights[i];
      continue;
    }
    name = std::min(name, i);
    (agreement.degree > 0 ? known : strangers) |= agreement.compared;
  }
  if (same && strangers && !known && beyond < outweighs_names) return Verdict::perhaps;
  if (same && (beyond >= settles_it || name == fields().size())) return Verdict::same;
  const auto relation = name < fields().size() ? relation_of(a.field(name), b.field(name), words) : Relation::none;
  if (same && (relation == Relation::equal || relation == Relation::none)) return Verdict::same;
  return verdict_of(relation);
}

}  // namespace guanxi::match
