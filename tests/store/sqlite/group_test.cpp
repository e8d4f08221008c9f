// Many writers on one file whose disk fails.
#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>

#include "accounts.h"
#include "support/fault_vfs.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::store;

TEST_CASE("a failing commit fails every writer of its group, and none after it") {
  const Folder folder;
  FaultVfs vfs;
  SqliteOptions options = at(folder.file("store.db"));
  options.vfs = vfs.name();
  auto accounts = Accounts::open(options);
  REQUIRE(accounts.ok());
  std::atomic<std::int64_t> next = 1;
  std::mutex mutex;
  std::set<std::int64_t> acknowledged;
  std::vector<std::thread> threads;
  vfs.fail_at(20, FaultVfs::sync, SQLITE_IOERR_FSYNC);
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (std::int64_t number = next++; number <= 300; number = next++) {
        if (!accounts->add(number)) continue;
        const std::lock_guard lock(mutex);
        acknowledged.insert(number);
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(vfs.failed());
  CHECK(acknowledged.size() < 300);
  CHECK(*accounts->numbers() == acknowledged);
  CHECK(accounts->findings()->empty());
}

TEST_CASE("while many write, one of them brings the log into the database") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  constexpr std::int64_t wanted = 1200;
  std::atomic<std::int64_t> next = 1;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (std::int64_t number = next++; number <= wanted; number = next++)
        if (!accounts->add(number)) break;
    });
  for (auto& thread : threads) thread.join();
  CHECK(accounts->numbers()->size() == static_cast<std::size_t>(wanted));
  CHECK(accounts->findings()->empty());
  CHECK(std::filesystem::file_size(path) > 100 * 4096);  // where it was one page
}
