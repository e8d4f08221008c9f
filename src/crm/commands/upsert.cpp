#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/messages.h"

namespace guanxi::commands {
namespace {

constexpr Message empty_key{"upsert.empty_key", "An upsert needs the name of a system and a key: give both.", "按外部编号更新需要系统名和编号：请同时提供。"};

// The identifier row for a system's key, as it would be stored.
AnyRecord identifier(const EntityType& identifiers, std::string_view entity, const Id& record, std::string_view system, std::string_view key) {
  AnyRecord row = identifiers.record();
  row.set(PartyIdentifier.entity, Codec<Text>::pack(entity));
  row.set(PartyIdentifier.record, Codec<Id>::pack(record));
  row.set(PartyIdentifier.type, Codec<Picklist>::pack("external"));
  row.set(PartyIdentifier.system, Codec<Text>::pack(system));
  row.set(PartyIdentifier.value, Codec<Text>::pack(key));
  return row;
}

}  // namespace

Result<Id> resolve(View& view, std::string_view entity, std::string_view system, std::string_view key) {
  const EntityType& identifiers = view.schema().of(PartyIdentifier);
  Derived derived;
  derive(identifiers, identifier(identifiers, entity, {}, system, key), derived);
  std::vector<std::int64_t> rows;
  GUANXI_CHECK(view.reader().probe(derived.keys, [&](const store::KeyHit& hit) {
    if (hit.entity == identifiers.number()) rows.push_back(hit.rid);
    return true;
  }));
  const EntityType* type = view.schema().find(entity);
  if (type == nullptr) return Error(Code::not_found, messages::no_entity, {std::string(entity)});
  AnyRecord row = identifiers.record(), target = type->record();
  for (const std::int64_t rid : rows) {
    GUANXI_ASSIGN(const bool found, view.reader().get(identifiers, rid, row));
    if (!found || row.at(common::archived_at).is_set() || row.get(PartyIdentifier.entity).view() != entity) continue;
    const Id id = Codec<Id>::unpack(row.get(PartyIdentifier.record));
    GUANXI_ASSIGN(const bool there, view.reader().get(*type, id, target));
    if (there && !target.at(common::archived_at).is_set()) return id;
  }
  return Id{};
}

Result<void> upsert(Unit& unit, std::string_view system, std::string_view key, const AnyRecord& record, std::optional<AnyRecord>& made) {
  if (system.empty() || key.empty()) return Error(Code::invalid, empty_key);
  GUANXI_ASSIGN(const EntityType* type, unit.view().entity(record.entity()));
  GUANXI_ASSIGN(const Id known, resolve(unit.view(), type->name(), system, key));
  if (!known.empty()) return update(unit, known, record);
  GUANXI_ASSIGN(made, create(unit, record));
  const EntityType& identifiers = unit.schema().of(PartyIdentifier);
  AnyRecord row = identifier(identifiers, type->name(), made->id(), system, key);
  return unit.insert(identifiers, row, {.command = true, .action = access::Action::create, .checked = true});
}

}  // namespace guanxi::commands
