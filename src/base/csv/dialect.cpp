#include "base/csv/dialect.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/csv/scan.h"

namespace guanxi::csv {
namespace {

constexpr std::string_view separators = ",;\t|";
constexpr std::size_t rows_looked_at = 100;

// How evenly a separator cuts: how many rows have the commonest number of columns, twice that if the first row has it
// too; then that number. Nothing counts for a single column.
using Evenness = std::pair<std::size_t, std::size_t>;

Evenness evenness(char separator, std::string_view text, bool last) {
  RowScanner scanner(separator, {text.size(), text.size() + 1});
  std::string copy(text);
  std::vector<std::string_view> fields;
  std::map<std::size_t, std::size_t> rows_with;
  std::size_t first = 0;
  std::size_t at = 0;
  for (std::size_t rows = 0; rows < rows_looked_at && at < copy.size(); ++rows) {
    const Scan scan = scanner.scan(copy, at, last || rows == 0, fields);
    if (!scan.whole || scan.behind == 0) break;
    at = scan.behind;
    if (rows == 0) first = fields.size();
    if (fields.size() > 1) ++rows_with[fields.size()];
  }
  Evenness best{0, 0};
  for (const auto& [columns, rows] : rows_with) best = std::max(best, Evenness{columns == first ? 2 * rows : rows, columns});
  return best;
}

}  // namespace

bool is_separator(char c) noexcept { return separators.find(c) != std::string_view::npos; }

std::optional<SeparatorLine> separator_line(std::string_view text) noexcept {
  constexpr std::string_view start = "sep=";
  if (text.size() <= start.size() || !text.starts_with(start) || !is_separator(text[start.size()])) return std::nullopt;
  const char separator = text[start.size()];
  const std::string_view rest = text.substr(start.size() + 1);
  for (const std::string_view line_break : {"\r\n", "\n", "\r"}) {
    if (rest.starts_with(line_break)) return SeparatorLine{separator, start.size() + 1 + line_break.size()};
  }
  if (rest.empty()) return SeparatorLine{separator, text.size()};
  return std::nullopt;
}

char guess_separator(std::string_view text, bool last) {
  char guess = ',';
  Evenness most{0, 0};
  for (const char separator : separators) {
    if (const Evenness found = evenness(separator, text, last); found > most) {
      most = found;
      guess = separator;
    }
  }
  return guess;
}

}  // namespace guanxi::csv
