#include "bars.h"

#include <algorithm>
#include <cmath>

#include "format.h"
#include "guanxi/text.h"
#include "sentences.h"

namespace cli {

std::string bar(double share, std::size_t columns) {
  static constexpr std::string_view part[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = static_cast<std::size_t>(std::llround(std::clamp(share, 0.0, 1.0) * static_cast<double>(columns) * 8));
  const auto shown = share > 0 ? std::max<std::size_t>(eighths, 1) : 0;
  return repeat("█", shown / 8) + std::string(part[shown % 8]);
}

namespace {

std::string heading(const Context& c, std::string_view title, std::string_view note) {
  auto out = c.paint(Style::bold, title);
  if (!note.empty()) out += "  " + c.paint(Style::faint, note);
  return out + "\n";
}

std::string figures(const Context& c, const Chart& chart, const Slice& slice) {
  if (chart.by_amount) return slice.sums.empty() ? "–" : short_amounts(slice.sums, c.language);
  return percent(chart.total > 0 ? static_cast<double>(slice.count) / static_cast<double>(chart.total) : 0);
}

}  // namespace

std::string bar_chart(const Context& c, const Chart& chart) {
  auto out = heading(c, chart.title, chart.note);
  if (chart.slices.empty()) return out + "  " + c.paint(Style::faint, c.pick(say::nothing_yet)) + "\n";
  std::size_t labels = 0, counts = 0, ends = 0;
  double most = 0;
  for (const auto& slice : chart.slices) {
    labels = std::max(labels, text::width(slice.label));
    counts = std::max(counts, grouped(slice.count).size());
    ends = std::max(ends, text::width(figures(c, chart, slice)));
    most = std::max(most, slice.length);
  }
  labels = std::min<std::size_t>(labels, c.page() / 3);
  const auto room = std::clamp<std::size_t>(c.page() - std::min(c.page() - 8, labels + counts + ends + 8), 8, 48);
  for (const auto& slice : chart.slices) {
    const auto drawn = bar(most > 0 ? slice.length / most : 0, room);
    const auto tint = slice.rest ? Style::faint : slice.tint;
    out += "  " + pad(cut(clean(slice.label), labels), labels) + "  " + c.paint(tint, pad(drawn, room)) + "  ";
    out += pad(grouped(slice.count), counts, true) + "  " + c.paint(Style::faint, pad(figures(c, chart, slice), ends, true)) + "\n";
  }
  return out;
}

std::string month_chart(const Context& c, const MonthChart& chart) {
  static constexpr std::string_view step[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  constexpr std::size_t height = 4;
  auto out = heading(c, chart.title, chart.note);
  double most = 0;
  for (const auto& month : chart.months) most = std::max(most, month.length);
  if (most <= 0) return out + "  " + c.paint(Style::faint, c.pick(say::nothing_yet)) + "\n";
  for (std::size_t level = height; level-- > 0;) {
    std::string line;
    for (const auto& month : chart.months) {
      const auto eighths = std::max<std::int64_t>(std::llround(month.length / most * height * 8), month.length > 0 ? 1 : 0);
      const auto here = static_cast<std::size_t>(std::clamp<std::int64_t>(eighths - static_cast<std::int64_t>(level) * 8, 0, 8));
      line += " " + repeat(step[here], 4) + " ";
    }
    while (line.ends_with(' ')) line.pop_back();
    out += " " + c.paint(Style::accent, line) + "\n";
  }
  std::string names, values;
  for (const auto& month : chart.months) {
    names += pad(std::string(month.label.size() > 4 ? 0 : (5 - std::min<std::size_t>(5, text::width(month.label))) / 2, ' ') + month.label, 6);
    values += pad(month.length > 0 ? " " + cut(month.value, 5) : "", 6);
  }
  while (values.ends_with(' ')) values.pop_back();
  while (names.ends_with(' ')) names.pop_back();
  return out + "  " + values.substr(values.empty() ? 0 : 1) + "\n" + "  " + c.paint(Style::faint, names) + "\n";
}

}  // namespace cli
