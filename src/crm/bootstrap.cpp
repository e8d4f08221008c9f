#include "crm/bootstrap.h"

#include <array>

#include "base/check.h"
#include "crm/dispatcher.h"

namespace guanxi {
namespace {

constexpr Message no_administrator{"store.no_administrator", "A store needs an administrator with a name and a login: give both.",
                                   "新建数据库需要管理员的姓名和登录名：请同时提供。"};

constexpr Unit::As founding{.command = true, .action = access::Action::create, .checked = true};

// Who may do what from the first day; administrators change it as they like.
struct StarterGrant {
  std::string_view entity, action, scope;
};
struct StarterRole {
  std::string_view code, name;
  std::span<const StarterGrant> grants;
};

constexpr std::array<StarterGrant, 3> sales_grants{{{"*", "read", "own"}, {"*", "create", "own"}, {"*", "update", "own"}}};
constexpr std::array<StarterGrant, 6> manager_grants{{{"*", "read", "subtree"}, {"*", "create", "subtree"}, {"*", "update", "subtree"},
                                                      {"*", "delete", "subtree"}, {"*", "export", "subtree"}, {"*", "assign", "subtree"}}};
constexpr std::array<StarterGrant, 7> service_grants{{{"account", "read", "all"}, {"contact", "read", "all"}, {"contact_point", "read", "all"},
                                                      {"service_request", "any", "all"}, {"activity", "any", "own"},
                                                      {"contract", "read", "all"}, {"contact", "update", "all"}}};
constexpr std::array<StarterRole, 3> roles{{{"sales", "销售 Sales", sales_grants},
                                            {"sales_manager", "销售经理 Sales manager", manager_grants},
                                            {"service", "客服 Service", service_grants}}};

constexpr std::int64_t administrator_level = 100;

Result<void> add_administrator(Unit& unit, const Administrator& administrator) {
  Record<User> user(unit.schema().of(User).record());
  user[User.name] = Text(administrator.name);
  user[User.login] = Text(administrator.login);
  user[User.administrator] = true;
  user[User.level] = administrator_level;
  GUANXI_CHECK(unit.insert(unit.schema().of(User), user, founding));
  unit.outcome().record = user.id();
  return {};
}

Result<void> add_role(Unit& unit, const StarterRole& starter) {
  Record<Role> role(unit.schema().of(Role).record());
  role[Role.code] = Text(starter.code);
  role[Role.name] = Text(starter.name);
  GUANXI_CHECK(unit.insert(unit.schema().of(Role), role, founding));
  for (const StarterGrant& starter_grant : starter.grants) {
    Record<RoleGrant> grant(unit.schema().of(RoleGrant).record());
    grant[RoleGrant.role] = role.id();
    grant[RoleGrant.entity] = Text(starter_grant.entity);
    grant[RoleGrant.action] = Picklist(starter_grant.action);
    grant[RoleGrant.scope] = Picklist(starter_grant.scope);
    GUANXI_CHECK(unit.insert(unit.schema().of(RoleGrant), grant, founding));
  }
  return {};
}

}  // namespace

Result<void> bootstrap(Engine& engine, const Administrator& administrator) {
  if (administrator.name.empty() || administrator.login.empty()) return Error(Code::invalid, no_administrator);
  SessionState session;
  session.engine = &engine;
  session.principal.system = true;
  session.system_reason = "store created";
  GUANXI_CHECK(dispatch(session, "store.create", {}, [&](Unit& unit) -> Result<void> {
    GUANXI_CHECK(add_administrator(unit, administrator));
    for (const StarterRole& role : roles) GUANXI_CHECK(add_role(unit, role));
    return {};
  }));
  return {};
}

}  // namespace guanxi
