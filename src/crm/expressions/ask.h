// Conditions in FEEL that sessions ask with: written on the spot, saved under a name, or the members of a segment.
#pragma once

#include "crm/view.h"
#include "guanxi/feel.h"

namespace guanxi::ask {

Result<Expr> condition(SessionState& session, std::uint16_t entity, std::string_view feel);
Result<ConditionPlan> explain(SessionState& session, std::uint16_t entity, std::string_view feel);
Result<NamedCondition> filter(SessionState& session, std::string_view name);
Result<NamedCondition> segment(SessionState& session, std::string_view name);
// What an expression comes to on a record, which need not be stored, and on those that it refers to.
Result<Evaluation> evaluate(SessionState& session, const AnyRecord& record, std::string_view feel);

}  // namespace guanxi::ask
