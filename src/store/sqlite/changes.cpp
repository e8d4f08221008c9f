// The change log: gx_change, append-only, one row a change.
#include "base/check.h"
#include "store/sqlite/reads.h"

namespace guanxi::store {
namespace {

// The first change of a set has the set's number, so most rows are found by their own; the index holds the others only.
constexpr std::string_view of_one_set =
    "(SELECT * FROM gx_change WHERE seq=?1 AND \"set\"=?1 UNION ALL SELECT * FROM gx_change WHERE \"set\"=?1 AND \"set\"<>seq)";

std::string select(const ChangeQuery& query) {
  std::string sql = "SELECT seq,\"set\",at,actor,on_behalf,command,reason,entity,rid,record,kind,delta FROM ";
  if (query.set)
    sql += of_one_set;
  else
    sql += "gx_change";
  sql += query.newest_first ? " WHERE seq<?2" : " WHERE seq>?2";
  if (query.record) sql += " AND entity=?3 AND rid=?4";
  sql += query.newest_first ? " ORDER BY seq DESC LIMIT ?5" : " ORDER BY seq LIMIT ?5";
  return sql;
}

Change read(const Query& row) {
  Change change;
  change.seq = row.number(0);
  change.set = row.number(1);
  change.at = Instant{row.number(2)};
  change.actor = row.id(3);
  change.on_behalf = row.id(4);
  change.command = row.text(5);
  change.reason = row.text(6);
  change.entity = static_cast<std::uint16_t>(row.number(7));
  change.rid = row.number(8);
  change.record = row.id(9);
  change.kind = static_cast<ChangeKind>(row.number(10));
  change.delta = row.blob(11);
  return change;
}

}  // namespace

Result<void> Reads::changes(const ChangeQuery& request, FunctionRef<bool(Change&)> sink) {
  GUANXI_ASSIGN(Query query, db_.query(select(request)));
  const bool from_the_end = request.newest_first && request.after == 0;
  if (request.set) query.bind(1, *request.set);
  query.bind(2, from_the_end ? INT64_MAX : request.after);
  if (request.record) query.bind(3, std::int64_t{request.record->first}).bind(4, request.record->second);
  query.bind(5, request.limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(request.limit));
  while (true) {
    GUANXI_ASSIGN(const bool found, query.next());
    if (!found) return {};
    Change change = read(query);
    if (!sink(change)) return {};
  }
}

Result<std::int64_t> Reads::last_change() { return db_.number("SELECT seq FROM gx_change ORDER BY seq DESC LIMIT 1"); }

}  // namespace guanxi::store
