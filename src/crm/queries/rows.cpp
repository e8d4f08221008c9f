#include "crm/queries/rows.h"

namespace guanxi::queries {

Result<std::vector<Id>> ids_of(View& view, const EntityType& type, const Expr& condition) {
  std::vector<Id> ids;
  const std::optional<Expr> filter = view.readable(type, condition);
  if (!filter) return ids;
  const std::uint16_t only_id = common::id;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &*filter;
  scan.limit = most_ids + 1;
  scan.slots = {&only_id, 1};
  GUANXI_CHECK(view.reader().scan(scan, [&](AnyRecord& row) {
    ids.push_back(row.id());
    return true;
  }));
  return ids;
}

Expr one_of(const AnyField& field, const std::vector<Id>& ids) {
  std::vector<Value> literals;
  literals.reserve(ids.size());
  for (const Id& id : ids) literals.push_back(Codec<Id>::pack(id));
  return Expr::in(field.entity, field.number, literals);
}

Result<Expr> pointing_to(View& view, const AnyField& reference, const EntityType& parent, const Expr& condition) {
  GUANXI_ASSIGN(const auto ids, ids_of(view, parent, condition));
  if (ids.size() > most_ids) return through(reference, condition);
  return one_of(reference, ids);
}

}  // namespace guanxi::queries
