// The writers' queue: one writer at a time, first come, first served, and commits for many.
//
// Whoever has the turn and finds nobody waiting behind it commits for all that ran since the last commit and wakes them. So
// the queue needs no thread, a lone writer waits for nobody, and under load one commit serves a whole group. The work of a
// group runs on the thread of its first caller, which saves a wake-up each; or every caller runs its own, where the work
// may call a host back who counts on its threads.
//
// What fails is undone alone. Where a mark to return to costs much, works that may be repeated do without: should one of them fail when it has written
// already, which is rare since it checks first, the group is undone and run again, with marks.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/function_ref.h"
#include "guanxi/error.h"
#include "store/storage.h"

namespace guanxi::store {

// What the queue drives; called by one thread at a time.
class WriteTarget {
 public:
  virtual ~WriteTarget() = default;
  virtual Result<void> begin() = 0;  // opens a transaction; Code::busy when another process holds the store
  virtual Result<void> mark() = 0;   // a point in it …
  virtual Result<void> keep() = 0;   // … that is no longer needed …
  virtual Result<void> undo() = 0;   // … or to which it returns
  virtual Result<void> commit() = 0;  // an error leaves no transaction open
  virtual void rollback() noexcept = 0;  // does nothing when none is open
  virtual Result<void> intact() = 0;  // the error that closed the transaction before its time, if one did
  // A number that is another one once anything was written. Nothing where marks cost next to nothing; else works that may be repeated have none.
  virtual std::optional<std::uint64_t> written() const { return std::nullopt; }
  // What need not be done in the turn, by whoever had it; by several at once, perhaps.
  virtual void after_turn() noexcept {}
};

class WriteQueue {
 public:
  enum class Threads : std::uint8_t { one_a_group, each_its_own };
  WriteQueue(WriteTarget& target, std::size_t group_limit, Threads threads);
  WriteQueue(const WriteQueue&) = delete;
  WriteQueue& operator=(const WriteQueue&) = delete;

  // Runs `work` in its turn and returns when it is committed or undone: Storage::write has the contract.
  Result<void> run(FunctionRef<Result<void>()> work, FunctionRef<void()> committed, Runs runs = Runs::once);

  // Waits for the turn and keeps it, outside of any group, until release(). Code::misuse when this thread has it already.
  Result<void> acquire();
  // The same, with a transaction opened.
  Result<void> begin();
  bool try_acquire();  // only if the turn is free
  void release() noexcept;

  // Whether this thread has the turn.
  bool mine() const;
  // How many callers wait for it.
  std::size_t waiting() const;

 private:
  using Clock = std::chrono::steady_clock;

  // Why something did not come to be: an error or an exception.
  struct Failure {
    std::optional<Error> error{};
    std::exception_ptr thrown{};

    explicit operator bool() const noexcept { return error || thrown; }
    Failure copy() const noexcept;
    Result<void> result();
  };

  // A count that others wait to see changed. Sleeps at once: the wait of std::atomic yields the processor over and over before
  // it does, and sixty-three who yield take it from the one who works.
  class Bell {
   public:
    std::uint32_t rung() const noexcept { return times_; }
    void wait(std::uint32_t since);
    void ring() noexcept;  // counts; whoever waits is woken by wake(), once the caller has given back its locks
    void wake() noexcept { changed_.notify_all(); }

   private:
    std::atomic<std::uint32_t> times_ = 0;
    std::mutex mutex_{};
    std::condition_variable changed_{};
  };

  // Where a caller waits for its turn: until its bell rings. Seats are the queue's, so that a caller may be gone before
  // its wake-up has ended; whoever sits there by then wakes for nothing and waits on.
  struct Seat {
    Bell bell{};
    Seat* next = nullptr;  // of the free ones, or of those served
  };

  // One caller, on its own stack for as long as it waits.
  struct Member {
    FunctionRef<Result<void>()>* work = nullptr;  // null: wants the turn for itself
    FunctionRef<void()>* committed = nullptr;
    std::thread::id thread = std::this_thread::get_id();
    Clock::time_point since{};
    Member* next = nullptr;
    Seat* seat = nullptr;
    bool served = false;  // by the first of its group: there is nothing left to do
    Runs runs = Runs::once;
    Failure failure{};
  };

  template <class Call>
  static Failure attempt(Call&& call) noexcept;

  Result<void> enter(Member& self);
  Failure open();
  void perform(Member& self);
  bool start_group(Member& self);
  void run_marked(Member& self);
  void run_unmarked(Member& self);
  void run_again() noexcept;
  void serve_those_waiting();
  bool hand_on();
  bool joins(const Member* next) const noexcept;
  void settle() noexcept;
  void fail_those_waiting_since(Clock::time_point time, const Failure& failure) noexcept;
  void pass_turn() noexcept;
  Seat& free_seat();
  void free(Seat& seat) noexcept;
  Seat& give_turn() noexcept;
  Member* pop() noexcept;
  void dismiss(Seat* served) noexcept;

  WriteTarget& target_;
  const std::size_t group_limit_;
  const Threads threads_;

  // Touched by whoever has the turn.
  std::vector<Member*> group_;  // those that ran in the open transaction, in order; empty: none is open
  Seat* served_ = nullptr;      // where those sit whose work the first one did
  Failure lost_{};              // what closed it before its time
  bool unmarked_ = false;       // all of it may be run again

  Bell settled_{};  // rings when a group is committed or lost: what its members wait for

  mutable std::mutex mutex_;  // guards all below
  bool taken_ = false;
  std::thread::id holder_{};
  Member* first_ = nullptr;
  Member* last_ = nullptr;
  std::deque<Seat> seats_{};
  Seat* free_ = nullptr;
};

// The turn, given back at its end.
class Turn {
 public:
  explicit Turn(WriteQueue& queue) noexcept : queue_(queue) {}
  ~Turn() {
    if (taken_) queue_.release();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  Result<void> take() {
    auto taken = queue_.acquire();
    taken_ = taken.ok();
    return taken;
  }
  bool try_take() { return taken_ = queue_.try_acquire(); }

 private:
  WriteQueue& queue_;
  bool taken_ = false;
};

}  // namespace guanxi::store
