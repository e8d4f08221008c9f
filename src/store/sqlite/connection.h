// One SQLite connection with its prepared statements.
//
// Threads: a connection and its queries are used by one thread at a time.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "guanxi/error.h"
#include "guanxi/id.h"
#include "guanxi/value.h"

namespace guanxi::store {

class Connection;

// The prepared statements of one text.
struct KeptStatements {
  std::vector<sqlite3_stmt*> idle;
  int in_use = 0;
};

// A prepared statement in use. Reset at its end, when it goes back to where it is kept.
class Query {
 public:
  enum class Home { keyed, text, nowhere };

  Query(Connection& connection, sqlite3_stmt* statement, Home home, KeptStatements* kept = nullptr) noexcept
      : connection_(&connection), statement_(statement), kept_(kept), home_(home) {}
  Query(Query&& other) noexcept
      : connection_(other.connection_), statement_(std::exchange(other.statement_, nullptr)), kept_(other.kept_), home_(other.home_) {}
  Query& operator=(Query&&) = delete;
  ~Query();

  // Parameters count from 1. Bytes are borrowed until the query ends.
  Query& bind(int at, std::int64_t number) noexcept { return noted(sqlite3_bind_int64(statement_, at, number)); }
  Query& bind(int at, std::string_view text) noexcept {
    return noted(sqlite3_bind_text64(statement_, at, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
  }
  Query& bind_blob(int at, std::string_view bytes) noexcept {
    return noted(sqlite3_bind_blob64(statement_, at, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC));
  }
  Query& bind_null(int at) noexcept { return noted(sqlite3_bind_null(statement_, at)); }
  Query& bind(int at, const Id& id) noexcept;  // the empty id is null
  // Numbers and amounts as integers, texts as text, ids as blobs, what is not set as null.
  Query& bind(int at, const Value& value) noexcept;

  // True: there is a row. After false or an error the query starts anew.
  Result<bool> next();
  // Runs a statement that gives no rows, and readies it for the next.
  Result<void> run();
  void reset() noexcept { sqlite3_reset(statement_); }

  const std::string& path() const noexcept;  // of the database

  // Columns count from 0; bytes end with the next call of next().
  sqlite3_stmt* row() const noexcept { return statement_; }
  std::int64_t number(int at) const noexcept { return sqlite3_column_int64(statement_, at); }
  bool null(int at) const noexcept { return sqlite3_column_type(statement_, at) == SQLITE_NULL; }
  std::string_view text(int at) const noexcept;
  std::string_view blob(int at) const noexcept;
  Id id(int at) const noexcept;  // empty where null

 private:
  Query& noted(int code) noexcept {
    if (code != SQLITE_OK && bind_error_ == SQLITE_OK) bind_error_ = code;
    return *this;
  }

  Connection* connection_;
  sqlite3_stmt* statement_;
  KeptStatements* kept_;
  Home home_;
  int bind_error_ = SQLITE_OK;
};

// Names a statement that belongs to one entity: kept for as long as the connection, found without its text.
struct StatementKey {
  enum Kind : std::uint16_t { insert, update, get_by_id, get_by_rid };

  std::uint64_t columns = 0;  // of an update: a bit for each
  std::uint16_t entity = 0;
  Kind kind = insert;

  bool operator==(const StatementKey&) const = default;
};
struct StatementKeyHash {
  std::size_t operator()(const StatementKey& key) const noexcept {
    return static_cast<std::size_t>((key.columns ^ std::uint64_t{key.entity} << 48 ^ std::uint64_t{key.kind} << 40) * 0x9e3779b97f4a7c15u >> 7);
  }
};

struct ConnectionOptions {
  std::string path;
  std::string vfs;
  bool create = false;
  bool read_only = false;  // refuses to write; the file itself is opened as any other, which the shared WAL index needs
  std::chrono::milliseconds busy_timeout{0};
  std::size_t cache_kib = 2048;
  std::int64_t mmap_bytes = 0;
};

class Connection {
 public:
  static Result<std::unique_ptr<Connection>> open(const ConnectionOptions& options);
  // Over a connection of the host's, which stays open at the end and keeps its settings.
  static Result<std::unique_ptr<Connection>> lend(sqlite3* db);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() const noexcept { return db_; }
  const std::string& path() const noexcept { return path_; }

  // A statement by its text; prepared once and kept, unless it is long.
  Result<Query> query(std::string_view sql);
  // A statement by its key; `make` gives its text when it is needed for the first time.
  template <class Make>
  Result<Query> query(const StatementKey& key, Make&& make) {
    const auto found = keyed_.find(key);
    if (found != keyed_.end()) return Query(*this, found->second, Query::Home::keyed);
    return prepare_keyed(key, make());
  }
  // Statements without rows, one or several.
  Result<void> execute(const std::string& sql);
  // The first column of the first row; 0 where there is none.
  Result<std::int64_t> number(std::string_view sql);

  bool in_transaction() const noexcept { return sqlite3_get_autocommit(db_) == 0; }
  Error error() const;          // of the last call
  Error error(int code) const;  // of a call that gave `code`
  Error step_error();           // of the last step; noted for last_failure()
  Error last_failure() const;   // of the last step that failed

 private:
  Connection(sqlite3* db, std::string path, bool owned = true) noexcept : db_(db), path_(std::move(path)), owned_(owned) {}
  Result<void> configure(const ConnectionOptions& options);
  Result<sqlite3_stmt*> prepare(std::string_view sql);
  Result<Query> prepare_keyed(const StatementKey& key, const std::string& sql);
  void forget_idle() noexcept;

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
  };

  sqlite3* db_;
  std::string path_;
  bool owned_;
  int failure_ = SQLITE_OK;
  std::string failure_text_;
  std::unordered_map<std::string, KeptStatements, TextHash, std::equal_to<>> by_text_;
  std::unordered_map<StatementKey, sqlite3_stmt*, StatementKeyHash> keyed_;
};

}  // namespace guanxi::store
