#include "store/sqlite/writes.h"

#include "base/check.h"
#include "store/sqlite/custom.h"
#include "store/sqlite/keys.h"

namespace guanxi::store {
namespace {

constexpr Message changed_since{"store.conflict", "{0} {1} was changed by somebody else: read it again and repeat the change.",
                                "{0} {1} 已被他人修改，请重新读取后再改。"};
constexpr Message bad_mark{"store.bad_savepoint", "There is no open savepoint {0}.", "保存点 {0} 不存在或已结束。"};

constexpr Message over{"store.transaction_over", "The transaction is over: begin another one.", "该事务已结束，请开始新的事务。"};

constexpr std::size_t most_search_bytes = 8u << 20;  // kept back before the search index is told

bool custom_differs(const EntityType& type, const AnyRecord& before, const AnyRecord& after) noexcept {
  for (auto slot = type.builtin_count(); slot < type.fields().size(); ++slot)
    if (!(before.at(slot) == after.at(slot)) && (before.at(slot).is_set() || after.at(slot).is_set())) return true;
  return false;
}

std::uint64_t changed_columns(const EntityType& type, const AnyRecord& before, const AnyRecord& after) noexcept {
  std::uint64_t columns = 0;
  for (std::uint16_t slot = 0; slot < type.builtin_count(); ++slot) {
    const Value& a = before.at(slot);
    const Value& b = after.at(slot);
    if (!(a == b) && (a.is_set() || b.is_set())) columns |= std::uint64_t{1} << slot;
  }
  return custom_differs(type, before, after) ? columns | std::uint64_t{1} << Table::custom_bit : columns;
}

}  // namespace

Result<void> SqliteWriter::put(std::span<Put> batch) {
  GUANXI_CHECK(check_open());
  for (Put& row : batch) {
    GUANXI_CHECK(row.before == nullptr ? insert(row) : update(row));
    GUANXI_CHECK(put_keys(row));
    if (row.search_before != row.search_after) GUANXI_CHECK(put_search(row));
  }
  return {};
}

Result<void> SqliteWriter::insert(Put& row) {
  const Table& table = reads_.tables().of(*row.type);
  GUANXI_ASSIGN(Query query, reads_.connection().query({0, row.type->number(), StatementKey::insert}, [&] { return table.insert(); }));
  int at = 1;
  for (const AnyField* field : table.fields()) GUANXI_CHECK(bind_field(query, at, *field, row.after->at(field->slot)));
  custom_.clear();
  if (row.type->fields().size() > row.type->builtin_count()) GUANXI_CHECK(pack_custom(*row.type, *row.after, custom_));
  if (custom_.empty())
    query.bind_null(at);
  else
    query.bind_blob(at, custom_);
  GUANXI_CHECK(query.run());
  row.after->set_rid(sqlite3_last_insert_rowid(reads_.connection().handle()));
  return {};
}

Result<void> SqliteWriter::update(Put& row) {
  const Table& table = reads_.tables().of(*row.type);
  const std::uint64_t columns = changed_columns(*row.type, *row.before, *row.after);
  row.after->set_rid(row.before->rid());
  if (columns == 0) return {};
  GUANXI_ASSIGN(Query query, reads_.connection().query({columns, row.type->number(), StatementKey::update},
                                                       [&] { return table.update(columns); }));
  int at = 1;
  for (const AnyField* field : table.fields())
    if (columns >> field->slot & 1) GUANXI_CHECK(bind_field(query, at, *field, row.after->at(field->slot)));
  custom_.clear();
  if (columns >> Table::custom_bit & 1) {
    GUANXI_CHECK(pack_custom(*row.type, *row.after, custom_));
    custom_.empty() ? query.bind_null(at) : query.bind_blob(at, custom_);
    ++at;
  }
  query.bind(at, row.before->rid()).bind(at + 1, row.before->revision());
  GUANXI_CHECK(query.run());
  if (sqlite3_changes(reads_.connection().handle()) == 1) return {};
  return Error(Code::conflict, changed_since, {std::string(row.type->name()), row.before->id().text()});
}

Result<void> SqliteWriter::put_keys(const Put& row) {
  const auto each = [&](std::span<const Key> keys, std::string_view sql) -> Result<void> {
    if (keys.empty()) return {};
    GUANXI_ASSIGN(Query query, reads_.connection().query(sql));
    for (const Key& key : keys) {
      const KeyValue value(key.value);
      query.bind(1, std::int64_t{key.space}).bind(3, std::int64_t{row.type->number()}).bind(4, row.after->rid());
      value.bind(query, 2);
      GUANXI_CHECK(query.run());
    }
    return {};
  };
  GUANXI_CHECK(each(row.keys_removed, "DELETE FROM gx_key WHERE space=? AND value=? AND entity=? AND rid=?"));
  return each(row.keys_added, "INSERT OR IGNORE INTO gx_key(space,value,entity,rid)VALUES(?,?,?,?)");
}

Result<void> SqliteWriter::put_search(const Put& row) {
  search_changes_.push_back({reads_.tables().of(*row.type).search(), row.after->rid(), std::string(row.search_before), std::string(row.search_after)});
  search_bytes_ += row.search_before.size() + row.search_after.size() + sizeof(SearchChange);
  if (search_bytes_ < most_search_bytes || !marks_.empty()) return {};
  GUANXI_CHECK(flush_search());
  search_changes_.clear();
  flushed_ = search_bytes_ = 0;
  return {};
}

Result<std::int64_t> SqliteWriter::last_change() {
  GUANXI_CHECK(check_open());
  if (last_seq_ == 0) {
    GUANXI_ASSIGN(last_seq_, reads_.last_change());
  }
  return last_seq_;
}

Result<std::int64_t> SqliteWriter::append(const Change& change) {
  GUANXI_CHECK(last_change());
  GUANXI_ASSIGN(Query query, reads_.connection().query("INSERT INTO gx_change(seq,\"set\",at,actor,on_behalf,command,reason,entity,rid,"
                                                       "record,kind,delta)VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"));
  const std::int64_t seq = ++last_seq_;
  query.bind(1, seq).bind(2, change.set == 0 ? seq : change.set).bind(3, change.at.us).bind(4, change.actor).bind(5, change.on_behalf);
  query.bind(6, std::string_view(change.command));
  change.reason.empty() ? query.bind_null(7) : query.bind(7, std::string_view(change.reason));
  query.bind(8, std::int64_t{change.entity}).bind(9, change.rid).bind(10, change.record);
  query.bind(11, static_cast<std::int64_t>(change.kind)).bind_blob(12, change.delta);
  GUANXI_CHECK(query.run());
  return seq;
}

Result<void> SqliteWriter::set_meta(std::string_view key, std::string_view value) {
  GUANXI_CHECK(check_open());
  GUANXI_ASSIGN(Query query, reads_.connection().query("INSERT OR REPLACE INTO gx_meta(key,value)VALUES(?,?)"));
  query.bind(1, key).bind_blob(2, value);
  return query.run();
}

Result<void> SqliteWriter::remember(std::string_view idempotency_key, Instant at, std::string_view outcome) {
  GUANXI_CHECK(check_open());
  GUANXI_ASSIGN(Query query, reads_.connection().query("INSERT OR REPLACE INTO gx_idempotency(key,at,outcome)VALUES(?,?,?)"));
  query.bind(1, idempotency_key).bind(2, at.us).bind_blob(3, outcome);
  return query.run();
}

Result<void> SqliteWriter::forget(Instant before) {
  GUANXI_CHECK(check_open());
  GUANXI_ASSIGN(Query query, reads_.connection().query("DELETE FROM gx_idempotency WHERE at<?"));
  query.bind(1, before.us);
  return query.run();
}

Result<std::int64_t> SqliteWriter::next(std::string_view sequence) {
  GUANXI_CHECK(check_open());
  GUANXI_ASSIGN(Query query, reads_.connection().query("INSERT INTO gx_sequence(name,value)VALUES(?,1) "
                                                       "ON CONFLICT(name) DO UPDATE SET value=value+1 RETURNING value"));
  query.bind(1, sequence);
  GUANXI_CHECK(query.next());
  return query.number(0);
}

Result<int> SqliteWriter::savepoint() {
  const int mark = static_cast<int>(marks_.size());
  GUANXI_CHECK(to_savepoint("SAVEPOINT s", mark));
  marks_.push_back({search_changes_.size(), flushed_, last_seq_});
  return mark;
}

Result<void> SqliteWriter::release(int mark) {
  GUANXI_CHECK(to_savepoint("RELEASE s", mark));
  marks_.erase(marks_.begin() + mark, marks_.end());
  return {};
}

// Savepoints opened since go; the mark itself stays. What the search index learnt since is undone with the rest, so
// older changes among it are told again.
Result<void> SqliteWriter::rollback_to(int mark) {
  GUANXI_CHECK(to_savepoint("ROLLBACK TO s", mark));
  const Mark& at = marks_[static_cast<std::size_t>(mark)];
  search_changes_.erase(search_changes_.begin() + static_cast<std::ptrdiff_t>(at.search_changes), search_changes_.end());
  flushed_ = at.flushed;
  last_seq_ = at.last_seq;
  marks_.erase(marks_.begin() + mark + 1, marks_.end());
  return {};
}

Result<void> SqliteWriter::to_savepoint(std::string_view verb, int mark) {
  GUANXI_CHECK(check_open());
  const bool opens = verb.starts_with('S');
  if (mark < 0 || static_cast<std::size_t>(mark) >= marks_.size() + (opens ? 1 : 0))
    return Error(Code::misuse, bad_mark, {std::to_string(mark)});
  GUANXI_ASSIGN(Query query, reads_.connection().query(std::string(verb) + std::to_string(mark)));
  return query.run();
}

Result<void> SqliteWriter::check_open() const {
  if (open_) return {};
  return Error(Code::misuse, over);
}

void SqliteWriter::start() noexcept {
  open_ = true;
  search_changes_.clear();
  flushed_ = search_bytes_ = 0;
  marks_.clear();
  last_seq_ = 0;
}

Result<void> SqliteWriter::search(const Search& request, RowSink sink) {
  GUANXI_CHECK(flush_search());
  return reads_.search(request, sink);
}

}  // namespace guanxi::store
