#include "store/sqlite/errors.h"

#include <new>

namespace guanxi::store {
namespace {

constexpr Message busy{"sqlite.busy", "Another process is using {0}: try again in a moment.", "另一个进程正在使用 {0}，请稍后重试。"};
constexpr Message full{"sqlite.full", "There is no room left on the device of {0}, so the change was undone: free some space and try again.",
                       "{0} 所在磁盘空间不足，更改已撤销；请释放空间后重试。"};
constexpr Message io{"sqlite.io", "Reading or writing {0} failed ({1}), so the change was undone: check the device and the rights on the file.",
                     "读写 {0} 失败（{1}），更改已撤销；请检查存储设备和文件权限。"};
constexpr Message cannot_open{"sqlite.cannot_open", "{0} cannot be opened ({1}): check that its folder exists and may be read and written.",
                              "无法打开 {0}（{1}），请确认所在文件夹存在并且可以读写。"};
constexpr Message read_only{"sqlite.read_only", "{0} may only be read: ask for the right to write the file and its folder.",
                            "{0} 是只读的，请先取得该文件及其文件夹的写入权限。"};
constexpr Message corrupt{"sqlite.corrupt", "{0} is damaged ({1}): keep a copy of it and restore the last backup.",
                          "{0} 已损坏（{1}），请保留一份副本，然后恢复最近的备份。"};
constexpr Message no_database{"sqlite.not_a_database", "{0} is not a Guanxi database: check the path.", "{0} 不是 Guanxi 数据库，请检查路径。"};
constexpr Message duplicate{"sqlite.duplicate", "A record with the same id is stored in {0} already ({1}).", "{0} 中已有相同编号的记录（{1}）。"};
constexpr Message too_big{"sqlite.too_big", "A value is too big to be stored in {0}: shorten it.", "数据过大，无法存入 {0}，请缩短后重试。"};
constexpr Message interrupted{"sqlite.interrupted", "The work on {0} was stopped.", "对 {0} 的操作已中止。"};
constexpr Message fault{"sqlite.fault", "SQLite refused a statement on {0} ({1}): this is a fault of the library, please report it.",
                        "SQLite 拒绝了对 {0} 的一条语句（{1}）；这是程序库的缺陷，请反馈。"};

struct Meaning {
  Code code;
  const Message& message;
};

Meaning meaning_of(int code) noexcept {
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) return {Code::duplicate, duplicate};
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return {Code::busy, busy};
    case SQLITE_FULL: return {Code::full, full};
    case SQLITE_IOERR: return {Code::io, io};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return {Code::io, cannot_open};
    case SQLITE_READONLY: return {Code::io, read_only};
    case SQLITE_CORRUPT: return {Code::corrupt, corrupt};
    case SQLITE_NOTADB: return {Code::not_a_database, no_database};
    case SQLITE_TOOBIG: return {Code::limit, too_big};
    case SQLITE_INTERRUPT: return {Code::cancelled, interrupted};
    default: return {Code::internal, fault};
  }
}

}  // namespace

Error sqlite_error(int code, std::string_view detail, const std::string& path) {
  if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM) throw std::bad_alloc();
  const Meaning meaning = meaning_of(code);
  return Error(meaning.code, meaning.message, {path, std::string(detail)});
}

Error sqlite_error(sqlite3* db, const std::string& path) {
  return sqlite_error(sqlite3_extended_errcode(db), sqlite3_errmsg(db), path);
}

}  // namespace guanxi::store
