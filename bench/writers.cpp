// Sixty-four threads, each committing small changes with synchronous=FULL, beside one thread of raw code that knows all rows in advance and commits 64 at a
// time. Both make their input; the sessions are opened beforehand, since each of 64 that ask at once gets a connection of its own.
#include <fmt/format.h>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "benchmarks.h"
#include "raw/raw.h"
#include "sample.h"

namespace guanxi::bench {
namespace {

constexpr int threads = 64;
constexpr int each = 60;  // accounts of a thread in a round
constexpr int rounds = 5;

// Two stores with the same rows, and the accounts that go into both, a number of rounds.
class Contest {
 public:
  Contest(std::uint64_t start_size, int all_rounds) : start_size_(start_size) {
    const std::string file = folder_.file("ours.gx"), copy = folder_.file("raw.gx");
    Id owner;
    {
      Fresh fresh(file);
      owner = fresh.session.user();
      create_all(fresh.session, start_size);
    }
    raw_ = std::make_unique<RawStore>(file, copy, RawStore::For::writing, true);
    store_.emplace(need(Store::open(file, {.durability = Durability::full})));
    for (int round = 0; round < all_rounds; ++round) work_.push_back(raw_accounts(1'000'000 + static_cast<std::uint64_t>(round) * threads * each, threads * each, owner));
    for (int t = 0; t < threads; ++t) sessions_.push_back(need(store_->session("admin")));
  }

  Pair run() {
    const int first = std::exchange(next_, next_ + rounds + 1);
    return compare(
        rounds, threads * each, [&](int round) { write_ours(first + round); }, [&](int round) { write_raw(first + round); }, true);
  }
  Session& session() { return sessions_.front(); }
  int busy() const { return busy_; }

 private:
  Record<Account> input(int round, int t, int i) const { return sample_account(start_size_ + static_cast<std::uint64_t>((round * threads + t) * each + i)); }

  void write_ours(int round) {
    std::vector<std::thread> all;
    for (int t = 0; t < threads; ++t) {
      all.emplace_back([&, t] {
        for (int i = 0; i < each; ++i) {
          auto row = input(round, t, i);
          const auto done = sessions_[static_cast<std::size_t>(t)].create(row, {.on_duplicate = OnDuplicate::allow});
          if (!done && done.error().code() == Code::busy) ++busy_;
        }
      });
    }
    for (std::thread& thread : all) thread.join();
  }

  void write_raw(int round) {
    const auto& accounts = work_[static_cast<std::size_t>(round)];
    for (int i = 0; i < threads * each; ++i) {
      (void)input(round, i % threads, i / threads);
      if (i % threads == 0) raw_->begin();
      raw_->insert(accounts[static_cast<std::size_t>(i)]);
      if (i % threads == threads - 1) raw_->commit();
    }
  }

  const std::uint64_t start_size_;
  Folder folder_;
  std::unique_ptr<RawStore> raw_;
  std::optional<Store> store_;
  std::vector<std::vector<RawAccount>> work_;
  std::vector<Session> sessions_;
  int next_ = 0;
  std::atomic<int> busy_ = 0;
};

}  // namespace

void many_writers(Table& table) {
  const std::string target = "throughput ≥ 0.8, so ≤ 1.25";
  int busy = 0;
  for (const std::uint64_t start_size : {100'000, 20'000, 0}) {
    Contest contest(start_size, 2 * (rounds + 1));
    const std::string of = start_size == 0 ? "into an empty store" : fmt::format("into a store of {} accounts", start_size);
    table.add(fmt::format("64 writers, synchronous=FULL, {} (wall, a commit each)", of), contest.run(), "raw in groups of 64", target);
    check_keys_alone(contest.session());
    table.add("… checked by equal keys alone", contest.run(), "raw in groups of 64", target);
    busy += contest.busy();
  }
  table.note("BUSY seen by the 64 writers", std::to_string(busy), "0");
}

}  // namespace guanxi::bench
