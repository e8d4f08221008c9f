// What the CRM means by open, overdue, signed and the like: each in one place, as a condition.
#pragma once

#include "guanxi/entities.h"
#include "guanxi/query.h"

namespace guanxi::queries {

Expr open_opportunity();          // neither won nor lost
Expr won_opportunity();
Expr open_request();              // neither closed nor cancelled; a resolved one still waits for the customer's word
Expr open_activity();             // neither done nor cancelled
Expr overdue_activity(Instant now);  // open and due before now
Expr signed_contract();           // signed, in force or fulfilled; not a draft and not broken off
Expr unpaid_line();               // an instalment without a date of payment
Expr overdue_line(Date today);    // unpaid and due before today
Expr current_link(Date today);    // a contact's part that has not ended

}  // namespace guanxi::queries
