// A store in a database of the host's, on the host's own connection.
//
// Within a transaction of the host's a unit of ours is a savepoint, and whether it stays is the host's to say; else it is a
// transaction of its own. Readers read on the same connection, so they see what the host's transaction sees.
#include "base/check.h"
#include "store/sqlite/integrity.h"
#include "store/sqlite/layout.h"
#include "store/sqlite/migrate.h"
#include "store/sqlite/sqlite_storage.h"
#include "store/sqlite/transaction.h"
#include "store/sqlite/writes.h"

namespace guanxi::store {
namespace {

constexpr Message no_connection{"lent.no_connection", "No SQLite connection was lent: pass an open sqlite3* and your sqlite3_libversion.",
                                "没有借入 SQLite 连接：请传入已打开的 sqlite3* 和您的 sqlite3_libversion。"};
constexpr Message two_libraries{"lent.two_libraries",
                                "The connection belongs to another copy of SQLite ({0}) than this library's ({1}): link both to one shared "
                                "libsqlite3, or give this library a file of its own.",
                                "该连接属于另一份 SQLite（{0}），与本程序库使用的（{1}）不同：请让两者链接同一个共享的 libsqlite3，或让本程序库使用单独的文件。"};
constexpr Message in_transaction_already{"lent.in_transaction", "The connection has a transaction open: commit or roll back before you lend it.",
                                         "该连接上有未结束的事务：请先提交或回滚再借出。"};
constexpr Message not_ended{"lent.not_ended", "The transaction is still open: commit or roll back first, then report its outcome.",
                            "事务尚未结束：请先提交或回滚，再报告结果。"};
constexpr Message not_told{"lent.not_told", "A transaction has ended without a word about its outcome: report it before you go on.",
                           "上一个事务已经结束，但没有报告结果：请先报告再继续。"};
constexpr Message writing_already{"lent.writing_already", "A transaction of this store is being written already: finish it first, or write through it.",
                           "该数据库正在写入，请先结束该事务，或者通过该事务写入。"};
constexpr Message gone{"lent.gone", "SQLite has undone the host's whole transaction: roll back and begin again.",
                       "SQLite 已撤销宿主的整个事务：请回滚后重新开始。"};
constexpr Message no_backup{"lent.no_backup", "A lent database is the host's: make the backup on the host's side.",
                            "借入的数据库由宿主管理：请由宿主进行备份。"};

class LentReader final : public ReadingThrough<Reader> {
 public:
  using ReadingThrough::ReadingThrough;

  // Several queries make one search: while one stands on a row, all see the same state.
  Result<void> search(const Search& request, RowSink sink) override {
    GUANXI_ASSIGN(Query pin, reads_.connection().query("SELECT 1 FROM sqlite_schema"));
    GUANXI_CHECK(pin.next());
    return reads_.search(request, sink);
  }
};

class LentStorage;

// One unit of writing: a transaction where the host has none, else a savepoint in the host's.
class LentUnit final : public WriteTransaction {
 public:
  explicit LentUnit(LentStorage& storage) noexcept;
  ~LentUnit() override { rollback(); }

  Result<void> begin();
  Writer& writer() override;
  Result<void> commit() override;
  void rollback() noexcept override;
  bool nested() const noexcept { return lock_.nested(); }

 private:
  LentStorage& storage_;
  WriteLock lock_;
  bool mine_ = false;
};

class LentStorage final : public Storage {
 public:
  explicit LentStorage(std::unique_ptr<Session> session) : session_(std::move(session)), writer_(*session_, Schema::builtin()) {}

  Capabilities capabilities() const noexcept override { return {false, true, true, true, false, true}; }
  bool lent() const noexcept override { return true; }
  bool undecided() const noexcept override { return undecided_; }

  Result<Info> info() override {
    return Info{"sqlite (lent)", sqlite3_libversion(), session_->connection->path(), migration_steps().back().version, 0, 0};
  }

