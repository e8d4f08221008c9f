// A snapshot for one reader, on a connection from the pool.
#pragma once

#include "store/sqlite/storage.h"

namespace guanxi::store {

class SqliteReader final : public ReadingThrough<Reader> {
 public:
  SqliteReader(ReaderPool& pool, std::unique_ptr<Session> session, std::shared_ptr<const Schema> schema) noexcept
      : ReadingThrough(*session, std::move(schema)), pool_(pool), session_(std::move(session)) {}
  ~SqliteReader() override;

  Result<void> open();

 private:
  ReaderPool& pool_;
  std::unique_ptr<Session> session_;
  std::optional<Query> pin_;  // a query left standing on a row keeps the snapshot, more cheaply than BEGIN and COMMIT
};

}  // namespace guanxi::store
