#include "import_report.h"

#include <nlohmann/json.hpp>

#include "format.h"
#include "sentences.h"
#include "table.h"

namespace cli {

namespace {

std::string grouped(std::uint64_t n) { return cli::grouped(static_cast<std::int64_t>(n)); }

std::string separator_name(const Context& c, char separator) {
  switch (separator) {
    case ',': return std::string(c.pick(say::separator_comma));
    case ';': return std::string(c.pick(say::separator_semicolon));
    case '\t': return std::string(c.pick(say::separator_tab));
    default: return std::string(1, separator);
  }
}

std::string how(const Context& c, std::string_view why) {
  if (why == "header") return std::string(c.pick(say::how_header));
  if (why == "header (similar)") return std::string(c.pick(say::how_similar));
  if (why == "content") return std::string(c.pick(say::how_content));
  return std::string(c.pick(say::how_chosen));
}

std::string field_text(const Context& c, const EntityType* type, const std::string& name) {
  if (name.empty()) return std::string(c.pick(say::not_imported));
  const auto* field = type != nullptr ? type->find(name) : nullptr;
  return field != nullptr && c.chinese() ? name + "  " + std::string(label_of(*field, c.language)) : name;
}

std::string problem_table(const Context& c, const std::vector<ImportProblem>& problems, std::size_t most) {
  Table table;
  table.column(c.pick(say::word_row), Table::Align::right).column(c.pick(say::word_column)).column(c.pick(say::word_value)).column(c.pick(say::word_problem));
  for (std::size_t i = 0; i < problems.size() && i < most; ++i) {
    const auto& p = problems[i];
    table.row({grouped(p.row), p.column, cut(clean(p.value), 28), p.reason});
  }
  table.drop_empty_columns();
  return table.text(c, 2);
}

// What to do with what was left over.
std::string next_steps(const Context& c, const ImportPlan& plan, const ImportReport& report, const std::string& store) {
  Sheet steps;
  if (plan.options.dry_run) {
    steps.line("guanxi import " + store + " " + plan.path, c.say(say::next_for_real));
  } else {
    if (report.refused > 0 && !plan.options.error_file.empty())
      steps.line("guanxi import " + store + " " + plan.options.error_file, c.say(say::next_mend));
    if (report.stopped) steps.line("guanxi import " + store + " " + plan.path, c.say(say::next_resume));
    if (report.warned > 0) steps.line("guanxi duplicates " + store + (plan.options.entity == "account" ? "" : " --entity " + plan.options.entity), c.say(say::next_duplicates));
    if (report.change_set != 0) steps.line("guanxi undo " + store + " " + std::to_string(report.change_set), c.say(say::next_undo));
    if (plan.options.entity == "account") steps.line("guanxi stats " + store, c.say(say::next_stats));
  }
  return steps.empty() ? std::string() : "\n" + steps.text(c);
}

}  // namespace

std::string plan_text(const Context& c, const Schema& schema, const ImportPlan& plan) {
  const auto* type = schema.find(plan.options.entity);
  const auto slash = plan.path.find_last_of('/');
  auto out = c.paint(Style::bold, plan.path.substr(slash == std::string::npos ? 0 : slash + 1)) + "  " +
             c.paint(Style::faint, c.say(say::plan_title, {encoding_label(plan.encoding), separator_name(c, plan.separator), plan.options.entity})) + "\n\n";
  Table table;
  table.column(c.pick(say::word_column)).column(c.pick(say::word_field)).column(c.pick(say::word_why)).column(c.pick(say::word_samples));
  for (const auto& column : plan.columns) {
    std::string samples;
    for (const auto& sample : column.samples)
      if (!sample.empty() && samples.size() < 60) samples += (samples.empty() ? "" : " · ") + clean(sample);
    const auto order = column.date_order.empty() ? std::string() : " (" + column.date_order + ")";
    table.row({column.header, field_text(c, type, column.field) + order, column.field.empty() ? "" : how(c, column.how), cut(samples, 44)},
              column.field.empty() ? Style::faint : Style::plain);
  }
  out += table.text(c, 2);
  for (const auto& warning : plan.warnings) out += "  " + c.paint(Style::warn, "! " + clean(warning)) + "\n";
  return out;
}

std::string report_text(const Context& c, const ImportPlan& plan, const ImportReport& report, const std::string& store) {
  const double rate = report.seconds > 0 ? static_cast<double>(report.rows) / report.seconds : 0;
  const auto& headline = plan.options.dry_run ? say::import_tried : report.stopped ? say::import_stopped : say::import_done;
  auto out = "\n" + c.paint(report.refused > 0 ? Style::warn : Style::good, report.refused > 0 ? "! " : "✓ ") +
             c.say(headline, {grouped(report.rows), duration(report.seconds, c.language), cli::grouped(static_cast<std::int64_t>(rate))}) + "\n";
  Sheet sheet;
  const auto count = [&](const Phrase& label, std::uint64_t n, Style style = Style::plain) {
    if (n > 0) sheet.line(c.pick(label), pad(grouped(n), grouped(report.rows).size(), true), style);
  };
  count(say::word_created, report.created, Style::good);
  count(say::word_updated, report.updated);
  count(say::word_unchanged, report.unchanged);
  count(say::word_warned, report.warned, Style::warn);
  count(say::word_mended, report.mended);
  count(say::word_refused, report.refused, Style::bad);
  out += sheet.text(c, 2);
  if (report.resumed) out += "  " + c.paint(Style::faint, c.pick(say::import_resumed)) + "\n";
  if (!report.problems.empty()) {
    constexpr std::size_t most = 10;
    out += "\n" + problem_table(c, report.problems, most);
    if (report.refused > most && plan.options.error_file.empty()) out += "  " + c.paint(Style::faint, c.pick(say::more_problems)) + "\n";
    if (!plan.options.error_file.empty()) out += "  " + c.paint(Style::faint, c.say(say::problems_in, {plan.options.error_file})) + "\n";
  }
  return out + next_steps(c, plan, report, store);
}

nlohmann::ordered_json json_of(const ImportPlan& plan, const ImportReport& report) {
  nlohmann::ordered_json out{{"entity", plan.options.entity}, {"encoding", name_of(plan.encoding)}, {"separator", std::string(1, plan.separator)},
                             {"dry_run", plan.options.dry_run}};
  for (const auto& column : plan.columns) out["columns"].push_back({{"header", column.header}, {"field", column.field}, {"how", column.how}});
  out["warnings"] = plan.warnings;
  out["change_set"] = report.change_set;
  out["rows"] = report.rows;
  out["created"] = report.created;
  out["updated"] = report.updated;
  out["unchanged"] = report.unchanged;
  out["refused"] = report.refused;
  out["warned"] = report.warned;
  out["mended"] = report.mended;
  out["stopped"] = report.stopped;
  out["resumed"] = report.resumed;
  out["seconds"] = report.seconds;
  out["problems"] = nlohmann::ordered_json::array();
  for (const auto& p : report.problems)
    out["problems"].push_back({{"row", p.row}, {"line", p.line}, {"column", p.column}, {"value", p.value}, {"reason", p.reason}});
  return out;
}

}  // namespace cli
