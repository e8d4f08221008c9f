// Who looks after what: change of owner and the handover of a leaving colleague.
#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/messages.h"

namespace guanxi::commands {
namespace {

constexpr Message not_owned{"owner.not_owned", "A {0} has no owner: name an entity that has one.", "{0}没有负责人字段：请选择有负责人的对象。"};
constexpr Message inactive{"owner.inactive", "\"{0}\" is not an active user: choose somebody who is.", "“{0}”不是启用状态的用户：请选择在职人员。"};
constexpr Message same_user{"owner.same", "A handover needs two different users.", "交接人和接手人不能是同一人。"};

constexpr Unit::As assignment{.command = true, .action = access::Action::assign, .checked = false};

Result<AnyRecord> active_user(Unit& unit, const Id& id) {
  GUANXI_ASSIGN(AnyRecord user, unit.view().get(unit.schema().of(User), id));
  const auto* entry = unit.view().snapshot().policy->user(id);
  if (entry == nullptr || !entry->active) return Error(Code::invalid, inactive, {std::string(user.get(User.name).view())});
  return user;
}

// The owner's department comes with the owner; everything else of the record stays.
void give_to(const EntityType& type, const AnyRecord& user, AnyRecord& row) {
  row.put(type.owner(), user.at(common::id));
  if (type.department() != no_slot && user.get(User.department).is_set()) row.put(type.department(), user.get(User.department));
}

Result<std::vector<std::int64_t>> owned_by(Unit& unit, const EntityType& type, const Id& owner) {
  std::vector<std::int64_t> rows;
  const AnyField& field = *type.fields()[type.owner()];
  const Expr his = Expr::compare(Expr::Op::equal, type.number(), field.number, Codec<Id>::pack(owner));
  const std::uint16_t only_id = common::id;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &his;
  scan.slots = {&only_id, 1};
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& row) {
    rows.push_back(row.rid());
    return true;
  }));
  return rows;
}

Result<void> hand_over_all(Unit& unit, const EntityType& type, const Id& from, const AnyRecord& to) {
  GUANXI_ASSIGN(const auto rows, owned_by(unit, type, from));
  AnyRecord before = type.record();
  for (const std::int64_t rid : rows) {
    before.clear();
    GUANXI_ASSIGN(const bool found, unit.writer().get(type, rid, before));
    if (!found) continue;
    AnyRecord after(before);
    give_to(type, to, after);
    GUANXI_CHECK(unit.update(type, before, after, store::ChangeKind::update, assignment));
  }
  return {};
}

bool chosen(std::string_view entities, std::string_view name) {
  return entities.empty() || CodeSet(entities).contains(name);
}

}  // namespace

Result<void> change_owner(Unit& unit, const AnyRecord& arguments) {
  const std::string_view name = arguments.get(ChangeOwner.entity).view();
  const EntityType* type = unit.schema().find(name);
  if (type == nullptr) return Error(Code::not_found, messages::no_entity, {std::string(name)});
  if (type->owner() == no_slot) return Error(Code::invalid, not_owned, {said(*type)});
  GUANXI_ASSIGN(const AnyRecord owner, active_user(unit, Codec<Id>::unpack(arguments.get(ChangeOwner.owner))));
  GUANXI_ASSIGN(Edit row, edit(unit, *type, Codec<Id>::unpack(arguments.get(ChangeOwner.record))));
  give_to(*type, owner, row.after);
  GUANXI_CHECK(unit.update(*type, row.before, row.after, store::ChangeKind::update, assignment));
  report(unit, row.after);
  return {};
}

Result<void> hand_over(Unit& unit, const AnyRecord& arguments) {
  const Id from = Codec<Id>::unpack(arguments.get(HandOver.from));
  const Id to = Codec<Id>::unpack(arguments.get(HandOver.to));
  if (from == to) return Error(Code::invalid, same_user);
  GUANXI_ASSIGN(const AnyRecord successor, active_user(unit, to));
  GUANXI_ASSIGN(const AnyRecord leaver, unit.view().get(unit.schema().of(User), from));
  for (const auto& type : unit.schema().entities())
    if (type->owner() != no_slot && chosen(arguments.get(HandOver.entities).view(), type->name()))
      GUANXI_CHECK(hand_over_all(unit, *type, from, successor));
  unit.outcome().record = leaver.id();
  return {};
}

}  // namespace guanxi::commands
