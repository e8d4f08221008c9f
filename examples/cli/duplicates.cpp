// guanxi duplicates, dismiss, merge, unmerge
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "guanxi/duplicates.h"
#include "guanxi/match.h"
#include "outcome.h"
#include "progress.h"
#include "sentences.h"
#include "table.h"
#include "values.h"
#include "verdicts.h"

namespace cli {

std::string with_sign(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.1f", score);
  return text;
}

std::string verdict_in_words(const Context& c, std::string_view name) {
  for (const auto verdict : {match::Verdict::same, match::Verdict::branch, match::Verdict::subsidiary, match::Verdict::same_group, match::Verdict::perhaps})
    if (match::name_of(verdict) == name) return std::string(match::say(verdict, c.language));
  return std::string(name);
}

namespace {

using Json = nlohmann::ordered_json;

struct DuplicateArguments {
  std::string file, entity = "account", winner, reason;
  std::vector<std::string> losers, rules;
  std::int64_t top = 20;
  bool related = false, dry_run = false, yes = false;
};

// ---- duplicates ----

Json search_json(const DuplicateSearch& found) {
  auto pairs = Json::array();
  for (const auto& pair : found.listed)
    pairs.push_back({{"first", json_of(pair.low)}, {"first_name", pair.low_name}, {"second", json_of(pair.high)}, {"second_name", pair.high_name},
                     {"verdict", pair.verdict}, {"score", pair.score}, {"cluster", json_of(pair.group)}});
  return {{"records", found.records}, {"pairs", found.pairs}, {"groups", found.groups}, {"oversize", found.oversize}, {"queued", found.queued}, {"dismissed", found.dismissed},
          {"change_set", found.change_set}, {"listed", pairs}};
}

int duplicates(const Context& c, const DuplicateArguments& a) {
  if (a.top < 0 || a.top > 1000) throw Stop{usage, c.say(say::wrong_listed, {std::to_string(a.top)}), "usage"};
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  DuplicateSearch found;
  {
    ProgressBar bar(c);
    found = need(c, find_duplicates(session, type.number(), {.related = a.related, .queue = !a.dry_run, .listed = static_cast<std::size_t>(a.top)}, bar.callback()));
  }
  if (c.json) {
    print_json(search_json(found));
    return ok;
  }
  const auto number = [](std::uint64_t n) { return grouped(static_cast<std::int64_t>(n)); };
  print_line(c.say(say::compared, {number(found.records), number(found.pairs), number(found.groups)}));
  if (found.oversize > 0) print_line(c.say(say::groups_too_large, {number(found.oversize)}));
  if (found.dismissed > 0) print_line(c.say(say::left_out, {number(found.dismissed)}));
  if (found.queued > 0) print_line(c.say(say::queued, {number(found.queued), std::to_string(found.change_set)}));
  if (found.listed.empty()) return ok;
  Table table;
  table.column(c.pick(say::word_score), Table::Align::right).column(c.pick(say::word_verdict)).column(c.pick(say::word_first)).column(c.pick(say::word_second)).column("id").column("id");
  for (const auto& pair : found.listed)
    table.row({with_sign(pair.score), verdict_in_words(c, pair.verdict), pair.low_name, pair.high_name, pair.low.text(), pair.high.text()});
  print("\n" + table.text(c, 2));
  if (!a.dry_run) print_line("\n" + c.paint(Style::faint, c.say(say::next_review, {a.file})));
  return ok;
}

int dismiss(const Context& c, const DuplicateArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  if (a.losers.size() != 1) throw Stop{usage, c.say(say::dismiss_two), "usage"};
  const auto first = record_named(c, session, type, a.winner), second = record_named(c, session, type, a.losers.front());
  Record<Dismiss> arguments;
  arguments[Dismiss.entity] = Text(type.name());
  arguments[Dismiss.first] = first.id();
  arguments[Dismiss.second] = second.id();
  if (!a.reason.empty()) arguments[Dismiss.note] = Text(a.reason);
  const auto outcome = need(c, session.run(arguments, {.reason = a.reason}));
  return tell(c, say::did_dismiss, outcome, title_of(type, first) + " · " + title_of(type, second));
}

// ---- merge ----

// What went in, and the names of its records.
struct MergeRequest {
  Record<Merge> arguments;
  std::vector<std::pair<Id, std::string>> names;
};

MergeRequest request_of(const Context& c, Session& session, const EntityType& type, const DuplicateArguments& a) {
  MergeRequest out;
  std::vector<Id> ids;
  const auto name = [&](const std::string& which) {
    const auto record = record_named(c, session, type, which);
    out.names.emplace_back(record.id(), title_of(type, record));
    return record.id();
  };
  const Id winner = name(a.winner);
  std::string losers = "|", rules;
  for (const auto& which : a.losers) losers += name(which).text() + "|";
  for (const auto& rule : a.rules) rules += rule + ";";
  out.arguments[Merge.entity] = Text(type.name());
  out.arguments[Merge.winner] = winner;
  out.arguments[Merge.losers] = CodeSet(losers);
  if (!rules.empty()) out.arguments[Merge.rules] = Text(rules);
  return out;
}

Json merge_json(const MergeReport& report, bool dry_run) {
  auto values = Json::array(), children = Json::array();
  for (const auto& value : report.values)
    values.push_back({{"field", value.field}, {"value", value.text}, {"from", json_of(value.from)}, {"rule", value.rule}, {"changes", value.changes}, {"others", value.others}});
  for (const auto& child : report.children) children.push_back({{"entity", child.entity}, {"moved", child.moved}, {"folded", child.folded}});
  return {{"dry_run", dry_run}, {"record", json_of(report.outcome.record)}, {"change_set", report.outcome.change_set}, {"affected", report.outcome.affected},
          {"values", values}, {"children", children}};
}

void show_merge(const Context& c, const Schema& schema, const MergeRequest& request, const MergeReport& report) {
  const auto name_of_record = [&](const Id& id) {
    for (const auto& [known, name] : request.names)
      if (known == id) return name;
    return std::string();
  };
  Table values;
  values.column(c.pick(say::word_field)).column(c.pick(say::word_value)).column(c.pick(say::word_from)).column(c.pick(say::word_rule)).column(c.pick(say::word_left_behind));
  for (const auto& value : report.values) {
    std::string others;
    for (const auto& other : value.others) others += (others.empty() ? "" : " · ") + other;
    values.row({value.label, value.text, name_of_record(value.from), value.rule, others}, value.changes ? Style::accent : Style::plain);
  }
  values.drop_empty_columns();
  if (!values.empty()) print(values.text(c, 2));
  for (const auto& child : report.children)
    print_line("  " + c.say(say::moves, {label_of_entity(c, *schema.find(child.entity)), grouped(child.moved), grouped(child.folded)}));
}

int merge(const Context& c, const DuplicateArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto request = request_of(c, session, type, a);
  const auto report = need(c, merge_records(session, request.arguments, {.reason = a.reason}, !a.yes));
  if (c.json) {
    print_json(merge_json(report, !a.yes));
    return ok;
  }
  show_merge(c, *schema, request, report);
  if (a.yes) {
    tell(c, say::did_merge, report.outcome, request.names.front().second);
    if (report.outcome.change_set != 0) print_line(c.paint(Style::faint, c.say(say::next_unmerge, {a.file, request.names.back().first.text()})));
    return ok;
  }
  print_line(c.paint(Style::faint, c.pick(say::only_shown)));
  return ok;
}

// ---- unmerge ----

Json unmerge_json(const UnmergeReport& report, bool dry_run) {
  auto conflicts = Json::array();
  for (const auto& conflict : report.conflicts)
    conflicts.push_back({{"entity", conflict.entity}, {"record", json_of(conflict.record)}, {"name", conflict.name}, {"field", conflict.field},
                         {"now", conflict.now}, {"before", conflict.before}});
  return {{"dry_run", dry_run}, {"record", json_of(report.outcome.record)}, {"change_set", report.outcome.change_set}, {"affected", report.outcome.affected},
          {"conflicts", conflicts}};
}

int unmerge(const Context& c, const DuplicateArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto id = Id::parse(a.winner);
  Record<Unmerge> arguments;
  arguments[Unmerge.entity] = Text(type.name());
  arguments[Unmerge.record] = id ? *id : archived_one(c, session, type, a.winner);
  const auto report = need(c, unmerge_records(session, arguments, {.reason = a.reason}, !a.yes));
  if (c.json) {
    print_json(unmerge_json(report, !a.yes));
    return ok;
  }
  if (!report.conflicts.empty()) {
    print_line(c.say(say::stays, {grouped(static_cast<std::int64_t>(report.conflicts.size()))}) + "\n");
    Table table;
    table.column(c.pick(say::word_name)).column(c.pick(say::word_field)).column(c.pick(say::word_now)).column(c.pick(say::word_before_merge));
    for (const auto& conflict : report.conflicts) table.row({conflict.name, conflict.label, conflict.now, conflict.before});
    print(table.text(c, 2));
  }
  if (a.yes) return tell(c, say::did_unmerge, report.outcome, a.winner);
  print_line(c.paint(Style::faint, c.pick(say::only_shown)));
  return ok;
}

}  // namespace

void add_duplicates(CommandLine& line, const Context& c) {
  auto d = std::make_shared<DuplicateArguments>();
  line.command("duplicates", say::help_duplicates)
      .positional("FILE", d->file, say::arg_file)
      .option("--entity", "E", d->entity, say::opt_entity)
      .flag("--related", d->related, say::opt_related)
      .option("--top", "N", d->top, say::opt_listed)
      .flag("--dry-run", d->dry_run, say::opt_not_queued)
      .example("crm.db")
      .example("crm.db --entity contact --related --top 50")
      .does([&c, d] { return duplicates(c, *d); });
  auto n = std::make_shared<DuplicateArguments>();
  line.command("dismiss", say::help_dismiss)
      .positional("FILE", n->file, say::arg_file)
      .positional("WHICH", n->winner, say::arg_record)
      .rest("OTHER", n->losers, say::arg_other)
      .option("--entity", "E", n->entity, say::opt_entity)
      .option("--reason", "TEXT", n->reason, say::opt_reason)
      .example("crm.db '示例科技' '示例科技（昆山）'")
      .does([&c, n] { return dismiss(c, *n); });
  auto m = std::make_shared<DuplicateArguments>();
  line.command("merge", say::help_merge)
      .positional("FILE", m->file, say::arg_file)
      .positional("WINNER", m->winner, say::arg_winner)
      .rest("LOSER", m->losers, say::arg_losers)
      .option("--entity", "E", m->entity, say::opt_entity)
      .option("--rule", "FIELD=RULE", m->rules, say::opt_rule)
      .option("--reason", "TEXT", m->reason, say::opt_reason)
      .flag("--yes", m->yes, say::opt_do_it)
      .example("crm.db '示例科技有限公司' '示例科技' --rule phone=newest")
      .example("crm.db '示例科技有限公司' '示例科技' --yes")
      .does([&c, m] { return merge(c, *m); });
  auto u = std::make_shared<DuplicateArguments>();
  line.command("unmerge", say::help_unmerge)
      .positional("FILE", u->file, say::arg_file)
      .positional("WHICH", u->winner, say::arg_merged)
      .option("--entity", "E", u->entity, say::opt_entity)
      .option("--reason", "TEXT", u->reason, say::opt_reason)
      .flag("--yes", u->yes, say::opt_do_it)
      .example("crm.db '示例科技' --yes")
      .does([&c, u] { return unmerge(c, *u); });
}

}  // namespace cli
