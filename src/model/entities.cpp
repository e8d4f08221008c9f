#include "guanxi/entities.h"

#include <array>

namespace guanxi {

std::span<const AnyEntity* const> builtin_entities() noexcept {
  static constexpr std::array<const AnyEntity*, 32> all{
      &Account,      &Contact,         &AccountContact, &ContactPoint, &PartyIdentifier, &Lead,
      &Opportunity,  &StageChange,     &Activity,       &ServiceRequest, &Contract,      &PaymentPlanLine,
      &DocumentLink, &ProjectLink,     &User,           &Department,   &Territory,       &Role,
      &RoleGrant,    &RoleMember,      &PicklistItem,   &CustomField,  &CustomEntity,
      &ReadLog,      &SavedFilter,     &Segment,        &SegmentMember, &ValidationRule, &DecisionRule,
      &DuplicatePair,   &DuplicateRule,  &MergeRecord,
  };
  return all;
}

}  // namespace guanxi
