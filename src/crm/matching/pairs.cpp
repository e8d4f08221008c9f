#include "crm/matching/pairs.h"

#include "base/check.h"

namespace guanxi::matching {
namespace {

Result<std::vector<AnyRecord>> rows_where(store::Reader& reader, const Schema& schema, const Expr& condition) {
  const Expr live = condition && is_null(DuplicatePair.archived_at);
  std::vector<AnyRecord> rows;
  store::Scan scan;
  scan.type = &schema.of(DuplicatePair);
  scan.filter = &live;
  GUANXI_CHECK(reader.scan(scan, [&](AnyRecord& row) {
    rows.push_back(std::move(row));
    return true;
  }));
  return rows;
}

}  // namespace

std::pair<Id, Id> ordered(const Id& a, const Id& b) noexcept { return b < a ? std::pair(b, a) : std::pair(a, b); }

Result<std::vector<AnyRecord>> pairs_of(store::Reader& reader, const Schema& schema, const Id& a, const Id& b) {
  const auto [low, high] = ordered(a, b);
  return rows_where(reader, schema, DuplicatePair.low == low && DuplicatePair.high == high);
}

Result<std::vector<AnyRecord>> pairs_with(store::Reader& reader, const Schema& schema, const Id& record) {
  GUANXI_ASSIGN(std::vector<AnyRecord> rows, rows_where(reader, schema, DuplicatePair.low == record));
  GUANXI_ASSIGN(std::vector<AnyRecord> more, rows_where(reader, schema, DuplicatePair.high == record));
  for (AnyRecord& row : more) rows.push_back(std::move(row));
  return rows;
}

Result<std::vector<Id>> dismissed_with(store::Reader& reader, const Schema& schema, const Id& record) {
  std::vector<Id> out;
  GUANXI_ASSIGN(const std::vector<AnyRecord> rows, pairs_with(reader, schema, record));
  for (const AnyRecord& row : rows) {
    if (row.get(DuplicatePair.state).view() != "dismissed") continue;
    const Id low = Codec<Id>::unpack(row.get(DuplicatePair.low)), high = Codec<Id>::unpack(row.get(DuplicatePair.high));
    out.push_back(low == record ? high : low);
  }
  return out;
}

}  // namespace guanxi::matching
