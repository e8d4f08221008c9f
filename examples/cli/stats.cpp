// guanxi stats
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "bars.h"
#include "commands.h"
#include "format.h"
#include "html.h"
#include "statistics.h"
#include "sentences.h"
#include "table.h"
#include "values.h"

namespace cli {

namespace {

struct StatsArguments {
  std::string file, html;
};

nlohmann::ordered_json figures_in_json(const Statistics& s) {
  nlohmann::ordered_json out{{"figures", nlohmann::ordered_json::object()}, {"charts", nlohmann::ordered_json::object()}, {"months", nlohmann::ordered_json::object()}};
  for (const auto& figure : s.figures) out["figures"][figure.id] = {{"label", figure.label}, {"value", figure.number}, {"text", figure.value}};
  for (const auto& chart : s.charts) {
    auto slices = nlohmann::ordered_json::array();
    for (const auto& slice : chart.slices) slices.push_back({{"code", slice.code}, {"label", slice.label}, {"count", slice.count}, {"sums", cli::json_of(slice.sums)}});
    out["charts"][chart.id] = {{"title", chart.title}, {"total", chart.total}, {"values", slices}};
  }
  for (const auto& chart : s.months) {
    auto months = nlohmann::ordered_json::array();
    for (const auto& month : chart.months) months.push_back({{"year", month.year}, {"month", month.month}, {"value", month.length}, {"text", month.value}});
    out["months"][chart.id] = {{"title", chart.title}, {"values", months}};
  }
  return out;
}

void show(const Context& c, const Statistics& s) {
  Sheet sheet;
  for (const auto& figure : s.figures) sheet.line(figure.label, figure.value + (figure.note.empty() ? "" : "  " + figure.note));
  print(sheet.text(c) + "\n");
  for (const auto& chart : s.charts) print(bar_chart(c, chart) + "\n");
  for (const auto& chart : s.months) print(month_chart(c, chart) + "\n");
}

void write_page(const Context& c, const std::string& path, const std::string& page) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), std::fclose);
  const bool written = file && std::fwrite(page.data(), 1, page.size(), file.get()) == page.size() && std::fflush(file.get()) == 0;
  if (!written) throw Stop{trouble, c.say(say::cannot_write, {path}), "io"};
}

int run(const Context& c, const StatsArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto statistics = gather(c, session);
  if (!a.html.empty()) {
    const auto slash = a.file.find_last_of('/');
    write_page(c, a.html, statistics_page(c, statistics, a.file.substr(slash == std::string::npos ? 0 : slash + 1)));
  }
  if (c.json) {
    print_json(figures_in_json(statistics));
  } else if (a.html.empty()) {
    show(c, statistics);
  } else {
    print_line(c.paint(Style::good, "✓ ") + c.say(say::wrote_page, {a.html}));
  }
  return ok;
}

}  // namespace

void add_stats(CommandLine& line, const Context& c) {
  auto a = std::make_shared<StatsArguments>();
  line.command("stats", say::help_stats)
      .positional("FILE", a->file, say::arg_file)
      .option("--html", "OUT.html", a->html, say::opt_html)
      .example("crm.db")
      .example("crm.db --html customers.html")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
