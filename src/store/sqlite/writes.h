// The one Writer of a storage, on its write connection.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite/reads.h"
#include "store/sqlite/waiting.h"

namespace guanxi::store {

class SqliteWriter final : public ReadingThrough<Writer> {
 public:
  using ReadingThrough<Writer>::ReadingThrough;

  Result<void> search(const Search& request, RowSink sink) override;
  Result<void> put(std::span<Put> batch) override;
  Result<std::int64_t> append(const Change& change) override;
  Result<std::int64_t> last_change() override;
  Result<void> set_meta(std::string_view key, std::string_view value) override;
  Result<void> remember(std::string_view idempotency_key, Instant at, std::string_view outcome) override;
  Result<void> forget(Instant before) override;
  Result<std::int64_t> next(std::string_view sequence) override;
  Result<int> savepoint() override;
  Result<void> release(int mark) override;
  Result<void> rollback_to(int mark) override;

  // For the storage, around transactions.
  void start() noexcept;        // a transaction has begun …
  void finish() noexcept { open_ = false; }  // … or is over
  bool is_open() const noexcept { return open_; }
  Result<void> check_open() const;  // Code::misuse when it is not
  Result<void> flush_search();  // it is about to be committed
  void adopt(std::shared_ptr<const Schema> schema) noexcept { reads_.adopt(std::move(schema)); }
  Reads& reads() noexcept { return reads_; }

 private:
  Result<void> insert(Put& row);
  Result<void> update(Put& row);
  Result<void> put_keys(const Put& row);
  Result<void> put_search(const Put& row);
  Result<void> to_savepoint(std::string_view verb, int mark);

  // An open savepoint, and how things stood when it was opened.
  struct Mark {
    std::size_t search_changes;
    std::size_t flushed;
    std::int64_t last_seq;
  };

  // Of this transaction. Kept back until it is committed: writing to the index piecemeal would make a segment of it for every savepoint.
  std::vector<SearchChange> search_changes_;
  std::size_t flushed_ = 0;                   // so many of them the index has
  std::size_t search_bytes_ = 0;
  std::vector<Mark> marks_;
  bool open_ = false;
  std::int64_t last_seq_ = 0;  // given out in this transaction; 0: none yet
  std::string custom_;         // scratch
};

}  // namespace guanxi::store
