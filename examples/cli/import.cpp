// guanxi import
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "guanxi/duplicates.h"
#include "import_report.h"
#include "names.h"
#include "progress.h"
#include "sentences.h"
#include "values.h"

namespace cli {

namespace {

struct ImportArguments {
  std::string file, csv, entity = "account", key, external, external_column, duplicates = "refuse", errors, date_order, currency, encoding, reason;
  std::vector<std::string> map, defaults;
  bool dry_run = false, create_missing = false, yes = false;
};

OnDuplicate on_duplicate(const Context& c, const std::string& word) {
  if (word == "refuse") return OnDuplicate::refuse;
  if (word == "warn") return OnDuplicate::warn;
  if (word == "allow") return OnDuplicate::allow;
  throw Stop{usage, c.say(say::unknown_duplicates, {word}), "usage"};
}

// "Header=field"; a header may hold the sign itself.
std::pair<std::string, std::string> mapped(const Context& c, const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos || equals == 0) throw Stop{usage, c.say(say::not_a_mapping, {text}), "usage"};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

ImportOptions options_of(const Context& c, Session& session, const ImportArguments& a) {
  ImportOptions o;
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  o.entity = type.name();
  for (const auto& each : a.map) {
    auto [header, field] = mapped(c, each);
    o.mapping.emplace_back(header, field.empty() ? field : std::string(field_named(c, type, field).name));
  }
  for (const auto& each : a.defaults) {
    const auto [field, text] = assignment(c, each);
    o.defaults.emplace_back(field_named(c, type, field).name, text);
  }
  if (!a.encoding.empty()) o.csv.encoding = need(c, encoding_named(a.encoding));
  if (!a.currency.empty()) o.currency = a.currency;
  o.key = a.key;
  o.external_system = a.external;
  o.external_column = a.external_column;
  o.date_order = a.date_order;
  o.offset_minutes = local_offset_minutes();
  o.on_duplicate = on_duplicate(c, a.duplicates);
  o.dry_run = a.dry_run;
  o.create_missing_references = a.create_missing;
  o.error_file = a.errors;
  o.reason = a.reason;
  return o;
}

bool agreed(const Context& c) {
  std::cout << "\n" << c.pick(say::ask_import) << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer.empty() || answer == "y" || answer == "Y" || answer == "yes" || answer == "是" || answer == "好";
}

// Many rows have come: the index of duplicates, where the entity has one, is made while somebody watches, not by the next check. Who stops it has
// imported all the same.
void prepare_index(const Context& c, Session& session, const std::string& entity, const ImportReport& report) {
  constexpr std::uint64_t many = 50'000;
  if (report.created < many || report.stopped) return;
  ProgressBar bar(c);
  (void)prepare_duplicates(session, session.schema()->find(entity)->number(), bar.callback());
}

int run(const Context& c, const ImportArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto plan = need(c, plan_import(session, a.csv, options_of(c, session, a)));
  if (!c.json) print(plan_text(c, *session.schema(), plan));
  if (c.ask && !c.json && !a.yes && !a.dry_run && !agreed(c)) {
    print_line(c.pick(say::nothing_imported));
    return ok;
  }
  std::fflush(stdout);
  ImportReport report;
  {
    ProgressBar bar(c);
    report = need(c, run_import(session, plan, bar.import_callback()));
  }
  if (!a.dry_run) prepare_index(c, session, a.entity, report);
  if (c.json) {
    print_json(json_of(plan, report));
  } else {
    print(report_text(c, plan, report, a.file));
  }
  return report.refused > 0 || report.stopped ? refused : ok;
}

}  // namespace

void add_import(CommandLine& line, const Context& c) {
  auto a = std::make_shared<ImportArguments>();
  line.command("import", say::help_import)
      .positional("FILE", a->file, say::arg_file)
      .positional("CSV", a->csv, say::arg_csv)
      .option("--entity", "E", a->entity, say::opt_import_entity)
      .option("--map", "HEADER=FIELD", a->map, say::opt_map)
      .option("--default", "FIELD=VALUE", a->defaults, say::opt_default)
      .option("--key", "FIELD", a->key, say::opt_key)
      .option("--external", "SYSTEM", a->external, say::opt_external)
      .option("--external-column", "HEADER", a->external_column, say::opt_external_column)
      .option("--duplicates", "refuse|warn|allow", a->duplicates, say::opt_duplicates)
      .option("--errors", "OUT.csv", a->errors, say::opt_errors)
      .flag("--create-missing", a->create_missing, say::opt_create_missing)
      .option("--date-order", "ymd|mdy|dmy|roc", a->date_order, say::opt_date_order)
      .option("--currency", "CODE", a->currency, say::opt_currency)
      .option("--encoding", "NAME", a->encoding, say::opt_encoding_in)
      .option("--reason", "TEXT", a->reason, say::opt_reason)
      .flag("--dry-run", a->dry_run, say::opt_import_dry_run)
      .flag("--yes", a->yes, say::opt_yes)
      .example("crm.db customers.csv --errors refused.csv")
      .example("crm.db list.csv --map '公司=name' --default tier=C --key tax_id")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
