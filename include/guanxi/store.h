// Store: one tenant's customers, in one file or in memory.
//
//   auto store = Store::create("crm.db", {.administrator = {"Sample Admin", "admin"}});
//   auto session = store->session("admin");
//
// Threads: a Store may be used from any thread at once; a Session by one thread at a time.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "guanxi/durability.h"
#include "guanxi/error.h"
#include "guanxi/host.h"
#include "guanxi/schema.h"

namespace guanxi {

class Session;

struct StoreOptions {
  Durability durability = Durability::full;
  std::chrono::milliseconds busy_timeout{10'000};  // how long to wait for another process
  Clock clock{};
  std::vector<FactProvider> facts{};
  EventSink events{};
  IdMaker ids{};
  Log log{};
  Principals principals{};
  OrgChart org_chart{};
  // Saves the indexes of the duplicate check beside the store's file ("crm.db-match-account" …) when the store is closed, by tick() and by
  // prepare_duplicates(), so that the next process need not read all rows. They hold pieces of names, addresses and telephone numbers, may be read
  // by those who may read the store's file, and may be deleted at any time.
  bool save_indexes = true;
  bool log_reads = false;      // keep who read which record (Session::reads_of)
  int default_claim_limit = 50;  // accounts one user may hold from the pool, unless the user has a limit
};

// The person named when a store is created; may do everything.
struct Administrator {
  std::string name;
  std::string login;
};

// The host's own SQLite connection, lent to a store so that its rows and the host's commit together.
struct LentConnection {
  void* connection = nullptr;  // sqlite3*; stays the host's
  // The host's sqlite3_libversion: host and library must run on one and the same SQLite, which this address shows.
  const char* (*library)() = nullptr;
};

struct StoreInfo {
  std::string backend;
  std::string engine_version;
  std::string path;
  std::string library_version;
  std::int64_t schema_version = 0;
  std::int64_t bytes = 0;
  std::int64_t log_bytes = 0;
  std::int64_t last_change = 0;
};

class Store {
 public:
  // Makes a new store; a file that exists is Code::misuse and stays as it is. ":memory:" makes one that lives in memory.
  static Result<Store> create(const std::string& path, const Administrator& administrator, StoreOptions options = {});
  // Opens an existing one. An older file is brought up to date after a backup beside it; a newer one is Code::too_new.
  static Result<Store> open(const std::string& path, StoreOptions options = {});

  // Opens the store in the database of a lent connection, or makes it there when `administrator` is given and there is none. The
  // library's tables are called gx_…; the host's pragmas, tables and hooks are left alone, and commands run in savepoints. What a
  // command writes while the host has a transaction open is decided by the host: tell it by outcome(). Until then schema,
  // permissions and events stay as they were. Backups are the host's.
  // Errors: unsupported where host and library run on two SQLite libraries; misuse without a connection.
  // Threads: whoever uses the connection; the store, its sessions and the connection are used by one thread at a time.
  // Lifetime: the store ends before the connection is closed.
  static Result<Store> lend(const LentConnection& lent, const Administrator* administrator, StoreOptions options = {});

  // The host's transaction has ended. What the tables hold decides; a host that says otherwise is told so by Code::misuse.
  Result<void> outcome(bool committed);

  // The host's users or departments have changed: asks for them again.
  Result<void> reload();

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  // sessions must be gone

  // A session of the user with this login; unknown and inactive users are Code::denied.
  Result<Session> session(std::string_view login, Language language = Language::english);
  Result<Session> session(const Id& user, Language language = Language::english);
  // For a host that decides itself who may do what: no permission is checked, the change log says "system" and `reason`.
  Session system_session(std::string_view reason, Language language = Language::english);

  std::shared_ptr<const Schema> schema() const;
  Result<StoreInfo> info() const;

  // Copies the store to a new file while it is in use.
  Result<void> backup(const std::string& path, const Progress& progress = {}) const;
  // Checks the file, the indexes, the search and the keys against the rows; returns what is wrong, one sentence each.
  Result<std::vector<std::string>> integrity(const Progress& progress = {}) const;

  // Housekeeping that a host calls now and then: forgets idempotency keys older than 30 days, and saves the index of the duplicate check when
  // much has changed in it, which takes about a second for a million records.
  Result<void> tick();

 private:
  friend class Session;
  friend class StoreAccess;
  explicit Store(std::unique_ptr<class Engine> engine);
  std::unique_ptr<class Engine> engine_;
};

// The library's version, "0.1.0".
std::string_view version() noexcept;

}  // namespace guanxi
