// guanxi undo
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "progress.h"
#include "sentences.h"
#include "table.h"
#include "values.h"

namespace cli {

namespace {

struct UndoArguments {
  std::string file;
  std::int64_t set = 0;
  bool dry_run = false;
};

nlohmann::ordered_json report_json(const UndoReport& report, bool dry_run) {
  auto skipped = nlohmann::ordered_json::array();
  for (const auto& row : report.skipped)
    skipped.push_back({{"entity", row.entity}, {"record", cli::json_of(row.record)}, {"name", row.name}, {"why", row.why}});
  return {{"dry_run", dry_run}, {"change_set", report.change_set}, {"undone", report.undone}, {"skipped_count", report.skipped_count}, {"skipped", skipped}};
}

void show(const Context& c, const UndoArguments& a, const UndoReport& report) {
  const auto set = std::to_string(a.set);
  print_line(c.paint(report.skipped_count > 0 ? Style::warn : Style::good, report.skipped_count > 0 ? "! " : "✓ ") +
             c.say(a.dry_run ? say::would_undo : say::undone, {set, grouped(report.undone)}));
  if (report.skipped_count > 0) {
    print_line(c.say(say::undo_skipped, {grouped(report.skipped_count)}) + "\n");
    Table table;
    table.column(c.pick(say::word_entity)).column(c.pick(say::word_name)).column(c.pick(say::word_why));
    for (std::size_t i = 0; i < report.skipped.size() && i < 20; ++i)
      table.row({report.skipped[i].entity, report.skipped[i].name, report.skipped[i].why});
    print(table.text(c, 2));
  }
  if (!a.dry_run && report.change_set != 0)
    print_line(c.paint(Style::faint, c.say(say::next_redo, {a.file, std::to_string(report.change_set)})));
}

int run(const Context& c, const UndoArguments& a) {
  auto [store, session] = open(c, a.file);
  UndoReport report;
  {
    ProgressBar bar(c);
    report = need(c, session.undo(a.set, a.dry_run, bar.callback()));
  }
  if (c.json) {
    print_json(report_json(report, a.dry_run));
  } else {
    show(c, a, report);
  }
  return report.skipped_count > 0 ? refused : ok;
}

}  // namespace

void add_undo(CommandLine& line, const Context& c) {
  auto a = std::make_shared<UndoArguments>();
  line.command("undo", say::help_undo)
      .positional("FILE", a->file, say::arg_file)
      .positional("SET", a->set, say::arg_set)
      .flag("--dry-run", a->dry_run, say::opt_undo_dry_run)
      .example("crm.db 2 --dry-run")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
