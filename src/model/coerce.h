// Text as people type it → the value of a field.
#pragma once

#include <string>

#include "base/parse.h"
#include "guanxi/schema.h"
#include "model/code_set.h"

namespace guanxi {

struct CoerceOptions {
  DateOrder date_order = DateOrder::unknown;
  int offset_minutes = 0;   // how far the clocks of a time without zone are ahead of UTC
  Currency currency = CNY;  // of a bare number
  bool keep_unknown_codes = false;  // a picklist text that matches no entry is kept as a code of its own
};

// Sets `field` of `row` from `text`, trimmed; what stands for nothing (see stands_for_nothing) sets null. References take
// ids only: whoever knows names looks them up first. Errors name the field, the value and what would be right.
Result<void> coerce(const Schema& schema, const AnyField& field, std::string_view text, const CoerceOptions& options, AnyRecord& row);

// Empty text and what programs and people write in its place: NULL, N/A, #N/A, nil, \N, "-", "－", "无" and the like.
bool stands_for_nothing(std::string_view text);

}  // namespace guanxi
