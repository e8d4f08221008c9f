// Several processes on one file.
#include <doctest/doctest.h>

#include <set>

#include "accounts.h"
#include "support/folder.h"
#include "support/process.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

SqliteOptions patient(const std::string& path, std::chrono::milliseconds patience = std::chrono::seconds(60)) {
  SqliteOptions options;
  options.path = path;
  options.busy_timeout = patience;
  return options;
}

std::vector<std::string> helper(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), GUANXI_STORE_HELPER);
  return arguments;
}

}  // namespace

TEST_CASE("a file that another process holds is busy for writers, not for readers") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(patient(path, std::chrono::milliseconds(50)));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->add(1).ok());
  Process holder(helper({"hold", path}));
  REQUIRE(holder.line() == "held");
  const auto refused = accounts->add(2);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code() == Code::busy);
  CHECK(refused.error().retryable());
  CHECK(refused.error().text() == "Another process is using " + path + ": try again in a moment.");
  CHECK(refused.error().text(Language::chinese) == "另一个进程正在使用 " + path + "，请稍后重试。");
  CHECK(*accounts->numbers() == std::set<std::int64_t>{1});
  CHECK(Accounts::open(patient(path, std::chrono::milliseconds(50))).ok());  // nothing to lay out, nothing to wait for
  holder.close_input();
  CHECK(holder.wait() == 0);
  CHECK(accounts->add(2).ok());
  CHECK(accounts->findings()->empty());
}

TEST_CASE("two processes with four threads each lose no update and are never busy") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  constexpr int each = 200;
  Process first(helper({"raise", path, std::to_string(each), "4"}));
  Process second(helper({"raise", path, std::to_string(each), "4"}));
  CHECK(first.line() == "done");
  CHECK(second.line() == "done");
  CHECK(first.wait() == 0);
  CHECK(second.wait() == 0);
  auto accounts = Accounts::open(patient(path));
  REQUIRE(accounts.ok());
  auto reader = accounts->storage().begin_read();
  REQUIRE(reader.ok());
  CHECK((*reader)->meta("raised")->value_or("") == std::to_string(2 * each));
  CHECK(accounts->findings()->empty());
}

TEST_CASE("what another process commits is seen, and noticed") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(patient(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->add(1).ok());
  const std::int64_t before = *accounts->storage().foreign_commits();
  Process other(helper({"add", path, "10", "1", "1"}));
  CHECK(other.line() == "10");
  CHECK(other.wait() == 0);
  CHECK(*accounts->storage().foreign_commits() != before);
  CHECK(*accounts->numbers() == std::set<std::int64_t>{1, 10});

  const std::int64_t settled = *accounts->storage().foreign_commits();
  CHECK(*accounts->storage().foreign_commits() == settled);
  REQUIRE(accounts->add(2).ok());
  CHECK(*accounts->storage().foreign_commits() == settled);  // our own do not count
}

TEST_CASE("a writer sees in its turn what was committed by others before it") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(patient(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->add(1).ok());
  const auto count = [&] {
    std::int64_t commits = 0;
    const auto work = [&](Writer&) -> Result<void> {
      commits = *accounts->storage().foreign_commits();
      return {};
    };
    CHECK(accounts->storage().write(work, no_news).ok());
    return commits;
  };
  const std::int64_t before = count();
  CHECK(count() == before);
  Process other(helper({"add", path, "10", "1", "1"}));
  CHECK(other.line() == "10");
  CHECK(other.wait() == 0);
  CHECK(count() != before);
}
