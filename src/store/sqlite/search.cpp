// Finding rows by their text.
#include "base/check.h"
#include "model/derive.h"
#include "store/search/query.h"
#include "store/sqlite/fts.h"
#include "store/sqlite/scan.h"
#include "store/sqlite/writes.h"

namespace guanxi::store {
namespace {

// The caller's slots, and those whose text is needed to look again.
std::vector<std::uint16_t> slots_of(const Search& request, bool exact) {
  std::vector<std::uint16_t> slots(request.slots.begin(), request.slots.end());
  if (slots.empty() || exact) return slots;
  for (const AnyField* field : request.type->fields())
    if (field->has(searchable)) slots.push_back(field->slot);
  return slots;
}

Result<Sql> statement(const Search& request, const search::SearchQuery& asked, const Table& table, const Shape& shape, const SqliteNames& names) {
  Sql sql;
  SqlWriter writer(sql, names);
  sql.text = "SELECT " + shape.list() + " FROM " + table.search() + " CROSS JOIN " + table.name() + " t ON t.rid=" + table.search() +
             ".rowid WHERE " + table.search() + " MATCH ";
  writer.parameter_text(match_expression(asked));
  if (table.shared()) sql.text += " AND " + table.rows();
  if (request.filter != nullptr && !request.filter->always()) {
    sql.text += " AND ";
    GUANXI_CHECK(writer.condition(*request.filter, request.type->number(), "t"));
  }
  sql.text += " ORDER BY " + table.search() + ".rowid";
  if (asked.exact() && request.limit != 0) {
    sql.text += " LIMIT ";
    writer.parameter(Codec<Int>::pack(static_cast<std::int64_t>(request.limit)));
  }
  return sql;
}

}  // namespace

Result<void> Reads::search(const Search& request, RowSink sink) {
  const search::SearchQuery asked(request.text);
  if (asked.empty() || !is_searchable(*request.type)) return {};
  const Table& table = tables_.of(*request.type);
  const bool exact = asked.exact();
  Shape shape(table, *request.type, slots_of(request, exact));
  const SqliteNames names(*request.type, *schema_);
  GUANXI_ASSIGN(const Sql sql, statement(request, asked, table, shape, names));
  GUANXI_ASSIGN(Query query, query_of(db_, sql));
  AnyRecord row = request.type->record();
  std::string text;
  for (std::size_t given = 0; request.limit == 0 || given < request.limit;) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) return {};
    GUANXI_CHECK(shape.load(query, row));
    if (!exact) {
      text.clear();
      append_search_text(*request.type, row, text);
      if (!asked.matches(text)) continue;
    }
    ++given;
    if (!sink(row)) return {};
  }
  return {};
}

Result<void> SqliteWriter::flush_search() {
  for (; flushed_ < search_changes_.size(); ++flushed_) {
    const SearchChange& change = search_changes_[flushed_];
    if (!change.before.empty()) GUANXI_CHECK(remove_text(reads_.connection(), change.table, change.rid, change.before));
    if (!change.after.empty()) GUANXI_CHECK(enter_text(reads_.connection(), change.table, change.rid, change.after));
  }
  return {};
}

}  // namespace guanxi::store
