// Sixty-four threads, each committing small changes with synchronous=FULL, beside one thread of raw code that groups the
// same rows as the library's queue does: as many as wait. Both make their input; the sessions are opened beforehand,
// since each of 64 that ask at once gets a connection of its own.
#include <atomic>
#include <thread>

#include "benchmarks.h"
#include "raw/raw.h"
#include "sample.h"

namespace guanxi::bench {
void many_writers(Table& table) {
  constexpr int rounds = 5;
  constexpr int threads = 64;
  constexpr int each = 60;
  constexpr int start_size = 20'000;  // as where accounts are created one by one
  Folder folder;
  const std::string file = folder.file("ours.gx"), copy = folder.file("raw.gx");
  Id owner;
  {
    Fresh fresh(file);
    owner = fresh.session.user();
    create_all(fresh.session, start_size);
  }
  RawStore raw(file, copy, RawStore::For::writing, true);
  Store store = need(Store::open(file, {.durability = Durability::full}));
  std::vector<std::vector<RawAccount>> work;
  for (int round = 0; round < 2 * (rounds + 1); ++round) work.push_back(raw_accounts(static_cast<std::uint64_t>(1'000'000 + round * threads * each), threads * each, owner));
  std::vector<Session> sessions;
  for (int t = 0; t < threads; ++t) sessions.push_back(need(store.session("admin")));
  const auto input = [](int round, int t, int i) { return sample_account(static_cast<std::uint64_t>(start_size + (round * threads + t) * each + i)); };
  std::atomic<int> busy{0};
  const auto measure = [&](int first) {
    return compare(
        rounds, threads * each,
        [&, first](int of) {
          const int round = first + of;
          std::vector<std::thread> all;
          for (int t = 0; t < threads; ++t) {
            all.emplace_back([&, t] {
              for (int i = 0; i < each; ++i) {
                auto row = input(round, t, i);
                const auto done = sessions[static_cast<std::size_t>(t)].create(row, {.on_duplicate = OnDuplicate::allow});
                if (!done && done.error().code() == Code::busy) ++busy;
              }
            });
          }
          for (std::thread& thread : all) thread.join();
        },
        [&, first](int of) {
          const int round = first + of;
          const auto& accounts = work[static_cast<std::size_t>(round)];
          for (int i = 0; i < threads * each; ++i) {
            (void)input(round, i % threads, i / threads);
            if (i % threads == 0) raw.begin();
            raw.insert(accounts[static_cast<std::size_t>(i)]);
            if (i % threads == threads - 1) raw.commit();
          }
        },
        true);
  };
  table.add("64 writers, synchronous=FULL (wall, a commit each)", measure(0), "raw in groups of 64", "throughput ≥ 0.8, so ≤ 1.25");
  check_keys_alone(sessions.front());
  table.add("… checked by equal keys alone", measure(rounds + 1), "raw in groups of 64", "throughput ≥ 0.8, so ≤ 1.25");
  table.note("BUSY seen by the 64 writers", std::to_string(busy.load()), "0");
}

}  // namespace guanxi::bench
