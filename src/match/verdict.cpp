// From a score to a verdict.
#include <algorithm>

#include "match/detector.h"
#include "model/normalize.h"

namespace guanxi::match {

namespace {

constexpr double settles_it = 6;  // bits beyond the names that make names a side matter

bool is_valid(std::string_view tax_id) noexcept { return valid_credit_code(tax_id) || valid_taiwan_number(tax_id); }

bool is_name(Role role) noexcept { return role == Role::organisation_name || role == Role::other_name; }

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

}  // namespace

Verdict Detector::State::verdict(const RecordView& a, const RecordView& b, const Comparison& comparison, const Weights& weights, const Lexicon& words) const {
  const auto score = total(weights);
  if (score < configuration.perhaps_at) return Verdict::different;
  const bool veto = vetoed(fields(), a, b, comparison, words);
  if (configuration.kind != Kind::organisation) return score >= configuration.same_at && !veto ? Verdict::same : Verdict::perhaps;
  double beyond = 0;
  std::size_t name = fields().size();
  for (std::size_t i = 0; i < fields().size(); ++i) {
    if (is_name(fields()[i].role)) name = std::min(name, i);
    else beyond += weights[i];
  }
  if (score >= configuration.same_at && !veto && (beyond >= settles_it || name == fields().size())) return Verdict::same;
  const auto relation = name < fields().size() ? relation_of(a.field(name), b.field(name), words) : Relation::none;
  if (score >= configuration.same_at && !veto && (relation == Relation::equal || relation == Relation::none)) return Verdict::same;
  return verdict_of(relation);
}

}  // namespace guanxi::match
