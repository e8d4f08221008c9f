#include "crm/queries/conditions.h"

namespace guanxi::queries {
namespace {

// Not one of the codes: a status that is not set is none of them.
Expr none_of(const Field<Picklist>& status, std::initializer_list<Picklist> codes) {
  return is_null(status) || !in(status, codes);
}

}  // namespace

Expr open_opportunity() { return none_of(Opportunity.stage, {"won", "lost"}); }
Expr won_opportunity() { return Opportunity.stage == "won"; }
Expr open_request() { return none_of(ServiceRequest.status, {"closed", "cancelled"}); }
Expr open_activity() { return none_of(Activity.status, {"done", "cancelled"}); }
Expr overdue_activity(Instant now) { return open_activity() && Activity.due_at < now; }
Expr signed_contract() { return in(Contract.status, {"signed", "active", "completed", "expired"}); }
Expr unpaid_line() { return is_null(PaymentPlanLine.paid_on); }
Expr overdue_line(Date today) { return unpaid_line() && PaymentPlanLine.due_on < today; }
Expr current_link(Date today) { return is_null(AccountContact.until) || AccountContact.until >= today; }

}  // namespace guanxi::queries
