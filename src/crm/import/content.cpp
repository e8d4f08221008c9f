#include "crm/import/content.h"

#include <algorithm>
#include <array>

#include "base/parse.h"
#include "base/plain.h"
#include "model/normalize.h"

namespace guanxi::import {
namespace {

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != 0 && at != std::string_view::npos && text.find('.', at) != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

bool is_website(std::string_view text) {
  const std::string small = lower(text);
  return small.starts_with("http://") || small.starts_with("https://") || small.starts_with("www.");
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

// Digits in the dress of a phone number: a plus, an area code, brackets or hyphens. Bare digits may be any number.
bool is_phone(std::string_view text) {
  const std::size_t digits = count_digits(text);
  if (digits < 7 || digits > 24 || text.find_first_not_of("0123456789+-()/. #") != std::string_view::npos) return false;
  const bool dressed = text.find_first_of("+(-") != std::string_view::npos || (text.front() == '0' && digits >= 10);
  return dressed && !parse_date_lenient(text).ok();
}

bool is_mobile(std::string_view text) { return normal_phone(text).starts_with("+861") && count_digits(text) >= 11; }

bool is_company(std::string_view text) {
  static constexpr std::array<std::string_view, 12> endings{"公司", "集团", "事务所", "合作社", " ltd", " ltd.", " inc", " inc.", " gmbh", " llc", " ag", " s.a."};
  const std::string small = lower(text);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return small.ends_with(ending); });
}

bool is_date(std::string_view text) {
  return count_digits(text) >= 4 && (parse_date_lenient(text, DateOrder::month_first).ok() || parse_date_lenient(text, DateOrder::day_first).ok() ||
                                     parse_instant_lenient(text).ok());
}

Content content_of_value(std::string_view raw) {
  const std::string text = plain(raw);
  if (text.empty()) return Content::unknown;
  if (is_email(text)) return Content::email;
  if (is_website(text)) return Content::website;
  if (const std::string code = normal_tax_id(text); claims_credit_code(code) && valid_credit_code(code)) return Content::credit_code;
  if (is_mobile(text)) return Content::mobile;
  if (is_date(text)) return Content::date;
  if (is_phone(text)) return Content::phone;
  return is_company(text) ? Content::company : Content::unknown;
}

}  // namespace

Content content_of(std::span<const std::string_view> values) {
  std::array<std::size_t, 8> counts{};
  std::size_t all = 0;
  for (const std::string_view value : values) {
    if (trim(value).empty()) continue;
    ++all;
    ++counts[static_cast<std::size_t>(content_of_value(value))];
  }
  if (all < 2) return Content::unknown;
  const auto best = std::max_element(counts.begin(), counts.end());
  if (*best * 5 < all * 4) return Content::unknown;
  return static_cast<Content>(best - counts.begin());
}

bool is_data(std::string_view cell) {
  const Content content = content_of_value(cell);
  return content != Content::unknown && content != Content::company;
}

}  // namespace guanxi::import
