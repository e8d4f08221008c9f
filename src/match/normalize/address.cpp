#include "match/normalize/address.h"

#include <algorithm>
#include <array>
#include <utility>

#include "match/normalize/words.h"

namespace guanxi::match {

namespace {

using Synonym = std::pair<std::string_view, std::string_view>;

constexpr Synonym street_types[]{
    {"alley", "aly"},   {"aly", "aly"},       {"arcade", "arc"},   {"av", "ave"},     {"ave", "ave"},      {"avenue", "ave"},  {"bd", "blvd"},
    {"blv", "blvd"},    {"blvd", "blvd"},     {"boul", "blvd"},    {"boulevard", "blvd"}, {"circle", "cir"}, {"cir", "cir"},   {"circuit", "cct"},
    {"cct", "cct"},     {"close", "cl"},      {"court", "ct"},     {"ct", "ct"},      {"cove", "cv"},      {"crescent", "cres"}, {"cres", "cres"},
    {"dr", "dr"},       {"drive", "dr"},      {"expressway", "expy"}, {"freeway", "fwy"}, {"gardens", "gdns"}, {"grove", "gr"}, {"highway", "hwy"},
    {"hwy", "hwy"},     {"lane", "ln"},       {"ln", "ln"},        {"parade", "pde"}, {"parkway", "pkwy"}, {"pkwy", "pkwy"},   {"pl", "pl"},
    {"place", "pl"},    {"plaza", "plz"},     {"plz", "plz"},      {"rd", "rd"},      {"road", "rd"},      {"rue", "rue"},     {"sq", "sq"},
    {"square", "sq"},   {"st", "st"},         {"str", "st"},       {"strasse", "st"}, {"street", "st"},    {"sts", "st"},      {"ter", "ter"},
    {"terrace", "ter"}, {"trl", "trl"},       {"trail", "trl"},    {"via", "via"},    {"way", "way"},
};

constexpr Synonym directions[]{
    {"e", "e"}, {"east", "e"}, {"n", "n"}, {"ne", "ne"}, {"north", "n"}, {"northeast", "ne"}, {"northwest", "nw"}, {"nw", "nw"},
    {"s", "s"}, {"se", "se"}, {"south", "s"}, {"southeast", "se"}, {"southwest", "sw"}, {"sw", "sw"}, {"w", "w"}, {"west", "w"},
};

constexpr Synonym numerals[]{
    {"eighth", "8"}, {"fifth", "5"}, {"first", "1"}, {"fourth", "4"}, {"ninth", "9"}, {"second", "2"}, {"seventh", "7"}, {"sixth", "6"},
    {"tenth", "10"}, {"third", "3"}, {"一", "1"}, {"七", "7"}, {"三", "3"}, {"九", "9"}, {"二", "2"}, {"五", "5"}, {"八", "8"}, {"六", "6"}, {"四", "4"},
};

constexpr std::string_view unit_words[]{"apt", "apartment", "bldg", "building", "fl", "flat", "floor", "level", "no", "rm", "room", "shop", "ste", "suite", "unit"};

template <std::size_t n>
std::string_view lookup(const Synonym (&list)[n], std::string_view word) noexcept {
  const auto* found = std::find_if(std::begin(list), std::end(list), [&](const Synonym& s) { return s.first == word; });
  return found == std::end(list) ? std::string_view() : found->second;
}

bool all_digits(std::string_view s) noexcept {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "3rd" → "3"; empty for what is no ordinal.
std::string_view ordinal(std::string_view s) noexcept {
  if (s.size() < 3 || !all_digits(s.substr(0, s.size() - 2))) return {};
  const auto end = s.substr(s.size() - 2);
  return end == "st" || end == "nd" || end == "rd" || end == "th" ? s.substr(0, s.size() - 2) : std::string_view();
}

// "12" or "12a".
bool is_house_number(std::string_view s) noexcept {
  return all_digits(s) || (s.size() > 1 && s.size() < 6 && s.back() >= 'a' && s.back() <= 'z' && all_digits(s.substr(0, s.size() - 1)));
}

bool is_unit_word(std::string_view s) noexcept { return std::find(std::begin(unit_words), std::end(unit_words), s) != std::end(unit_words); }

void parse_western(std::vector<Token>& tokens) {
  bool numbered = false, street = false, typed = false, unit = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto& token = tokens[i];
    const auto type = lookup(street_types, token.text), direction = lookup(directions, token.text);
    const bool last = i + 1 == tokens.size();
    if (is_unit_word(token.text) && !last) {
      unit = token.text != "no";
      token.part = Part::form;
    } else if (unit) {
      token.part = Part::unit;
      unit = false;
    } else if (!numbered && !street && !last && is_house_number(token.text)) {
      token.part = Part::number;
      numbered = true;
    } else if (!direction.empty() && (!last || street)) {
      token.text = direction;
      token.part = Part::form;
    } else if (!type.empty() && street) {
      token.text = type;
      token.part = Part::form;
      typed = true;
    } else if (typed) {
      token.part = all_digits(token.text) ? Part::unit : Part::aside;
    } else {
      if (const auto number = ordinal(token.text); !number.empty()) token.text = number;
      else if (const auto numeral = lookup(numerals, token.text); !numeral.empty()) token.text = numeral;
      if (!all_digits(token.text) || !numbered || token.text.size() < 4) street = true;
    }
  }
}

bool is_one_of(std::string_view c, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), c) != list.end(); }

// Numbers are told by the character behind them: 113号 the house, 15楼 a unit, 2段 a part of the street.
void parse_han(std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto& token = tokens[i];
    const auto next = i + 1 < tokens.size() ? std::string_view(tokens[i + 1].text) : std::string_view();
    if (const auto numeral = lookup(numerals, token.text); !numeral.empty() && is_one_of(next, {"段", "路", "巷", "弄", "楼", "号"})) token.text = numeral;
    if (all_digits(token.text)) {
      if (next == "号") token.part = Part::number;
      else if (is_one_of(next, {"楼", "层", "室", "f", "座", "栋", "幢"})) token.part = Part::unit;
    } else if (is_one_of(token.text, {"号", "楼", "层", "室", "段", "之", "市", "省", "区", "县", "路", "街", "巷", "弄", "乡", "镇"})) {
      token.part = Part::form;
    }
  }
}

}  // namespace

std::vector<Token> parse_address(std::string_view address) {
  auto tokens = words_of(address);
  for (auto& token : tokens) token.part = Part::core;
  if (std::any_of(tokens.begin(), tokens.end(), is_han))
    parse_han(tokens);
  else
    parse_western(tokens);
  return tokens;
}

}  // namespace guanxi::match
