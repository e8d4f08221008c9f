// Outcomes as they are remembered under idempotency keys.
#pragma once

#include <string>

#include "guanxi/commands.h"

namespace guanxi {

std::string outcome_to_text(const Outcome& outcome);
// Marks the outcome as repeated. Damaged text is Code::corrupt.
Result<void> outcome_from_text(std::string_view text, Outcome& outcome);

}  // namespace guanxi
