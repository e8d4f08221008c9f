// Reads schema and policy from the rows that hold them.
#include "base/check.h"
#include "crm/each_live.h"
#include "crm/engine.h"
#include "guanxi/entities.h"
#include "model/schema_builder.h"

namespace guanxi {
namespace {

constexpr Message nameless_user{"host.nameless_user", "The host named a user without an id or a login (\"{0}\", \"{1}\"): give each user both.",
                                "宿主提供的用户缺少编号或登录名（“{0}”，“{1}”）：两者都必须提供。"};
constexpr Message no_role{"host.no_role", "The host gives \"{0}\" the role \"{1}\", which there is not: use the code of a role in the store.",
                          "宿主为“{0}”指定的角色“{1}”不存在：请使用数据库中已有角色的代码。"};


access::Scope scope_named(std::string_view name) noexcept {
  if (name == "all") return access::Scope::all;
  if (name == "subtree") return access::Scope::subtree;
  if (name == "department") return access::Scope::department;
  return name == "own" ? access::Scope::own : access::Scope::none;
}

Result<void> load_users(store::Reader& reader, const Schema& schema, access::Policy& policy) {
  std::unordered_map<Id, std::vector<Id>, IdHash> roles;
  GUANXI_CHECK(each_live<RoleMember>(reader, schema.of(RoleMember), RoleMember.id, [&](const Record<RoleMember>& row) -> Result<void> {
    roles[row[RoleMember.user]].push_back(row[RoleMember.role]);
    return {};
  }));
  return each_live<User>(reader, schema.of(User), User.id, [&](const Record<User>& row) -> Result<void> {
    access::Policy::UserEntry user;
    user.department = row[User.department];
    user.level = row[User.level];
    user.active = access::may_act(row[User.status]);
    user.administrator = row[User.administrator];
    user.roles = roles[row.id()];
    policy.add_user(row.id(), std::move(user));
    return {};
  });
}

// What the host says of its users goes before the rows.
Result<void> load_host_users(store::Reader& reader, const Schema& schema, const Principals& principals, access::Policy& policy) {
  std::unordered_map<std::string, Id> roles;
  GUANXI_CHECK(each_live<Role>(reader, schema.of(Role), Role.id, [&](const Record<Role>& row) -> Result<void> {
    roles.emplace(std::string(row[Role.code]), row.id());
    return {};
  }));
  if (roles.empty()) return {};  // the store is being made: nobody acts before its first roles are there
  GUANXI_ASSIGN(const std::vector<HostUser> users, principals());
  for (const HostUser& from : users) {
    if (from.id.empty() || from.login.empty()) return Error(Code::invalid, nameless_user, {from.login, from.name});
    access::Policy::UserEntry user{from.department, from.level, from.active, from.administrator, {}, from.name};
    for (const std::string& code : from.roles) {
      const auto role = roles.find(code);
      if (role == roles.end()) return Error(Code::not_found, no_role, {from.login, code});
      user.roles.push_back(role->second);
    }
    policy.add_login(from.login, from.id);
    policy.add_user(from.id, std::move(user));
  }
  return {};
}

Result<void> load_departments(store::Reader& reader, const Schema& schema, const OrgChart& org_chart, access::Policy& policy) {
  GUANXI_CHECK(each_live<Department>(reader, schema.of(Department), Department.id, [&](const Record<Department>& row) -> Result<void> {
    policy.add_department(row.id(), row[Department.parent]);
    return {};
  }));
  if (!org_chart) return {};
  GUANXI_ASSIGN(const std::vector<HostDepartment> departments, org_chart());
  for (const HostDepartment& department : departments) policy.add_department(department.id, department.parent);
  return {};
}

Result<void> load_grants(store::Reader& reader, const Schema& schema, access::Policy& policy) {
  return each_live<RoleGrant>(reader, schema.of(RoleGrant), RoleGrant.id, [&](const Record<RoleGrant>& row) -> Result<void> {
    access::Policy::Grant grant;
    const std::string_view entity = row[RoleGrant.entity];
    const EntityType* type = schema.find(entity);
    if (entity != "*" && type == nullptr) return {};  // an entity that is gone grants nothing
    grant.entity = type == nullptr ? std::uint16_t{0} : type->number();
    grant.action = access::action_named(row[RoleGrant.action]);
    if (!grant.action && row[RoleGrant.action] != Picklist("any")) return {};
    grant.scope = scope_named(row[RoleGrant.scope]);
    if (row.get(RoleGrant.level).is_set()) grant.level = row[RoleGrant.level];
    policy.add_grant(row[RoleGrant.role], grant);
    return {};
  });
}

}  // namespace

Result<std::shared_ptr<const Schema>> load_schema(store::Reader& reader) {
  const std::shared_ptr<const Schema> builtin = Schema::builtin();
  SchemaBuilder builder;
  GUANXI_CHECK(each_live<CustomEntity>(reader, builtin->of(CustomEntity), CustomEntity.number,
                                       [&](const Record<CustomEntity>& row) { return builder.add_entity(row); }));
  GUANXI_CHECK(each_live<CustomField>(reader, builtin->of(CustomField), CustomField.number,
                                      [&](const Record<CustomField>& row) { return builder.add_field(row); }));
  GUANXI_CHECK(each_live<PicklistItem>(reader, builtin->of(PicklistItem), PicklistItem.position,
                                       [&](const Record<PicklistItem>& row) { return builder.add_item(row); }));
  return std::move(builder).build();
}

Result<std::shared_ptr<const access::Policy>> load_policy(store::Reader& reader, const Schema& schema, const StoreOptions& host) {
  auto policy = std::make_shared<access::Policy>();
  GUANXI_CHECK(load_users(reader, schema, *policy));
  GUANXI_CHECK(load_grants(reader, schema, *policy));
  if (host.principals) GUANXI_CHECK(load_host_users(reader, schema, host.principals, *policy));
  GUANXI_CHECK(load_departments(reader, schema, host.org_chart, *policy));
  return std::shared_ptr<const access::Policy>(std::move(policy));
}

}  // namespace guanxi
