#include "match/normalize/profile.h"

#include <algorithm>

#include "guanxi/text.h"
#include "match/normalize/address.h"
#include "match/normalize/date.h"
#include "match/normalize/organisation_name.h"
#include "match/normalize/words.h"
#include "model/normalize.h"
#include "model/normalize/world_phone.h"

namespace guanxi::match {

namespace {

using Tokens = std::vector<Token>;

Tokens one(std::string text) {
  Tokens out;
  if (!text.empty()) out.push_back({std::move(text), Part::core});
  return out;
}

// Letters and digits of all words, as one.
std::string joined(std::string_view value) {
  std::string out;
  for (const auto& token : words_of(value)) out += token.text;
  return out;
}

bool says_nothing(std::string_view text) noexcept { return text.find_first_not_of(text.empty() ? ' ' : text.front()) == std::string_view::npos && text.size() > 2; }

Tokens phones(std::string_view value, std::string_view country) {
  Tokens out;
  each_phone(value, country, [&](std::string&& normal) {
    if (out.size() < 4) out.push_back({std::move(normal), Part::core});
  });
  return out;
}

Tokens emails(std::string_view value) {
  Tokens out;
  each_email(value, [&](std::string&& normal) {
    if (out.size() < 4) out.push_back({std::move(normal), Part::core});
  });
  return out;
}

// The longest run of characters each of which is the one before and `step`: 00000000, 12345678.
std::size_t longest_run(std::string_view text, int step) noexcept {
  std::size_t run = text.empty() ? 0 : 1, longest = run;
  for (std::size_t i = 1; i < text.size(); ++i) {
    run = text[i] == text[i - 1] + step ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

constexpr std::size_t no_accident = 8;
// 123456789012345678, whose check digit happens to be right, and 91110000000000000X: what people write where a number is asked for.
bool is_counted(std::string_view text) noexcept { return longest_run(text, 1) >= no_accident || longest_run(text, -1) >= no_accident; }
bool is_one_digit(std::string_view text) noexcept { return longest_run(text, 0) >= no_accident; }

Tokens identifier(std::string_view value) {
  auto text = joined(value);
  return says_nothing(text) || is_counted(text) || is_one_digit(text) ? Tokens() : one(std::move(text));
}

// Codes with many zeros are given out, to ministries and their banks: their check digit is right.
Tokens tax_id(std::string_view value) {
  auto text = normal_tax_id(value);
  const bool given_out = valid_credit_code(text) || !is_one_digit(text);
  return is_counted(text) || !given_out ? Tokens() : one(std::move(text));
}

Tokens plain_words(std::string_view value) {
  auto out = words_of(value);
  for (auto& token : out) token.part = Part::core;
  return out;
}

// "NULL", "n/a", "-": what people write for nothing.
bool is_blank(std::string_view value) noexcept {
  constexpr std::string_view nothing[]{"NULL", "null", "N/A", "n/a", "None", "none", "nan", "NaN", "-", "--", "－", "无", "不详", "?", "."};
  return value.empty() || std::find(std::begin(nothing), std::end(nothing), value) != std::end(nothing);
}

std::string_view trimmed(std::string_view s) noexcept {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '"'; };
  while (!s.empty() && blank(s.front())) s.remove_prefix(1);
  while (!s.empty() && blank(s.back())) s.remove_suffix(1);
  return s;
}

}  // namespace

bool knows_countries() noexcept { return has_world_phone(); }

std::vector<Token> tokens_of(Role role, std::string_view value, std::string_view country) {
  value = trimmed(value);
  if (is_blank(value)) return {};
  switch (role) {
    case Role::organisation_name:
    case Role::other_name: return parse_organisation_name(value);
    case Role::person_name:
    case Role::category: return plain_words(value);
    case Role::given_name:
    case Role::family_name:
    case Role::city:
    case Role::region: return one(joined(value));
    case Role::tax_id: return tax_id(value);
    case Role::identifier: return identifier(value);
    case Role::house_number:
    case Role::postcode: return one(joined(value));
    case Role::phone: return phones(value, country);
    case Role::email: return emails(value);
    case Role::website: return one(normal_domain(value));
    case Role::date: return one(normal_date(value));
    case Role::address:
    case Role::street: return parse_address(value);
  }
  return {};
}

Profile profile_of(std::span<const FieldRule> fields, std::span<const std::string_view> values) {
  constexpr std::size_t usual_tokens = 48;
  Profile out;
  out.tokens.reserve(usual_tokens);
  const auto count = std::min({fields.size(), values.size(), most_fields});
  for (std::size_t i = 0; i < most_fields; ++i) {
    if (i < count) {
      auto tokens = tokens_of(fields[i].role, values[i], fields[i].country);
      if (tokens.size() > most_tokens) tokens.resize(most_tokens);
      std::move(tokens.begin(), tokens.end(), std::back_inserter(out.tokens));
    }
    out.ends[i] = static_cast<std::uint16_t>(out.tokens.size());
  }
  return out;
}

}  // namespace guanxi::match
