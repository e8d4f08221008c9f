// kill -9 at random moments: nothing acknowledged is lost, nothing is there by halves, and index, keys, search and log
// agree with the rows. GUANXI_CRASH_ROUNDS sets how often (10 without it).
#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "accounts.h"
#include "seed.h"
#include "steps.h"
#include "support/folder.h"
#include "support/process.h"
#include "support/effort.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

// Runs the helper, kills it after so many lines and a moment more, and returns what it had acknowledged.
std::set<std::int64_t> acknowledged_before_kill(const std::vector<std::string>& arguments, int lines, std::chrono::microseconds moment) {
  Process process(arguments);
  std::set<std::int64_t> acknowledged;
  for (int i = 0; i < lines; ++i) {
    const auto line = process.line();
    if (!line) break;
    acknowledged.insert(std::stoll(*line));
  }
  std::this_thread::sleep_for(moment);
  process.kill();
  while (const auto line = process.line()) acknowledged.insert(std::stoll(*line));
  process.wait();
  return acknowledged;
}

void check_whole(Accounts& accounts) {
  const auto findings = accounts.findings();
  REQUIRE(findings.ok());
  for (const std::string& finding : *findings) FAIL_CHECK(finding);
}

}  // namespace

TEST_CASE("commands survive the end of their process") {
  auto random = seeded_random();
  const Folder folder;
  const std::string path = folder.file("store.db");
  std::int64_t first = 1;
  std::set<std::int64_t> acknowledged;
  for (int round = 0; round < test::crash_rounds(); ++round) {
    const std::string threads = std::to_string(1 + random() % 4);
    const auto now = acknowledged_before_kill({GUANXI_STORE_HELPER, "add", path, std::to_string(first), "1000", threads},
                                              static_cast<int>(random() % 60), std::chrono::microseconds(random() % 20'000));
    acknowledged.insert(now.begin(), now.end());
    first += 1000;
    auto accounts = Accounts::open(at(path));
    REQUIRE(accounts.ok());
    check_whole(*accounts);
    const auto stored = *accounts->numbers();
    for (const std::int64_t number : acknowledged) REQUIRE_MESSAGE(stored.contains(number), number << " was acknowledged and is gone");
    acknowledged = stored;
  }
}

TEST_CASE("imports survive by whole batches") {
  auto random = seeded_random();
  for (int round = 0; round < test::crash_rounds(); ++round) {
    const Folder folder;
    const std::string path = folder.file("store.db");
    const auto acknowledged = acknowledged_before_kill({GUANXI_STORE_HELPER, "import", path, "1", "2000"}, static_cast<int>(random() % 40),
                                                       std::chrono::microseconds(random() % 20'000));
    auto accounts = Accounts::open(at(path));
    REQUIRE(accounts.ok());
    check_whole(*accounts);
    const auto stored = *accounts->numbers();
    CHECK(stored.size() % 50 == 0);
    for (const std::int64_t number : acknowledged) CHECK(stored.contains(number));
  }
}

TEST_CASE("a migration is done or not begun") {
  auto random = seeded_random();
  const Folder folder;
  const std::string original = folder.file("original.db");
  {
    auto accounts = Accounts::open(at(original));
    REQUIRE(accounts.ok());
    REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 3000); }, no_news).ok());
  }
  for (int round = 0; round < test::crash_rounds(); ++round) {
    const std::string path = folder.file("store" + std::to_string(round) + ".db");
    std::filesystem::copy_file(original, path);
    {
      Process process({GUANXI_STORE_HELPER, "migrate", path});
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
      process.kill();
      process.wait();
    }
    ConnectionOptions options;
    options.path = path;
    auto db = Connection::open(options);
    REQUIRE(db.ok());
    const std::int64_t version = *(*db)->number("PRAGMA user_version");
    const std::int64_t newest = further_steps().back().version;
    CHECK((version == migration_steps().back().version || version == newest));
    if (version == newest) {
      CHECK(*(*db)->number("SELECT count(*) FROM gx_note") == 3000);
      CHECK(*(*db)->number("SELECT count(*) FROM gx_account WHERE note='moved'") == 3000);
    } else {
      CHECK(*(*db)->number("SELECT count(*) FROM sqlite_schema WHERE name='gx_note'") == 0);
      CHECK(migrate(**db, further_steps(), options).ok());  // the next one to open it does it
    }
    CHECK(*(*db)->number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check='ok'") == 1);
  }
}
