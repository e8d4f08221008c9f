#include "store/memory/memory_storage.h"

#include "store/memory/integrity.h"
#include "store/memory/writer.h"
#include "store/write_queue.h"

namespace guanxi::store {
namespace memory {
namespace {

constexpr Message no_backup{"memory.no_backup", "A store in memory has no backup to {0}: export its records, or use an SQLite store.",
                            "内存存储不支持备份到 {0}，请导出记录，或改用 SQLite 存储。"};
constexpr Message half_done{"memory.half_done", "Memory ran out in the middle of a commit, so this store is damaged: open a new one.",
                            "提交过程中内存耗尽，该存储已损坏，请重新打开一个存储。"};

constexpr std::size_t group_limit = 64;  // writers whose changes are published together

// Gives the turn back when it goes.
class TurnHolder {
 public:
  explicit TurnHolder(WriteQueue& queue) noexcept : queue_(&queue) {}
  TurnHolder(const TurnHolder&) = delete;
  ~TurnHolder() {
    if (queue_ != nullptr) queue_->release();
  }
  void pass_on() noexcept { queue_ = nullptr; }

 private:
  WriteQueue* queue_;
};

Result<void> check_whole(const Shared& shared) {
  if (shared.half_done) return Error(Code::corrupt, half_done);
  return {};
}

// The open transaction of a group, as the queue drives it.
class Target final : public WriteTarget {
 public:
  explicit Target(Shared& shared) noexcept : shared_(shared) {}

  MemoryWriter& writer() noexcept { return *writer_; }

  Result<void> begin() override {
    GUANXI_CHECK(check_whole(shared_));
    writer_.emplace(shared_);
    return {};
  }
  Result<void> mark() override {
    GUANXI_ASSIGN(mark_, writer_->savepoint());
    return {};
  }
  Result<void> keep() override { return writer_->release(mark_); }
  Result<void> undo() override {
    GUANXI_CHECK(writer_->rollback_to(mark_));
    return keep();
  }
  Result<void> commit() override {
    writer_->publish();
    return {};
  }
  void rollback() noexcept override { writer_->close(); }
  Result<void> intact() override { return {}; }

 private:
  Shared& shared_;
  std::optional<MemoryWriter> writer_;
  int mark_ = 0;
};

class Transaction final : public WriteTransaction {
 public:
  Transaction(Shared& shared, WriteQueue& queue) noexcept : queue_(queue), writer_(shared) {}
  ~Transaction() override { rollback(); }

  Writer& writer() override { return writer_; }
  Result<void> commit() override {
    GUANXI_CHECK(writer_.check_open());
    writer_.publish();
    queue_.release();
    return {};
  }
  void rollback() noexcept override {
    if (!writer_.open()) return;
    writer_.close();
    queue_.release();
  }

 private:
  WriteQueue& queue_;
  MemoryWriter writer_;
};

class MemoryStorage final : public Storage {
 public:
  explicit MemoryStorage(std::uint64_t seed) : shared_(seed), target_(shared_), queue_(target_, group_limit, WriteQueue::Threads::each_its_own) {}

  Capabilities capabilities() const noexcept override { return {.filters = true, .aggregates = true, .searches = true}; }

  Result<Info> info() override {
    const std::shared_lock lock(shared_.gate);
    Info info;
    info.backend = "memory";
    info.bytes = static_cast<std::int64_t>(shared_.state.bytes());
    return info;
  }

  Result<void> prepare(std::shared_ptr<const Schema> schema) override {
    GUANXI_CHECK(queue_.acquire());
    const TurnHolder turn(queue_);
    const std::lock_guard alone(shared_.gate);
    shared_.state.prepare(std::move(schema));
    return {};
  }

  Result<void> write(FunctionRef<Result<void>(Writer&)> work, FunctionRef<void()> committed, Runs runs) override {
    return queue_.run([&] { return work(target_.writer()); }, committed, runs);
  }

  Result<std::unique_ptr<WriteTransaction>> begin_write() override {
    GUANXI_CHECK(queue_.acquire());
    TurnHolder turn(queue_);
    GUANXI_CHECK(check_whole(shared_));
    auto transaction = std::make_unique<Transaction>(shared_, queue_);
    turn.pass_on();
    return std::unique_ptr<WriteTransaction>(std::move(transaction));
  }

  Result<std::unique_ptr<Reader>> begin_read() override {
    const std::shared_lock lock(shared_.gate);  // a commit under way is not half done
    GUANXI_CHECK(check_whole(shared_));
    return std::unique_ptr<Reader>(std::make_unique<Reading<Reader>>(shared_));
  }

  Result<std::int64_t> foreign_commits() override { return std::int64_t{0}; }
  Result<void> bulk_begin() override { return {}; }
  Result<void> bulk_end(const Progress&) override { return {}; }
  Result<void> backup(const std::string& path, const Progress&) override { return Error(Code::unsupported, no_backup, {path}); }

  Result<void> integrity(const Progress& progress, FunctionRef<void(std::string_view)> report) override {
    std::vector<std::string> findings;
    {
      const std::shared_lock lock(shared_.gate);
      GUANXI_CHECK(check_integrity(shared_.state, progress, findings));
    }
    for (const std::string& finding : findings) report(finding);
    return {};
  }

 private:
  Shared shared_;
  Target target_;
  WriteQueue queue_;
};

}  // namespace
}  // namespace memory

std::unique_ptr<Storage> open_memory(std::uint64_t seed) { return std::make_unique<memory::MemoryStorage>(seed); }

}  // namespace guanxi::store
