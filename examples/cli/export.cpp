// guanxi export
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "guanxi/import.h"
#include "progress.h"
#include "sentences.h"
#include "where.h"

namespace cli {

namespace {

struct ExportArguments {
  std::string file, out, entity = "account", where, fields, encoding;
  bool labels = false, bom = false;
};

ExportFormat format_of(const Context& c, const std::string& path) {
  if (path.ends_with(".csv")) return ExportFormat::csv;
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return ExportFormat::json_lines;
  throw Stop{usage, c.say(say::export_format, {path}), "usage"};
}

int run(const Context& c, const ExportArguments& a) {
  ExportOptions o;
  o.format = format_of(c, a.out);
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  o.entity = type.number();
  o.condition = condition(c, session, type, a.where);
  for (const auto& term : order(c, type, a.fields)) o.fields.emplace_back(type.find(term.field)->name);
  o.labels = a.labels;
  o.bom = a.bom;
  if (!a.encoding.empty()) o.encoding = need(c, encoding_named(a.encoding));
  std::uint64_t rows = 0;
  {
    ProgressBar bar(c);
    rows = need(c, export_records(session, a.out, o, bar.callback()));
  }
  if (c.json) {
    print_json({{"written", a.out}, {"entity", type.name()}, {"records", rows}});
  } else {
    print_line(c.paint(Style::good, "✓ ") + c.say(say::exported, {grouped(static_cast<std::int64_t>(rows)), a.out}));
  }
  return ok;
}

}  // namespace

void add_export(CommandLine& line, const Context& c) {
  auto a = std::make_shared<ExportArguments>();
  line.command("export", say::help_export)
      .positional("FILE", a->file, say::arg_file)
      .positional("OUT", a->out, say::arg_out)
      .option("--entity", "E", a->entity, say::opt_entity)
      .option("--where", "CONDITION", a->where, say::opt_where)
      .option("--fields", "A,B,…", a->fields, say::opt_fields)
      .flag("--labels", a->labels, say::opt_labels)
      .option("--encoding", "NAME", a->encoding, say::opt_encoding_out)
      .flag("--bom", a->bom, say::opt_bom)
      .example("crm.db customers.csv --where 'tier=A' --labels --bom")
      .example("crm.db all.jsonl")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
