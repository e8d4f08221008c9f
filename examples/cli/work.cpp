// guanxi mine, agenda, workload
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "bars.h"
#include "commands.h"
#include "format.h"
#include "listing.h"
#include "sentences.h"
#include "where.h"

namespace cli {

namespace {

struct WorkArguments {
  std::string file, sort, from, user;
  std::int64_t limit = 50, days = 7;
};

int mine(const Context& c, const WorkArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = schema->of(Account);
  FindOptions options;
  options.order = order(c, type, a.sort);
  options.limit = static_cast<std::size_t>(std::clamp<std::int64_t>(a.limit, 1, 1000));
  auto page = need(c, session.my_customers(options));
  const bool more = !page.next.empty();
  const auto rows = plain_rows(std::move(page.rows));
  if (c.json) {
    nlohmann::ordered_json out{{"records", nlohmann::ordered_json::array()}};
    for (const auto& row : rows) out["records"].push_back(json_of(*schema, row));
    if (more) out["next"] = page.next;
    print_json(out);
    return ok;
  }
  if (rows.empty()) {
    print_line(c.pick(say::no_customers_of_mine));
    return ok;
  }
  Names names(session);
  print(listing(c, *schema, names, type, rows, usual_columns(type), options.order).text(c));
  print_line("\n" + c.paint(Style::faint, c.say(more ? say::found_first : say::found_count, {grouped(static_cast<std::int64_t>(rows.size()))})));
  return ok;
}

AgendaOptions agenda_options(const Context& c, Session& session, const WorkArguments& a) {
  AgendaOptions options;
  options.from = local_midnight(a.from.empty() ? now() : need(c, instant_of_local(a.from)));
  options.to = local_midnight(options.from, static_cast<int>(std::clamp<std::int64_t>(a.days, 1, 3660)));
  options.limit = static_cast<std::size_t>(std::clamp<std::int64_t>(a.limit, 1, 1000));
  if (!a.user.empty()) options.user = record_named(c, session, session.schema()->of(User), a.user).id();
  return options;
}

void show_agenda(const Context& c, const Schema& schema, Names& names, const std::vector<AgendaEntry>& entries) {
  const auto& type = schema.of(Activity);
  Table table;
  table.column(c.pick(say::word_due)).column(label_of(Activity.type, c.language)).column(label_of(Activity.subject, c.language))
      .column(label_of(Activity.account, c.language)).column(label_of(Activity.priority, c.language));
  const auto cell = [&](const AnyRecord& row, const AnyField& field) { return shown(c, schema, names, *type.find(field.number), row.get(field)); };
  std::int64_t overdue = 0;
  for (const auto& entry : entries) {
    const auto& row = entry.activity;
    const auto& at = row.at(Activity.due_at.slot).is_set() ? static_cast<const AnyField&>(Activity.due_at) : Activity.starts_at;
    overdue += entry.overdue ? 1 : 0;
    table.row({cell(row, at) + (entry.overdue ? "  " + std::string(c.pick(say::word_overdue)) : ""), cell(row, Activity.type), cell(row, Activity.subject),
               entry.account_name, cell(row, Activity.priority)}, entry.overdue ? Style::bad : Style::plain);
  }
  table.drop_empty_columns();
  print(table.text(c));
  print_line("\n" + c.paint(Style::faint, c.say(say::agenda_count, {grouped(static_cast<std::int64_t>(entries.size())), grouped(overdue)})));
}

int agenda(const Context& c, const WorkArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto entries = need(c, session.agenda(agenda_options(c, session, a)));
  Names names(session);
  if (c.json) {
    auto out = nlohmann::ordered_json::array();
    for (const auto& entry : entries) {
      auto row = json_of(*schema, entry.activity);
      row["account_name"] = entry.account_name;
      row["overdue"] = entry.overdue;
      out.push_back(std::move(row));
    }
    print_json(out);
  } else if (entries.empty()) {
    print_line(c.say(say::agenda_empty, {std::to_string(a.days)}));
  } else {
    show_agenda(c, *schema, names, entries);
  }
  return ok;
}

std::set<std::string> owned_entities(const std::vector<Workload>& loads) {
  std::set<std::string> out;
  for (const auto& load : loads)
    for (const auto& [entity, count] : load.owned)
      if (count > 0) out.insert(entity);
  return out;
}

std::int64_t accounts_of(const Workload& load) {
  const auto found = load.owned.find("account");
  return found == load.owned.end() ? 0 : found->second;
}

void show_workload(const Context& c, const Schema& schema, std::vector<Workload> loads) {
  std::stable_sort(loads.begin(), loads.end(), [](const auto& x, const auto& y) { return accounts_of(x) > accounts_of(y); });
  std::vector<const EntityType*> types;
  const auto owned = owned_entities(loads);
  for (const auto& type : schema.entities())
    if (owned.contains(std::string(type->name()))) types.push_back(type.get());
  Table table;
  table.column(c.pick(say::word_owner));
  for (const auto* type : types) table.column(label_of_entity(c, *type), Table::Align::right);
  table.column(c.pick(say::word_overdue), Table::Align::right).column("");
  const auto most = static_cast<double>(loads.empty() ? 0 : accounts_of(loads.front()));
  for (const auto& load : loads) {
    std::vector<std::string> cells{load.user.empty() ? std::string(c.pick(say::the_pool)) : load.name};
    for (const auto* type : types) {
      const auto found = load.owned.find(std::string(type->name()));
      cells.push_back(grouped(found == load.owned.end() ? 0 : found->second));
    }
    cells.push_back(load.overdue > 0 ? grouped(load.overdue) : "");
    cells.push_back(bar(most > 0 ? static_cast<double>(accounts_of(load)) / most : 0, 16));
    table.row(std::move(cells), load.user.empty() ? Style::faint : Style::plain);
  }
  table.drop_empty_columns();
  print(table.text(c));
}

int workload(const Context& c, const WorkArguments& a) {
  auto [store, session] = open(c, a.file);
  auto loads = need(c, session.workload());
  if (!c.json) {
    show_workload(c, *session.schema(), std::move(loads));
    return ok;
  }
  auto out = nlohmann::ordered_json::array();
  for (const auto& load : loads) out.push_back({{"user", json_of(load.user)}, {"name", load.name}, {"owned", load.owned}, {"overdue", load.overdue}});
  print_json(out);
  return ok;
}

}  // namespace

void add_work(CommandLine& line, const Context& c) {
  auto m = std::make_shared<WorkArguments>();
  line.command("mine", say::help_mine)
      .positional("FILE", m->file, say::arg_file)
      .option("--sort", "A,-B", m->sort, say::opt_sort)
      .option("--limit", "N", m->limit, say::opt_limit)
      .example("crm.db --as lina")
      .does([&c, m] { return mine(c, *m); });

  auto g = std::make_shared<WorkArguments>();
  line.command("agenda", say::help_agenda)
      .positional("FILE", g->file, say::arg_file)
      .option("--from", "DATE", g->from, say::opt_from_date)
      .option("--days", "N", g->days, say::opt_days)
      .option("--user", "LOGIN", g->user, say::opt_agenda_user)
      .option("--limit", "N", g->limit, say::opt_limit)
      .example("crm.db --days 14")
      .does([&c, g] { return agenda(c, *g); });

  auto w = std::make_shared<WorkArguments>();
  line.command("workload", say::help_workload)
      .positional("FILE", w->file, say::arg_file)
      .example("crm.db")
      .does([&c, w] { return workload(c, *w); });
}

}  // namespace cli
