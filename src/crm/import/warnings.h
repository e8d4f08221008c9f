// What is likely to go wrong with a plan, one sentence each.
#pragma once

#include <string>
#include <vector>

#include "crm/import/head.h"
#include "crm/import/options.h"

namespace guanxi::import {

std::vector<std::string> warnings_of(const EntityType& type, const Settings& settings, const Head& head, const ImportPlan& plan, Language language);

// The required fields that neither a column nor a default nor a rule of the entity fills.
std::vector<const AnyField*> unfilled(const EntityType& type, const ImportPlan& plan);

}  // namespace guanxi::import
