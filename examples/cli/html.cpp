#include "html.h"

#include "format.h"
#include "sentences.h"
#include "style.h"
#include "svg.h"

namespace cli {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char ch : clean(text)) {
    switch (ch) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += ch;
    }
  }
  return out;
}

namespace {

std::string card(std::string_view id, bool wide, const std::string& title, const std::string& note, const std::string& body) {
  return "<article class=\"chart" + std::string(wide ? " wide" : "") + "\" id=\"" + std::string(id) + "\"><h2>" + escaped(title) +
         (note.empty() ? "" : "<small>" + escaped(note) + "</small>") + "</h2>" + body + "</article>\n";
}

// What fills the place of a chart that has nothing to show, with the way out of it where there is one.
std::string empty_state(const Context& c, const std::string& command = {}) {
  return "<div class=\"empty\">" + escaped(c.pick(say::nothing_yet)) + (command.empty() ? "" : "<code>" + escaped(command) + "</code>") + "</div>";
}

std::string figures(const Statistics& s) {
  std::string out = "<dl class=\"figures\">";
  for (const auto& figure : s.figures)
    out += "<div><dt>" + escaped(figure.label) + "</dt><dd>" + escaped(figure.value) + "<small>" + escaped(figure.note) + "</small></dd></div>";
  return out + "</dl>\n";
}

bool nothing(const MonthChart& chart) {
  for (const auto& month : chart.months)
    if (month.length > 0) return false;
  return true;
}

std::string charts(const Context& c, const Statistics& s, const std::string& store) {
  std::string out = "<main class=\"charts\">\n";
  for (const auto& chart : s.months)
    out += card(chart.id, s.months.size() == 1, chart.title, chart.note, nothing(chart) ? empty_state(c, "guanxi import " + store + " customers.csv") : svg_months(c, chart));
  std::size_t placed = 0;
  for (const auto& chart : s.charts) {
    const bool alone = ++placed == s.charts.size() && s.charts.size() % 2 == 1;
    out += card(chart.id, alone, chart.title, chart.note,
                chart.slices.empty() ? empty_state(c) : chart.id == "tier" ? svg_ring(c, chart) : svg_bars(c, chart));
  }
  return out + "</main>\n";
}

}  // namespace

std::string statistics_page(const Context& c, const Statistics& statistics, const std::string& store) {
  const auto title = escaped(c.pick(say::page_title));
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(c.chinese() ? "zh-CN" : "en") + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>" + title + " · " + escaped(store) + "</title>\n<style>" + std::string(page_style) + "</style>\n</head>\n<body>\n<div class=\"page\">\n";
  out += "<header><h1>" + title + "</h1><p>" + escaped(c.say(say::page_subtitle, {store, local_time(now())})) + "</p></header>\n";
  out += figures(statistics) + charts(c, statistics, store);
  return out + "<footer>" + escaped(c.say(say::page_footer, {std::string(version())})) + "</footer>\n</div>\n</body>\n</html>\n";
}

}  // namespace cli
