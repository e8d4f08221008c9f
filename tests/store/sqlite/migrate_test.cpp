// Old files brought up to date: by numbered steps after a backup, by columns and indexes that the descriptors name.
#include <doctest/doctest.h>

#include "accounts.h"
#include "steps.h"
#include "store/sqlite/layout.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

void make_store(const std::string& path, std::int64_t accounts) {
  auto store = Accounts::open(at(path));
  REQUIRE(store.ok());
  REQUIRE(store->storage().write([&](Writer& writer) { return store->add_all(writer, 1, accounts); }, no_news).ok());
}

Result<void> migrate_at(const std::string& path, std::span<const MigrationStep> steps) {
  ConnectionOptions options;
  options.path = path;
  return migrate(*connect(path), steps, options);
}

Result<void> fails(Connection&) {
  static constexpr Message no{"test.no", "no", "否"};
  return Error(Code::io, no);
}

}  // namespace

TEST_CASE("a new file carries our mark, its version and its mode") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 1);
  CHECK(number(path, "PRAGMA application_id") == application_id);
  CHECK(number(path, "PRAGMA user_version") == 3);
  CHECK(number(path, "SELECT 1 FROM pragma_journal_mode WHERE journal_mode='wal'") == 1);
  CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE name='gx_account'") == 1);
}

TEST_CASE("steps run once, in order, after a backup that still opens") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 100);
  const auto steps = further_steps();
  REQUIRE(migrate_at(path, steps).ok());
  CHECK(number(path, "PRAGMA user_version") == 5);
  CHECK(number(path, "SELECT count(*) FROM gx_note") == 100);
  REQUIRE(migrate_at(path, steps).ok());  // nothing left to do
  auto before = Accounts::open(at(path + ".before-v5"));
  REQUIRE(before.ok());
  CHECK(before->numbers()->size() == 100);
  CHECK(before->findings()->empty());
}

TEST_CASE("a step that fails leaves the old version, and the backup") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 10);
  auto steps = further_steps();
  steps.push_back({6, fails});
  CHECK(migrate_at(path, steps).error().code() == Code::io);
  CHECK(number(path, "PRAGMA user_version") == 3);
  CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE name='gx_note'") == 0);
  CHECK(std::filesystem::exists(path + ".before-v6"));
  CHECK(Accounts::open(at(path))->numbers()->size() == 10);
}

TEST_CASE("a file whose tables bear the names of entities keeps its rows under their new names") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 20);
  for (const AnyEntity* entity : builtin_entities()) {
    const std::string name(name_of(*entity));
    REQUIRE(connect(path)->execute("ALTER TABLE gx_" + name + " RENAME TO \"" + name + '"').ok());
  }
  REQUIRE(connect(path)->execute("PRAGMA user_version=1").ok());
  auto store = Accounts::open(at(path));
  REQUIRE(store.ok());
  CHECK(number(path, "PRAGMA user_version") == 3);
  CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='account'") == 0);
  CHECK(store->numbers()->size() == 20);
  CHECK(store->findings()->empty());
  CHECK(std::filesystem::exists(path + ".before-v3"));
}

TEST_CASE("a file in which no texts wait yet gets the table for them") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 20);
  REQUIRE(connect(path)->execute("DROP TABLE gx_search_waiting; PRAGMA user_version=2").ok());
  auto store = Accounts::open(at(path));
  REQUIRE(store.ok());
  CHECK(number(path, "PRAGMA user_version") == 3);
  REQUIRE(store->add(21).ok());
  CHECK(number(path, "SELECT count(*) FROM gx_search_waiting") == 1);
  CHECK(store->findings()->empty());
  CHECK(Accounts::open(at(path + ".before-v3"))->numbers()->size() == 20);
}

TEST_CASE("columns and indexes that are missing are added, those that are not wanted go") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 20);
  REQUIRE(connect(path)
              ->execute("DROP INDEX gxi_account_owner; ALTER TABLE gx_account DROP COLUMN note; ALTER TABLE gx_account DROP COLUMN revenue_currency;"
                        "ALTER TABLE gx_account DROP COLUMN revenue; CREATE INDEX gxi_account_fax ON gx_account(fax);"
                        "DROP INDEX gxi_account_number; CREATE INDEX gxi_account_number ON gx_account(fax);"
                        "UPDATE gx_meta SET value='' WHERE key='layout'")
              .ok());
  auto store = Accounts::open(at(path));
  REQUIRE(store.ok());
  CHECK(store->findings()->empty());
  CHECK(store->numbers()->size() == 20);
  CHECK(number(path, "SELECT count(*) FROM pragma_table_info('gx_account') WHERE name IN('note','revenue','revenue_currency')") == 3);
  CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE name='gxi_account_owner'") == 1);
  CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE name='gxi_account_fax'") == 0);
  CHECK(number(path, "SELECT count(*) FROM pragma_index_info('gxi_account_number') WHERE name='number'") == 1);
}

TEST_CASE("search texts made by other rules are made anew") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 30);
  REQUIRE(connect(path)
              ->execute("INSERT INTO gx_search_account(gx_search_account) VALUES('delete-all');"
                        "UPDATE gx_meta SET value='0' WHERE key='gx_search_account'; UPDATE gx_meta SET value='' WHERE key='layout'")
              .ok());
  auto store = Accounts::open(at(path));
  REQUIRE(store.ok());
  CHECK(store->findings()->empty());
}

TEST_CASE("indexes dropped for an import that never ended are built by the next to open the file") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 30);
  const auto wanted = static_cast<std::int64_t>(indexes_of(*Schema::builtin()).size());
  {
    auto store = Accounts::open(at(path));
    REQUIRE(store.ok());
    REQUIRE(store->storage().bulk_begin().ok());
    REQUIRE(store->add(31).ok());
    CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'gxi%'") == 0);
  }
  auto store = Accounts::open(at(path));
  REQUIRE(store.ok());
  CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'gxi%'") == wanted);
  CHECK(store->findings()->empty());
  CHECK(store->numbers()->size() == 31);
}

TEST_CASE("building indexes can be stopped, and goes on at the next opening") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  make_store(path, 5);
  auto store = Accounts::open(at(path));
  REQUIRE(store.ok());
  REQUIRE(store->storage().bulk_begin().ok());
  const auto stopped = store->storage().bulk_end([](std::uint64_t done, std::uint64_t) { return done < 3; });
  CHECK(stopped.error().code() == Code::cancelled);
  CHECK(stopped.error().text() == "Building the indexes of " + path + " was stopped; the next program that opens it builds them.");
  REQUIRE(Accounts::open(at(path)).ok());
  CHECK(number(path, "SELECT count(*) FROM sqlite_schema WHERE name='gxi_account_owner'") == 1);
}
