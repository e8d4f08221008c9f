// Whether the file is whole, and whether keys and search say what the rows say.
#include "base/check.h"
#include "store/sqlite/storage.h"

namespace guanxi::store {

Result<void> SqliteStorage::integrity(const Progress&, FunctionRef<void(std::string_view)> report) {
  GUANXI_ASSIGN(auto session, readers_.take());
  GUANXI_ASSIGN(Query query, session->connection->query("PRAGMA integrity_check"));
  while (true) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) return {};
    if (query.text(0) != "ok") report(query.text(0));
  }
}

}  // namespace guanxi::store
