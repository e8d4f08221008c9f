#include "base/written_day.h"

#include "base/check.h"
#include "base/excerpt.h"
#include "base/time_text.h"

namespace guanxi {
namespace {

constexpr Message either{"date.order", "“{0}” can be {1} or {2}: say whether the day or the month comes first.",
                         "“{0}”可能是 {1}，也可能是 {2}：请指明日在前还是月在前。"};
constexpr Message short_year{
    "date.year_digits", "“{0}” has a short year: write all four digits, as in 2026-11-21, or choose ROC years (民國).",
    "“{0}”的年份不足四位：请写全四位数（例如 2026-11-21），或选择民国纪年。"};
constexpr Message plain_number{
    "date.serial", "“{0}” is a plain number: write it as 2026-11-21, or choose Excel dates if it counts days.",
    "“{0}”只是一个数字：请写成 2026-11-21 的形式；若是 Excel 日期序列号，请选择“Excel 日期”。"};

constexpr int roc_epoch = 1911;

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> month_rests{"uary", "ruary", "ch",      "il",    "",       "e",
                                                       "y",    "ust",   "tember", "ober", "ember", "ember"};

std::string_view take_letters(Cursor& cursor) noexcept {
  const std::string_view from = cursor.rest();
  std::size_t size = 0;
  while (size < from.size() && is_letter(from[size])) ++size;
  const std::string_view word = from.substr(0, size);
  cursor.take(word);
  return word;
}

bool equal_folded(std::string_view word, std::string_view folded) noexcept {
  if (word.size() != folded.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(word[i]) != folded[i]) return false;
  }
  return true;
}

// "Jul", "July", "Sept": 7, 7, 9; 0 for another word.
int month_of(std::string_view word) noexcept {
  if (word.size() < 3) return 0;
  const std::string_view rest = word.substr(3);
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (!equal_folded(word.substr(0, 3), months[i])) continue;
    const bool known = rest.empty() || equal_folded(rest, month_rests[i]) || (i == 8 && equal_folded(rest, "t"));
    return known ? static_cast<int>(i) + 1 : 0;
  }
  return 0;
}

// A number of up to nine digits, or the name of a month.
std::optional<WrittenDay::Part> read_part(Cursor& cursor) noexcept {
  const std::string_view digits = cursor.digits();
  if (digits.empty()) {
    const int month = month_of(take_letters(cursor));
    cursor.take(".");
    return month != 0 ? std::optional(WrittenDay::Part{month, 0}) : std::nullopt;
  }
  if (digits.size() > 9) return std::nullopt;
  return WrittenDay::Part{*Cursor(digits).number(digits.size()), digits.size()};
}

// What stands between two parts: one of "-/.,", 'y' for 年, 'm' for 月, or a blank.
char read_mark(Cursor& cursor) noexcept {
  cursor.skip_blanks();
  char mark = ' ';
  for (const char c : {'-', '/', '.', ','}) {
    if (mark == ' ' && cursor.take(std::string_view(&c, 1))) mark = c;
  }
  if (mark == ' ' && cursor.take("年")) mark = 'y';
  if (mark == ' ' && cursor.take("月")) mark = 'm';
  cursor.skip_blanks();
  return mark;
}

// Dates with a month's name may be spaced and marked in any way; numbers need one mark between them.
bool fit_together(const WrittenDay& day, char first, char second) noexcept {
  if (day.named_month(0) || day.named_month(1)) return !day.named_month(2) && first != 'y' && second != 'm';
  if (day.named_month(2)) return false;
  if (first == 'y' || second == 'm') return first == 'y' && second == 'm';
  return first == second && first != ' ' && first != ',';
}

Error year_too_short(std::string_view text) { return Error(Code::invalid, short_year, {excerpt(text)}); }

bool one_or_two(const WrittenDay::Part& part) noexcept { return part.digits == 1 || part.digits == 2; }

Result<int> year_of(const WrittenDay::Part& part, bool roc_stands, bool roc_chosen, std::string_view text) {
  if (part.digits == 4 && !roc_stands) return part.value;
  if (part.digits > 3) return not_a_date(text);
  if (!roc_stands && !roc_chosen) return year_too_short(text);
  return part.value + roc_epoch;
}

