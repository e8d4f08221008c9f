#include "parts.h"

#include <utility>

namespace guanxi::sample {
namespace {

constexpr string_view notes_in_english[]{"Prefers e-mail", "Asked for \"Sample Kit A\", free of charge",
                              "Payment within 30 days; 2% discount",
                              "First visit: buyer was away\nSecond visit: agreed on a trial"};

// Every coined word is start + middle + middle + end.
std::string coined_word(std::uint64_t place) {
  std::string word;
  for (const auto& list : {word_starts(), word_middles(), word_middles(), word_ends()}) {
    word += list[static_cast<std::size_t>(place % list.size())];
    place /= list.size();
  }
  return word;
}

void set_place(Customer& c, const Country& country, Random& random) {
  const City& city = pick_any(country.cities, random);
  c.country = country.name;
  c.province = city.state;
  c.city = city.name;
  c.postcode = std::string(city.postcode) +
               (country.code == "GB" ? std::to_string(random.between(1, 9)) + "ZZ" : digits(random.below(100), 2));
  c.address = with_number(country.street, static_cast<std::uint64_t>(random.between(1, 250)));
}

// The first numbers lie in the range that the country's regulator keeps for films (the area code 555 of North America is
// nobody's); beyond them more digits are appended, which makes no real number either.
std::string film_number(const Country& country, std::uint64_t index) {
  std::uint64_t size = 1;
  for (std::size_t i = 0; i < country.phone_digits; ++i) size *= 10;
  std::string number = std::string(country.phone) + digits(shuffled(index, 10, size / 10), country.phone_digits);
  if (index >= size) number += std::to_string(index / size);
  return number;
}

void set_reach(Customer& c, const WesternName& name, Random& random) {
  c.phone = film_number(*name.country, c.index);
  std::string domain = without_accents(name.coined) + std::to_string(c.index) + ".example";
  domain[0] = static_cast<char>(domain[0] - 'A' + 'a');
  if (random.chance(850)) c.email = (random.chance(600) ? "info@" : "purchasing@") + domain;
  if (random.chance(800)) c.website = "https://www." + domain;
  c.contact = western_person(*name.country, random);
  c.title = pick_weighted(titles(), random).english;
}

void set_business(Customer& c, const WesternName& name, Random& random) {
  c.kind = pick_weighted(kinds(), random).english;
  c.tier = pick_weighted(tiers(), random).english;
  c.status = pick_weighted(statuses(), random).english;
  c.source = pick_weighted(sources(), random).english;
  c.industry = name.trade->industry;
  c.department = "海外销售部";
  c.owner = seller(c.department, random);
  c.employees = random.between(2, 8 << random.below(10));
  c.capital = std::int64_t{c.employees} * random.between(60, 240) * 1'000;
  c.founded = random_date(random, 1950, 2020);
  c.created = random_date(random, 2021, 2024);
  if (random.chance(150)) c.note = random.pick(notes_in_english);
}

}  // namespace

std::string WesternName::written() const {
  return std::string(country->placeholder) + " " + coined + " " + std::string(trade->word) + " " + std::string(legal_form->usual);
}

WesternName western_name(std::uint64_t seed, std::uint64_t index) {
  constexpr std::uint64_t trades_each = 8;
  const std::uint64_t words = word_starts().size() * word_middles().size() * word_middles().size() * word_ends().size();
  const std::uint64_t place = shuffled(index + mix(seed) % 100'000, words, trades_each);
  Random random(seed, index, Stream::name);
  WesternName name{};
  name.country = &pick_weighted(countries(), random);
  name.coined = coined_word(place / trades_each);
  name.trade = &name.country->trades[static_cast<std::size_t>(place % trades_each)];
  name.legal_form = &pick_any(name.country->legal_forms, random);
  return name;
}

std::string western_person(const Country& country, Random& random) {
  return std::string(pick_any(first_names(), random)) + " " + std::string(country.placeholder);
}

const Country& country_named(string_view name) noexcept {
  const Country* country = countries().data();
  while (country->name != name) ++country;
  return *country;
}

Customer western_customer(std::uint64_t seed, std::uint64_t index) {
  const WesternName name = western_name(seed, index);
  Customer c;
  c.index = index;
  c.western = true;
  c.name = name.written();
  Random place(seed, index, Stream::place);
  Random reach(seed, index, Stream::reach);
  Random business(seed, index, Stream::business);
  if (business.chance(400)) c.short_name = name.coined;
  if (business.chance(700)) c.tax_id = std::string(name.country->code) + "0" + digits(shuffled(index, 10'000, 10'000), 8);
  set_place(c, *name.country, place);
  set_reach(c, name, reach);
  set_business(c, name, business);
  return c;
}

std::string without_accents(string_view text) {
  constexpr std::pair<string_view, string_view> letters[]{
      {"ä", "a"}, {"å", "a"}, {"é", "e"}, {"è", "e"}, {"ë", "e"}, {"ö", "o"},  {"ø", "o"}, {"ó", "o"}, {"ô", "o"}, {"ü", "u"},
      {"í", "i"}, {"á", "a"}, {"â", "a"}, {"ñ", "n"}, {"ç", "c"}, {"ß", "ss"}, {"Å", "A"}, {"É", "E"}, {"Ö", "O"}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::pair<string_view, string_view>* found = nullptr;
    for (const auto& letter : letters) {
      if (text.substr(at).starts_with(letter.first)) found = &letter;
    }
    if (found != nullptr) out += found->second;
    if (found == nullptr) out += text[at];
    at += found != nullptr ? found->first.size() : 1;
  }
  return out;
}

}  // namespace guanxi::sample
