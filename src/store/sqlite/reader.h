// A snapshot for one reader, on a connection from the pool.
#pragma once

#include "store/sqlite/storage.h"

namespace guanxi::store {

// The snapshot is that of the first call. It lasts because a query is left standing on a row, which is cheaper than BEGIN
// and COMMIT. Many readers ask for one row by its id and for nothing more: then it is the query for that row.
class SqliteReader final : public ReadingThrough<Reader> {
 public:
  SqliteReader(ReaderPool& pool, std::unique_ptr<Session> session, std::shared_ptr<const Schema> schema) noexcept
      : ReadingThrough(*session, std::move(schema)), pool_(pool), session_(std::move(session)) {}
  ~SqliteReader() override;

  using ReadingThrough::get;
  Result<bool> get(const EntityType& type, const Id& id, AnyRecord& out) override;

 private:
  Result<void> pin() override;

  ReaderPool& pool_;
  std::unique_ptr<Session> session_;
  std::optional<Query> row_;  // of the first call
  std::optional<Query> pin_;  // from the second on
};

}  // namespace guanxi::store
