// Whether a value fits its field, whatever stands in the rest of the row.
#pragma once

#include "guanxi/schema.h"

namespace guanxi {

// Checks the set value of `field` in `row`; brings decimals to the field's scale and sets to their stored form, in place.
Result<void> check_value(const Schema& schema, const AnyField& field, AnyRecord& row);

}  // namespace guanxi
