// SqliteStorage: the file, its one writer and its readers.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>

#include "store/sqlite/checkpoints.h"
#include "store/sqlite/sqlite_storage.h"
#include "store/sqlite/writes.h"
#include "store/write_queue.h"

namespace guanxi::store {

// What the queue drives: transactions of the write connection.
class SqliteTarget final : public WriteTarget {
 public:
  SqliteTarget(Session& session, SqliteWriter& writer, Checkpoints& checkpoints) noexcept
      : db_(*session.connection), writer_(writer), checkpoints_(checkpoints) {}

  Result<void> begin() override;
  Result<void> mark() override;
  Result<void> keep() override;
  Result<void> undo() override;
  Result<void> commit() override;
  void rollback() noexcept override;
  Result<void> intact() override;
  std::optional<std::uint64_t> written() const override;
  void after_turn() noexcept override { checkpoints_.beside_writers(); }

  Result<void> commit(SqliteWriter& writer);  // of an explicit transaction

  // How often a transaction found that another process had committed; counted by begin() and, outside of one, here.
  Result<void> look_for_foreign_commits();
  std::int64_t foreign_commits() const noexcept { return foreign_commits_; }
  bool open() const noexcept { return open_; }

 private:
  Connection& db_;
  SqliteWriter& writer_;
  Checkpoints& checkpoints_;
  std::optional<Query> undo_{};  // ready while a transaction is open: undoing it needs no memory
  std::int64_t data_version_ = 0;
  std::atomic<std::int64_t> foreign_commits_ = 0;
  std::atomic<bool> open_ = false;  // a transaction holds the file, so nobody else commits
};

// Reading connections that wait for their next reader.
class ReaderPool {
 public:
  ReaderPool(ConnectionOptions options, std::size_t idle_limit) : options_(std::move(options)), idle_limit_(idle_limit) {}

  Result<std::unique_ptr<Session>> take();
  void give_back(std::unique_ptr<Session> session) noexcept;

 private:
  ConnectionOptions options_;
  std::size_t idle_limit_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Session>> idle_;
};

class SqliteStorage final : public Storage {
 public:
  SqliteStorage(SqliteOptions options, std::unique_ptr<Session> session);

  Capabilities capabilities() const noexcept override;
  Result<Info> info() override;
  Result<void> prepare(std::shared_ptr<const Schema> schema) override;
  Result<void> write(FunctionRef<Result<void>(Writer&)> work, FunctionRef<void()> committed, Runs runs) override;
  Result<std::unique_ptr<WriteTransaction>> begin_write() override;
  Result<std::unique_ptr<Reader>> begin_read() override;
  Result<std::int64_t> foreign_commits() override;
  Result<void> bulk_begin() override;
  Result<void> bulk_end(const Progress& progress) override;
  Result<void> backup(const std::string& path, const Progress& progress) override;
  Result<void> integrity(const Progress& progress, FunctionRef<void(std::string_view)> report) override;

 private:
  std::shared_ptr<const Schema> schema() const;
  Result<std::int64_t> observed_version();

  SqliteOptions options_;
  std::unique_ptr<Session> session_;  // of the writer
  SqliteWriter writer_;
  Checkpoints checkpoints_;
  SqliteTarget target_;
  WriteQueue queue_;
  ReaderPool readers_;

  mutable std::mutex schema_mutex_;
  std::shared_ptr<const Schema> schema_;

  std::mutex watch_mutex_;
  std::unique_ptr<Session> watch_;  // sees that the file has changed
  std::int64_t watched_version_ = 0;
  std::atomic<std::int64_t> guessed_ = 0;  // changes that may have been of others
};

}  // namespace guanxi::store
