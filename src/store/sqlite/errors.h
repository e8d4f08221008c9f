// SQLite's result codes as errors that say what to do.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi::store {

// `code` is an extended result code, `detail` SQLite's own words. Throws std::bad_alloc for SQLITE_NOMEM.
Error sqlite_error(int code, std::string_view detail, const std::string& path);

// The error of the last call on `db`.
Error sqlite_error(sqlite3* db, const std::string& path);

}  // namespace guanxi::store
