#include "store/sqlite/reads.h"

#include "base/check.h"
#include "store/sqlite/keys.h"

namespace guanxi::store {

Result<Query> Reads::find(const EntityType& type, const Id& id) {
  const Table& table = tables_.of(type);
  GUANXI_ASSIGN(Query query, db_.query({0, type.number(), StatementKey::get_by_id}, [&] { return table.get_by_id(); }));
  query.bind(1, id);
  return query;
}

Result<bool> Reads::load(Query& query, const EntityType& type, AnyRecord& out) {
  GUANXI_ASSIGN(const bool found, query.next());
  if (found) GUANXI_CHECK(Shape(tables_.of(type), type).load(query, out));
  return found;
}

Result<bool> Reads::get(const EntityType& type, const Id& id, AnyRecord& out) {
  GUANXI_ASSIGN(Query query, find(type, id));
  return load(query, type, out);
}

Result<bool> Reads::get(const EntityType& type, std::int64_t rid, AnyRecord& out) {
  const Table& table = tables_.of(type);
  GUANXI_ASSIGN(Query query, db_.query({0, type.number(), StatementKey::get_by_rid}, [&] { return table.get_by_rid(); }));
  query.bind(1, rid);
  return load(query, type, out);
}

Result<void> Reads::probe(std::span<const Key> keys, FunctionRef<bool(const KeyHit&)> sink) {
  GUANXI_ASSIGN(Query query, db_.query("SELECT entity,rid FROM gx_key WHERE space=? AND value=?"));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const KeyValue value(keys[i].value);
    query.reset();
    query.bind(1, std::int64_t{keys[i].space});
    value.bind(query, 2);
    while (true) {
      GUANXI_ASSIGN(const bool more, query.next());
      if (!more) break;
      if (!sink({i, static_cast<std::uint16_t>(query.number(0)), query.number(1)})) break;
    }
  }
  return {};
}

Result<std::optional<std::string>> Reads::meta(std::string_view key) {
  GUANXI_ASSIGN(Query query, db_.query("SELECT value FROM gx_meta WHERE key=?"));
  query.bind(1, key);
  GUANXI_ASSIGN(const bool found, query.next());
  return found ? std::optional(std::string(query.blob(0))) : std::nullopt;
}

Result<std::optional<std::string>> Reads::recall(std::string_view key) {
  GUANXI_ASSIGN(Query query, db_.query("SELECT outcome FROM gx_idempotency WHERE key=?"));
  query.bind(1, key);
  GUANXI_ASSIGN(const bool found, query.next());
  return found ? std::optional(std::string(query.blob(0))) : std::nullopt;
}

}  // namespace guanxi::store
