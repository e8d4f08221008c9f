#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/messages.h"
#include "model/validate.h"

namespace guanxi::commands {
namespace {

constexpr Message conflict{"record.conflict", "The {0} \"{1}\" was changed since you read it (revision {2}, now {3}): read it again and repeat your change.",
                           "{0}“{1}”在您读取后已被修改（版本 {2}，当前 {3}）：请重新读取后再改。"};
constexpr Message is_archived{"record.archived", "The {0} \"{1}\" is archived: restore it before you change it.", "{0}“{1}”已归档：请先恢复再修改。"};

// Archiving asks for the permission to delete: it is what takes a record out of sight.
constexpr Unit::As removal{.command = true, .action = access::Action::remove, .checked = false};

Result<void> set_archived(Unit& unit, std::uint16_t entity, const Id& id, bool away) {
  GUANXI_ASSIGN(const EntityType* type, unit.view().entity(entity));
  GUANXI_ASSIGN(Edit row, edit(unit, *type, id));
  report(unit, row.before);
  if (row.before.at(common::archived_at).is_set() == away) return {};  // it is so already
  const Value when = away ? Codec<Instant>::pack(unit.now()) : Value::null(Type::instant);
  row.after.put(common::archived_at, when);
  GUANXI_CHECK(unit.update(*type, row.before, row.after, away ? store::ChangeKind::archive : store::ChangeKind::restore, removal));
  report(unit, row.after);
  return {};
}

// Lays the set and null values of the patch over the row; says whether anything differs.
bool lay_over(const AnyRecord& patch, AnyRecord& row) {
  bool differs = false;
  for (std::uint16_t slot = common::count; slot < patch.slots(); ++slot) {
    const Value& value = patch.at(slot);
    if (value.state == State::absent || value.state == State::masked) continue;
    const bool was_set = row.at(slot).is_set();
    if (value == row.at(slot) || (!value.is_set() && !was_set)) continue;
    row.put(slot, value);
    differs = true;
  }
  return differs;
}

}  // namespace

void report(Unit& unit, const AnyRecord& row) {
  unit.outcome().record = row.id();
  unit.outcome().revision = row.revision();
}

Result<Edit> edit(Unit& unit, const EntityType& type, const Id& id) {
  GUANXI_ASSIGN(AnyRecord before, unit.view().get(type, id));
  const std::int64_t expected = unit.options().expected_revision;
  if (expected != 0 && expected != before.revision())
    return Error(Code::conflict, conflict,
                 {said(type), std::string(title_of(type, before)), std::to_string(expected), std::to_string(before.revision())});
  AnyRecord after(before);
  return Edit{std::move(before), std::move(after)};
}

Result<AnyRecord> create(Unit& unit, const AnyRecord& record) {
  GUANXI_ASSIGN(const EntityType* type, unit.view().entity(record.entity()));
  AnyRecord row(record);
  GUANXI_CHECK(unit.insert(*type, row));
  report(unit, row);
  return row;
}

Result<void> update(Unit& unit, const Id& id, const AnyRecord& patch) {
  GUANXI_ASSIGN(const EntityType* type, unit.view().entity(patch.entity()));
  GUANXI_CHECK(check_writable(*type, patch, false));
  GUANXI_ASSIGN(Edit row, edit(unit, *type, id));
  report(unit, row.before);
  if (row.before.at(common::archived_at).is_set())
    return Error(Code::invalid, is_archived, {said(*type), std::string(title_of(*type, row.before))});
  if (!lay_over(patch, row.after)) return {};
  GUANXI_CHECK(unit.update(*type, row.before, row.after));
  report(unit, row.after);
  return {};
}

Result<void> archive(Unit& unit, std::uint16_t entity, const Id& id) { return set_archived(unit, entity, id, true); }
Result<void> restore(Unit& unit, std::uint16_t entity, const Id& id) { return set_archived(unit, entity, id, false); }

}  // namespace guanxi::commands
