// Copies of the database made while it is in use.
#pragma once

#include "guanxi/host.h"
#include "store/sqlite/connection.h"

namespace guanxi::store {

// Copies what `source` reads to a new file at `path`: first beside it, then, when it is whole and durable, to its name.
// Code::misuse when `path` exists and may not be replaced; Code::cancelled when `progress` asks to stop.
Result<void> copy_database(Connection& source, const std::string& path, bool replace, const Progress& progress);

// A copy made on a connection of its own, in the place of an older one.
Result<void> copy_before_migration(ConnectionOptions options, const std::string& path);

}  // namespace guanxi::store
