// What SQLite itself offers a CRM that looks for a name: equality, LIKE, and its full-text index of trigrams.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace guanxi::bench {

class SqliteNames {
 public:
  explicit SqliteNames(const std::vector<std::string>& names);
  SqliteNames(const SqliteNames&) = delete;
  SqliteNames& operator=(const SqliteNames&) = delete;
  ~SqliteNames();

  bool has_trigrams() const noexcept { return trigrams_ != nullptr; }
  // At most ten records each.
  std::vector<std::size_t> equal(const std::string& name);
  std::vector<std::size_t> like(const std::string& name);
  std::vector<std::size_t> trigrams(const std::string& name);

 private:
  void run(const char* sql);
  std::vector<std::size_t> rows(sqlite3_stmt* statement, const std::string& argument);

  sqlite3* db_ = nullptr;
  sqlite3_stmt *equal_ = nullptr, *like_ = nullptr, *trigrams_ = nullptr;
  std::unordered_map<std::string, std::size_t> frequency_;  // of each trigram: what tells the rare ones
};

}  // namespace guanxi::bench
