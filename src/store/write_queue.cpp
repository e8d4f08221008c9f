#include "store/write_queue.h"

#include <utility>

#include "base/check.h"

namespace guanxi::store {
namespace {

constexpr Message own_turn{"store.own_turn",
                           "This thread is writing already: finish that transaction first, or write through it.",
                           "当前线程正在写入，请先结束该事务，或者通过该事务写入。"};

}  // namespace

WriteQueue::Failure WriteQueue::Failure::copy() const noexcept {
  Failure other;
  other.thrown = thrown;
  try {
    if (error) other.error = error->clone();
  } catch (...) {
    other.thrown = std::current_exception();
  }
  return other;
}

void WriteQueue::Bell::wait(std::uint32_t since) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return times_ != since; });
}

void WriteQueue::Bell::ring() noexcept {
  const std::lock_guard lock(mutex_);
  ++times_;
}

Result<void> WriteQueue::Failure::result() {
  if (thrown) std::rethrow_exception(thrown);
  if (error) return std::move(*error);
  return {};
}

template <class Call>
WriteQueue::Failure WriteQueue::attempt(Call&& call) noexcept {
  Failure failure;
  try {
    if (auto done = call(); !done) failure.error = std::move(done).error();
  } catch (...) {
    failure.thrown = std::current_exception();
  }
  return failure;
}

// A member has a place in the group reserved, so that joining it cannot fail.
WriteQueue::WriteQueue(WriteTarget& target, std::size_t group_limit, Threads threads)
    : target_(target), group_limit_(group_limit == 0 ? 1 : group_limit), threads_(threads) {
  group_.reserve(group_limit_);
}

Result<void> WriteQueue::run(FunctionRef<Result<void>()> work, FunctionRef<void()> committed, Runs runs) {
  Member self{.work = &work, .committed = &committed, .runs = runs};
  GUANXI_CHECK(enter(self));
  if (self.served) return self.failure.result();
  perform(self);
  if (threads_ == Threads::one_a_group) serve_those_waiting();
  if (threads_ == Threads::one_a_group || !hand_on()) {
    settle();
    target_.after_turn();
  }
  return self.failure.result();
}

Result<void> WriteQueue::acquire() {
  Member self;
  return enter(self);
}

Result<void> WriteQueue::begin() {
  GUANXI_CHECK(acquire());
  Failure failure = open();
  if (failure) release();
  return failure.result();
}

bool WriteQueue::try_acquire() {
  const std::lock_guard lock(mutex_);
  if (taken_) return false;
  taken_ = true;
  holder_ = std::this_thread::get_id();
  return true;
}

void WriteQueue::release() noexcept {
  pass_turn();
  target_.after_turn();
}

bool WriteQueue::mine() const {
  const std::lock_guard lock(mutex_);
  return taken_ && holder_ == std::this_thread::get_id();
}

std::size_t WriteQueue::waiting() const {
  const std::lock_guard lock(mutex_);
  std::size_t count = 0;
  for (const Member* member = first_; member != nullptr; member = member->next) ++count;
  return count;
}

// Returns with the turn, or served, or with the error that made waiting for it vain.
Result<void> WriteQueue::enter(Member& self) {
  std::unique_lock lock(mutex_);
  if (!taken_) {
    taken_ = true;
    holder_ = self.thread;
    return {};
  }
  if (holder_ == self.thread) return Error(Code::misuse, own_turn);
  self.since = Clock::now();
  self.seat = &free_seat();
  free_ = self.seat->next;
  const std::uint32_t calls = self.seat->bell.rung();
  (last_ != nullptr ? last_->next : first_) = &self;
  last_ = &self;
  lock.unlock();
  self.seat->bell.wait(calls);
  return self.failure.result();
}

// Those who have waited for as long as one who found the store busy would find it busy too.
WriteQueue::Failure WriteQueue::open() {
  const Clock::time_point start = Clock::now();
  Failure failure = attempt([&] { return target_.begin(); });
  if (failure) target_.rollback();
  if (failure.error && failure.error->code() == Code::busy) fail_those_waiting_since(start, failure);
  return failure;
}

// Runs the work, and takes its member into the group unless there is nothing left of it to commit.
void WriteQueue::perform(Member& self) {
  const bool repeatable = threads_ == Threads::one_a_group && self.runs == Runs::perhaps_again;
  if (group_.empty()) {
    if (!start_group(self)) return;
  } else if (unmarked_ && repeatable) {
    run_unmarked(self);
  } else {
    run_marked(self);
  }
  if (!lost_) lost_ = attempt([&] { return target_.intact(); });
  unmarked_ = unmarked_ && repeatable;
  group_.push_back(&self);
}

