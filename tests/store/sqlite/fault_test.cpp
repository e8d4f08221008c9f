// Disks that fill up, fail to read, and lose power: a clear error, nothing acknowledged lost, the database intact.
// GUANXI_FAULTS=all lets each call fail in turn; without it every third or so, others at each run.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "accounts.h"
#include "seed.h"
#include "support/effort.h"
#include "support/fault_vfs.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

SqliteOptions on(const std::string& path, const FaultVfs* vfs = nullptr) {
  SqliteOptions options;
  options.path = path;
  options.busy_timeout = std::chrono::milliseconds(100);
  options.idle_readers = 1;
  if (vfs != nullptr) options.vfs = vfs->name();
  return options;
}

// A store with a few accounts to start from.
void make_store(const std::string& path) {
  auto accounts = Accounts::open(on(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 40); }, no_news).ok());
}

// Opens the store, changes it in several ways and reads it; notes what was acknowledged and the first error.
struct Visit {
  std::set<std::int64_t> acknowledged;
  std::optional<Error> error;

  template <class T>
  bool note(Result<T> result) {
    if (!result && !error) error = std::move(result).error();
    return result.ok();
  }

  void run(const std::string& path, const FaultVfs& vfs) {
    auto opened = Accounts::open(on(path, &vfs));
    if (!opened) {
      note(std::move(opened));
      return;
    }
    Accounts accounts = std::move(opened).value();
    for (std::int64_t number = 100; number < 104; ++number)
      if (note(accounts.add(number))) acknowledged.insert(number);
    note(accounts.move(3, "上海"));
    note(accounts.numbers());
    note(search(accounts));
    const auto many = [&](Writer& writer) { return accounts.add_all(writer, 200, 50); };
    if (note(accounts.storage().write(many, no_news)))
      for (std::int64_t number = 200; number < 250; ++number) acknowledged.insert(number);
  }

  static Result<void> search(Accounts& accounts) {
    auto reader = accounts.storage().begin_read();
    if (!reader) return std::move(reader).error();
    Search search;
    search.type = &accounts.type();
    search.text = "样品";
    return (*reader)->search(search, [](AnyRecord&) { return true; });
  }
};

void check_after(const std::string& path, const std::set<std::int64_t>& acknowledged) {
  auto accounts = Accounts::open(on(path));
  REQUIRE(accounts.ok());
  const auto findings = accounts->findings();
  REQUIRE(findings.ok());
  for (const std::string& finding : *findings) FAIL_CHECK(finding);
  const auto stored = *accounts->numbers();
  for (std::int64_t number = 1; number <= 40; ++number) CHECK(stored.contains(number));
  for (const std::int64_t number : acknowledged) CHECK(stored.contains(number));
  const std::int64_t of_the_batch = std::count_if(stored.begin(), stored.end(), [](std::int64_t n) { return n >= 200; });
  CHECK((of_the_batch == 0 || of_the_batch == 50));
}

// How many of `calls` to go on: through all of them in time, and never so far that fewer than ten are met.
std::int64_t step(std::mt19937_64& random, std::int64_t calls) {
  if (std::getenv("GUANXI_FAULTS") != nullptr) return 1;
  const std::int64_t furthest = std::clamp<std::int64_t>(calls / 10, 1, 5 * test::sparing);
  return 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(furthest));
}

// Lets calls of `operations` fail in turn, each on a fresh copy of the same store.
void fail_everywhere(unsigned operations, int code, bool for_ever, std::initializer_list<Code> expected) {
  auto random = seeded_random();
  const Folder folder;
  const std::string original = folder.file("original.db"), path = folder.file("store.db");
  make_store(original);
  const auto visit_of = [&](const FaultVfs& vfs) {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
    std::filesystem::copy_file(original, path);
    Visit visit;
    visit.run(path, vfs);
    return visit;
  };
  FaultVfs whole;
  whole.fail_at(std::numeric_limits<std::int64_t>::max(), operations, code);
  CHECK_FALSE(visit_of(whole).error);
  const std::int64_t calls = whole.calls();
  CHECK(calls > 1);

  int failures = 0, errors = 0;
  for (std::int64_t n = 1;; n += step(random, calls)) {
    FaultVfs vfs;
    vfs.fail_at(n, operations, code, for_ever);
    const Visit visit = visit_of(vfs);
    if (!vfs.failed()) break;
    ++failures;
    CAPTURE(n);
    if (visit.error) {
      ++errors;
      INFO(visit.error->text());
      CHECK(std::find(expected.begin(), expected.end(), visit.error->code()) != expected.end());
      CHECK(visit.error->text().find(path) != std::string::npos);
    }
    check_after(path, visit.acknowledged);
  }
  CHECK(failures > 1);
  CHECK(errors > 0);
}

}  // namespace

