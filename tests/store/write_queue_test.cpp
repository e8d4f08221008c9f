// The writers' queue on a target that keeps its transactions in memory and fails when told to.
#include "store/write_queue.h"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>

using namespace guanxi;
using namespace guanxi::store;

namespace {

constexpr Message refused{"test.refused", "refused", "拒绝"};
constexpr Message occupied{"test.occupied", "occupied", "占用"};

// Numbers entered in a transaction, kept when it commits.
class List final : public WriteTarget {
 public:
  Result<void> begin() override {
    if (busy) return Error(Code::busy, occupied);
    CHECK_FALSE(open_);
    open_ = true;
    now = kept;
    return {};
  }
  Result<void> mark() override { return ++marks, marks_.push_back(now.size()), Result<void>(); }
  Result<void> keep() override { return marks_.pop_back(), Result<void>(); }
  Result<void> undo() override {
    now.resize(marks_.back());
    marks_.pop_back();
    return {};
  }
  Result<void> commit() override {
    CHECK(open_);
    open_ = false;
    if (fail_commits > 0 && fail_commits-- > 0) return Error(Code::full, refused);
    ++commits;
    kept = now;
    return {};
  }
  void rollback() noexcept override {
    open_ = false;
    marks_.clear();
  }
  Result<void> intact() override {
    if (!broken) return {};
    broken = false;
    return Error(Code::io, refused);
  }

  std::optional<std::uint64_t> written() const override { return marks_cost ? std::optional<std::uint64_t>(entered) : std::nullopt; }

  void after_turn() noexcept override { free_after = queue != nullptr && !queue->mine(), ++turns_over; }

  void enter(int number) { now.push_back(number), ++entered; }

  std::vector<int> now, kept;
  bool marks_cost = false;
  std::uint64_t entered = 0;
  int marks = 0;
  std::atomic<bool> busy = false;
  bool broken = false;
  int fail_commits = 0;
  int commits = 0;
  WriteQueue* queue = nullptr;  // to be asked at the end of a turn
  std::atomic<int> turns_over = 0;
  std::atomic<bool> free_after = false;

 private:
  bool open_ = false;
  std::vector<std::size_t> marks_;
};

constexpr auto no_news = [] {};

struct OneAGroup {
  static constexpr auto threads = WriteQueue::Threads::one_a_group;
};
struct EachItsOwn {
  static constexpr auto threads = WriteQueue::Threads::each_its_own;
};

// Threads that start together, each handed its number.
template <class Body>
void together(int threads, Body body) {
  std::atomic<int> ready = 0;
  std::vector<std::thread> all;
  for (int i = 0; i < threads; ++i)
    all.emplace_back([&, i] {
      ++ready;
      while (ready < threads) std::this_thread::yield();
      body(i);
    });
  for (std::thread& thread : all) thread.join();
}

// Holds the turn until a number of others wait for it, so that they form a group.
class Holder {
 public:
  explicit Holder(WriteQueue& queue) : queue_(queue) { REQUIRE(queue.acquire().ok()); }
  void release_before(std::size_t others) {
    while (queue_.waiting() < others) std::this_thread::yield();
    queue_.release();
  }

 private:
  WriteQueue& queue_;
};

}  // namespace

TEST_CASE_TEMPLATE("64 writers lose nothing, and callbacks come in the order of the commits", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 32, Mode::threads);
  std::vector<int> told;
  together(64, [&](int thread) {
    for (int i = 0; i < 50; ++i) {
      const int number = thread * 1000 + i;
      const auto done = queue.run([&]() -> Result<void> { return list.now.push_back(number), Result<void>(); },
                                  [&] { told.push_back(number); });
      CHECK(done.ok());
    }
  });
  CHECK(list.kept.size() == 64 * 50);
  CHECK(told == list.kept);
  CHECK(list.commits <= 64 * 50);
}

namespace {

// Thirty works in one group, in a known order; what became of each.
struct Thirty {
  List list{};
  std::array<int, 30> runs{};
  std::array<bool, 30> done{};
  std::vector<int> told{};

  // `work` is given the number of a member.
  void run(FunctionRef<Result<void>(int)> work, FunctionRef<Runs(int)> how) {
    list.marks_cost = true;
    WriteQueue queue(list, 64, WriteQueue::Threads::one_a_group);
    Holder holder(queue);
    std::vector<std::thread> writers;
    for (int i = 0; i < 30; ++i) {
      writers.emplace_back([&, i] {
        const auto one = [&]() -> Result<void> { return ++runs[static_cast<std::size_t>(i)], work(i); };
        try {
          done[static_cast<std::size_t>(i)] = queue.run(one, [&] { told.push_back(i); }, how(i)).ok();
        } catch (const std::runtime_error&) {
        }
      });
      while (queue.waiting() <= static_cast<std::size_t>(i)) std::this_thread::yield();
    }
    holder.release_before(30);
    for (std::thread& writer : writers) writer.join();
    CHECK(list.commits == 1);
    CHECK(told == list.kept);
  }
};

constexpr auto again = [](int) { return Runs::perhaps_again; };

}  // namespace

