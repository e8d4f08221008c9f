#include "crm/commands/merge_log.h"

#include <algorithm>

#include "base/check.h"
#include "model/code_set.h"
#include "model/delta.h"

namespace guanxi::commands {
namespace {

constexpr std::size_t changes_at_once = 2000;

Result<std::vector<Id>> ids_in(std::string_view set) {
  std::vector<Id> out;
  for (const std::string_view code : codes_of(set)) {
    GUANXI_ASSIGN(const Id id, Id::parse(code));
    out.push_back(id);
  }
  return out;
}

// The change set that wrote the note.
Result<std::int64_t> set_of_note(Unit& unit, std::int64_t rid) {
  std::int64_t set = 0;
  store::ChangeQuery query;
  query.record = {number_of(MergeRecord), rid};
  query.limit = 1;
  GUANXI_CHECK(unit.writer().changes(query, [&](store::Change& change) {
    set = change.set;
    return false;
  }));
  return set;
}

}  // namespace

Result<std::vector<MergeNote>> merges_into(Unit& unit, const Id& winner) {
  const Expr its = MergeRecord.winner == winner && is_null(MergeRecord.archived_at);
  std::vector<MergeNote> out;
  Result<void> read;
  store::Scan scan;
  scan.type = &unit.schema().of(MergeRecord);
  scan.filter = &its;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& row) {
    auto losers = ids_in(row.get(MergeRecord.losers).view());
    if (!losers) read = std::move(losers).error();
    else out.push_back({row.rid(), 0, *std::move(losers)});
    return read.ok();
  }));
  GUANXI_CHECK(std::move(read));
  for (MergeNote& note : out) {
    GUANXI_ASSIGN(note.set, set_of_note(unit, note.rid));
  }
  std::sort(out.begin(), out.end(), [](const MergeNote& a, const MergeNote& b) { return a.rid < b.rid; });
  return out;
}

Result<void> each_change(Unit& unit, store::ChangeQuery query, FunctionRef<bool(store::Change&)> sink) {
  query.newest_first = true;
  query.limit = changes_at_once;
  bool more = true;
  for (std::size_t got = changes_at_once; more && got == changes_at_once;) {
    got = 0;
    GUANXI_CHECK(unit.writer().changes(query, [&](store::Change& change) {
      query.after = change.seq;
      more = sink(change);
      return more && ++got < changes_at_once;
    }));
  }
  return {};
}

Result<void> go_back(Unit& unit, const EntityType& type, std::int64_t seq, AnyRecord& row) {
  Result<void> read;
  store::ChangeQuery query;
  query.record = {type.number(), row.rid()};
  GUANXI_CHECK(each_change(unit, query, [&](store::Change& change) {
    if (change.seq < seq) return false;
    read = unpack_delta(change.delta, [&](const FieldChange& field) {
      const AnyField* known = type.find(field.field);
      if (known != nullptr) row.put(known->slot, field.before.is_set() ? field.before : Value::null(known->type));
    });
    return read.ok();
  }));
  return read;
}

}  // namespace guanxi::commands
