// The other process: does what it is told to a store, says what was acknowledged, and is killed now and then.
//
//   helper add PATH FIRST COUNT THREADS [normal]   adds accounts, one command each, and prints every number once it is committed
//   helper import PATH FIRST COUNT                 adds them in bulk mode, in batches; prints the last number of each
//   helper raise PATH COUNT THREADS                raises the number kept as "raised" one by one; prints "done"
//   helper hold PATH                               holds the file's write lock until its input ends; prints "held"
//   helper migrate PATH                            takes the file through two steps more; prints "done"
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <iostream>
#include <thread>

#include "accounts.h"
#include "base/check.h"
#include "steps.h"
#include "store/sqlite/transaction.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

// In one system call, so that a kill leaves no half of it unnoticed.
void say(const std::string& line) {
  const std::string bytes = line + '\n';
  [[maybe_unused]] const auto written = ::write(1, bytes.data(), bytes.size());
}

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", error.text().c_str());
  return error.code() == Code::busy ? 3 : 1;
}

SqliteOptions options(const std::string& path) {
  SqliteOptions options;
  options.path = path;
  options.busy_timeout = std::chrono::seconds(60);
  return options;
}

// Runs `work` for every number, by several threads; the first error ends it.
template <class Work>
Result<void> by_threads(std::int64_t first, std::int64_t count, int threads, Work work) {
  std::atomic<std::int64_t> next = first;
  std::vector<Result<void>> results(static_cast<std::size_t>(threads));
  std::vector<std::thread> all;
  for (auto& result : results)
    all.emplace_back([&] {
      for (std::int64_t number = next++; number < first + count && result.ok(); number = next++) result = work(number);
    });
  for (auto& thread : all) thread.join();
  for (auto& result : results) GUANXI_CHECK(std::move(result));
  return {};
}

Result<void> add(const SqliteOptions& options, std::int64_t first, std::int64_t count, int threads) {
  GUANXI_ASSIGN(Accounts accounts, Accounts::open(options));
  return by_threads(first, count, threads, [&](std::int64_t number) -> Result<void> {
    GUANXI_CHECK(accounts.add(number));
    say(std::to_string(number));
    return {};
  });
}

Result<void> import(const std::string& path, std::int64_t first, std::int64_t count) {
  GUANXI_ASSIGN(Accounts accounts, Accounts::open(options(path)));
  GUANXI_CHECK(accounts.storage().bulk_begin());
  constexpr std::int64_t batch = 50;
  for (std::int64_t number = first; number < first + count; number += batch) {
    GUANXI_CHECK(accounts.storage().write([&](Writer& writer) { return accounts.add_all(writer, number, batch); }, no_news));
    say(std::to_string(number + batch - 1));
  }
  return accounts.storage().bulk_end({});
}

Result<void> raise(const std::string& path, std::int64_t count, int threads) {
  GUANXI_ASSIGN(Accounts accounts, Accounts::open(options(path)));
  GUANXI_CHECK(by_threads(0, count, threads, [&](std::int64_t) {
    return accounts.storage().write(
        [](Writer& writer) -> Result<void> {
          GUANXI_ASSIGN(const auto raised, writer.meta("raised"));
          return writer.set_meta("raised", std::to_string(std::stoll(raised.value_or("0")) + 1));
        },
        no_news);
  }));
  say("done");
  return {};
}

Result<void> hold(const std::string& path) {
  ConnectionOptions connection;
  connection.path = path;
  GUANXI_ASSIGN(const auto db, Connection::open(connection));
  WriteLock lock(*db);
  GUANXI_CHECK(lock.begin());
  say("held");
  while (std::cin.get() != EOF) {}
  return {};
}

Result<void> migrate_further(const std::string& path) {
  ConnectionOptions connection;
  connection.path = path;
  connection.busy_timeout = std::chrono::seconds(60);
  GUANXI_ASSIGN(const auto db, Connection::open(connection));
  GUANXI_CHECK(migrate(*db, further_steps(), connection));
  say("done");
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  const auto number = [&](std::size_t at) { return std::stoll(given.at(at)); };
  const std::string& path = given.at(1);
  Result<void> done;
  if (given[0] == "add") {
    SqliteOptions how = options(path);
    if (given.size() > 5) how.durability = Durability::normal;
    done = add(how, number(2), number(3), static_cast<int>(number(4)));
  } else if (given[0] == "import") {
    done = import(path, number(2), number(3));
  } else if (given[0] == "raise") {
    done = raise(path, number(2), static_cast<int>(number(3)));
  } else if (given[0] == "hold") {
    done = hold(path);
  } else {
    done = migrate_further(path);
  }
  return done ? 0 : fail(done.error());
}
