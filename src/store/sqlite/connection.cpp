#include "store/sqlite/connection.h"

#include "base/check.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/fts.h"
#include "store/sqlite/functions.h"

namespace guanxi::store {
namespace {

constexpr std::size_t longest_kept = 16 * 1024;  // bytes of a statement worth keeping
constexpr std::size_t most_kept = 256;

struct Close {
  void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

// A path that SQLite takes for nothing but a path: not ":memory:", not "file:…?mode=…".
std::string literal_path(const std::string& path) { return path.starts_with('/') ? path : "./" + path; }

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionOptions& options) {
  sqlite3* db = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | (options.create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX |
                    SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(literal_path(options.path).c_str(), &db, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
  std::unique_ptr<sqlite3, Close> opened(db);
  std::unique_ptr<Connection> connection(new Connection(db, options.path));
  (void)opened.release();
  if (code != SQLITE_OK) return sqlite_error(code, db ? sqlite3_errmsg(db) : sqlite3_errstr(code), options.path);
  GUANXI_CHECK(connection->configure(options));
  return connection;
}

Result<std::unique_ptr<Connection>> Connection::lend(sqlite3* db) {
  const char* path = sqlite3_db_filename(db, "main");
  std::unique_ptr<Connection> connection(new Connection(db, path == nullptr ? "" : path, false));
  GUANXI_CHECK(add_functions(*connection));
  GUANXI_CHECK(add_tokenizer(*connection));
  return connection;
}

Connection::~Connection() {
  forget_idle();
  for (const auto& [key, statement] : keyed_) sqlite3_finalize(statement);
  if (owned_) sqlite3_close_v2(db_);
}

Result<void> Connection::configure(const ConnectionOptions& options) {
  sqlite3_busy_timeout(db_, static_cast<int>(options.busy_timeout.count()));
  // Plans that do not depend on the values asked for; and "x" is a column, never a text.
  for (const int on : {SQLITE_DBCONFIG_ENABLE_QPSG, SQLITE_DBCONFIG_DEFENSIVE}) sqlite3_db_config(db_, on, 1, nullptr);
  for (const int off : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA})
    sqlite3_db_config(db_, off, 0, nullptr);
  GUANXI_CHECK(add_functions(*this));
  GUANXI_CHECK(add_tokenizer(*this));
  return execute("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-" + std::to_string(options.cache_kib) +
                 "; PRAGMA mmap_size=" + std::to_string(options.mmap_bytes) + (options.read_only ? "; PRAGMA query_only=ON" : ""));
}

Error Connection::error() const { return sqlite_error(db_, path_); }
Error Connection::error(int code) const { return sqlite_error(code, sqlite3_errstr(code), path_); }

Error Connection::last_failure() const { return sqlite_error(failure_, failure_text_, path_); }

Error Connection::step_error() {
  failure_ = sqlite3_extended_errcode(db_);
  failure_text_ = sqlite3_errmsg(db_);
  return last_failure();
}

Result<sqlite3_stmt*> Connection::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return error();
  return statement;
}

Result<Query> Connection::prepare_keyed(const StatementKey& key, const std::string& sql) {
  GUANXI_ASSIGN(sqlite3_stmt* statement, prepare(sql));
  std::unique_ptr<sqlite3_stmt, Finalize> made(statement);
  keyed_.emplace(key, statement);
  (void)made.release();
  return Query(*this, statement, Query::Home::keyed);
}

Result<Query> Connection::query(std::string_view sql) {
  if (sql.size() > longest_kept) {
    GUANXI_ASSIGN(sqlite3_stmt* statement, prepare(sql));
    return Query(*this, statement, Query::Home::nowhere);
  }
  auto found = by_text_.find(sql);
  if (found == by_text_.end()) {
    if (by_text_.size() >= most_kept) forget_idle();
    found = by_text_.try_emplace(std::string(sql)).first;
  }
  KeptStatements& kept = found->second;
  if (kept.idle.empty()) {
    kept.idle.reserve(kept.idle.size() + static_cast<std::size_t>(kept.in_use) + 1);  // so that going back cannot fail
    GUANXI_ASSIGN(sqlite3_stmt* statement, prepare(sql));
    kept.idle.push_back(statement);
  }
  sqlite3_stmt* statement = kept.idle.back();
  kept.idle.pop_back();
  ++kept.in_use;
  return Query(*this, statement, Query::Home::text, &kept);
}

void Connection::forget_idle() noexcept {
  for (auto entry = by_text_.begin(); entry != by_text_.end();) {
    KeptStatements& kept = entry->second;
    for (sqlite3_stmt* statement : kept.idle) sqlite3_finalize(statement);
    kept.idle.clear();
    entry = kept.in_use == 0 ? by_text_.erase(entry) : std::next(entry);
  }
}

Result<void> Connection::execute(const std::string& sql) {
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
  return {};
}

Result<std::int64_t> Connection::number(std::string_view sql) {
  GUANXI_ASSIGN(Query query, this->query(sql));
  GUANXI_ASSIGN(const bool found, query.next());
  return found ? query.number(0) : 0;
}

}  // namespace guanxi::store
