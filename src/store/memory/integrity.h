// Checks the indexes and keys of a store against its rows.
#pragma once

#include <string>
#include <vector>

#include "store/memory/state.h"

namespace guanxi::store::memory {

// Adds a sentence for each finding. Code::cancelled when `progress` asks to stop.
Result<void> check_integrity(const State& state, const Progress& progress, std::vector<std::string>& findings);

}  // namespace guanxi::store::memory
