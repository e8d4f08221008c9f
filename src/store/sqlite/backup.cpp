#include "store/sqlite/backup.h"

#include "base/check.h"
#include "base/os/output_file.h"
#include "store/sqlite/errors.h"

namespace guanxi::store {
namespace {

constexpr Message exists{"sqlite.backup_exists", "{0} exists already: choose another name for the backup.", "{0} 已存在，请为备份另选文件名。"};
constexpr Message stopped{"sqlite.backup_stopped", "The backup to {0} was stopped; no file was left.", "备份到 {0} 已中止，没有留下文件。"};

constexpr int pages_a_step = 1024;

// A backup under way; its end gives up what is not done.
class Copying {
 public:
  Copying(Connection& source, Connection& target) noexcept
      : source_(source), target_(target), backup_(sqlite3_backup_init(target.handle(), "main", source.handle(), "main")) {}
  ~Copying() { sqlite3_backup_finish(backup_); }
  Copying(const Copying&) = delete;
  Copying& operator=(const Copying&) = delete;

  Result<void> run(const std::string& path, const Progress& progress) {
    if (backup_ == nullptr) return target_.error();
    while (true) {
      const int code = sqlite3_backup_step(backup_, pages_a_step);
      if (code != SQLITE_OK && code != SQLITE_DONE) return fault(code, path);
      const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(backup_));
      const auto left = static_cast<std::uint64_t>(sqlite3_backup_remaining(backup_));
      if (progress && !progress(total - left, total)) return Error(Code::cancelled, stopped, {path});
      if (code == SQLITE_DONE) return {};
    }
  }

 private:
  // Which of the two files failed is told by which has an error.
  Error fault(int code, const std::string& path) const {
    const bool in_target = sqlite3_errcode(target_.handle()) != SQLITE_OK;
    return sqlite_error(code, sqlite3_errstr(code), in_target ? path : source_.path());
  }

  Connection& source_;
  Connection& target_;
  sqlite3_backup* backup_;
};

}  // namespace

Result<void> copy_database(Connection& source, const std::string& path, bool replace, const Progress& progress) {
  if (!replace && os::file_size(path).ok()) return Error(Code::misuse, exists, {path});
  GUANXI_ASSIGN(os::Replacement replacement, os::Replacement::begin(path));
  {
    ConnectionOptions options;
    options.path = replacement.file().path();
    GUANXI_ASSIGN(const auto target, Connection::open(options));
    // One read transaction keeps writers from starting the copy anew.
    GUANXI_CHECK(source.execute("BEGIN"));
    Result<void> copied = Copying(source, *target).run(path, progress);
    GUANXI_CHECK(source.execute("ROLLBACK"));
    GUANXI_CHECK(std::move(copied));
  }
  return replacement.commit();
}

Result<void> copy_before_migration(ConnectionOptions options, const std::string& path) {
  options.create = false;
  options.read_only = true;
  GUANXI_ASSIGN(const auto source, Connection::open(options));
  return copy_database(*source, path, true, {});
}

}  // namespace guanxi::store
