// A small company for the tests of the CRM: two departments below one, an administrator, a manager and three sellers.
// All names are made up.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "guanxi/session.h"
#include "support/folder.h"

namespace guanxi::test {

// Takes the value, or fails the test with the sentence that the user would read.
template <class T>
T need(Result<T> result) {
  if (!result) FAIL(result.error().text());
  return std::move(result).value();
}
inline void need(Result<void> result) {
  if (!result) FAIL(result.error().text());
}

class World {
 public:
  World(const std::string& path, StoreOptions options)
      : store(need(Store::create(path, {"Sample Admin", "admin"}, std::move(options)))), admin(need(store.session("admin"))) {
    sales = department("Sales", {});
    east = department("East", sales);
    west = department("West", sales);
    manager = user("Mia Sample", "mia", sales, "sales_manager");
    ann = user("Ann Sample", "ann", east, "sales");
    bob = user("Bob Sample", "bob", east, "sales");
    wei = user("Wei Sample", "wei", west, "sales");
  }

  Id department(std::string_view name, const Id& parent) {
    Record<Department> row;
    row[Department.name] = Text(name);
    if (!parent.empty()) row[Department.parent] = Ref<DepartmentEntity>(parent);
    return need(admin.create(row)).record;
  }

  Id role(std::string_view code) {
    return need(admin.find<Role>(Role.code == Text(code))).rows.at(0).id();
  }

  Id user(std::string_view name, std::string_view login, const Id& in, std::string_view role_code) {
    Record<User> row;
    row[User.name] = Text(name);
    row[User.login] = Text(login);
    row[User.department] = Ref<DepartmentEntity>(in);
    const Id id = need(admin.create(row)).record;
    Record<RoleMember> member;
    member[RoleMember.user] = Ref<UserEntity>(id);
    member[RoleMember.role] = Ref<RoleEntity>(role(role_code));
    need(admin.create(member));
    return id;
  }

  Session as(std::string_view login, Language language = Language::english) { return need(store.session(login, language)); }

  Store store;
  Session admin;
  Id sales, east, west;
  Id manager, ann, bob, wei;
};

inline Record<Account> account(std::string_view name) {
  Record<Account> row;
  row[Account.name] = Text(name);
  return row;
}

inline Id add_account(Session& session, std::string_view name) {
  auto row = account(name);
  return need(session.create(row)).record;
}

// Runs the test in a store in memory and in one in a file.
inline void on_both_backends(const std::function<void(World&)>& test, const StoreOptions& options = {}) {
  for (const bool in_file : {false, true}) {
    INFO("backend: " << (in_file ? "sqlite" : "memory"));
    Folder folder;
    World world(in_file ? folder.file("test.gx") : ":memory:", options);
    test(world);
  }
}

}  // namespace guanxi::test