TEST_CASE("works that may be repeated have no marks, and run once where each checks before it writes") {
  Thirty all;
  all.run([&](int i) -> Result<void> {
    if (i % 7 == 3) return Error(Code::invalid, refused);
    return all.list.enter(i), Result<void>();
  }, again);
  CHECK(all.list.marks == 0);
  for (const int runs : all.runs) CHECK(runs == 1);
  for (std::size_t i = 0; i < 30; ++i) CHECK(all.done[i] == (i % 7 != 3));
  CHECK(all.list.kept.size() == 26);
}

TEST_CASE("where one fails that has written, those before it run again, and what comes after has marks") {
  Thirty all;
  all.run([&](int i) -> Result<void> {
    if (i == 4) return Error(Code::invalid, refused);
    all.list.enter(i);
    if (i == 25) throw std::runtime_error("thrown by the work");
    return i == 12 || i == 20 ? Result<void>(Error(Code::invalid, refused)) : Result<void>();
  }, again);
  for (int i = 0; i < 30; ++i) {
    CAPTURE(i);
    CHECK(all.runs[static_cast<std::size_t>(i)] == (i < 12 && i != 4 ? 2 : 1));
    CHECK(all.done[static_cast<std::size_t>(i)] == (i != 4 && i != 12 && i != 20 && i != 25));
  }
  CHECK(all.list.kept.size() == 26);
  CHECK(all.list.marks == 11 + 17);
}

TEST_CASE("what runs once is never run again, nor what came before it") {
  Thirty all;
  all.run([&](int i) -> Result<void> {
    all.list.enter(i);
    return i > 5 && i % 5 == 2 ? Result<void>(Error(Code::invalid, refused)) : Result<void>();
  }, [](int i) { return i == 5 ? Runs::once : Runs::perhaps_again; });
  for (const int runs : all.runs) CHECK(runs == 1);
  CHECK(all.list.kept.size() == 25);
  CHECK(all.list.marks == 25);
}

TEST_CASE_TEMPLATE("those who wait are committed together, up to the limit", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 10, Mode::threads);
  Holder holder(queue);
  std::thread writers([&] {
    together(25, [&](int i) { CHECK(queue.run([&] { return list.now.push_back(i), Result<void>(); }, no_news).ok()); });
  });
  holder.release_before(25);
  writers.join();
  CHECK(list.kept.size() == 25);
  CHECK(list.commits == 3);
}

TEST_CASE_TEMPLATE("a member that fails is undone alone", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  Holder holder(queue);
  std::atomic<int> failed = 0, told = 0;
  std::thread writers([&] {
    together(30, [&](int i) {
      const auto work = [&]() -> Result<void> {
        list.now.push_back(i);
        if (i % 3 == 0) return Error(Code::invalid, refused);
        return {};
      };
      const auto done = queue.run(work, [&] { ++told; });
      CHECK(done.ok() == (i % 3 != 0));
      if (!done) CHECK(done.error().code() == Code::invalid);
      failed += done.ok() ? 0 : 1;
    });
  });
  holder.release_before(30);
  writers.join();
  CHECK(failed == 10);
  CHECK(told == 20);
  CHECK(list.kept.size() == 20);
  for (const int i : list.kept) CHECK(i % 3 != 0);
}

TEST_CASE_TEMPLATE("an exception undoes its member and reaches its caller", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  const auto throws = [&](int i) {
    return [&, i]() -> Result<void> {
      list.now.push_back(i);
      throw std::runtime_error("no");
    };
  };
  CHECK_THROWS_AS((void)queue.run(throws(1), no_news), std::runtime_error);
  Holder holder(queue);
  std::thread writers([&] {
    together(10, [&](int i) {
      if (i % 2 == 0)
        CHECK_THROWS_AS((void)queue.run(throws(i), no_news), std::runtime_error);
      else
        CHECK(queue.run([&] { return list.now.push_back(i), Result<void>(); }, no_news).ok());
    });
  });
  holder.release_before(10);
  writers.join();
  CHECK(list.kept.size() == 5);
}

TEST_CASE_TEMPLATE("an exception of a callback reaches its caller, though the work is committed", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  CHECK_THROWS_AS((void)queue.run([&] { return list.now.push_back(1), Result<void>(); }, [] { throw std::runtime_error("no"); }),
                  std::runtime_error);
  CHECK(list.kept == std::vector<int>{1});
  CHECK(queue.run([&] { return list.now.push_back(2), Result<void>(); }, no_news).ok());
}

