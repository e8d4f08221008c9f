// The reference: hand-written SQLite code that writes and reads the very rows that the library does, into a copy of a store's
// file, and does nothing else.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "guanxi/record.h"
#include "store/sqlite/connection.h"

namespace guanxi::bench {

// Everything that storing one account writes, worked out beforehand.
struct RawAccount {
  Record<Account> row;
  std::vector<std::pair<int, std::string>> keys;  // space, value
  std::string search;
  std::string delta;
};

// The rows that a store would write for `count` sample accounts from `first` on.
std::vector<RawAccount> raw_accounts(std::uint64_t first, std::uint64_t count, const Id& owner);

class RawStore {
 public:
  // A copy of the file of a store that nobody has open. Its page cache is as large as that of the library's connection
  // for the same purpose.
  enum class For { writing, reading };
  RawStore(const std::string& store_file, const std::string& copy, For purpose = For::writing, bool full_durability = false);
  ~RawStore();
  RawStore(const RawStore&) = delete;
  RawStore& operator=(const RawStore&) = delete;

  void begin() { run(begin_); }
  void commit() { run(commit_); }
  void execute(const char* sql);
  void insert(const RawAccount& account);  // row, keys, search and a line of the log
  void one_set() noexcept { set_ = seq_ + 1; }  // all changes from here on are one set, as an import's are

  sqlite3* handle() const noexcept { return connection_->handle(); }
  sqlite3_stmt* prepare(const std::string& sql);

 private:
  void run(sqlite3_stmt* statement);
  void bind_row(const RawAccount& account);

  std::unique_ptr<store::Connection> connection_;
  std::vector<sqlite3_stmt*> statements_;
  sqlite3_stmt *begin_, *commit_, *row_, *key_, *search_, *change_;
  std::int64_t seq_ = 0;
  std::int64_t set_ = 0;  // 0: each change is a set of its own
};

// The columns that a sample account fills, in order; money takes two.
const std::vector<const AnyField*>& raw_columns();

// Reads all columns of the current row as a caller would who fills a struct.
std::uint64_t read_row(sqlite3_stmt* statement);

}  // namespace guanxi::bench