// The first one needs no mark: undoing it is undoing all. False where that was done.
bool WriteQueue::start_group(Member& self) {
  self.failure = open();
  if (self.failure) return false;
  unmarked_ = target_.written().has_value();
  self.failure = attempt(*self.work);
  if (self.failure) target_.rollback();
  return !self.failure;
}

void WriteQueue::run_marked(Member& self) {
  self.failure = attempt([&] { return target_.mark(); });
  if (self.failure) return;
  self.failure = attempt(*self.work);
  lost_ = attempt([&] { return self.failure ? target_.undo() : target_.keep(); });
}

void WriteQueue::run_unmarked(Member& self) {
  const auto before = target_.written();
  self.failure = attempt(*self.work);
  if (!self.failure) return;
  lost_ = attempt([&] { return target_.intact(); });
  if (!lost_ && target_.written() != before) run_again();
}

// The whole group but for the one that has failed. Those that failed before it had written nothing.
void WriteQueue::run_again() noexcept {
  target_.rollback();
  unmarked_ = false;
  lost_ = open();
  for (Member* member : group_)
    if (!lost_ && !member->failure) run_marked(*member);
}

// Whether there is a next one for the open group.
bool WriteQueue::joins(const Member* next) const noexcept {
  return next != nullptr && next->work != nullptr && !lost_ && !group_.empty() && group_.size() < group_limit_;
}

// Does the work of those who wait, until the group is full or nobody is left. They sleep on until it is settled.
void WriteQueue::serve_those_waiting() {
  for (;;) {
    Member* next = nullptr;
    {
      const std::lock_guard lock(mutex_);
      if (!joins(first_)) return;
      next = pop();
    }
    next->served = true;
    next->seat->next = std::exchange(served_, next->seat);
    perform(*next);
  }
}

// Gives the turn to the next one of the group and waits for the group's end, if there is a next one.
bool WriteQueue::hand_on() {
  const std::uint32_t settled = settled_.rung();
  Seat* seat = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (!joins(first_)) return false;
    seat = &give_turn();
  }
  seat->bell.wake();
  settled_.wait(settled);
  return true;
}

// Commits for the whole group, tells who succeeded in their order, and passes the turn.
void WriteQueue::settle() noexcept {
  Failure failure = std::exchange(lost_, Failure{});
  if (failure)
    target_.rollback();
  else if (!group_.empty())
    failure = attempt([&] { return target_.commit(); });
  if (failure.thrown) target_.rollback();  // a commit that threw has not done so
  for (Member* member : group_) {
    if (failure)
      member->failure = failure.copy();
    else if (!member->failure)
      member->failure = attempt([&]() -> Result<void> { return (*member->committed)(), Result<void>(); });
  }
  group_.clear();
  settled_.ring();  // before the next group begins, which waits for another change
  Seat* const served = std::exchange(served_, nullptr);
  pass_turn();
  settled_.wake();
  dismiss(served);
}

// A seat is free only once its bell has rung: whoever sits there next waits for another ring.
void WriteQueue::dismiss(Seat* served) noexcept {
  while (served != nullptr) {
    Seat& seat = *std::exchange(served, served->next);
    {
      const std::lock_guard lock(mutex_);
      free(seat);
      seat.bell.ring();
    }
    seat.bell.wake();
  }
}

void WriteQueue::fail_those_waiting_since(Clock::time_point time, const Failure& failure) noexcept {
  const std::lock_guard lock(mutex_);
  while (first_ != nullptr && first_->since <= time) {
    first_->failure = failure.copy();
    Seat& seat = *pop()->seat;
    free(seat);
    seat.bell.ring();
    seat.bell.wake();
  }
}

void WriteQueue::pass_turn() noexcept {
  Seat* seat = nullptr;
  {
    const std::lock_guard lock(mutex_);
    taken_ = first_ != nullptr;
    holder_ = {};
    if (taken_) seat = &give_turn();
  }
  if (seat != nullptr) seat->bell.wake();
}

WriteQueue::Seat& WriteQueue::free_seat() { return free_ != nullptr ? *free_ : seats_.emplace_back(); }

// To the first who waits; the caller wakes whoever sits there, once the lock is given back, so that nobody wakes only
// to wait for the lock.
WriteQueue::Seat& WriteQueue::give_turn() noexcept {
  holder_ = first_->thread;
  Seat& seat = *pop()->seat;
  free(seat);
  seat.bell.ring();
  return seat;
}

WriteQueue::Member* WriteQueue::pop() noexcept {
  Member* member = std::exchange(first_, first_->next);
  if (first_ == nullptr) last_ = nullptr;
  return member;
}

void WriteQueue::free(Seat& seat) noexcept { seat.next = std::exchange(free_, &seat); }

}  // namespace guanxi::store
