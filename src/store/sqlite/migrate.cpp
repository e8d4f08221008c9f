#include "store/sqlite/migrate.h"

#include "base/check.h"
#include "guanxi/entities.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/table.h"
#include "store/sqlite/transaction.h"
#include "store/sqlite/waiting.h"

namespace guanxi::store {
namespace {

constexpr Message foreign{"sqlite.foreign", "{0} is a database of another program: check the path.", "{0} 是其他程序的数据库，请检查路径。"};
constexpr Message empty{"sqlite.empty", "{0} is empty and not a database yet: create it first.", "{0} 是空文件，还不是数据库，请先创建。"};
constexpr Message too_new{"sqlite.too_new",
                          "{0} was written by a newer version (layout {1}, this one knows {2}): update this program, or restore a backup made by it.",
                          "{0} 由更新的版本写入（布局 {1}，当前仅支持到 {2}）；请升级本程序，或恢复由当前版本生成的备份。"};
constexpr Message no_store{"sqlite.no_store", "The database {0} holds no customers yet: give the name and login of an administrator to begin with.",
                           "数据库 {0} 中还没有客户数据：请提供管理员的姓名和登录名以新建。"};
constexpr Message no_wal{"sqlite.no_wal", "{0} lies on a file system without shared memory: move it to a local disk.",
                         "{0} 所在的文件系统不支持共享内存，请移到本地磁盘。"};

constexpr std::string_view first_layout = R"(
CREATE TABLE gx_meta(key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE gx_sequence(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE gx_idempotency(key TEXT PRIMARY KEY, at INTEGER NOT NULL, outcome BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE gx_key(space INTEGER NOT NULL, value NOT NULL, entity INTEGER NOT NULL, rid INTEGER NOT NULL,
  PRIMARY KEY(space, value, entity, rid)) WITHOUT ROWID;
CREATE TABLE gx_change(seq INTEGER PRIMARY KEY, "set" INTEGER NOT NULL, at INTEGER NOT NULL, actor BLOB, on_behalf BLOB,
  command TEXT NOT NULL, reason TEXT, entity INTEGER NOT NULL, rid INTEGER NOT NULL, record BLOB, kind INTEGER NOT NULL, delta BLOB);
CREATE TABLE gx_row(rid INTEGER PRIMARY KEY, entity INTEGER NOT NULL, id BLOB NOT NULL UNIQUE, revision INTEGER, created_at INTEGER,
  created_by BLOB, updated_at INTEGER, updated_by BLOB, archived_at INTEGER, custom BLOB);
)";

Result<void> make_first_layout(Connection& db) { return db.execute(std::string(first_layout)); }

// Tables of entities were called like the entity; beside a host's own tables all of ours are gx_… In a file that is not ours alone such
// a table is the host's.
Result<void> rename_tables(Connection& db) {
  GUANXI_ASSIGN(const std::int64_t id, db.number("PRAGMA application_id"));
  if (id != application_id) return {};
  for (const AnyEntity* entity : builtin_entities()) {
    const std::string name(name_of(*entity));
    GUANXI_ASSIGN(Query query, db.query("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?"));
    query.bind(1, std::string_view(name));
    GUANXI_ASSIGN(const bool found, query.next());
    query.reset();
    if (found) GUANXI_CHECK(db.execute("ALTER TABLE " + quoted(name) + " RENAME TO " + quoted("gx_" + name)));
  }
  return {};
}

constexpr MigrationStep all_steps[] = {{1, make_first_layout}, {2, rename_tables}, {3, make_waiting_table}};

// The version of a database of ours; 0: an empty file.
Result<std::int64_t> version_of(Connection& db) {
  GUANXI_ASSIGN(const std::int64_t id, db.number("PRAGMA application_id"));
  GUANXI_ASSIGN(const std::int64_t version, db.number("PRAGMA user_version"));
  if (id == application_id && version > 0) return version;
  GUANXI_ASSIGN(const std::int64_t objects, db.number("SELECT count(*) FROM sqlite_schema"));
  if (id != 0 || version != 0 || objects != 0) return Error(Code::not_a_database, foreign, {db.path()});
  return 0;
}

// The version of our tables in a database of the host's; 0: there are none.
Result<std::int64_t> lent_version(Connection& db) {
  GUANXI_ASSIGN(const std::int64_t id, db.number("PRAGMA application_id"));
  if (id == application_id) return db.number("PRAGMA user_version");
  GUANXI_ASSIGN(const std::int64_t tables, db.number("SELECT count(*) FROM sqlite_schema WHERE name='gx_meta'"));
  if (tables == 0) return 0;
  return db.number("SELECT value FROM gx_meta WHERE key='version'");
}

Error newer(const Connection& db, std::int64_t version, std::int64_t known) {
  return Error(Code::too_new, too_new, {db.path(), std::to_string(version), std::to_string(known)});
}

// Another process may be at the same; then the change of mode is refused at once and is tried again.
Result<void> switch_to_wal(Connection& db, std::chrono::milliseconds patience) {
  constexpr int pause = 10;
  for (std::int64_t waited = 0;; waited += pause) {
    auto switched = [&]() -> Result<void> {
      GUANXI_ASSIGN(Query query, db.query("PRAGMA journal_mode=WAL"));
      GUANXI_CHECK(query.next());
      if (query.text(0) != "wal") return Error(Code::unsupported, no_wal, {db.path()});
      return {};
    }();
    if (switched || switched.error().code() != Code::busy || waited >= patience.count()) return switched;
    sqlite3_sleep(pause);
  }
}

Result<void> apply(Connection& db, std::span<const MigrationStep> steps, std::int64_t from, const ConnectionOptions& options) {
  const std::int64_t to = steps.back().version;
  if (from > 0) GUANXI_CHECK(copy_before_migration(options, options.path + ".before-v" + std::to_string(to)));
  for (const MigrationStep& step : steps)
    if (step.version > from) GUANXI_CHECK(step.apply(db));
  return db.execute("PRAGMA application_id=" + std::to_string(application_id) + "; PRAGMA user_version=" + std::to_string(to));
}

}  // namespace

std::span<const MigrationStep> migration_steps() noexcept { return all_steps; }

Result<void> migrate(Connection& db, std::span<const MigrationStep> steps, const ConnectionOptions& options) {
  const std::int64_t newest = steps.back().version;
  GUANXI_ASSIGN(std::int64_t version, version_of(db));
  if (version > newest) return newer(db, version, newest);
  if (version == 0 && !options.create) return Error(Code::not_a_database, empty, {db.path()});
  GUANXI_CHECK(switch_to_wal(db, options.busy_timeout));
  if (version == newest) return {};
  return in_transaction(db, [&]() -> Result<void> {
    GUANXI_ASSIGN(version, version_of(db));  // another process may have been quicker
    if (version > newest) return newer(db, version, newest);
    return version == newest ? Result<void>() : apply(db, steps, version, options);
  });
}

Result<void> migrate_lent(Connection& db, std::span<const MigrationStep> steps, bool create) {
  const std::int64_t newest = steps.back().version;
  GUANXI_ASSIGN(const std::int64_t version, lent_version(db));
  if (version > newest) return newer(db, version, newest);
  if (version == newest) return {};
  if (version == 0 && !create) return Error(Code::not_found, no_store, {db.path()});
  return in_transaction(db, [&]() -> Result<void> {
    for (const MigrationStep& step : steps)
      if (step.version > version) GUANXI_CHECK(step.apply(db));
    GUANXI_ASSIGN(Query query, db.query("INSERT OR REPLACE INTO gx_meta(key,value)VALUES('version',?)"));
    query.bind(1, newest);
    return query.run();
  });
}

Result<void> check_version(Connection& db) {
  GUANXI_ASSIGN(const std::int64_t version, db.number("PRAGMA user_version"));
  const std::int64_t known = migration_steps().back().version;
  if (version > known) return newer(db, version, known);
  return {};
}

}  // namespace guanxi::store
