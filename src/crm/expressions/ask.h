// Conditions in FEEL that sessions ask with: written on the spot, saved under a name, or the members of a segment.
#pragma once

#include "crm/view.h"

namespace guanxi::ask {

Result<Expr> condition(SessionState& session, std::uint16_t entity, std::string_view feel);
Result<ConditionPlan> explain(SessionState& session, std::uint16_t entity, std::string_view feel);
Result<NamedCondition> filter(SessionState& session, std::string_view name);
Result<NamedCondition> segment(SessionState& session, std::string_view name);

}  // namespace guanxi::ask
