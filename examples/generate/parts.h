// The parts of which customers are put together; used by the generator alone.
#pragma once

#include <string>

#include "generator.h"
#include "random.h"
#include "words.h"

namespace guanxi::sample {

// A pick by weight out of a list with a member `weight`.
template <class T>
const T& pick_weighted(std::span<const T> list, Random& random) noexcept {
  std::size_t total = 0;
  for (const T& item : list) total += item.weight;
  std::size_t left = random.below(total);
  const T* item = list.data();
  while (left >= item->weight) left -= (item++)->weight;
  return *item;
}

template <class T>
const T& pick_any(std::span<const T> list, Random& random) noexcept {
  return list[random.below(list.size())];
}

inline string_view label(const Label& label, bool western) noexcept { return western ? label.english : label.chinese; }

std::string digits(std::uint64_t number, std::size_t width);  // with leading zeros; the last `width` digits
std::string date(int year, int month, int day);               // YYYY-MM-DD
std::string random_date(Random& random, int first_year, int last_year);
std::string with_number(string_view pattern, std::uint64_t number);  // "{}" replaced

// ---- Chinese companies ----

struct ChineseName {
  const Region* region;
  string_view stem;
  const BrandCharacter* first;
  const BrandCharacter* second;
  const Trade* trade;
  string_view legal_form;
  bool region_behind;  // "甲云舟科技（上海）有限公司"

  std::string brand() const;
  std::string written() const { return written(brand(), region_behind); }
  std::string written(const std::string& brand, bool region_behind_brand) const;
};

// No two indices below 3,932,160 have the same brand in the same trade.
ChineseName chinese_name(std::uint64_t seed, std::uint64_t index) noexcept;
Customer chinese_customer(std::uint64_t seed, std::uint64_t index);
std::string chinese_person(Random& random);

// 统一社会信用代码 by GB 32100-2015 of an enterprise; `division` is the first four digits of a district, `body` below 10^8.
std::string credit_code(string_view division, std::uint64_t body);
char credit_check_digit(string_view first_17) noexcept;

// ---- Western companies ----

struct WesternName {
  const Country* country;
  std::string coined;
  const Trade* trade;
  const LegalForm* legal_form;

  std::string written() const;
};

// No two indices below 663,552 have the same coined word in the same place of their country's trades.
WesternName western_name(std::uint64_t seed, std::uint64_t index);
Customer western_customer(std::uint64_t seed, std::uint64_t index);
std::string western_person(const Country& country, Random& random);
const Country& country_named(string_view name) noexcept;

// The letters of western words without accents.
std::string without_accents(string_view text);

// ---- What happens to records ----

// The colleague who sells in a department.
std::string seller(string_view department, Random& random);

// Makes `customer`, the record of `original`, what somebody enters who does not know that it is there.
void disguise(Customer& customer, std::uint64_t seed, std::uint64_t original, Disguise how, Random& random);

void soil(Customer& customer, Dirt dirt, Random& random);

}  // namespace guanxi::sample
