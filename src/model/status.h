// Which status may follow which.
#pragma once

#include <string_view>
#include <vector>

#include "guanxi/schema.h"

namespace guanxi {

// The states that may follow `from` in the built-in lists account_status, lead_status, opportunity_stage, request_status,
// contract_status and activity_status; empty for other lists, for codes that a host added and for a state without an end.
std::vector<std::string_view> next_states(std::string_view list, std::string_view from);

// Whether a record may go from one status to another: always from none (`from` empty), into or out of a code that a host
// added, in a list without a table, and to where it is. The error names the states that may follow by their labels.
Result<void> check_transition(const PicklistType& list, std::string_view from, std::string_view to);

}  // namespace guanxi
