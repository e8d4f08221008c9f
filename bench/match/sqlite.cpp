#include "match/sqlite.h"

#include <algorithm>
#include <stdexcept>

#include "guanxi/text.h"

namespace guanxi::bench {

namespace {

std::vector<std::string> trigrams_of(const std::string& name) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < name.size();) begins.push_back(at), text::next(name, at);
  begins.push_back(name.size());
  std::vector<std::string> out;
  for (std::size_t i = 0; i + 3 < begins.size(); ++i) out.push_back(name.substr(begins[i], begins[i + 3] - begins[i]));
  return out;
}

std::string quoted(const std::string& term) {
  std::string out = "\"";
  for (const char c : term) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

}  // namespace

SqliteNames::SqliteNames(const std::vector<std::string>& names) {
  if (sqlite3_open(":memory:", &db_) != SQLITE_OK) throw std::runtime_error("SQLite does not open");
  run("CREATE TABLE account(id INTEGER PRIMARY KEY, name TEXT)");
  const bool indexed = sqlite3_exec(db_, "CREATE VIRTUAL TABLE grams USING fts5(name, content='', detail=full, tokenize='trigram')", nullptr, nullptr, nullptr) == SQLITE_OK;
  run("BEGIN");
  sqlite3_stmt *insert = nullptr, *index = nullptr;
  sqlite3_prepare_v2(db_, "INSERT INTO account VALUES (?1, ?2)", -1, &insert, nullptr);
  if (indexed) sqlite3_prepare_v2(db_, "INSERT INTO grams(rowid, name) VALUES (?1, ?2)", -1, &index, nullptr);
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (auto* statement : {insert, index}) {
      if (statement == nullptr) continue;
      sqlite3_bind_int64(statement, 1, static_cast<sqlite3_int64>(i));
      sqlite3_bind_text(statement, 2, names[i].data(), static_cast<int>(names[i].size()), SQLITE_STATIC);
      sqlite3_step(statement), sqlite3_reset(statement);
    }
    for (auto& gram : trigrams_of(names[i])) ++frequency_[std::move(gram)];
  }
  sqlite3_finalize(insert), sqlite3_finalize(index);
  run("COMMIT");
  run("CREATE INDEX by_name ON account(name)");
  sqlite3_prepare_v2(db_, "SELECT id FROM account WHERE name = ?1 LIMIT 10", -1, &equal_, nullptr);
  sqlite3_prepare_v2(db_, "SELECT id FROM account WHERE name LIKE '%' || ?1 || '%' LIMIT 10", -1, &like_, nullptr);
  if (indexed) sqlite3_prepare_v2(db_, "SELECT rowid FROM grams WHERE grams MATCH ?1 ORDER BY rank LIMIT 10", -1, &trigrams_, nullptr);
}

SqliteNames::~SqliteNames() {
  for (auto* statement : {equal_, like_, trigrams_}) sqlite3_finalize(statement);
  sqlite3_close(db_);
}

void SqliteNames::run(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
}

std::vector<std::size_t> SqliteNames::rows(sqlite3_stmt* statement, const std::string& argument) {
  sqlite3_bind_text(statement, 1, argument.data(), static_cast<int>(argument.size()), SQLITE_STATIC);
  std::vector<std::size_t> out;
  while (sqlite3_step(statement) == SQLITE_ROW) out.push_back(static_cast<std::size_t>(sqlite3_column_int64(statement, 0)));
  sqlite3_reset(statement);
  return out;
}

std::vector<std::size_t> SqliteNames::equal(const std::string& name) { return rows(equal_, name); }
std::vector<std::size_t> SqliteNames::like(const std::string& name) { return rows(like_, name); }

// The three rarest that occur at all, any of them: all of them would be equality, and common ones cost whole seconds.
std::vector<std::size_t> SqliteNames::trigrams(const std::string& name) {
  auto grams = trigrams_of(name);
  std::erase_if(grams, [&](const std::string& gram) { return !frequency_.contains(gram); });
  std::sort(grams.begin(), grams.end(), [&](const auto& a, const auto& b) { return frequency_[a] < frequency_[b]; });
  std::string wanted;
  for (std::size_t i = 0; i < std::min<std::size_t>(grams.size(), 3); ++i) wanted.append(i == 0 ? "" : " OR ").append(quoted(grams[i]));
  return wanted.empty() ? std::vector<std::size_t>() : rows(trigrams_, wanted);
}

}  // namespace guanxi::bench
