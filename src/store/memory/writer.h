// Changes are staged until the transaction commits.
#pragma once

#include "store/memory/reading.h"

namespace guanxi::store::memory {

class MemoryWriter final : public Reading<Writer> {
 public:
  // The caller has the writers' turn for as long as the writer is open.
  explicit MemoryWriter(Shared& shared) noexcept : Reading(shared, &staged_) {}

  Result<void> put(std::span<Put> batch) override;
  Result<std::int64_t> append(const Change& change) override;
  Result<void> set_meta(std::string_view key, std::string_view value) override;
  Result<void> remember(std::string_view idempotency_key, Instant at, std::string_view outcome) override;
  Result<void> forget(Instant before) override;
  Result<std::int64_t> next(std::string_view sequence) override;

  Result<int> savepoint() override;
  Result<void> release(int mark) override;
  Result<void> rollback_to(int mark) override;

  bool open() const noexcept { return open_; }
  Result<void> check_open() const;
  // Lets everybody see what is staged.
  void publish();
  // The transaction is over: reads see what is committed, changes are Code::misuse.
  void close() noexcept;

 private:
  Result<void> put_one(Put& put);
  Result<void> insert(const View& view, const Table& table, Put& put);
  Result<void> update(const View& view, const Table& table, Put& put);
  void set_keys(const Put& put);

  Staged staged_;
  bool open_ = true;
};

}  // namespace guanxi::store::memory
