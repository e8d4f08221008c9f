// guanxi timeline, guanxi history
#include <algorithm>
#include <nlohmann/json.hpp>

#include "change_sets.h"
#include "commands.h"
#include "format.h"
#include "sentences.h"
#include "table.h"
#include "timeline.h"
#include "values.h"

namespace cli {

namespace {

struct HistoriesArguments {
  std::string file, record, entity = "account";
  std::int64_t limit = 50;
};

int timeline(const Context& c, const HistoriesArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto account = record_named(c, session, schema->of(Account), a.record);
  const auto entries = need(c, session.timeline(account.id(), static_cast<std::size_t>(std::max<std::int64_t>(a.limit, 1))));
  if (c.json) {
    print_json(json_of(entries));
  } else if (entries.empty()) {
    print_line(c.pick(say::nothing_yet));
  } else {
    print_line(c.paint(Style::bold, clean(title_of(schema->of(Account), account))) + "\n");
    print(timeline_table(c, entries).text(c));
  }
  return ok;
}

nlohmann::ordered_json changes_json(const std::vector<ChangeEntry>& changes) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& change : changes) {
    auto fields = nlohmann::ordered_json::array();
    for (const auto& field : change.fields) fields.push_back({{"field", field.field}, {"before", field.before}, {"after", field.after}});
    out.push_back({{"seq", change.seq}, {"change_set", change.change_set}, {"at", change.at.text()}, {"actor", change.actor_name},
                   {"command", change.command}, {"reason", change.reason}, {"kind", change.kind}, {"entity", change.entity},
                   {"record", cli::json_of(change.record)}, {"fields", fields}});
  }
  return out;
}

// One line a changed field.
Table change_table(const Context& c, const std::vector<ChangeEntry>& changes) {
  Table table;
  table.column(c.pick(say::word_when)).column(c.pick(say::word_who)).column(c.pick(say::word_set), Table::Align::right)
      .column(c.pick(say::word_did)).column(c.pick(say::word_field)).column(c.pick(say::word_before)).column(c.pick(say::word_after));
  for (const auto& change : changes) {
    const std::vector<std::string> head{local_time(change.at), change.actor_name, std::to_string(change.change_set),
                                        change.command + (change.reason.empty() ? "" : " (" + change.reason + ")")};
    auto lead = head;
    for (const auto& field : change.fields) {
      lead.insert(lead.end(), {field.label, field.before.empty() ? "–" : field.before, field.after.empty() ? "–" : field.after});
      table.row(std::move(lead));
      lead.assign(4, "");
    }
    if (change.fields.empty()) table.row(head);
  }
  table.drop_empty_columns();
  return table;
}

int record_history(const Context& c, Session& session, const HistoriesArguments& a) {
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto record = record_named(c, session, type, a.record);
  const auto changes = need(c, session.history(type.number(), record.id(), static_cast<std::size_t>(std::max<std::int64_t>(a.limit, 1))));
  if (c.json) {
    print_json(changes_json(changes));
    return ok;
  }
  print_line(c.paint(Style::bold, clean(title_of(type, record))) + "\n");
  print(change_table(c, changes).text(c));
  return ok;
}

// The last change sets of the whole store: what `guanxi undo` may be given.
int store_history(const Context& c, const Store& store, Session& session, const HistoriesArguments& a) {
  const auto sets = last_sets(c, store, session, static_cast<std::size_t>(std::max<std::int64_t>(a.limit, 1)));
  auto json = nlohmann::ordered_json::array();
  Table table;
  table.column(c.pick(say::word_set), Table::Align::right).column(c.pick(say::word_when)).column(c.pick(say::word_who))
      .column(c.pick(say::word_did)).column(c.pick(say::word_rows), Table::Align::right).column(c.pick(say::word_reason));
  for (const auto& set : sets) {
    table.row({std::to_string(set.number), local_time(set.at), set.actor, set.command, grouped(set.rows) + (set.complete ? "" : "+"), set.reason});
    json.push_back({{"change_set", set.number}, {"at", set.at.text()}, {"actor", set.actor}, {"command", set.command},
                    {"rows", set.rows}, {"complete", set.complete}, {"reason", set.reason}});
  }
  if (c.json) {
    print_json(json);
    return ok;
  }
  table.drop_empty_columns();
  print(table.text(c));
  print_line("\n" + c.paint(Style::faint, c.say(say::next_undo_any, {a.file})));
  return ok;
}

int history(const Context& c, const HistoriesArguments& a) {
  auto [store, session] = open(c, a.file);
  return a.record.empty() ? store_history(c, store, session, a) : record_history(c, session, a);
}

}  // namespace

void add_histories(CommandLine& line, const Context& c) {
  auto t = std::make_shared<HistoriesArguments>();
  line.command("timeline", say::help_timeline)
      .positional("FILE", t->file, say::arg_file)
      .positional("WHO", t->record, say::arg_account)
      .option("--limit", "N", t->limit, say::opt_limit)
      .example("crm.db '示例科技'")
      .does([&c, t] { return timeline(c, *t); });

  auto h = std::make_shared<HistoriesArguments>();
  line.command("history", say::help_history)
      .positional("FILE", h->file, say::arg_file)
      .positional("WHAT", h->record, say::arg_history, false)
      .option("--entity", "E", h->entity, say::opt_entity)
      .option("--limit", "N", h->limit, say::opt_limit)
      .example("crm.db")
      .example("crm.db '示例科技'")
      .does([&c, h] { return history(c, *h); });
}

}  // namespace cli
