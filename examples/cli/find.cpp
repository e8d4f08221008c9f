// guanxi find
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "listing.h"
#include "sentences.h"
#include "where.h"

namespace cli {

namespace {

struct FindArguments {
  std::string file, entity = "account", where, sort, fields, after;
  std::vector<std::string> words;
  std::int64_t limit = 20;
  bool archived = false;
  std::string filter, segment;
  bool explain = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

struct Found {
  std::vector<AnyRecord> rows;
  std::string next;
  std::int64_t total = 0;  // 0: not counted
  bool more = false;       // a search that stopped at its limit
};

// What is asked for beside words: a condition, a saved filter, a segment, all of which must hold.
Expr asked(const Context& c, Session& session, const EntityType& type, const FindArguments& a) {
  Expr all = condition(c, session, type, a.where);
  const auto named = [&](NamedCondition one, const std::string& name) {
    if (one.entity != type.number()) throw Stop{usage, c.say(say::of_other_entity, {name, session.schema()->find(one.entity)->name()}), "usage"};
    all = std::move(all) && std::move(one.condition);
  };
  if (!a.filter.empty()) named(need(c, session.filter(a.filter)), a.filter);
  if (!a.segment.empty()) named(need(c, session.segment(a.segment)), a.segment);
  return all;
}

int explain(const Context& c, Session& session, const EntityType& type, const FindArguments& a) {
  const auto plan = need(c, session.explain(type.number(), a.where.empty() ? need(c, session.filter(a.filter)).text : a.where));
  if (c.json) {
    print_json({{"by_database", plan.by_database}, {"by_row", plan.by_row}, {"sql", plan.sql}, {"values", plan.values}});
    return ok;
  }
  for (const auto& term : plan.by_database) print_line(c.say(say::by_database, {term}));
  for (const auto& term : plan.by_row) print_line(c.say(say::by_row, {term}));
  print_line(c.paint(Style::faint, plan.sql));
  for (std::size_t i = 0; i < plan.values.size(); ++i) print_line(c.paint(Style::faint, "  ?" + std::to_string(i + 1) + " = " + plan.values[i]));
  return ok;
}

Found look(const Context& c, Session& session, const EntityType& type, const FindArguments& a, const std::vector<OrderTerm>& order) {
  const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(a.limit, 1, 1000));
  const auto where = asked(c, session, type, a);
  Found found;
  if (!a.words.empty()) {
    if (!order.empty() || !a.after.empty()) throw Stop{usage, c.say(say::search_has_rank), "usage"};
    found.rows = need(c, session.search(type.number(), joined(a.words), limit, where));
    found.more = found.rows.size() == limit;
    return found;
  }
  FindOptions options;
  options.order = order;
  options.limit = limit;
  options.after = a.after;
  options.archived = a.archived;
  auto page = need(c, session.find(type.number(), where, options));
  found.rows = std::move(page.rows);
  found.next = std::move(page.next);
  if (!found.next.empty() && !a.archived) found.total = need(c, session.count(type.number(), where));
  return found;
}

std::string footer(const Context& c, const FindArguments& a, const EntityType& type, const Found& found) {
  const auto rows = grouped(static_cast<std::int64_t>(found.rows.size()));
  if (found.more) return c.say(say::found_more, {rows, std::to_string(a.limit * 5)});
  if (found.next.empty()) return c.say(say::found_count, {rows});
  auto again = "guanxi find " + a.file;
  if (type.name() != "account") again += " --entity " + std::string(type.name());
  if (!a.where.empty()) again += " --where '" + a.where + "'";
  if (!a.filter.empty()) again += " --filter '" + a.filter + "'";
  if (!a.segment.empty()) again += " --segment '" + a.segment + "'";
  if (!a.sort.empty()) again += " --sort " + a.sort;
  if (!a.fields.empty()) again += " --fields " + a.fields;
  if (a.archived) again += " --archived";
  again += " --limit " + std::to_string(a.limit);
  return (found.total > 0 ? c.say(say::found_of, {rows, grouped(found.total)}) : c.say(say::found_count, {rows})) + "\n" +
         c.say(say::next_page, {again + " --after " + found.next});
}

int run(const Context& c, const FindArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  if (a.explain) return explain(c, session, type, a);
  const auto sorting = order(c, type, a.sort);
  const auto found = look(c, session, type, a, sorting);
  if (c.json) {
    nlohmann::ordered_json out{{"records", nlohmann::ordered_json::array()}};
    for (const auto& row : found.rows) out["records"].push_back(json_of(*schema, row));
    if (!found.next.empty()) out["next"] = found.next;
    if (found.total > 0) out["total"] = found.total;
    print_json(out);
    return ok;
  }
  if (found.rows.empty()) {
    print_line(c.say(say::found_nothing, {label_of_entity(c, type)}));
    return ok;
  }
  Names names(session);
  const auto columns = a.fields.empty() ? usual_columns(type) : columns_named(c, type, a.fields);
  print(listing(c, *schema, names, type, found.rows, columns, sorting, !a.fields.empty()).text(c));
  print_line("\n" + c.paint(Style::faint, footer(c, a, type, found)));
  return ok;
}

}  // namespace

void add_find(CommandLine& line, const Context& c) {
  auto a = std::make_shared<FindArguments>();
  line.command("find", say::help_find)
      .positional("FILE", a->file, say::arg_file)
      .rest("WORDS", a->words, say::arg_words, false)
      .option("--entity", "E", a->entity, say::opt_entity)
      .option("--where", "CONDITION", a->where, say::opt_where)
      .option("--filter", "NAME", a->filter, say::opt_filter)
      .option("--segment", "NAME", a->segment, say::opt_segment)
      .flag("--explain", a->explain, say::opt_find_explain)
      .option("--sort", "A,-B", a->sort, say::opt_sort)
      .option("--fields", "A,B,…", a->fields, say::opt_fields)
      .option("--limit", "N", a->limit, say::opt_limit)
      .option("--after", "TOKEN", a->after, say::opt_after)
      .flag("--archived", a->archived, say::opt_archived)
      .example("crm.db 上海 软件")
      .example("crm.db --where 'tier=A and employees>100' --sort -employees")
      .example("crm.db --where 'tier in (\"A\", \"B\") and count(opportunity[stage = \"won\"]) > 2' --explain")
      .example("crm.db --entity opportunity --where 'account.tier=A and stage!=won'")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
