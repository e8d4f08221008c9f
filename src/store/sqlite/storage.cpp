#include "store/sqlite/storage.h"

#include <filesystem>

#include "base/check.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/integrity.h"
#include "store/sqlite/layout.h"
#include "store/sqlite/migrate.h"
#include "store/sqlite/reader.h"

namespace guanxi::store {
namespace {

constexpr Message no_file{"sqlite.no_file", "There is no database {0}: check the path, or create it first.", "数据库 {0} 不存在，请检查路径或先创建。"};
constexpr Message no_path{"sqlite.no_path", "The path of the database is empty: give it a name.", "数据库路径为空，请指定文件名。"};

ConnectionOptions connection_options(const SqliteOptions& options, bool reading) {
  ConnectionOptions to;
  to.path = options.path;
  to.vfs = options.vfs;
  to.create = options.create && !reading;
  to.read_only = reading;
  to.busy_timeout = options.busy_timeout;
  to.cache_kib = reading ? options.reader_cache_kib : options.writer_cache_kib;
  to.mmap_bytes = options.mmap_bytes;
  return to;
}

std::int64_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

// An explicit transaction; holds the turn until its end. Its writer is its own, so that one kept for too long does
// nothing to the transactions of others.
class ExplicitTransaction final : public WriteTransaction {
 public:
  ExplicitTransaction(WriteQueue& queue, SqliteTarget& target, Session& session, std::shared_ptr<const Schema> schema)
      : queue_(queue), target_(target), writer_(session, std::move(schema)) {}
  ~ExplicitTransaction() override { rollback(); }

  Result<void> begin() {
    GUANXI_CHECK(queue_.begin());
    writer_.start();
    return {};
  }

  Writer& writer() override { return writer_; }

  Result<void> commit() override {
    GUANXI_CHECK(writer_.check_open());
    const Ending ending{*this};
    GUANXI_CHECK(target_.intact());
    return target_.commit(writer_);
  }

  void rollback() noexcept override {
    if (!writer_.is_open()) return;
    const Ending ending{*this};
  }

 private:
  struct Ending {
    ExplicitTransaction& transaction;
    ~Ending() {
      transaction.writer_.finish();
      transaction.target_.rollback();
      transaction.queue_.release();
    }
  };

  WriteQueue& queue_;
  SqliteTarget& target_;
  SqliteWriter writer_;
};

}  // namespace

SqliteStorage::SqliteStorage(SqliteOptions options, std::unique_ptr<Session> session)
    : options_(std::move(options)),
      session_(std::move(session)),
      writer_(*session_, Schema::builtin()),
      checkpoints_(*session_->connection, connection_options(options_, false), options_.durability),
      target_(*session_, writer_, checkpoints_),
      queue_(target_, options_.group_limit, options_.own_threads ? WriteQueue::Threads::each_its_own : WriteQueue::Threads::one_a_group),
      readers_(connection_options(options_, true), options_.idle_readers),
      schema_(writer_.reads().schema()) {}

Capabilities SqliteStorage::capabilities() const noexcept { return {true, true, true, true, true, true}; }

Result<Info> SqliteStorage::info() {
  return Info{"sqlite",
              sqlite3_libversion(),
              options_.path,
              migration_steps().back().version,
              size_of(options_.path),
              size_of(options_.path + "-wal")};
}

std::shared_ptr<const Schema> SqliteStorage::schema() const {
  const std::lock_guard lock(schema_mutex_);
  return schema_;
}

Result<void> SqliteStorage::prepare(std::shared_ptr<const Schema> schema) {
  Turn turn(queue_);
  GUANXI_CHECK(turn.take());
  GUANXI_CHECK(lay_out(*session_->connection, *schema));
  writer_.adopt(schema);
  const std::lock_guard lock(schema_mutex_);
  schema_ = std::move(schema);
  return {};
}

Result<void> SqliteStorage::write(FunctionRef<Result<void>(Writer&)> work, FunctionRef<void()> committed, Runs runs) {
  return queue_.run([&] { return work(writer_); }, committed, runs);
}

Result<std::unique_ptr<WriteTransaction>> SqliteStorage::begin_write() {
  auto transaction = std::make_unique<ExplicitTransaction>(queue_, target_, *session_, schema());
  GUANXI_CHECK(transaction->begin());
  return std::unique_ptr<WriteTransaction>(std::move(transaction));
}

Result<std::unique_ptr<Reader>> SqliteStorage::begin_read() {
  GUANXI_ASSIGN(auto session, readers_.take());
  return std::unique_ptr<Reader>(std::make_unique<SqliteReader>(readers_, std::move(session), schema()));
}

Result<void> SqliteStorage::backup(const std::string& path, const Progress& progress) {
  GUANXI_ASSIGN(auto session, readers_.take());
  auto copied = copy_database(*session->connection, path, false, progress);
  readers_.give_back(std::move(session));
  return copied;
}

// On a connection of its own: the check makes temporary tables, and pushes what others need out of no cache.
Result<void> SqliteStorage::integrity(const Progress& progress, FunctionRef<void(std::string_view)> report) {
  ConnectionOptions options = connection_options(options_, true);
  options.read_only = false;
  Session session;
  GUANXI_ASSIGN(session.connection, Connection::open(options));
  return check_integrity(session, *schema(), progress, report);
}

Result<std::unique_ptr<Storage>> open_sqlite(const SqliteOptions& options) {
  if (options.path.empty()) return Error(Code::invalid, no_path);
  std::error_code error;
  if (!options.create && !std::filesystem::exists(options.path, error)) return Error(Code::not_found, no_file, {options.path});
  const ConnectionOptions writing = connection_options(options, false);
  auto session = std::make_unique<Session>();
  GUANXI_ASSIGN(session->connection, Connection::open(writing));
  Connection& db = *session->connection;
  GUANXI_CHECK(migrate(db, migration_steps(), writing));
  GUANXI_CHECK(db.execute(pragma_of(options.durability) + "; PRAGMA journal_size_limit=67108864"));
  return std::unique_ptr<Storage>(std::make_unique<SqliteStorage>(options, std::move(session)));
}

}  // namespace guanxi::store
