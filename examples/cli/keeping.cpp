// guanxi backup, verify, info
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "progress.h"
#include "sentences.h"
#include "table.h"
#include "names.h"

namespace cli {

namespace {

struct KeepingArguments {
  std::string file, out;
};

// These look at the file, not at customers: they need no user.
Store open_store(const Context& c, const std::string& path) { return need(c, Store::open(path)); }

int backup(const Context& c, const KeepingArguments& a) {
  const auto store = open_store(c, a.file);
  {
    ProgressBar bar(c);
    need(c, store.backup(a.out, bar.callback()));
  }
  if (c.json) {
    print_json({{"written", a.out}});
  } else {
    print_line(c.paint(Style::good, "✓ ") + c.say(say::did_backup, {a.file, a.out}));
  }
  return ok;
}

int verify(const Context& c, const KeepingArguments& a) {
  const auto store = open_store(c, a.file);
  std::vector<std::string> problems;
  {
    ProgressBar bar(c);
    problems = need(c, store.integrity(bar.callback()));
  }
  if (c.json) {
    print_json({{"sound", problems.empty()}, {"problems", problems}});
  } else if (problems.empty()) {
    print_line(c.paint(Style::good, "✓ ") + c.say(say::is_sound, {a.file}));
  } else {
    print_line(c.paint(Style::bad, "✗ ") + c.say(say::is_unsound, {a.file, grouped(static_cast<std::int64_t>(problems.size()))}));
    for (const auto& problem : problems) print_line("  " + clean(problem));
  }
  return problems.empty() ? ok : refused;
}

struct Held {
  const EntityType* type;
  std::int64_t count;
};

std::vector<Held> contents(const Context& c, Session& session, const Schema& schema) {
  std::vector<Held> out;
  for (const auto& type : schema.entities())
    if (const auto count = need(c, session.count(type->number())); count > 0) out.push_back({type.get(), count});
  return out;
}

void show_info(const Context& c, const StoreInfo& info, const std::vector<Held>& held) {
  Sheet sheet;
  sheet.line(c.pick(say::word_file), info.path);
  sheet.line(c.pick(say::word_size), file_size(info.bytes) + (info.log_bytes > 0 ? c.say(say::and_log, {file_size(info.log_bytes)}) : ""));
  sheet.line(c.pick(say::word_kept_by), info.backend + " " + info.engine_version);
  sheet.line(c.pick(say::word_library), "guanxi " + info.library_version + c.say(say::schema_is, {std::to_string(info.schema_version)}));
  sheet.line(c.pick(say::word_changes), grouped(info.last_change));
  print(sheet.text(c));
  print_line();
  Table table;
  table.column(c.pick(say::word_entity)).column(c.pick(say::word_records), Table::Align::right);
  for (const auto& each : held) table.row({label_of_entity(c, *each.type), grouped(each.count)});
  print(table.text(c));
}

int info(const Context& c, const KeepingArguments& a) {
  auto store = open_store(c, a.file);
  auto session = store.system_session("how many records there are", c.language);
  const auto schema = session.schema();
  const auto facts = need(c, store.info());
  const auto held = contents(c, session, *schema);
  if (!c.json) {
    show_info(c, facts, held);
    return ok;
  }
  nlohmann::ordered_json out{{"path", facts.path}, {"backend", facts.backend}, {"engine_version", facts.engine_version},
                             {"library_version", facts.library_version}, {"schema_version", facts.schema_version}, {"bytes", facts.bytes},
                             {"log_bytes", facts.log_bytes}, {"last_change", facts.last_change}, {"records", nlohmann::ordered_json::object()}};
  for (const auto& each : held) out["records"][std::string(each.type->name())] = each.count;
  print_json(out);
  return ok;
}

}  // namespace

void add_keeping(CommandLine& line, const Context& c) {
  auto b = std::make_shared<KeepingArguments>();
  line.command("backup", say::help_backup)
      .positional("FILE", b->file, say::arg_file)
      .positional("OUT", b->out, say::arg_backup)
      .example("crm.db crm-2026-11-21.db")
      .does([&c, b] { return backup(c, *b); });
  auto v = std::make_shared<KeepingArguments>();
  line.command("verify", say::help_verify).positional("FILE", v->file, say::arg_file).example("crm.db").does([&c, v] { return verify(c, *v); });
  auto i = std::make_shared<KeepingArguments>();
  line.command("info", say::help_info).positional("FILE", i->file, say::arg_file).example("crm.db").does([&c, i] { return info(c, *i); });
}

}  // namespace cli
