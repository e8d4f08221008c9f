#include "svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "format.h"
#include "html.h"
#include "sentences.h"

namespace cli {

namespace {

// Short and without a locale: "63.5".
std::string number(double n) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.2f", n);
  std::string text(buffer.data(), static_cast<std::size_t>(size));
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string_view tint(const Slice& slice) {
  if (slice.rest) return "rest";
  return slice.tint == Style::good ? "good" : slice.tint == Style::bad ? "bad" : "main";
}

std::string share_of(const Chart& chart, const Slice& slice) {
  return percent(chart.total > 0 ? static_cast<double>(slice.count) / static_cast<double>(chart.total) : 0);
}

// "Sales East" two levels down stands as far in as its blanks say.
std::string label_html(std::string_view label) {
  const auto blanks = std::min(label.find_first_not_of(' '), label.size());
  const auto inset = blanks == 0 ? std::string() : " style=\"padding-left:" + number(static_cast<double>(blanks) * 0.5) + "em\"";
  return "<span class=\"label\"" + inset + " title=\"" + escaped(label.substr(blanks)) + "\">" + escaped(label.substr(blanks)) + "</span>";
}

std::string value_html(const Context& c, const Chart& chart, const Slice& slice) {
  const auto behind = chart.by_amount ? short_amounts(slice.sums, c.language) : share_of(chart, slice);
  return "<span class=\"value\">" + grouped(slice.count) + (behind.empty() ? "" : "<small>" + escaped(behind) + "</small>") + "</span>";
}

// "11月" goes without its 月 where there is little room.
std::string month_html(const std::string& label) {
  constexpr std::string_view mark = "月";
  if (!label.ends_with(mark)) return escaped(label);
  return escaped(label.substr(0, label.size() - mark.size())) + "<i>" + std::string(mark) + "</i>";
}

double nice_top(double most) {
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double step : {1.0, 2.0, 4.0, 5.0, 10.0})
    if (most <= step * power) return std::max(step * power, 2.0);
  return most;
}

}  // namespace

std::string svg_bars(const Context& c, const Chart& chart) {
  double most = 0;
  for (const auto& slice : chart.slices) most = std::max(most, slice.length);
  std::string out = "<ol class=\"bars\">";
  for (const auto& slice : chart.slices) {
    const double wide = most > 0 ? std::max(slice.length / most * 100, slice.length > 0 ? 0.8 : 0.0) : 0;
    out += "<li>" + label_html(slice.label) + value_html(c, chart, slice);
    if (slice.length < 0) {
      out += "</li>";
      continue;
    }
    out += "<svg width=\"100%\" height=\"8\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" height=\"8\" rx=\"4\"/>";
    if (wide > 0) out += "<rect class=\"" + std::string(tint(slice)) + "\" width=\"" + number(wide) + "%\" height=\"8\" rx=\"4\"/>";
    out += "</svg></li>";
  }
  return out + "</ol>";
}

std::string svg_ring(const Context& c, const Chart& chart) {
  constexpr double radius = 62;
  const double around = 2 * std::acos(-1.0) * radius;
  const auto named = static_cast<double>(std::count_if(chart.slices.begin(), chart.slices.end(), [](const Slice& s) { return !s.rest; }));
  std::string arcs, keys;
  double from = 0, index = 0;
  for (const auto& slice : chart.slices) {
    const double share = chart.total > 0 ? static_cast<double>(slice.count) / static_cast<double>(chart.total) : 0;
    const double length = share * around, gap = share < 1 && length > 3 ? 2 : 0;
    const auto shade = slice.rest ? std::string() : " style=\"opacity:" + number(1 - 0.8 * index / std::max(named, 1.0)) + "\"";
    const auto kind = std::string(slice.rest ? "rest" : "main");
    if (slice.count > 0)
      arcs += "<circle class=\"arc " + kind + "\"" + shade + " cx=\"80\" cy=\"80\" r=\"62\" stroke-dasharray=\"" + number(length - gap) + " " +
              number(around - length + gap) + "\" stroke-dashoffset=\"" + number(-from) + "\"><title>" + escaped(slice.label) + " " + grouped(slice.count) + "</title></circle>";
    keys += "<li><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"" + kind + "\"" + shade + " width=\"12\" height=\"12\" rx=\"3\"/></svg>" +
            label_html(slice.label) + value_html(c, chart, slice) + "</li>";
    from += length;
    if (!slice.rest) ++index;
  }
  return "<div class=\"ring\"><div class=\"dial\"><svg viewBox=\"0 0 160 160\" role=\"img\" aria-label=\"" + escaped(chart.title) +
         "\"><g transform=\"rotate(-90 80 80)\">" + arcs + "</g></svg><b>" + escaped(short_number(static_cast<double>(chart.total), c.language)) + "</b></div><ol class=\"keys\">" + keys + "</ol></div>";
}

std::string svg_months(const Context& c, const MonthChart& chart) {
  double most = 0;
  for (const auto& month : chart.months) most = std::max(most, month.length);
  const double top = nice_top(std::max(most, 1.0));
  const double pitch = 100.0 / static_cast<double>(chart.months.size());
  std::string columns, names;
  for (std::size_t i = 0; i < chart.months.size(); ++i) {
    const auto& month = chart.months[i];
    const double high = month.length > 0 ? std::max(month.length / top * 100, 1.0) : 0;
    const auto title = std::to_string(month.year) + "-" + (month.month < 10 ? "0" : "") + std::to_string(month.month) + "  " + (month.length > 0 ? month.value : "0");
    columns += "<g><title>" + escaped(title) + "</title><rect class=\"ghost\" x=\"" + number(pitch * static_cast<double>(i)) + "%\" y=\"0\" width=\"" + number(pitch) + "%\" height=\"100%\"/>";
    if (high > 0)
      columns += "<rect class=\"main\" rx=\"3\" x=\"" + number(pitch * (static_cast<double>(i) + 0.2)) + "%\" y=\"" + number(100 - high) + "%\" width=\"" + number(pitch * 0.6) + "%\" height=\"" + number(high) + "%\"/>";
    columns += "</g>";
    const bool year = month.month == 1 || (i == 0 && month.month < 10 && month.month > 1);
    names += "<span>" + month_html(month.label) + (year ? "<small>" + std::to_string(month.year) + "</small>" : "") + "</span>";
  }
  std::string lines, ticks;
  for (const int part : {100, 50, 0}) {
    lines += "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"" + std::to_string(100 - part) + "%\" y2=\"" + std::to_string(100 - part) + "%\"/>";
    ticks += "<span>" + escaped(short_number(top * part / 100, c.language)) + "</span>";
  }
  return "<div class=\"months\"><div class=\"ticks\">" + ticks + "</div><svg width=\"100%\" height=\"180\" role=\"img\" aria-label=\"" + escaped(chart.title) + "\">" + lines + columns +
         "</svg><div class=\"names\">" + names + "</div></div>";
}

}  // namespace cli
