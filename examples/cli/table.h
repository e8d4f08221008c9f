// Tables on a terminal: columns line up whatever the script, and shrink to the screen.
#pragma once

#include <string>
#include <vector>

#include "context.h"

namespace cli {

class Table {
 public:
  enum class Align : std::uint8_t { left, right };

  Table& column(std::string_view header, Align align = Align::left);
  // One cell a column; missing ones are empty.
  void row(std::vector<std::string> cells, Style style = Style::plain);

  bool empty() const noexcept { return rows_.empty(); }
  // Leaves out columns (all but the first) in which no row has anything.
  void drop_empty_columns();

  // `indent` blanks before each line. As wide as it must be, and no wider than the screen: cells are cut there, and where even
  // that is not enough the last columns are left out.
  std::string text(const Context& c, std::size_t indent = 0) const;

 private:
  struct Column {
    std::string header;
    Align align;
  };
  struct Row {
    std::vector<std::string> cells;
    Style style;
  };
  std::vector<std::size_t> natural_widths() const;
  std::vector<std::size_t> widths(std::size_t room) const;
  std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

// "Owner      Li Na" lines: labels in one column, values wrapped in the other.
class Sheet {
 public:
  void line(std::string_view label, std::string value, Style style = Style::plain);
  bool empty() const noexcept { return lines_.empty(); }
  // In two columns side by side where the page is wide enough and `columns` is 2.
  std::string text(const Context& c, std::size_t indent = 0, int columns = 1) const;

 private:
  struct Line {
    std::string label, value;
    Style style;
  };
  std::size_t label_width() const;
  std::string paired(const Context& c, std::size_t indent, std::size_t half) const;

  std::vector<Line> lines_;
};

}  // namespace cli
