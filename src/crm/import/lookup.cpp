#include "crm/import/lookup.h"

#include "base/check.h"

namespace guanxi::import {
namespace {

bool is_live(const AnyRecord& row) noexcept { return !row.at(common::archived_at).is_set(); }

bool may_read(Unit& unit, const EntityType& type, const AnyRecord& row) {
  return unit.view().check(access::Action::read, type, &row, nullptr).allowed;
}

}  // namespace

Result<void> each_under_keys(Unit& unit, const EntityType& type, std::span<const Key> keys, FunctionRef<bool(AnyRecord&)> sink) {
  std::vector<std::int64_t> rows;
  GUANXI_CHECK(unit.writer().probe(keys, [&](const store::KeyHit& hit) {
    if (hit.entity == type.number()) rows.push_back(hit.rid);
    return true;
  }));
  AnyRecord row = type.record();
  for (const std::int64_t rid : rows) {
    GUANXI_ASSIGN(const bool found, unit.writer().get(type, rid, row));
    if (found && is_live(row) && may_read(unit, type, row) && !sink(row)) return {};
  }
  return {};
}

Result<void> each_equal(Unit& unit, const EntityType& type, const AnyField& field, const Value& value, FunctionRef<bool(AnyRecord&)> sink) {
  const Expr same = Expr::compare(Expr::Op::equal, type.number(), field.number, value);
  FindOptions all;
  all.limit = 0;
  GUANXI_CHECK(unit.view().scan(type, same, all, sink));
  return {};
}

Result<void> each_same(Unit& unit, const EntityType& type, const AnyField& field, const Value& value, FunctionRef<bool(AnyRecord&)> sink) {
  const bool has_key = field.role != MatchRole::none || (field.custom() && field.has(indexed));
  if (!has_key) return each_equal(unit, type, field, value, sink);
  const Derived derived = keys_of(type, field, value);
  return each_under_keys(unit, type, derived.keys, sink);
}

Derived keys_of(const EntityType& type, const AnyField& field, const Value& value) {
  AnyRecord probe = type.record();
  probe.set(field, value);
  Derived derived;
  derive(type, probe, derived);
  const std::int32_t space = field.role != MatchRole::none ? space_of(field.role) : space_of(field);
  std::erase_if(derived.keys, [&](const Key& key) { return key.space != space; });
  return derived;
}

}  // namespace guanxi::import
