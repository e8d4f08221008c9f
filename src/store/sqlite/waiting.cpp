#include "store/sqlite/waiting.h"

#include "base/check.h"
#include "store/sqlite/fts.h"

namespace guanxi::store {
namespace {

// A row that changed again while it waited is entered once.
void add(WaitingTexts& texts, std::int64_t rid, std::string_view before, std::string_view after) {
  const auto [at, first] = texts.try_emplace(rid);
  if (first) at->second.entered = before;
  at->second.wanted = after;
}

Result<void> enter(Connection& db, const std::string& table, std::int64_t rid, const std::string& before, const std::string& after) {
  if (before == after) return {};
  if (!before.empty()) GUANXI_CHECK(remove_text(db, table, rid, before));
  return after.empty() ? Result<void>() : enter_text(db, table, rid, after);
}

// Of all tables, those that `where` lets pass; it may hold one parameter, the table.
Result<std::map<std::string, WaitingTexts>> read_waiting(Connection& db, const std::string& where, std::string_view table) {
  GUANXI_ASSIGN(Query query, db.query("SELECT \"table\",rid,before,after FROM gx_search_waiting" + where + " ORDER BY seq"));
  if (!where.empty()) query.bind(1, table);
  std::map<std::string, WaitingTexts> all;
  while (true) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) return all;
    add(all[std::string(query.text(0))], query.number(1), query.text(2), query.text(3));
  }
}

}  // namespace

Result<void> make_waiting_table(Connection& db) {
  return db.execute("CREATE TABLE IF NOT EXISTS gx_search_waiting(seq INTEGER PRIMARY KEY, \"table\" TEXT NOT NULL, rid INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL)");
}

// Numbers begin anew when all have gone in, so the last one tells how many there are.
Result<std::int64_t> let_wait(Connection& db, const SearchChange& change) {
  GUANXI_ASSIGN(Query query, db.query("INSERT INTO gx_search_waiting(\"table\",rid,before,after)VALUES(?,?,?,?)"));
  query.bind(1, std::string_view(change.table)).bind(2, change.rid).bind(3, std::string_view(change.before)).bind(4, std::string_view(change.after));
  GUANXI_CHECK(query.run());
  return sqlite3_last_insert_rowid(db.handle());
}

Result<WaitingTexts> waiting_texts(Connection& db, const std::string& table, const std::string& only) {
  GUANXI_ASSIGN(auto waiting, read_waiting(db, " WHERE \"table\"=?" + (only.empty() ? only : " AND " + only), table));
  return waiting.empty() ? WaitingTexts() : std::move(waiting.begin()->second);
}

Result<void> enter_texts(Connection& db, std::span<const SearchChange> changes) {
  GUANXI_ASSIGN(const auto all, read_waiting(db, {}, {}));
  for (const auto& [table, texts] : all)
    for (const auto& [rid, text] : texts) GUANXI_CHECK(enter(db, table, rid, text.entered, text.wanted));
  if (!all.empty()) GUANXI_CHECK(db.execute("DELETE FROM gx_search_waiting"));
  for (const SearchChange& change : changes) GUANXI_CHECK(enter(db, change.table, change.rid, change.before, change.after));
  return {};
}

Result<void> forget_waiting(Connection& db, const std::string& table) {
  GUANXI_ASSIGN(Query query, db.query("DELETE FROM gx_search_waiting WHERE \"table\"=?"));
  query.bind(1, std::string_view(table));
  return query.run();
}

}  // namespace guanxi::store
