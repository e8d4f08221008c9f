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

namespace {

// One level of the columns, from 0 at the bottom, drawn to an eighth of a line.
std::string column_level(const MonthChart& chart, double most, std::size_t level, std::size_t levels, std::size_t cell) {
  static constexpr std::string_view step[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string line;
  for (const auto& month : chart.months) {
    const auto full = std::llround(month.length / most * static_cast<double>(levels) * 8);
    const auto eighths = std::max<long long>(full, month.length > 0 ? 1 : 0) - static_cast<long long>(level) * 8;
    line += " " + repeat(step[static_cast<std::size_t>(std::clamp<long long>(eighths, 0, 8))], cell - 2) + " ";
  }
  return line;
}

std::string centred(std::string_view text, std::size_t columns) {
  const auto wide = std::min(text::width(text), columns);
  return pad(std::string((columns - wide) / 2, ' ') + std::string(text), columns);
}

std::string without_end(std::string line) {
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

std::string month_chart(const Context& c, const MonthChart& chart) {
  constexpr std::size_t levels = 4;
  auto out = heading(c, chart.title, chart.note);
  double most = 0;
  for (const auto& month : chart.months) most = std::max(most, month.length);
  if (most <= 0) return out + "  " + c.paint(Style::faint, c.pick(say::nothing_yet)) + "\n";
  const auto cell = std::clamp<std::size_t>((c.page() - 2) / chart.months.size(), 3, 7);
  for (std::size_t level = levels; level-- > 0;)
    out += "  " + c.paint(Style::accent, without_end(column_level(chart, most, level, levels, cell))) + "\n";
  std::string names, values;
  for (const auto& month : chart.months) {
    const bool cramped = text::width(month.label) >= cell;
    names += centred(cramped ? std::to_string(month.month) : month.label, cell);
    values += centred(month.length > 0 ? cut(month.value, cell - 1) : "", cell);
  }
  out += "  " + c.paint(Style::faint, without_end(names)) + "\n";
  // Figures that would have to be cut are left to --json and --html.
  return values.find("…") == std::string::npos ? out + "  " + without_end(values) + "\n" : out;
}

}  // namespace cli
