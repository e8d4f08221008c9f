// What an import is going to do, and what it did.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "context.h"
#include "guanxi/import.h"

namespace cli {

std::string plan_text(const Context& c, const Schema& schema, const ImportPlan& plan);
std::string report_text(const Context& c, const ImportPlan& plan, const ImportReport& report, const std::string& store);
nlohmann::ordered_json json_of(const ImportPlan& plan, const ImportReport& report);

}  // namespace cli
