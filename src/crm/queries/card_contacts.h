// The people of an account: those who play a part for it now, and those whose account it is.
#pragma once

#include "crm/view.h"

namespace guanxi::queries {

// Fills in the card's contacts, primary first, and their count. A contact without a part is paired with a link that was never
// stored (its id is empty).
Result<void> add_contacts(View& view, const Id& account, CustomerCard& card);

}  // namespace guanxi::queries
