#include "table.h"

#include <algorithm>
#include <numeric>

#include "format.h"
#include "guanxi/text.h"

namespace cli {

namespace {
constexpr std::size_t gap = 2;
// No column is cut below this; the first, which says what the row is, keeps more.
constexpr std::size_t narrowest = 6, narrowest_first = 20;

void strip_end(std::string& line) {
  while (line.ends_with(' ')) line.pop_back();
}
}  // namespace

Table& Table::column(std::string_view header, Align align) {
  columns_.push_back({std::string(header), align});
  return *this;
}

void Table::row(std::vector<std::string> cells, Style style) {
  cells.resize(columns_.size());
  for (auto& cell : cells) cell = clean(cell);
  rows_.push_back({std::move(cells), style});
}

void Table::drop_empty_columns() {
  for (std::size_t i = columns_.size(); i-- > 1;) {
    if (std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return !row.cells[i].empty(); })) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    columns_.erase(columns_.begin() + at);
    for (auto& row : rows_) row.cells.erase(row.cells.begin() + at);
  }
}

std::vector<std::size_t> Table::natural_widths() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto widest = text::width(columns_[i].header);
    for (const auto& row : rows_) widest = std::max(widest, text::width(row.cells[i]));
    out.push_back(widest);
  }
  return out;
}

std::vector<std::size_t> Table::widths(std::size_t room) const {
  auto out = natural_widths();
  if (room == 0 || out.empty()) return out;
  std::vector<std::size_t> least = out;
  for (std::size_t i = 0; i < out.size(); ++i)
    if (columns_[i].align == Align::left) least[i] = std::min(out[i], i == 0 ? narrowest_first : narrowest);
  std::size_t shown = 1;
  for (auto used = least[0]; shown < out.size() && used + gap + least[shown] <= room; ++shown) used += gap + least[shown];
  out.resize(shown);
  const auto used = std::accumulate(out.begin(), out.end(), gap * (out.size() - 1));
  for (auto over = used > room ? used - room : 0; over > 0; --over) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < out.size(); ++i)
      if (out[i] > least[i] && (widest == nullptr || out[i] > *widest)) widest = &out[i];
    if (widest == nullptr) break;
    --*widest;
  }
  return out;
}

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
  std::string out;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (i > 0) out.append(gap, ' ');
    out += pad(cut(cells[i], widths[i]), widths[i], columns_[i].align == Align::right);
  }
  strip_end(out);
  return out;
}

std::string Table::text(const Context& c, std::size_t indent) const {
  const auto wide = widths(c.width > indent ? c.width - indent : 0);
  const std::string blanks(indent, ' ');
  std::vector<std::string> headers, rules;
  for (std::size_t i = 0; i < wide.size(); ++i) {
    headers.push_back(columns_[i].header);
    rules.push_back(repeat("─", wide[i]));
  }
  std::string out = blanks + c.paint(Style::bold, line(headers, wide)) + "\n";
  out += blanks + c.paint(Style::faint, line(rules, wide)) + "\n";
  for (const auto& row : rows_) out += blanks + c.paint(row.style, line(row.cells, wide)) + "\n";
  return out;
}

void Sheet::line(std::string_view label, std::string value, Style style) {
  if (!value.empty()) lines_.push_back({std::string(label), clean(value), style});
}

std::size_t Sheet::label_width() const {
  std::size_t widest = 0;
  for (const auto& line : lines_) widest = std::max(widest, text::width(line.label));
  return widest;
}

std::string Sheet::text(const Context& c, std::size_t indent, int columns) const {
  const auto half = (c.page() - indent - gap) / 2;
  if (columns == 2 && c.page() >= 72) return paired(c, indent, half);
  const auto labels = label_width();
  const auto room = c.width == 0 ? std::string::npos : c.page() - std::min(c.page() - 20, indent + labels + gap);
  std::string out;
  for (const auto& line : lines_) {
    auto lead = std::string(indent, ' ') + c.paint(Style::faint, pad(line.label, labels + gap));
    for (const auto& piece : wrap(line.value, room)) {
      out += lead + c.paint(line.style, piece) + "\n";
      lead.assign(indent + labels + gap, ' ');
    }
  }
  return out;
}

// Short lines stand in pairs, long ones across the page.
std::string Sheet::paired(const Context& c, std::size_t indent, std::size_t half) const {
  const auto labels = label_width();
  const std::string blanks(indent, ' ');
  const auto piece = [&](const Line& line, std::size_t room) {
    const auto value = cut(line.value, room);
    return c.paint(Style::faint, pad(line.label, labels + gap)) + c.paint(line.style, value);
  };
  const auto narrow = half > labels + gap ? half - labels - gap : 1;
  std::string out;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const bool two = i + 1 < lines_.size() && text::width(lines_[i].value) <= narrow && text::width(lines_[i + 1].value) <= narrow;
    if (two) {
      const std::string fill(narrow - text::width(lines_[i].value) + gap, ' ');
      out += blanks + piece(lines_[i], narrow) + fill + piece(lines_[i + 1], narrow) + "\n";
      ++i;
      continue;
    }
    auto lead = blanks + c.paint(Style::faint, pad(lines_[i].label, labels + gap));
    for (const auto& part : wrap(lines_[i].value, c.page() - indent - labels - gap)) {
      out += lead + c.paint(lines_[i].style, part) + "\n";
      lead.assign(indent + labels + gap, ' ');
    }
  }
  return out;
}

}  // namespace cli