TEST_CASE("a full disk, at every write") {
  SUBCASE("for a moment") { fail_everywhere(FaultVfs::write, SQLITE_FULL, false, {Code::full}); }
  SUBCASE("for good") { fail_everywhere(FaultVfs::write, SQLITE_FULL, true, {Code::full}); }
}

TEST_CASE("a failing write, at every write") {
  fail_everywhere(FaultVfs::write | FaultVfs::truncate, SQLITE_IOERR_WRITE, false, {Code::io});
}

TEST_CASE("a failing read, at every read") {
  SUBCASE("for a moment") { fail_everywhere(FaultVfs::read, SQLITE_IOERR_READ, false, {Code::io}); }
  SUBCASE("for good") { fail_everywhere(FaultVfs::read, SQLITE_IOERR_READ, true, {Code::io}); }
}

TEST_CASE("a failing sync, at every sync") { fail_everywhere(FaultVfs::sync, SQLITE_IOERR_FSYNC, false, {Code::io}); }

TEST_CASE("a file that cannot be opened, at every opening") {
  const Folder folder;
  for (std::int64_t n = 1; n <= 4; ++n) {
    const std::string path = folder.file("store" + std::to_string(n) + ".db");
    make_store(path);
    FaultVfs vfs;
    vfs.fail_at(n, FaultVfs::open, SQLITE_CANTOPEN);
    Visit visit;
    visit.run(path, vfs);
    CHECK(vfs.failed());
    if (visit.error) CHECK(visit.error->code() == Code::io);
    check_after(path, visit.acknowledged);
  }
}

TEST_CASE("a full disk says what to do, and the store goes on when there is room again") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  FaultVfs vfs;
  auto accounts = Accounts::open(on(path, &vfs));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->add(1).ok());
  vfs.fail_at(1, FaultVfs::write, SQLITE_FULL, true);
  const auto refused = accounts->add(2);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code() == Code::full);
  CHECK(refused.error().text() ==
        "There is no room left on the device of " + path + ", so the change was undone: free some space and try again.");
  CHECK(refused.error().text(Language::chinese) == path + " 所在磁盘空间不足，更改已撤销；请释放空间后重试。");
  vfs.heal();
  CHECK(accounts->add(2).ok());
  CHECK(*accounts->numbers() == std::set<std::int64_t>{1, 2});
  CHECK(accounts->findings()->empty());
}

// What FULL promises, on a medium that keeps only what was synced and tears the rest.
TEST_CASE("power cuts: FULL loses nothing that was acknowledged, NORMAL keeps the database whole") {
  auto random = seeded_random();
  for (const Durability durability : {Durability::full, Durability::normal}) {
    const Folder folder;
    FaultVfs vfs;
    SqliteOptions options = on(folder.file("store.db"), &vfs);
    options.durability = durability;
    auto accounts = Accounts::open(options);
    REQUIRE(accounts.ok());
    for (std::int64_t number = 1; number <= 40; ++number) {
      REQUIRE(accounts->add(number).ok());
      if (random() % 3 != 0) continue;
      const Folder after;
      vfs.save_after_power_cut(after.path(), random);
      auto survivor = Accounts::open(on(after.file("store.db")));
      if (durability == Durability::normal && !survivor) {
        CHECK(survivor.error().code() == Code::not_a_database);  // cut before its making was ever synced
        continue;
      }
      REQUIRE(survivor.ok());
      const auto findings = survivor->findings();
      REQUIRE(findings.ok());
      for (const std::string& finding : *findings) FAIL_CHECK(finding);
      const auto stored = *survivor->numbers();
      CHECK(stored.size() <= static_cast<std::size_t>(number));
      if (durability == Durability::full) CHECK(stored.size() == static_cast<std::size_t>(number));
    }
  }
}