TEST_CASE_TEMPLATE("a failed commit fails every member of its group, and nobody else", Mode, OneAGroup, EachItsOwn) {
  List list;
  list.fail_commits = 1;
  WriteQueue queue(list, 10, Mode::threads);
  Holder holder(queue);
  std::atomic<int> failed = 0, told = 0;
  std::thread writers([&] {
    together(20, [&](int i) {
      const auto done = queue.run([&] { return list.now.push_back(i), Result<void>(); }, [&] { ++told; });
      if (!done) {
        CHECK(done.error().code() == Code::full);
        ++failed;
      }
    });
  });
  holder.release_before(20);
  writers.join();
  CHECK(failed == 10);
  CHECK(told == 10);
  CHECK(list.kept.size() == 10);
}

TEST_CASE_TEMPLATE("a transaction that breaks while it is open fails all that are in it", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  Holder holder(queue);
  std::atomic<int> failed = 0;
  std::thread writers([&] {
    together(12, [&](int i) {
      const auto work = [&]() -> Result<void> {
        list.now.push_back(i);
        if (list.now.size() == 8) list.broken = true;  // and nothing said of it
        return {};
      };
      const auto done = queue.run(work, no_news);
      if (!done) {
        CHECK(done.error().code() == Code::io);
        ++failed;
      }
    });
  });
  holder.release_before(12);
  writers.join();
  CHECK(failed == 8);
  CHECK(list.kept.size() == 4);
}

TEST_CASE_TEMPLATE("who waited as long as one who found the store busy is told so at once", Mode, OneAGroup, EachItsOwn) {
  List list;
  list.busy = true;
  WriteQueue queue(list, 64, Mode::threads);
  Holder holder(queue);
  std::atomic<int> busy = 0;
  std::thread writers([&] {
    together(8, [&](int) {
      const auto done = queue.run([] { return Result<void>(); }, no_news);
      if (!done && done.error().code() == Code::busy) ++busy;
    });
  });
  holder.release_before(8);
  writers.join();
  CHECK(busy == 8);
  list.busy = false;
  CHECK(queue.run([&] { return list.now.push_back(1), Result<void>(); }, no_news).ok());
  CHECK(list.kept.size() == 1);
}

TEST_CASE_TEMPLATE("writing from within one's own turn is misuse, not a deadlock", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  Code inner{};
  const auto outer = queue.run(
      [&]() -> Result<void> {
        CHECK(queue.mine());
        inner = queue.run([] { return Result<void>(); }, no_news).error().code();
        return {};
      },
      no_news);
  CHECK(outer.ok());
  CHECK(inner == Code::misuse);
  REQUIRE(queue.begin().ok());
  CHECK(queue.acquire().error().code() == Code::misuse);
  CHECK(queue.run([] { return Result<void>(); }, no_news).error().text() ==
        "This thread is writing already: finish that transaction first, or write through it.");
  list.rollback();
  queue.release();
  CHECK_FALSE(queue.mine());
}

TEST_CASE_TEMPLATE("an explicit transaction is never part of a group", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  std::atomic<bool> exclusive = false;
  together(16, [&](int thread) {
    for (int i = 0; i < 20; ++i) {
      if (thread % 4 != 0) {
        const auto work = [&]() -> Result<void> {
          CHECK_FALSE(exclusive.load());
          list.now.push_back(i);
          return {};
        };
        CHECK(queue.run(work, no_news).ok());
        continue;
      }
      REQUIRE(queue.begin().ok());
      exclusive = true;
      CHECK(list.now == list.kept);  // nobody's work is pending
      list.now.push_back(i);
      exclusive = false;
      CHECK(list.commit().ok());
      queue.release();
    }
  });
  CHECK(list.kept.size() == 16 * 20);
}

TEST_CASE_TEMPLATE("whatever a turn was for, what can be done after it is done after it", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 8, Mode::threads);
  list.queue = &queue;
  REQUIRE(queue.run([&] { return list.enter(1), Result<void>(); }, no_news).ok());
  CHECK(list.turns_over == 1);
  REQUIRE(queue.begin().ok());
  CHECK(list.turns_over == 1);
  queue.release();
  CHECK(list.turns_over == 2);
  {
    Turn turn(queue);
    REQUIRE(turn.take().ok());
  }
  CHECK(list.turns_over == 3);
  CHECK(list.free_after);
}

TEST_CASE_TEMPLATE("a free turn can be tried for", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  Turn turn(queue);
  CHECK(turn.try_take());
  std::thread other([&] { CHECK_FALSE(queue.try_acquire()); });
  other.join();
}

TEST_CASE_TEMPLATE("the work of a group runs on one thread, or each on its caller's", Mode, OneAGroup, EachItsOwn) {
  List list;
  WriteQueue queue(list, 64, Mode::threads);
  Holder holder(queue);
  std::atomic<int> at_home = 0;
  std::thread writers([&] {
    together(8, [&](int) {
      const auto caller = std::this_thread::get_id();
      CHECK(queue.run([&] { return at_home += std::this_thread::get_id() == caller, Result<void>(); }, no_news).ok());
    });
  });
  holder.release_before(8);
  writers.join();
  CHECK(at_home == (Mode::threads == WriteQueue::Threads::one_a_group ? 1 : 8));
  CHECK(list.commits == 1);
}
