// Users, departments, roles and what they grant.
#include "base/check.h"
#include "crm/messages.h"
#include "crm/rules/rules.h"

namespace guanxi {
namespace {

constexpr Message unknown_entity{"grant.unknown_entity", "A grant cannot name \"{0}\": there is no such entity. Use its name or * for all.",
                                 "授权对象“{0}”不存在：请填写对象名，或用 * 表示全部。"};
constexpr Message own_department{"department.own_parent", "\"{0}\" cannot be above itself: choose another parent department.",
                                 "“{0}”不能成为自己的上级：请选择其他上级部门。"};
constexpr Message last_administrator{"user.last_administrator",
                                     "\"{0}\" is the last administrator: name another before this one is archived, frozen or leaves.",
                                     "“{0}”是最后一位管理员：请先指定另一位管理员，再归档、冻结或办理离职。"};

constexpr int deepest_tree = 64;  // a longer chain is taken for a circle

bool acts_as_administrator(const AnyRecord& user) {
  return Codec<Bool>::unpack(user.get(User.administrator)) && access::may_act(user.get(User.status).view()) &&
         !user.at(common::archived_at).is_set();
}

Result<void> keep_an_administrator(Unit& unit, const EntityType& type, const AnyRecord& before, const AnyRecord& after) {
  if (!acts_as_administrator(before) || acts_as_administrator(after)) return {};
  const Expr administrators = User.administrator == true && is_null(User.archived_at);
  bool another = false;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &administrators;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& row) {
    another = row.id() != after.id() && acts_as_administrator(row);
    return !another;
  }));
  if (another) return {};
  return Error(Code::denied, last_administrator, {std::string(after.get(User.name).view())});
}

Result<void> before_user(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  if (before == nullptr && !after.get(User.status).is_set()) after.set(User.status, Codec<Picklist>::pack("active"));
  if (before != nullptr) GUANXI_CHECK(keep_an_administrator(unit, type, *before, after));
  return changed(User.login, before, after) ? refuse_if_taken(unit, type, User.login, after) : Result<void>();
}

Result<void> before_role(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  return changed(Role.code, before, after) ? refuse_if_taken(unit, type, Role.code, after) : Result<void>();
}

Result<void> before_grant(Unit& unit, const EntityType&, const AnyRecord*, AnyRecord& after) {
  const std::string_view entity = after.get(RoleGrant.entity).view();
  if (entity == "*" || unit.schema().find(entity) != nullptr) return {};
  return Error(Code::invalid, unknown_entity, {std::string(entity)}).at_field(RoleGrant.entity.name);
}

Result<void> before_department(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  if (before == nullptr || !changed(Department.parent, before, after)) return {};
  AnyRecord above = type.record();
  Id at = Codec<Id>::unpack(after.get(Department.parent));
  for (int depth = 0; !at.empty(); ++depth) {
    if (at == after.id() || depth == deepest_tree)
      return Error(Code::invalid, own_department, {std::string(after.get(Department.name).view())}).at_field(Department.parent.name);
    above.clear();
    GUANXI_ASSIGN(const bool found, unit.writer().get(type, at, above));
    if (!found) return no_such_record(type, at).at_field(Department.parent.name);
    at = Codec<Id>::unpack(above.get(Department.parent));
  }
  return {};
}

}  // namespace

const Rules user_rules{number_of(User), before_user, nullptr};
const Rules role_rules{number_of(Role), before_role, nullptr};
const Rules role_grant_rules{number_of(RoleGrant), before_grant, nullptr};
const Rules department_rules{number_of(Department), before_department, nullptr};

}  // namespace guanxi
