// Text as people type it → the value of a field.
#pragma once

#include <string>

#include "base/parse.h"
#include "guanxi/schema.h"

namespace guanxi {

struct CoerceOptions {
  DateOrder date_order = DateOrder::unknown;
  Currency currency = CNY;
  bool keep_unknown_codes = false;  // a picklist text that matches no entry is kept as a code of its own
};

// Sets `field` of `row` from `text`, trimmed; empty text and NULL, N/A, "－" and the like set null. References take ids only: whoever knows names
// looks them up first. Errors name the field, the value and what would be right.
Result<void> coerce(const Schema& schema, const AnyField& field, std::string_view text, const CoerceOptions& options, AnyRecord& row);

// A code set from "客户;供应商", "customer, supplier" and the like; stored form "|customer|supplier|".
std::string code_set(std::vector<std::string> codes);

}  // namespace guanxi
