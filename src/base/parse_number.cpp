#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/excerpt.h"
#include "base/fixed.h"
#include "base/numeral.h"
#include "base/parse.h"
#include "base/plain.h"

namespace guanxi {
namespace {

constexpr Message not_whole{"integer.fraction", "“{0}” is not a whole number: leave out the digits behind the point.",
                            "“{0}”不是整数：请去掉小数部分。"};
constexpr Message not_boolean{"boolean.form", "“{0}” is neither yes nor no: write yes or no.",
                              "“{0}”既不是“是”也不是“否”：请填写“是”或“否”。"};

constexpr auto yes = std::to_array<std::string_view>(
    {"是", "yes", "true", "y", "t", "1", "有", "对", "對", "真", "on", "√", "✓", "✔"});
constexpr auto no = std::to_array<std::string_view>(
    {"否", "no", "false", "n", "f", "0", "无", "無", "错", "錯", "假", "off", "×", "✗", "✘"});

// A number with nothing around it.
Result<Numeral> read_alone(std::string_view spelled) {
  GUANXI_ASSIGN(const WrittenNumber written, read_number(spelled));
  if (!written.before.empty() || !written.after.empty()) return not_a_number(spelled);
  return written.number;
}

}  // namespace

Result<std::int64_t> parse_integer(std::string_view text) {
  const std::string spelled = plain(text);
  GUANXI_ASSIGN(const Numeral number, read_alone(spelled));
  std::int64_t n = 0;
  switch (fit(number, 0, n)) {
    case Fit::exact: return n;
    case Fit::too_large: return number_too_large(spelled);
    case Fit::too_fine: break;
  }
  return Error(Code::invalid, not_whole, {excerpt(spelled)});
}

Result<Decimal> parse_decimal_lenient(std::string_view text) {
  const std::string spelled = plain(text);
  GUANXI_ASSIGN(const Numeral number, read_alone(spelled));
  return decimal_of(number, spelled);
}

Result<bool> parse_boolean(std::string_view text) {
  const std::string word = lower(plain(text));
  if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), word) != no.end()) return false;
  return Error(Code::invalid, not_boolean, {excerpt(text)});
}

}  // namespace guanxi
