#include "match/exact.h"

#include <algorithm>

namespace guanxi::match {

void Candidates::add(MatchRole role, std::uint16_t entity, std::int64_t rid) {
  const std::uint32_t bit = 1u << static_cast<unsigned>(role);
  const auto known = std::find_if(all_.begin(), all_.end(),
                                  [&](const Candidate& c) { return c.entity == entity && c.rid == rid; });
  if (known != all_.end())
    known->roles |= bit;
  else
    all_.push_back({entity, rid, bit});
}

Strength strength_of(const Candidate& candidate) noexcept {
  if (candidate.shares(MatchRole::tax_id) || candidate.shares(MatchRole::external_key)) return Strength::certain;
  if (candidate.shares(MatchRole::company_name)) return Strength::strong;
  const bool reachable = candidate.shares(MatchRole::phone) || candidate.shares(MatchRole::email);
  return candidate.shares(MatchRole::person_name) && reachable ? Strength::strong : Strength::hint;
}

}  // namespace guanxi::match
