// The host's own people and what they may do.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

struct UserEntity : Entity<UserEntity> {
  Field<Text>     name       = field(10, "name", "姓名|Name,Full name", required | searchable);
  Field<Text>     login      = field(11, "login", "登录名,账号|Login,User name", required | searchable | indexed);
  Field<Ref<DepartmentEntity>> department = field(12, "department", "部门|Department", indexed);
  Field<Ref<UserEntity>> manager = field(13, "manager", "上级|Manager", indexed);
  Field<Picklist> status     = field(14, "status", "状态|Status").list("user_status");
  Field<Int>      level      = field(15, "level", "安全级别|Security level").between(0, 100);
  Field<Text>     email      = field(16, "email", "邮箱|E-mail", personal);
  Field<Text>     phone      = field(17, "phone", "电话|Phone", personal);
  Field<Picklist> language   = field(18, "language", "语言|Language").list("language");
  Field<Bool>     administrator = field(19, "administrator", "管理员|Administrator", command_only);
  Field<Int>      claim_limit = field(20, "claim_limit", "公海领取上限|Claim limit");
};
inline constexpr UserEntity User{};

struct DepartmentEntity : Entity<DepartmentEntity> {
  Field<Text>     name       = field(10, "name", "部门名称|Name", required | searchable);
  Field<Ref<DepartmentEntity>> parent = field(11, "parent", "上级部门|Parent", indexed);
  Field<Ref<UserEntity>> manager = field(12, "manager", "部门负责人|Manager");
  Field<Text>     code       = field(13, "code", "部门编码|Code", indexed);
};
inline constexpr DepartmentEntity Department{};

struct TerritoryEntity : Entity<TerritoryEntity> {
  Field<Text>     name       = field(10, "name", "区域名称|Name", required | searchable);
  Field<Ref<TerritoryEntity>> parent = field(11, "parent", "上级区域|Parent", indexed);
  Field<Ref<UserEntity>> manager = field(12, "manager", "区域负责人|Manager");
};
inline constexpr TerritoryEntity Territory{};

struct RoleEntity : Entity<RoleEntity> {
  Field<Text>     name       = field(10, "name", "角色名称|Name", required | searchable);
  Field<Text>     code       = field(11, "code", "角色编码|Code", required | indexed);
};
inline constexpr RoleEntity Role{};

// A role may do an action on an entity's records within a scope.
struct RoleGrantEntity : Entity<RoleGrantEntity> {
  Field<Ref<RoleEntity>> role = field(10, "role", "角色|Role", required | indexed);
  Field<Text>     entity     = field(11, "entity", "对象|Entity", required);  // "*": every entity
  Field<Picklist> action     = field(12, "action", "操作|Action", required).list("grant_action");
  Field<Picklist> scope      = field(13, "scope", "范围|Scope", required).list("grant_scope");
  Field<Int>      level      = field(14, "level", "安全级别|Security level").between(0, 100);
};
inline constexpr RoleGrantEntity RoleGrant{};

struct RoleMemberEntity : Entity<RoleMemberEntity> {
  Field<Ref<RoleEntity>> role = field(10, "role", "角色|Role", required | indexed);
  Field<Ref<UserEntity>> user = field(11, "user", "用户|User", required | indexed);
};
inline constexpr RoleMemberEntity RoleMember{};

}  // namespace guanxi
