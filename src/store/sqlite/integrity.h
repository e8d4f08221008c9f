// Whether the file is whole, and whether its keys and search texts say what the rows say.
#pragma once

#include "base/function_ref.h"
#include "guanxi/host.h"
#include "guanxi/schema.h"
#include "store/sqlite/reads.h"

namespace guanxi::store {

// Reads everything in one snapshot. The connection must be allowed to make temporary tables.
Result<void> check_integrity(Session& session, const Schema& schema, const Progress& progress,
                             FunctionRef<void(std::string_view)> report);

}  // namespace guanxi::store
