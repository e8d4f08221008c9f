#include "match/normalize/organisation_name.h"

#include <algorithm>

#include "match/normalize/han_name.h"
#include "match/normalize/vocabulary.h"
#include "match/normalize/words.h"

namespace guanxi::match {

namespace {

bool is_mark(const Token& token) noexcept { return is_legal_word(token.text) || token.text == "and" || token.text == "the" || token.text == "de"; }

// "EG Group", "SAS Holding": a legal word is the brand where nothing but the group stands behind it.
bool is_group_by_name(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  return !is_filler(tokens[begin].text) && std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin) + 1, tokens.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& t) { return is_group_word(t.text); });
}

// Legal words at both ends, while one word is left.
void mark_forms(std::vector<Token>& tokens) {
  std::size_t begin = 0, end = tokens.size();
  while (end > begin + 1 && (tokens[end - 1].part != Part::core || is_mark(tokens[end - 1]))) {
    if (is_mark(tokens[end - 1])) tokens[end - 1].part = Part::form;
    --end;
  }
  while (begin + 1 < end && is_mark(tokens[begin]) && !is_group_by_name(tokens, begin, end)) tokens[begin++].part = Part::form;
}

// "Sample Corporation of Japan": the legal form stands before the place.
void mark_inner_forms(std::vector<Token>& tokens) {
  for (std::size_t i = 1; i + 2 < tokens.size(); ++i)
    if (tokens[i + 1].text == "of" && tokens[i].part == Part::core && is_legal_word(tokens[i].text) && is_place_word(tokens[i + 2].text)) tokens[i].part = Part::form;
}

// "alexa.com" is alexa, "unam.mx" is unam: a country's top domain has two letters.
bool is_domain(std::string_view name, const std::vector<Token>& tokens) {
  constexpr std::string_view tops[]{"com", "net", "org", "edu", "gov", "biz", "info"};
  if (tokens.size() < 2 || name.find(' ') != std::string_view::npos) return false;
  const std::string_view top = tokens.back().text;
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || name.size() - dot - 1 != top.size()) return false;
  return top.size() == 2 || std::find(std::begin(tops), std::end(tops), top) != std::end(tops);
}

// "uj.ac.za" is uj: below some countries' domains stand those of universities, companies, …
void mark_domain(std::vector<Token>& tokens) {
  constexpr std::string_view seconds[]{"ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"};
  tokens.back().part = Part::form;
  auto& second = tokens[tokens.size() - 2];
  if (tokens.size() > 2 && std::find(std::begin(seconds), std::end(seconds), second.text) != std::end(seconds)) second.part = Part::form;
  if (tokens.front().text == "www") tokens.front().part = Part::form;
}

// "cafe ritz" and "ritz cafe": the kind of house is no part of the brand, where there is one.
void mark_outlets(std::vector<Token>& tokens) {
  const auto is_brand = [](const Token& t) { return t.part == Part::core && !is_outlet(t.text); };
  if (std::none_of(tokens.begin(), tokens.end(), is_brand)) return;
  for (auto& token : tokens)
    if (token.part == Part::core && is_outlet(token.text)) token.part = Part::trade;
}

// "Ltd", "GmbH & Co. KG": nobody's name. One short word might be: AB, SA.
bool is_form_alone(const std::vector<Token>& tokens) {
  constexpr std::string_view never_a_name[]{"ltd", "limited", "gmbh", "inc", "llc", "plc", "pty"};
  if (tokens.size() == 1) return std::find(std::begin(never_a_name), std::end(never_a_name), tokens.front().text) != std::end(never_a_name);
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& t) { return is_legal_word(t.text); });
}

// "rfi" for "Rete Ferroviaria Italiana", whose words are compared as "railway" and "italy"; empty where the words begin as what they mean.
std::string untranslated_initials(const std::vector<Token>& tokens) {
  constexpr std::size_t fewest = 3, most = 6;
  std::string initials;
  bool translated = false;
  for (const auto& token : tokens) {
    if (token.part == Part::form || is_filler(token.text) || is_filler(common_word(token.text))) continue;
    initials += token.text.front();
    translated = translated || common_word(token.text).front() != token.text.front();
  }
  return translated && initials.size() >= fewest && initials.size() <= most ? initials : std::string();
}

// "AU", "au.dk": a small word is the name where there is no other, else all are.
void keep_a_core(std::vector<Token>& tokens) {
  const auto is_small_word = [](const Token& t) { return t.part == Part::form && is_filler(t.text) && !is_legal_word(t.text); };
  const bool has_small_words = std::any_of(tokens.begin(), tokens.end(), is_small_word);
  for (auto& token : tokens)
    if (!has_small_words || is_small_word(token)) token.part = Part::core;
}

// "co-op" and "co-operative" are one word.
void join_cooperatives(std::vector<Token>& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].text != "co" || common_word("co" + tokens[i + 1].text) != "cooperative") continue;
    tokens[i].text = "cooperative";
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

void parse_western_name(std::string_view name, std::vector<Token>& tokens) {
  if (is_form_alone(tokens)) return tokens.clear();
  if (is_domain(name, tokens)) mark_domain(tokens);
  join_cooperatives(tokens);
  const auto untranslated = untranslated_initials(tokens);
  for (auto& token : tokens) token.text = common_word(token.text);
  mark_forms(tokens);
  mark_inner_forms(tokens);
  bool first = true;
  for (auto& token : tokens) {
    if (token.part == Part::form) continue;
    if (is_filler(token.text)) token.part = Part::form;
    else if (is_place_word(token.text) && !first) token.part = Part::region;
    else if (is_group_word(token.text) && !first) token.part = Part::group;
    if (token.part == Part::core) first = false;
  }
  mark_outlets(tokens);
  const bool has_core = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.part == Part::core; });
  if (!has_core) keep_a_core(tokens);
  if (!untranslated.empty()) tokens.push_back({untranslated, Part::unit});
}

bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) noexcept { return c >= 'a' && c <= 'z'; }

// "JPMorgan" is "JP Morgan", "SKBank" is "SK Bank": of several capitals the last one begins a word.
std::string with_capitals_parted(std::string_view name) {
  std::string out(name);
  for (std::size_t i = 2; i + 2 < out.size(); ++i)
    if (is_capital(out[i - 2]) && is_capital(out[i - 1]) && is_capital(out[i]) && is_small(out[i + 1]) && is_small(out[i + 2])) out.insert(i++, 1, ' ');
  return out;
}

}  // namespace

std::vector<Token> parse_organisation_name(std::string_view name) {
  auto tokens = words_of(with_capitals_parted(name));
  if (std::any_of(tokens.begin(), tokens.end(), is_han))
    parse_han_name(tokens);
  else
    parse_western_name(name, tokens);
  return tokens;
}

}  // namespace guanxi::match
