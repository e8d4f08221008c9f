#include "crm/import/header_form.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "base/plain.h"
#include "guanxi/text.h"
#include "model/labels.h"

namespace guanxi::import {
namespace {

constexpr bool is_word_character(char32_t c) noexcept {
  if (c < 0x80) return is_digit(static_cast<char>(c)) || is_letter(static_cast<char>(c));
  const bool mark = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) ||
                    (c >= 0xFF00 && c <= 0xFF0F) || c == 0xA0 || c == 0xB7 || c == 0xFEFF;
  return !mark;
}

constexpr bool opens(char32_t c) noexcept { return c == '(' || c == '[' || c == '{' || c == U'（' || c == U'【' || c == U'［'; }
constexpr bool closes(char32_t c) noexcept { return c == ')' || c == ']' || c == '}' || c == U'）' || c == U'】' || c == U'］'; }

// Without what stands in brackets: "客户名称（必填）".
std::string without_brackets(std::string_view header) {
  std::string kept;
  int depth = 0;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next(header, at);
    if (opens(c)) ++depth;
    if (depth == 0) kept += header.substr(begin, at - begin);
    if (closes(c) && depth > 0) --depth;
  }
  return depth == 0 ? kept : std::string(header);
}

std::string letters_of(std::string_view header) {
  const std::string folded = text::fold_search(header);
  std::string form;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::next(folded, at);
    if (is_word_character(c)) text::append(form, c);
  }
  return form;
}

// Words as they are set apart: by blanks and marks, and by capitals ("postalCode", "VATNumber").
std::vector<std::string> words_of(std::string_view header) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string spaced;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const bool hump = i > 0 && upper(header[i]) &&
                      (small(header[i - 1]) || (upper(header[i - 1]) && i + 1 < header.size() && small(header[i + 1])));
    if (hump) spaced += ' ';
    spaced += header[i];
  }
  std::vector<std::string> words(1);
  const std::string folded = text::fold_search(spaced);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::next(folded, at);
    if (is_word_character(c)) {
      text::append(words.back(), c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

struct Synonym {
  std::string_view from, to;
};

// Whole words of Western headers.
constexpr std::array western{
    Synonym{"company", "account"},   Synonym{"customer", "account"}, Synonym{"client", "account"},    Synonym{"organisation", "account"},
    Synonym{"organization", "account"}, Synonym{"org", "account"},   Synonym{"firm", "account"},      Synonym{"person", "contact"},
    Synonym{"deal", "opportunity"},  Synonym{"id", "number"},        Synonym{"no", "number"},         Synonym{"nr", "number"},
    Synonym{"num", "number"},        Synonym{"code", "number"},      Synonym{"tel", "phone"},         Synonym{"telephone", "phone"},
    Synonym{"telefon", "phone"},     Synonym{"cell", "mobile"},      Synonym{"cellphone", "mobile"},  Synonym{"addr", "address"},
    Synonym{"mail", "email"},        Synonym{"web", "website"},      Synonym{"site", "website"},      Synonym{"url", "website"},
    Synonym{"zipcode", "postcode"},  Synonym{"zip", "postcode"},     Synonym{"dept", "department"},   Synonym{"qty", "quantity"},
    Synonym{"dob", "birthday"},      Synonym{"birthdate", "birthday"}, Synonym{"forename", "givenname"}, Synonym{"firstname", "givenname"},
    Synonym{"lastname", "familyname"}, Synonym{"surname", "familyname"}, Synonym{"fullname", "name"},  Synonym{"staff", "employees"},
    Synonym{"remark", "note"},       Synonym{"comment", "note"},     Synonym{"comments", "note"},     Synonym{"memo", "note"},
};

// Pieces of headers, replaced in this order.
constexpr std::array pieces{
    Synonym{"phonenumber", "phone"}, Synonym{"mobilephone", "mobile"}, Synonym{"mobilenumber", "mobile"}, Synonym{"faxnumber", "fax"},
    Synonym{"emailaddress", "email"}, Synonym{"websiteaddress", "website"},
    Synonym{"公司", "客户"},     Synonym{"单位", "客户"},     Synonym{"企业", "客户"},     Synonym{"机构", "客户"},
    Synonym{"厂商", "客户"},     Synonym{"商户", "客户"},     Synonym{"全称", "名称"},     Synonym{"全名", "名称"},
    Synonym{"电话号码", "电话"}, Synonym{"手机号码", "手机"}, Synonym{"手机号", "手机"},   Synonym{"传真号码", "传真"},
    Synonym{"传真机", "传真"},   Synonym{"电子邮件", "邮箱"}, Synonym{"电子邮箱", "邮箱"}, Synonym{"邮箱地址", "邮箱"},
    Synonym{"信箱", "邮箱"},     Synonym{"代号", "代码"},     Synonym{"编号", "代码"},     Synonym{"编码", "代码"},
    Synonym{"单号", "代码"},     Synonym{"时间", "日期"},     Synonym{"归属", "所属"},     Synonym{"产业", "行业"},
};

void replace_pieces(std::string& text) {
  for (const Synonym& synonym : pieces) {
    for (std::size_t at = text.find(synonym.from); at != std::string::npos; at = text.find(synonym.from, at + synonym.to.size()))
      text.replace(at, synonym.from.size(), synonym.to);
  }
}

std::string synonyms_of(std::string_view header) {
  std::string joined;
  for (const std::string& word : words_of(header)) {
    const auto found = std::find_if(western.begin(), western.end(), [&](const Synonym& s) { return s.from == word; });
    joined += found == western.end() ? std::string_view(word) : found->to;
  }
  replace_pieces(joined);
  return joined;
}

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) out.push_back(text::next(text, at));
  return out;
}

// Insertions, deletions, replacements and swaps of neighbours that turn one into the other (optimal string alignment).
std::size_t distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> older(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], older[j - 2] + 1);
    }
    older.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

bool has_han(const std::vector<char32_t>& text) { return std::any_of(text.begin(), text.end(), text::is_han); }

}  // namespace

std::string header_form(std::string_view header) {
  const std::string form = letters_of(without_brackets(header));
  return form.empty() ? letters_of(header) : form;
}

std::string header_meaning(std::string_view header, std::string_view entity_labels) {
  const std::string bare = without_brackets(header);
  std::string meaning = synonyms_of(trim(bare).empty() ? header : std::string_view(bare));
  for (const std::string_view label : all_labels(entity_labels)) {
    const std::string entity = synonyms_of(label);
    if (meaning.size() > entity.size() && meaning.starts_with(entity)) return meaning.substr(entity.size());
  }
  return meaning;
}

bool almost_equal(std::string_view form, std::string_view other) {
  if (form == "county" || other == "county") return false;  // no slip for "country"
  const auto a = characters(form);
  const auto b = characters(other);
  const std::size_t longest = std::max(a.size(), b.size());
  const std::size_t slips = longest >= 9 ? 2 : longest >= 5 ? 1 : 0;
  if (slips == 0 || longest - std::min(a.size(), b.size()) > slips) return false;
  return distance(a, b) <= (has_han(a) || has_han(b) ? 1 : slips);
}

bool ends_with_label(std::string_view header, std::string_view label) {
  if (label.empty() || !header.ends_with(label)) return false;
  const auto tail = characters(label);
  const std::size_t all = characters(header).size();
  return tail.size() * 2 >= all && tail.size() >= (has_han(tail) ? 4U : 7U);
}

}  // namespace guanxi::import
