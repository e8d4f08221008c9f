#include <utility>

#include "parts.h"

namespace guanxi::sample {
namespace {

std::string in_traditional_script(string_view text) {
  constexpr std::size_t han = 3;  // bytes of UTF-8
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += han) out += traditional(text.substr(at, han));
  return out;
}

template <class List, class Same>
const auto& another(const List& list, Random& random, Same is_same) {
  while (true) {
    const auto& item = pick_any(std::span(list), random);
    if (!is_same(item)) return item;
  }
}

// Slips that give no other sample company's brand.
std::string mistyped(const ChineseName& name, Random& random) {
  const std::string stem(name.stem);
  const std::string first(name.first->character);
  const std::string second(name.second->character);
  switch (random.below(3)) {
    case 0: return stem + first;
    case 1: return first + stem + second;
    default: return stem + first + second + second;
  }
}

std::string disguised(ChineseName name, Disguise how, Random& random) {
  switch (how) {
    case Disguise::typo: return name.written(mistyped(name, random), name.region_behind);
    case Disguise::homophone:
      return name.written(std::string(name.stem) + std::string(name.first->homophone) + std::string(name.second->character),
                          name.region_behind);
    case Disguise::short_name: return name.brand() + std::string(name.trade->word);
    case Disguise::script: return in_traditional_script(name.written());
    case Disguise::legal_form:
      name.legal_form = another(legal_forms(), random, [&](const Weighted& form) { return form.text == name.legal_form; }).text;
      return name.written();
    case Disguise::word_order: break;
  }
  return name.written(name.brand(), !name.region_behind);
}

std::string sounds_alike(std::string word) {
  constexpr std::pair<char, string_view> letters[]{{'f', "ph"}, {'F', "Ph"}, {'k', "c"},  {'K', "C"}, {'i', "y"},
                                                   {'d', "t"},  {'e', "ae"}, {'o', "oh"}, {'a', "ah"}};
  for (const auto& [letter, other] : letters) {
    if (const std::size_t at = word.find(letter); at != std::string::npos) return word.replace(at, 1, other);
  }
  return word + "e";
}

std::string mistyped(std::string word, Random& random) {
  const std::size_t at = 1 + random.below(word.size() - 3);
  switch (random.below(3)) {
    case 0: return word.erase(at, 1);
    case 1: return word.insert(at, 1, word[at]);
    default: break;
  }
  if (word[at] == word[at + 1]) return word.erase(at, 1);
  std::swap(word[at], word[at + 1]);
  return word;
}

std::string capitals(string_view text) {
  std::string out = without_accents(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string disguised(WesternName name, Disguise how, Random& random) {
  const std::string first(name.country->placeholder);
  const std::string trade(name.trade->word);
  const std::string usual = " " + trade + " " + std::string(name.legal_form->usual);
  switch (how) {
    case Disguise::typo: return first + " " + mistyped(without_accents(name.coined), random) + usual;
    case Disguise::homophone: return first + " " + sounds_alike(name.coined) + usual;
    case Disguise::short_name: return first + " " + name.coined;
    case Disguise::script: return capitals(name.written());
    case Disguise::legal_form: return first + " " + name.coined + " " + trade + " " + std::string(name.legal_form->spelt_out);
    case Disguise::word_order: break;
  }
  return name.coined + " " + first + usual;
}

std::string other_form_of_phone(const Customer& c) {
  std::string out;
  for (const char digit : c.phone) {
    if (digit != '-' && digit != ' ') out += digit;
  }
  return c.western ? out.replace(0, 1, "00") : "+86 " + out.substr(1);
}

}  // namespace

void disguise(Customer& c, std::uint64_t seed, std::uint64_t original, Disguise how, Random& random) {
  c.name =
      c.western ? disguised(western_name(seed, original), how, random) : disguised(chinese_name(seed, original), how, random);
  c.short_name.clear();
  if (random.chance(650)) c.tax_id.clear();
  if (random.chance(500)) c.email.clear();
  if (random.chance(500)) c.website.clear();
  if (random.chance(300)) {
    c.phone.clear();
  } else if (random.chance(400)) {
    c.phone = other_form_of_phone(c);
  }
  if (random.chance(500)) c.contact = c.western ? western_person(country_named(c.country), random) : chinese_person(random);
  if (random.chance(300)) c.address.clear();
  const bool nothing_left = c.tax_id.empty() && c.email.empty() && c.phone.empty() && c.website.empty();
  if (nothing_left && c.address.empty()) c.address = c.city;
  c.source = label(pick_weighted(sources(), random), c.western);
  c.owner = seller(c.department, random);
  c.created = random_date(random, 2023, 2024);
  c.note.clear();
}

}  // namespace guanxi::sample
