// guanxi user, department, role, grant
#include <nlohmann/json.hpp>

#include "commands.h"
#include "listing.h"
#include "outcome.h"
#include "sentences.h"
#include "values.h"

namespace cli {

namespace {

struct PeopleArguments {
  std::string file, what, name, department, manager, parent, role, user, language, action, entity, scope = "own";
  std::int64_t level = -1;
};

// Fields that were given, as assignments.
class Given {
 public:
  Given& add(const char* field, const std::string& text) {
    if (!text.empty()) all.push_back(std::string(field) + "=" + text);
    return *this;
  }
  Given& add(const char* field, std::int64_t n) { return n < 0 ? *this : add(field, std::to_string(n)); }

  std::vector<std::string> all;
};

Outcome create(const Context& c, Session& session, const AnyEntity& entity, const Given& given) {
  const auto schema = session.schema();
  auto record = record_of(c, session, schema->of(entity), given.all);
  return need(c, session.create(record));
}

int list(const Context& c, const std::string& file, const AnyEntity& entity) {
  auto [store, session] = open(c, file);
  const auto schema = session.schema();
  const auto& type = schema->of(entity);
  const auto page = need(c, session.find(type.number(), {}, {.limit = 1000}));
  if (c.json) {
    auto out = nlohmann::ordered_json::array();
    for (const auto& row : page.rows) out.push_back(json_of(*schema, row));
    print_json(out);
    return ok;
  }
  if (page.rows.empty()) {
    print_line(c.say(say::found_nothing, {label_of_entity(c, type)}));
    return ok;
  }
  Names names(session);
  print(listing(c, *schema, names, type, page.rows, usual_columns(type)).text(c));
  return ok;
}

void give(const Context& c, Session& session, const std::string& role, const std::string& login) {
  create(c, session, RoleMember, Given().add("role", role).add("user", login));
}

int add_user(const Context& c, const PeopleArguments& a) {
  auto [store, session] = open(c, a.file);
  Given given;
  given.add("login", a.what).add("name", a.name.empty() ? a.what : a.name).add("department", a.department).add("manager", a.manager);
  given.add("level", a.level).add("language", a.language);
  Outcome outcome;
  need(c, session.transaction([&]() -> Result<void> {
    outcome = create(c, session, User, given);
    if (!a.role.empty()) give(c, session, a.role, a.what);
    return {};
  }));
  return tell(c, say::did_add, outcome, a.what);
}

int add_department(const Context& c, const PeopleArguments& a) {
  auto [store, session] = open(c, a.file);
  return tell(c, say::did_add, create(c, session, Department, Given().add("name", a.what).add("parent", a.parent).add("manager", a.manager)), a.what);
}

int add_role(const Context& c, const PeopleArguments& a) {
  auto [store, session] = open(c, a.file);
  return tell(c, say::did_add, create(c, session, Role, Given().add("code", a.what).add("name", a.name.empty() ? a.what : a.name)), a.what);
}

int give_role(const Context& c, const PeopleArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto outcome = create(c, session, RoleMember, Given().add("role", a.role).add("user", a.user));
  return tell(c, say::did_give_role, outcome, a.user);
}

int grant(const Context& c, const PeopleArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto entity = a.entity == "*" ? a.entity : std::string(entity_named(c, *session.schema(), a.entity).name());
  Given given;
  given.add("role", a.role).add("action", a.action).add("entity", entity).add("scope", a.scope).add("level", a.level);
  return tell(c, say::did_grant, create(c, session, RoleGrant, given), a.role);
}

void add_list(Command& parent, const Context& c, const Phrase& help, const AnyEntity& entity) {
  auto a = std::make_shared<PeopleArguments>();
  parent.sub("list", help).positional("FILE", a->file, say::arg_file).example("crm.db").does([&c, a, &entity] { return list(c, a->file, entity); });
}

void add_users(CommandLine& line, const Context& c) {
  auto& user = line.command("user", say::help_user);
  add_list(user, c, say::help_user_list, User);
  auto a = std::make_shared<PeopleArguments>();
  user.sub("add", say::help_user_add)
      .positional("FILE", a->file, say::arg_file)
      .positional("LOGIN", a->what, say::arg_login)
      .option("--name", "N", a->name, say::opt_name)
      .option("--department", "D", a->department, say::opt_department)
      .option("--manager", "LOGIN", a->manager, say::opt_manager)
      .option("--role", "CODE", a->role, say::opt_role)
      .option("--level", "N", a->level, say::opt_level)
      .option("--language", "zh|en", a->language, say::opt_user_language)
      .example("crm.db lina --name 'Li Na' --department Sales --role sales")
      .does([&c, a] { return add_user(c, *a); });
}

void add_departments(CommandLine& line, const Context& c) {
  auto& department = line.command("department", say::help_department);
  add_list(department, c, say::help_department_list, Department);
  auto a = std::make_shared<PeopleArguments>();
  department.sub("add", say::help_department_add)
      .positional("FILE", a->file, say::arg_file)
      .positional("NAME", a->what, say::arg_name)
      .option("--parent", "D", a->parent, say::opt_parent)
      .option("--manager", "LOGIN", a->manager, say::opt_manager)
      .example("crm.db 'Sales East' --parent Sales")
      .does([&c, a] { return add_department(c, *a); });
}

void add_roles(CommandLine& line, const Context& c) {
  auto& role = line.command("role", say::help_role);
  add_list(role, c, say::help_role_list, Role);
  auto a = std::make_shared<PeopleArguments>();
  role.sub("add", say::help_role_add)
      .positional("FILE", a->file, say::arg_file)
      .positional("CODE", a->what, say::arg_code)
      .option("--name", "N", a->name, say::opt_name)
      .example("crm.db sales --name Sales")
      .does([&c, a] { return add_role(c, *a); });
  auto g = std::make_shared<PeopleArguments>();
  role.sub("give", say::help_role_give)
      .positional("FILE", g->file, say::arg_file)
      .positional("ROLE", g->role, say::arg_code)
      .positional("LOGIN", g->user, say::arg_login)
      .example("crm.db sales lina")
      .does([&c, g] { return give_role(c, *g); });
}

}  // namespace

void add_people(CommandLine& line, const Context& c) {
  add_users(line, c);
  add_departments(line, c);
  add_roles(line, c);
  auto a = std::make_shared<PeopleArguments>();
  auto& grants = line.command("grant", say::help_grant);
  add_list(grants, c, say::help_grant_list, RoleGrant);
  grants.sub("add", say::help_grant_add)
      .positional("FILE", a->file, say::arg_file)
      .positional("ROLE", a->role, say::arg_code)
      .positional("ACTION", a->action, say::arg_action)
      .positional("ENTITY", a->entity, say::arg_grant_entity)
      .option("--scope", "S", a->scope, say::opt_scope)
      .option("--level", "N", a->level, say::opt_level)
      .example("crm.db sales read account --scope department")
      .does([&c, a] { return grant(c, *a); });
}

}  // namespace cli
