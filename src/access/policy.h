// Who may do what: the first, honest policy. A grant of one of the principal's roles must cover the record; the
// default is deny. check() and filter() answer from the same grants and agree.
//
// A Policy is immutable: any change of users, departments, roles or grants makes a new one. Read it from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/function_ref.h"
#include "guanxi/query.h"
#include "guanxi/schema.h"

namespace guanxi::access {

enum class Action : std::uint8_t { read, create, update, remove, export_, assign };
inline constexpr std::size_t action_count = 6;

std::string_view name_of(Action action) noexcept;
std::optional<Action> action_named(std::string_view name) noexcept;

// How far a grant reaches, from nothing to everything.
enum class Scope : std::uint8_t { none, own, department, subtree, all };

// Why a decision fell as it did.
enum class Reason : std::uint8_t { system, administrator, granted, open, not_active, no_grant, out_of_scope, level_too_low };

struct Decision {
  bool allowed;
  Reason reason;
};

// Who asks.
struct Principal {
  Id user{};
  bool system = false;  // the host has decided already
};

// What a decision reads of a record, or of the record that guards it.
struct Guard {
  Id owner{};
  Id department{};
  std::int64_t sensitivity = 0;
  bool in_pool = false;  // an account that nobody owns
};

// Reads the guard of another record, by entity number and id; nothing where there is none.
using GuardLookup = FunctionRef<std::optional<Guard>(std::uint16_t entity, const Id& id)>;

class Policy {
 public:
  struct UserEntry {
    Id department{};
    std::int64_t level = 0;
    bool active = false;
    bool administrator = false;
    std::vector<Id> roles;
    std::string name{};  // of a user of the host's, who need not be a row
  };
  struct Grant {
    std::uint16_t entity = 0;  // 0: every entity
    std::optional<Action> action;  // none: any
    Scope scope = Scope::none;
    std::int64_t level = 100;
  };

  void add_user(const Id& id, UserEntry user) { users_[id] = std::move(user); }
  void add_grant(const Id& role, const Grant& grant) { grants_[role].push_back(grant); }
  void add_department(const Id& id, const Id& parent) { parents_[id] = parent; }

  // A user of the host's, who is known by a login here and not in the rows.
  void add_login(std::string login, const Id& user) { logins_[std::move(login)] = user; }
  // The empty id where no user of the host's has this login.
  Id user_with_login(const std::string& login) const;

  const UserEntry* user(const Id& id) const noexcept;

  // May the principal do this to the record as it is (`before`; null for a new one) and as it will be (`after`; null for reads)?
  Decision check(const Principal& who, Action action, const EntityType& type, const AnyRecord* before,
                 const AnyRecord* after, GuardLookup lookup) const;

  // The condition under which a record may be seen; nothing where none may. `always` where all may.
  std::optional<Expr> filter(const Principal& who, Action action, const EntityType& type, const Schema& schema) const;

 private:
  struct Reach {
    Scope scope = Scope::none;
    std::int64_t level = -1;
    bool pool = false;  // accounts without an owner count as inside: whoever may read accounts sees the pool
  };
  Reach reach(const UserEntry& user, Action action, std::uint16_t entity) const;
  Decision covers(const Principal& who, const UserEntry& user, Reach reach, const Guard& guard) const;
  Decision check_one(const Principal& who, const UserEntry& user, Reach reach, const EntityType& type,
                     const AnyRecord& row, GuardLookup lookup) const;
  bool below(const Id& department, const Id& ancestor) const;
  std::vector<Id> subtree(const Id& department) const;
  Expr scope_condition(const Principal& who, const UserEntry& user, Reach reach, const EntityType& type) const;

  std::unordered_map<Id, UserEntry, IdHash> users_;
  std::unordered_map<Id, std::vector<Grant>, IdHash> grants_;
  std::unordered_map<Id, Id, IdHash> parents_;
  std::unordered_map<std::string, Id> logins_;
};

// Whether a user with this status (a code of user_status) may act: not one who is frozen or has left.
constexpr bool may_act(std::string_view user_status) noexcept { return user_status != "frozen" && user_status != "left"; }

// What the decision reads of a row that has an owner, a department and a sensitivity of its own.
Guard guard_of(const EntityType& type, const AnyRecord& row);

}  // namespace guanxi::access