// 20230203, and with years of the ROC 1120203 or 990203.
Result<Date> settle_compact(const WrittenDay& day, bool roc_chosen, std::string_view text) {
  const auto [value, digits] = day.parts[0];
  const bool roc = day.roc || roc_chosen;
  const bool short_form = digits == 6 || digits == 7;
  if (digits == 8 && !day.roc) return day_of(value / 10'000, value / 100 % 100, value % 100, text);
  if (short_form && roc) return day_of(value / 10'000 + roc_epoch, value / 100 % 100, value % 100, text);
  if (short_form) return year_too_short(text);
  if (digits == 5) return Error(Code::invalid, plain_number, {excerpt(text)});
  return not_a_date(text);
}

// 3-Feb-2023, 2023-Feb-3, Feb 3, 2023
Result<Date> settle_named(const WrittenDay& day, std::string_view text) {
  const bool month_leads = day.named_month(0);
  const bool year_leads = !month_leads && day.parts[0].digits == 4;
  const auto& month = day.parts[month_leads ? 0 : 1];
  const auto& year = day.parts[year_leads ? 0 : 2];
  const auto& number = day.parts[year_leads ? 2 : month_leads ? 1 : 0];
  if (!one_or_two(number)) return not_a_date(text);
  GUANXI_ASSIGN(const int full_year, year_of(year, false, false, text));
  return day_of(full_year, month.value, number.value, text);
}

Result<Date> settle_year_first(const WrittenDay& day, bool roc_chosen, std::string_view text) {
  if (!one_or_two(day.parts[1]) || !one_or_two(day.parts[2])) return not_a_date(text);
  GUANXI_ASSIGN(const int year, year_of(day.parts[0], day.roc, roc_chosen, text));
  return day_of(year, day.parts[1].value, day.parts[2].value, text);
}

Result<Date> settle_year_last(const WrittenDay& day, DateOrder order, std::string_view text) {
  if (!one_or_two(day.parts[0]) || !one_or_two(day.parts[1])) return not_a_date(text);
  const int a = day.parts[0].value;
  const int b = day.parts[1].value;
  const int year = day.parts[2].value;
  if (order == DateOrder::day_first) return day_of(year, b, a, text);
  if (order == DateOrder::month_first) return day_of(year, a, b, text);
  if (day.leading_is_day()) return day_of(year, b, a, text);
  if (a > 12 || b > 12 || a == b) return day_of(year, a, b, text);
  GUANXI_ASSIGN(const Date month_leads, day_of(year, a, b, text));
  GUANXI_ASSIGN(const Date day_leads, day_of(year, b, a, text));
  return Error(Code::invalid, either, {excerpt(text), month_leads.text(), day_leads.text()});
}

}  // namespace

std::optional<WrittenDay> read_written_day(Cursor& cursor) noexcept {
  WrittenDay day;
  day.roc = cursor.take("民國") || cursor.take("民国");
  if (!day.roc && !cursor.take("公元")) cursor.take("西元");
  cursor.skip_blanks();
  const auto first = read_part(cursor);
  if (!first) return std::nullopt;
  day.parts[0] = *first;

  const Cursor behind_first = cursor;
  const char first_mark = read_mark(cursor);
  const auto second = read_part(cursor);
  const bool goes_on = second && (first_mark != ' ' || first->digits == 0 || second->digits == 0);
  if (!goes_on) {
    cursor = behind_first;
    day.compact = true;
    return first->digits > 0 ? std::optional(day) : std::nullopt;
  }
  day.parts[1] = *second;
  const char second_mark = read_mark(cursor);
  const auto third = read_part(cursor);
  if (!third) return std::nullopt;
  day.parts[2] = *third;
  if (!fit_together(day, first_mark, second_mark)) return std::nullopt;
  day.chinese = first_mark == 'y';
  if (day.chinese && !cursor.take("日") && !cursor.take("号")) cursor.take("號");
  return day;
}

Result<Date> settle(const WrittenDay& day, DateOrder order, std::string_view text) {
  const bool roc_chosen = order == DateOrder::roc;
  if (day.compact) return settle_compact(day, roc_chosen, text);
  if (day.named_month(0) || day.named_month(1)) return settle_named(day, text);
  if (day.year_is_last()) return settle_year_last(day, order, text);
  return settle_year_first(day, roc_chosen, text);
}

}  // namespace guanxi
