// Many threads on one store. Checks happen on the test's own thread: the others only count.
#include <atomic>
#include <mutex>
#include <thread>

#include "fixture.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

constexpr int threads = 64, rounds = 10;
constexpr Message no_good{"test.no_good", "This work failed.", "测试失败。"};

void together(FunctionRef<void(int)> work) {
  std::vector<std::thread> all;
  for (int t = 0; t < threads; ++t) all.emplace_back([&work, t] { work(t); });
  for (std::thread& thread : all) thread.join();
}

AnyRecord numbered(Fixture& store, int thread, int round) {
  AnyRecord row = store.sample().record();
  Id id;
  id.bytes = {1, static_cast<std::uint8_t>(thread), static_cast<std::uint8_t>(round)};
  row.put(common::id, Codec<Id>::pack(id));
  row.put(common::revision, Codec<Int>::pack(1));
  row.set(Sample.ranking, Codec<Int>::pack(thread));
  return row;
}

}  // namespace

CONFORMS("64 threads write: nothing is lost, sequences have no gaps, commits are told in order") {
  std::atomic<int> failures = 0, rows_failed = 0;
  std::vector<std::int64_t> told;  // by `committed`, which never runs twice at once
  together([&](int t) {
    for (int r = 0; r < rounds; ++r) {
      AnyRecord row = numbered(store, t, r);
      std::int64_t number = 0;
      const bool fail = (t + r) % 7 == 0;
      const auto written = store.storage().write(
          [&](Writer& writer) -> Result<void> {
            Put put{.type = &store.sample(), .after = &row};
            if (!writer.put({&put, 1})) ++rows_failed;
            auto next = writer.next("numbers");
            number = next.ok() ? *next : 0;
            Change change;
            change.entity = Sample.number;
            change.rid = row.rid();
            if (!writer.append(change)) ++rows_failed;
            return fail ? Result<void>(Error(Code::invalid, no_good)) : Result<void>();
          },
          [&] { told.push_back(number); });
      if (written.ok() == fail) ++failures;
    }
  });
  CHECK(failures == 0);
  CHECK(rows_failed == 0);
  std::vector<std::int64_t> expected;
  for (std::size_t i = 1; i <= told.size(); ++i) expected.push_back(static_cast<std::int64_t>(i));
  CHECK(told == expected);
  const auto reader = store.reader();
  CHECK(rows_of(*reader, store, {.type = &store.sample()}).size() == told.size());
  std::vector<std::int64_t> seqs;
  REQUIRE(reader->changes({.limit = 10000}, [&](Change& c) { return seqs.push_back(c.seq), true; }).ok());
  CHECK(seqs.size() == told.size());
  CHECK(std::is_sorted(seqs.begin(), seqs.end()));
}

CONFORMS("of many changes to one revision one wins, the others are conflicts") {
  AnyRecord row = numbered(store, 0, 0);
  store.insert(row);
  std::atomic<int> won = 0, conflicts = 0;
  together([&](int t) {
    const AnyRecord before = row;
    AnyRecord after = row;
    after.set(Sample.pieces, Codec<Int>::pack(t));
    after.put(common::revision, Codec<Int>::pack(2));
    const auto written = store.storage().write([&](Writer& writer) { return store.put(writer, after, &before); }, no_news);
    if (written.ok()) ++won;
    else if (written.error().code() == Code::conflict) ++conflicts;
  });
  CHECK(won == 1);
  CHECK(conflicts == threads - 1);
}

CONFORMS("readers see every commit whole while others write") {
  // Each transaction gives both rows the same number: a reader that finds two numbers has seen half a commit.
  std::vector<AnyRecord> pair{numbered(store, 1, 1), numbered(store, 1, 2)};
  store.insert(pair);
  std::atomic<bool> done = false;
  std::atomic<int> torn = 0, failed = 0, scans = 0;
  std::mutex rows;
  together([&](int t) {
    if (t < 8) {
      for (int r = 0; r < 25; ++r) {
        const auto written = store.storage().write(
            [&](Writer& writer) -> Result<void> {
              const std::lock_guard lock(rows);
              for (AnyRecord& row : pair) {
                const AnyRecord before = row;
                row.set(Sample.ranking, Codec<Int>::pack(t * 1000 + r));
                row.put(common::revision, Codec<Int>::pack(before.revision() + 1));
                if (auto put = store.put(writer, row, &before); !put) return put;
              }
              return {};
            },
            no_news);
        if (!written) ++failed;
      }
      done = t == 0 || done;
    } else {
      do {
        auto reader = store.storage().begin_read();
        if (!reader) {
          ++failed;
          continue;
        }
        std::vector<std::int64_t> seen;
        const auto scanned = (*reader)->scan({.type = &store.sample()}, [&](AnyRecord& row) { return seen.push_back(row.get(Sample.ranking).integer), true; });
        if (!scanned) ++failed;
        if (seen.size() != 2 || seen[0] != seen[1]) ++torn;
        ++scans;
      } while (!done);
    }
  });
  CHECK(failed == 0);
  CHECK(torn == 0);
  CHECK(scans > 0);
}

CONFORMS("a transaction keeps the others waiting until it ends") {
  auto transaction = store.storage().begin_write();
  REQUIRE(transaction.ok());
  std::atomic<bool> written = false;
  std::thread other([&] {
    written = store.storage().write([&](Writer& writer) { return writer.set_meta("who", "other"); }, no_news).ok();
  });
  REQUIRE((*transaction)->writer().set_meta("who", "first").ok());
  CHECK_FALSE(written);
  REQUIRE((*transaction)->commit().ok());
  other.join();
  CHECK(written);
  CHECK(*store.reader()->meta("who") == "other");
}
