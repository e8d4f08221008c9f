#include "access/policy.h"

#include <algorithm>

#include "guanxi/entities.h"

namespace guanxi::access {
namespace {

constexpr std::array<std::string_view, action_count> action_names{"read", "create", "update", "delete", "export", "assign"};

// What every active user may look up: who works here and what the codes mean.
bool open_to_all(std::uint16_t entity) noexcept {
  return entity == number_of(User) || entity == number_of(Department) || entity == number_of(Territory) || entity == number_of(Role) ||
         entity == number_of(PicklistItem) || entity == number_of(CustomField) || entity == number_of(CustomEntity) ||
         entity == number_of(ValidationRule) || entity == number_of(DecisionRule);
}

// The references through which a record belongs to somebody else's: an activity to its account, an instalment to its contract.
constexpr std::array<std::string_view, 4> guardian_names{"account", "contact", "opportunity", "contract"};

bool guards_others(std::uint16_t entity) noexcept {
  return entity == number_of(Account) || entity == number_of(Contact) || entity == number_of(Opportunity) || entity == number_of(Contract);
}

template <class F>
void each_guardian(const EntityType& type, F&& visit) {
  for (const std::string_view name : guardian_names) {
    const AnyField* field = type.find(name);
    if (field != nullptr && field->target != 0 && guards_others(field->target)) visit(*field);
  }
}

Id id_at(const AnyRecord& row, std::uint16_t slot) {
  return slot == no_slot ? Id{} : Codec<Id>::unpack(row.at(slot));
}

}  // namespace

std::string_view name_of(Action action) noexcept { return action_names[static_cast<std::size_t>(action)]; }

std::optional<Action> action_named(std::string_view name) noexcept {
  const auto found = std::find(action_names.begin(), action_names.end(), name);
  if (found == action_names.end()) return std::nullopt;
  return static_cast<Action>(found - action_names.begin());
}

Guard guard_of(const EntityType& type, const AnyRecord& row) {
  Guard guard{id_at(row, type.owner()), id_at(row, type.department()), 0, false};
  guard.in_pool = type.number() == number_of(Account) && guard.owner.empty();
  if (type.sensitivity() != no_slot) guard.sensitivity = Codec<Int>::unpack(row.at(type.sensitivity()));
  return guard;
}

Id Policy::user_with_login(const std::string& login) const {
  const auto found = logins_.find(login);
  return found == logins_.end() ? Id{} : found->second;
}

const Policy::UserEntry* Policy::user(const Id& id) const noexcept {
  const auto found = users_.find(id);
  return found == users_.end() ? nullptr : &found->second;
}

// The widest scope that a role of the user grants, and the highest level at that scope.
Policy::Reach Policy::reach(const UserEntry& user, Action action, std::uint16_t entity) const {
  Reach widest;
  widest.pool = action == Action::read;
  for (const Id& role : user.roles) {
    const auto found = grants_.find(role);
    if (found == grants_.end()) continue;
    for (const Grant& grant : found->second) {
      if (grant.entity != 0 && grant.entity != entity) continue;
      if (grant.action && *grant.action != action) continue;
      if (grant.scope < widest.scope) continue;
      const std::int64_t level = std::min(grant.level, user.level);
      widest.level = grant.scope > widest.scope ? level : std::max(widest.level, level);
      widest.scope = grant.scope;
    }
  }
  return widest;
}

bool Policy::below(const Id& department, const Id& ancestor) const {
  Id at = department;
  for (std::size_t steps = 0; !at.empty() && steps <= parents_.size(); ++steps) {  // bounded: the rows might hold a circle
    if (at == ancestor) return true;
    const auto parent = parents_.find(at);
    if (parent == parents_.end()) return false;
    at = parent->second;
  }
  return false;
}

std::vector<Id> Policy::subtree(const Id& department) const {
  std::vector<Id> out;
  for (const auto& [id, parent] : parents_)
    if (below(id, department)) out.push_back(id);
  return out;
}

Decision Policy::covers(const Principal& who, const UserEntry& user, Reach reach, const Guard& guard) const {
  if (guard.sensitivity > reach.level) return {false, Reason::level_too_low};
  const bool inside = reach.scope == Scope::all || guard.owner == who.user || (reach.pool && guard.in_pool) ||
                      (reach.scope == Scope::department && !user.department.empty() && guard.department == user.department) ||
                      (reach.scope == Scope::subtree && !user.department.empty() && below(guard.department, user.department));
  return inside ? Decision{true, Reason::granted} : Decision{false, Reason::out_of_scope};
}

// The record's own guard decides, or that of a record it belongs to; sensitivity counts on both.
Decision Policy::check_one(const Principal& who, const UserEntry& user, Reach reach, const EntityType& type,
                           const AnyRecord& row, GuardLookup lookup) const {
  Decision best{false, Reason::out_of_scope};
  bool hidden = false;
  if (type.owner() != no_slot || reach.scope == Scope::all) best = covers(who, user, reach, guard_of(type, row));
  hidden = best.reason == Reason::level_too_low;
  each_guardian(type, [&](const AnyField& field) {
    const Id id = Codec<Id>::unpack(row.get(field));
    if (id.empty()) return;
    const auto guard = lookup(field.target, id);
    if (!guard) return;
    const Decision through = covers(who, user, reach, *guard);
    if (through.reason == Reason::level_too_low) hidden = true;
    if (through.allowed) best = through;
  });
  if (hidden) return {false, Reason::level_too_low};
  return best;
}

Decision Policy::check(const Principal& who, Action action, const EntityType& type, const AnyRecord* before,
                       const AnyRecord* after, GuardLookup lookup) const {
  if (who.system) return {true, Reason::system};
  const UserEntry* asking = user(who.user);
  if (asking == nullptr || !asking->active) return {false, Reason::not_active};
  if (asking->administrator) return {true, Reason::administrator};
  if (action == Action::read && open_to_all(type.number())) return {true, Reason::open};
  const Reach wide = reach(*asking, action, type.number());
  if (wide.scope == Scope::none) return {false, Reason::no_grant};
  for (const AnyRecord* row : {before, after}) {
    if (row == nullptr) continue;
    const Decision decision = check_one(who, *asking, wide, type, *row, lookup);
    if (!decision.allowed) return decision;
  }
  return {true, Reason::granted};
}

Expr Policy::scope_condition(const Principal& who, const UserEntry& user, Reach reach, const EntityType& type) const {
  const AnyField& owner = *type.fields()[type.owner()];
  Expr condition = Expr::compare(Expr::Op::equal, type.number(), owner.number, Codec<Id>::pack(who.user));
  if (reach.pool && type.number() == number_of(Account)) condition = std::move(condition) || Expr::is_null(type.number(), owner.number);
  if (reach.scope == Scope::own || user.department.empty() || type.department() == no_slot) return condition;
  const AnyField& department = *type.fields()[type.department()];
  if (reach.scope == Scope::department)
    return condition || Expr::compare(Expr::Op::equal, type.number(), department.number, Codec<Id>::pack(user.department));
  const std::vector<Id> all = subtree(user.department);
  std::vector<Value> literals;
  literals.reserve(all.size());
  for (const Id& id : all) literals.push_back(Codec<Id>::pack(id));
  return condition || Expr::in(type.number(), department.number, literals);
}

namespace {

Expr level_condition(const EntityType& type, std::int64_t level) {
  if (type.sensitivity() == no_slot || level >= 100) return {};
  const AnyField& field = *type.fields()[type.sensitivity()];
  return Expr::is_null(type.number(), field.number) ||
         Expr::compare(Expr::Op::less_equal, type.number(), field.number, Codec<Int>::pack(level));
}

}  // namespace

std::optional<Expr> Policy::filter(const Principal& who, Action action, const EntityType& type,
                                   const Schema& schema) const {
  if (who.system) return Expr{};
  const UserEntry* asking = user(who.user);
  if (asking == nullptr || !asking->active) return std::nullopt;
  if (asking->administrator) return Expr{};
  if (action == Action::read && open_to_all(type.number())) return Expr{};
  const Reach wide = reach(*asking, action, type.number());
  if (wide.scope == Scope::none) return std::nullopt;

  std::optional<Expr> inside;  // in scope by itself or through a record it belongs to
  const auto widen = [&](Expr more) { inside = inside ? std::move(*inside) || std::move(more) : std::move(more); };
  Expr visible = level_condition(type, wide.level);
  if (wide.scope == Scope::all)
    widen({});
  else if (type.owner() != no_slot)
    widen(scope_condition(who, *asking, wide, type));
  each_guardian(type, [&](const AnyField& field) {
    const EntityType& guardian = *schema.find(field.target);
    const Expr level = level_condition(guardian, wide.level);
    if (!level.always())
      visible = std::move(visible) && (Expr::is_null(field.entity, field.number) || Expr::through(field.entity, field.number, level));
    if (wide.scope != Scope::all)
      widen(Expr::through(field.entity, field.number, scope_condition(who, *asking, wide, guardian)));
  });
  if (!inside) return std::nullopt;
  return std::move(visible) && std::move(*inside);
}

}  // namespace guanxi::access
