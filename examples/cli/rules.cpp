// guanxi feel, dmn
#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands.h"
#include "guanxi/dmn.h"
#include "guanxi/feel.h"
#include "sentences.h"

namespace cli {

namespace {

struct FeelArguments {
  std::string expression, context;
};

struct DmnArguments {
  std::string model, folder, decision, input, results;
  bool explain = false;
};

std::string contents_of(const Context& c, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Stop{missing, c.say(say::cannot_read, {path}), "not_found"};
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::string context_in(const Context& c, const std::string& path) { return path.empty() ? "{}" : contents_of(c, path); }

Instant current() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

// The names of the context are those that the expression may use.
std::vector<Formula::Name> names_in(const std::string& context) {
  std::vector<Formula::Name> names;
  const auto json = nlohmann::ordered_json::parse(context, nullptr, false);
  if (!json.is_object()) return names;
  for (const auto& [name, value] : json.items()) names.push_back({name, ""});
  return names;
}

std::string listed(const std::vector<std::uint32_t>& rules) {
  std::string out;
  for (const auto rule : rules) out += (out.empty() ? "" : ", ") + std::to_string(rule);
  return out;
}

std::string said(const Context& c, const TableMatch& table) {
  return table.rules.empty() ? c.say(say::table_without_match, {table.decision}) : c.say(say::table_matched, {table.decision, listed(table.rules)});
}

int show(const Context& c, const Evaluation& evaluation, bool explain) {
  if (c.json) {
    nlohmann::ordered_json out{{"value", nlohmann::ordered_json::parse(evaluation.json)}, {"feel", evaluation.text}, {"why", evaluation.why}};
    for (const auto& table : evaluation.tables) out["tables"].push_back({{"decision", table.decision}, {"rules", table.rules}});
    print_json(out);
    return ok;
  }
  print_line(evaluation.text);
  if (explain && !evaluation.why.empty()) print_line(c.paint(Style::faint, evaluation.why));
  for (const auto& table : evaluation.tables)
    if (explain) print_line(c.paint(Style::faint, said(c, table)));
  return ok;
}

int run_feel(const Context& c, const FeelArguments& a) {
  const auto context = context_in(c, a.context);
  const auto formula = need(c, Formula::parse(a.expression, names_in(context)));
  return show(c, need(c, formula.evaluate(context, current(), c.language)), true);
}

// The model, with the other models beside it: those that it may import.
std::vector<DecisionModel::Document> documents_at(const Context& c, const std::filesystem::path& path) {
  std::vector<DecisionModel::Document> out{{path.filename().string(), contents_of(c, path.string())}};
  const auto folder = path.parent_path().empty() ? std::filesystem::path(".") : path.parent_path();
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".dmn" && entry.path().filename() != path.filename())
      out.push_back({entry.path().filename().string(), contents_of(c, entry.path().string())});
  return out;
}

int show_model(const Context& c, const DecisionModel& model) {
  const auto problems = model.problems();
  if (c.json) {
    auto faults = nlohmann::ordered_json::array();
    for (const auto& problem : problems) faults.push_back({{"element", problem.element}, {"problem", c.chinese() ? problem.chinese : problem.english}});
    print_json({{"decisions", model.decisions()}, {"services", model.services()}, {"problems", faults}});
    return problems.empty() ? ok : refused;
  }
  for (const auto& name : model.decisions()) print_line(name);
  for (const auto& name : model.services()) print_line(name);
  for (const auto& problem : problems) print_line(c.paint(Style::bad, "✗ ") + problem.element + ": " + (c.chinese() ? problem.chinese : problem.english));
  return problems.empty() ? ok : refused;
}

int run_kit(const Context& c, const DmnArguments& a) {
  const auto report = need(c, check_conformance(a.folder, current()));
  const auto csv = a.results.empty() ? std::string("tck_results.csv") : a.results;
  std::ofstream(csv, std::ios::binary) << report.csv;
  if (c.json) {
    print_json({{"cases", report.cases}, {"passed", report.passed}, {"expecting_value", report.wanting}, {"expecting_value_passed", report.wanting_passed},
                {"failures", report.failures}});
  } else {
    for (const auto& failure : report.failures) print_line(c.paint(Style::bad, "✗ ") + failure);
    print_line(c.say(say::kit_result, {std::to_string(report.passed), std::to_string(report.cases), std::to_string(report.wanting_passed), std::to_string(report.wanting)}));
  }
  return report.passed == report.cases ? ok : refused;
}

int run_dmn(const Context& c, const DmnArguments& a) {
  if (a.model == "tck") return run_kit(c, a);
  const auto model = need(c, DecisionModel::load(documents_at(c, a.model)));
  if (a.decision.empty()) return show_model(c, model);
  return show(c, need(c, model.decide(a.decision, context_in(c, a.input), current(), c.language)), a.explain);
}

}  // namespace

void add_rules(CommandLine& line, const Context& c) {
  auto f = std::make_shared<FeelArguments>();
  line.command("feel", say::help_feel)
      .positional("EXPRESSION", f->expression, say::arg_expression)
      .option("--context", "FILE.json", f->context, say::opt_context)
      .example("'for i in 1..3 return i * i'")
      .example("'date(\"2024-01-31\") + duration(\"P1M\")'")
      .does([=, &c] { return run_feel(c, *f); });
  auto d = std::make_shared<DmnArguments>();
  line.command("dmn", say::help_dmn)
      .positional("MODEL", d->model, say::arg_model)
      .positional("DIR", d->folder, say::arg_kit, false)
      .option("--decision", "NAME", d->decision, say::opt_decision)
      .option("--input", "FILE.json", d->input, say::opt_input)
      .flag("--explain", d->explain, say::opt_explain)
      .option("--results", "FILE.csv", d->results, say::opt_results)
      .example("discount.dmn --decision Discount --input order.json --explain")
      .example("tck TestCases")
      .does([=, &c] { return run_dmn(c, *d); });
}

}  // namespace cli