  Result<void> prepare(std::shared_ptr<const Schema> schema) override {
    GUANXI_CHECK(lay_out(*session_->connection, *schema));
    writer_.adopt(std::move(schema));
    return {};
  }

  Result<void> write(FunctionRef<Result<void>(Writer&)> work, FunctionRef<void()> committed, Runs) override {
    LentUnit unit(*this);
    GUANXI_CHECK(unit.begin());
    GUANXI_CHECK(work(writer_));
    GUANXI_CHECK(unit.commit());
    if (!unit.nested()) committed();
    return {};
  }

  Result<std::unique_ptr<WriteTransaction>> begin_write() override {
    auto unit = std::make_unique<LentUnit>(*this);
    GUANXI_CHECK(unit->begin());
    return std::unique_ptr<WriteTransaction>(std::move(unit));
  }

  Result<std::unique_ptr<Reader>> begin_read() override {
    return std::unique_ptr<Reader>(std::make_unique<LentReader>(*session_, writer_.reads().schema()));
  }

  Result<void> decided() override {
    if (session_->connection->in_transaction()) return Error(Code::misuse, not_ended);
    undecided_ = false;
    return {};
  }

  Result<std::int64_t> foreign_commits() override { return session_->connection->number("PRAGMA data_version"); }

  // The host's own rows lie beside ours, so indexes stay as they are.
  Result<void> bulk_begin() override { return {}; }
  Result<void> bulk_end(const Progress&) override { return {}; }
  Result<void> backup(const std::string&, const Progress&) override { return Error(Code::unsupported, no_backup); }

  Result<void> integrity(const Progress& progress, FunctionRef<void(std::string_view)> report) override {
    return check_integrity(*session_, *writer_.reads().schema(), progress, report);
  }

 private:
  friend class LentUnit;

  std::unique_ptr<Session> session_;
  SqliteWriter writer_;
  bool writing_ = false;
  bool undecided_ = false;
};

LentUnit::LentUnit(LentStorage& storage) noexcept : storage_(storage), lock_(*storage.session_->connection) {}

Result<void> LentUnit::begin() {
  if (storage_.writing_) return Error(Code::misuse, writing_already);
  if (storage_.undecided_ && !storage_.session_->connection->in_transaction()) return Error(Code::misuse, not_told);
  GUANXI_CHECK(lock_.begin());
  storage_.writing_ = mine_ = true;
  storage_.writer_.start();
  return {};
}

Writer& LentUnit::writer() { return storage_.writer_; }

Result<void> LentUnit::commit() {
  GUANXI_CHECK(storage_.writer_.check_open());
  if (!storage_.session_->connection->in_transaction()) return Error(Code::io, gone);
  GUANXI_CHECK(storage_.writer_.flush_search());
  GUANXI_CHECK(lock_.commit());
  if (lock_.nested()) storage_.undecided_ = true;
  rollback();
  return {};
}

void LentUnit::rollback() noexcept {
  lock_.rollback();
  if (!std::exchange(mine_, false)) return;
  storage_.writer_.finish();
  storage_.writing_ = false;
}

Result<void> check_library(const Lent& lent) {
  if (lent.connection == nullptr || lent.library == nullptr) return Error(Code::misuse, no_connection);
  if (lent.library == &sqlite3_libversion) return {};
  const char* other = lent.library();
  return Error(Code::unsupported, two_libraries, {other == nullptr ? "" : other, sqlite3_libversion()});
}

}  // namespace

Result<std::unique_ptr<Storage>> open_lent(const Lent& lent) {
  GUANXI_CHECK(check_library(lent));
  auto* db = static_cast<sqlite3*>(lent.connection);
  if (sqlite3_get_autocommit(db) == 0) return Error(Code::misuse, in_transaction_already);
  auto session = std::make_unique<Session>();
  GUANXI_ASSIGN(session->connection, Connection::lend(db));
  GUANXI_CHECK(migrate_lent(*session->connection, migration_steps(), lent.create));
  return std::unique_ptr<Storage>(std::make_unique<LentStorage>(std::move(session)));
}

}  // namespace guanxi::store
