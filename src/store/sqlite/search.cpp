// Finding rows by their text.
#include <algorithm>
#include <limits>

#include "base/check.h"
#include "model/derive.h"
#include "store/search/query.h"
#include "store/sqlite/fts.h"
#include "store/sqlite/scan.h"
#include "store/sqlite/waiting.h"
#include "store/sqlite/writes.h"

namespace guanxi::store {
namespace {

// How many texts wait, which a search has to look at besides the index: few as long as people commit one row after the other, more when many writers at once
// share their commits. What brings more rows than that goes into the index at once.
constexpr std::size_t one_command = 8, one_group = 64;
constexpr std::int64_t most_waiting = 16, most_among_many = 128;

// The caller's slots, and those whose text is needed to look again.
std::vector<std::uint16_t> slots_of(const Search& request, bool exact) {
  std::vector<std::uint16_t> slots(request.slots.begin(), request.slots.end());
  if (slots.empty() || exact) return slots;
  for (const AnyField* field : request.type->fields())
    if (field->has(searchable)) slots.push_back(field->slot);
  return slots;
}

// One search: what the index finds, and what it would find among the texts that wait.
class Finding {
 public:
  Finding(Connection& db, const Schema& schema, const Search& request, const search::SearchQuery& asked, const Table& table)
      : db_(db), request_(request), asked_(asked), table_(table), names_(*request.type, schema),
        shape_(table, *request.type, slots_of(request, asked.exact())), row_(request.type->record()) {}

  Result<void> run(RowSink sink) {
    GUANXI_ASSIGN(waiting_, waiting_texts(db_, table_.search()));
    GUANXI_CHECK(find_waiting());
    GUANXI_ASSIGN(const Sql sql, in_index());
    GUANXI_ASSIGN(Query query, query_of(db_, sql));
    while (!over_) {
      GUANXI_ASSIGN(const bool found, query.next());
      give_waiting(found ? query.number(0) : std::numeric_limits<std::int64_t>::max(), sink);
      if (!found) return {};
      if (over_ || waiting_.contains(query.number(0))) continue;
      GUANXI_CHECK(shape_.load(query, row_));
      if (has_words()) give(row_, sink);
    }
    return {};
  }

 private:
  // The rows that wait and have the words, by their number.
  Result<void> find_waiting() {
    std::vector<std::int64_t> rids;
    for (const auto& [rid, text] : waiting_)
      if (!text.wanted.empty() && asked_.matches(text.wanted)) rids.push_back(rid);
    if (rids.empty()) return {};
    Sql sql;
    SqlWriter writer(sql, names_);
    sql.text = "SELECT " + shape_.list() + " FROM " + table_.name() + " t WHERE t.rid IN(";
    for (const std::int64_t rid : rids) {
      if (rid != rids.front()) sql.text += ',';
      writer.parameter(Codec<Int>::pack(rid));
    }
    sql.text += ')';
    GUANXI_CHECK(append_conditions(sql, writer));
    sql.text += " ORDER BY t.rid";
    GUANXI_ASSIGN(Query query, query_of(db_, sql));
    while (true) {
      GUANXI_ASSIGN(const bool found, query.next());
      if (!found) return {};
      GUANXI_CHECK(shape_.load(query, row_));
      found_waiting_.push_back(std::move(row_));
      row_ = request_.type->record();
    }
  }

  Result<Sql> in_index() const {
    Sql sql;
    SqlWriter writer(sql, names_);
    sql.text = "SELECT " + shape_.list() + " FROM " + table_.search() + " CROSS JOIN " + table_.name() + " t ON t.rid=" + table_.search() +
               ".rowid WHERE " + table_.search() + " MATCH ";
    writer.parameter_text(match_expression(asked_));
    GUANXI_CHECK(append_conditions(sql, writer));
    sql.text += " ORDER BY " + table_.search() + ".rowid";
    if (asked_.exact() && request_.limit != 0) {
      sql.text += " LIMIT ";
      writer.parameter(Codec<Int>::pack(static_cast<std::int64_t>(request_.limit + waiting_.size())));
    }
    return sql;
  }

  Result<void> append_conditions(Sql& sql, SqlWriter& writer) const {
    if (table_.shared()) sql.text += " AND " + table_.rows();
    if (request_.filter == nullptr || request_.filter->always()) return {};
    sql.text += " AND ";
    return writer.condition(*request_.filter, request_.type->number(), "t");
  }

  bool has_words() {
    if (asked_.exact()) return true;
    text_.clear();
    append_search_text(*request_.type, row_, text_);
    return asked_.matches(text_);
  }

  // Those with a number up to `rid`.
  void give_waiting(std::int64_t rid, RowSink sink) {
    while (!over_ && next_waiting_ < found_waiting_.size() && found_waiting_[next_waiting_].rid() <= rid) give(found_waiting_[next_waiting_++], sink);
  }

  void give(AnyRecord& row, RowSink sink) { over_ = !sink(row) || ++given_ == request_.limit; }

  Connection& db_;
  const Search& request_;
  const search::SearchQuery& asked_;
  const Table& table_;
  const SqliteNames names_;
  Shape shape_;
  AnyRecord row_;
  std::string text_;  // scratch
  WaitingTexts waiting_;
  std::vector<AnyRecord> found_waiting_;
  std::size_t next_waiting_ = 0, given_ = 0;
  bool over_ = false;
};

}  // namespace

Result<void> Reads::search(const Search& request, RowSink sink) {
  const search::SearchQuery asked(request.text);
  if (asked.empty() || !is_searchable(*request.type)) return {};
  return Finding(db_, *schema_, request, asked, tables_.of(*request.type)).run(sink);
}

// Some wait for others; many go in at once, and with them those that wait. A text that goes is not kept to wait.
Result<void> SqliteWriter::flush_search() {
  Connection& db = reads_.connection();
  const std::span changes(search_changes_.begin() + static_cast<std::ptrdiff_t>(flushed_), search_changes_.end());
  flushed_ = search_changes_.size();
  const bool goes = std::any_of(changes.begin(), changes.end(), [](const SearchChange& change) { return change.after.empty(); });
  if (changes.size() > one_group || goes) return enter_texts(db, changes);
  std::int64_t waiting = 0;
  for (const SearchChange& change : changes) {
    GUANXI_ASSIGN(waiting, let_wait(db, change));
  }
  return waiting > (changes.size() > one_command ? most_among_many : most_waiting) ? enter_texts(db, {}) : Result<void>();
}

}  // namespace guanxi::store
