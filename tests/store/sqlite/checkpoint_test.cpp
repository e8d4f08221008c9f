// The write-ahead log goes into the database beside the writers, and does not grow without end.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "accounts.h"
#include "store/sqlite/checkpoints.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

constexpr std::uintmax_t page = 4096 + 24;  // with its header in the log

std::uintmax_t pages_in_log(const std::string& path) { return std::filesystem::file_size(path + "-wal") / page; }

// Adds accounts until the log has had so many pages to take up.
void write_pages(Accounts& accounts, const std::string& path, std::uintmax_t wanted, std::int64_t& next) {
  std::uintmax_t before = pages_in_log(path), written = 0;
  while (written < wanted) {
    REQUIRE(accounts.add(next++).ok());
    const auto now = pages_in_log(path);
    written += now > before ? now - before : 1;
    before = now;
  }
}

// A database with one table of values that take a page each.
struct Pages {
  explicit Pages(const std::string& path) : db(connect(path)), checkpoints(*db, options(path), Durability::full) {
    REQUIRE(db->execute("CREATE TABLE p(v)").ok());
  }
  static ConnectionOptions options(const std::string& path) {
    ConnectionOptions out;
    out.path = path;
    return out;
  }
  void add(int pages) {
    REQUIRE(db->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<" + std::to_string(pages) +
                        ") INSERT INTO p SELECT randomblob(3500) FROM n").ok());
  }

  std::unique_ptr<Connection> db;
  Checkpoints checkpoints;
};

}  // namespace

TEST_CASE("a log that is never wholly copied beside the writers is copied in a turn when it is long") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  REQUIRE(Accounts::open(at(path)).ok());
  Pages pages(path);
  std::uintmax_t most = 0;
  for (int i = 0; i < 40; ++i) {
    pages.add(500);
    pages.checkpoints.in_turn();
    most = std::max(most, pages_in_log(path));
  }
  CHECK(most >= 16'000);
  CHECK(most < 17'500);
}

TEST_CASE("beside the writers the log is copied before it is long, as often as there is enough to copy") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  REQUIRE(Accounts::open(at(path)).ok());
  Pages pages(path);
  for (int i = 0; i < 20; ++i) {
    pages.add(500);
    pages.checkpoints.beside_writers();
  }
  CHECK(pages_in_log(path) < 2'500);
  CHECK(number(path, "SELECT count(*) FROM p") == 10'000);
}

TEST_CASE("one writer: the log is copied when it has a thousand pages, and begins anew") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  const auto before = std::filesystem::file_size(path);
  std::int64_t next = 1;
  write_pages(*accounts, path, 1500, next);
  CHECK(pages_in_log(path) < 1200);
  CHECK(std::filesystem::file_size(path) > before);
  CHECK(accounts->numbers()->size() == static_cast<std::size_t>(next - 1));
  CHECK(accounts->findings()->empty());
}

TEST_CASE("a transaction of its own is copied after its commit") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  const auto before = std::filesystem::file_size(path);
  auto transaction = accounts->storage().begin_write();
  REQUIRE(transaction.ok());
  REQUIRE(accounts->add_all((*transaction)->writer(), 1, 12000).ok());
  REQUIRE((*transaction)->commit().ok());
  CHECK(pages_in_log(path) > 1000);
  CHECK(std::filesystem::file_size(path) > before + 1000 * 4096);
}

TEST_CASE("while somebody reads an old state the log keeps what is newer, and then lets it go") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->add(1).ok());
  std::int64_t next = 2;
  {
    auto reader = accounts->storage().begin_read();
    REQUIRE(reader.ok());
    REQUIRE((*reader)->last_change().ok());
    while (pages_in_log(path) < 2500) REQUIRE(accounts->add(next++).ok());
    CHECK(*(*reader)->last_change() == 1);
  }
  for (int i = 0; i < 1500; ++i) REQUIRE(accounts->add(next++).ok());  // several thousand pages
  CHECK(pages_in_log(path) < 4000);
  CHECK(accounts->findings()->empty());
}
