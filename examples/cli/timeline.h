// What happened with a customer, as a table.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "table.h"

namespace cli {

Table timeline_table(const Context& c, const std::vector<TimelineEntry>& entries);
nlohmann::ordered_json json_of(const std::vector<TimelineEntry>& entries);

}  // namespace cli
