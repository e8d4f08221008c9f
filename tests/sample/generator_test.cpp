#include "generator.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "guanxi/encoding.h"
#include "guanxi/text.h"
#include "parts.h"

using namespace guanxi;
using namespace guanxi::sample;

namespace {

constexpr std::uint64_t many = 20'000;

bool is_date(const std::string& s) {
  if (s.size() != 10 || s[4] != '-' || s[7] != '-') return false;
  const int month = std::stoi(s.substr(5, 2));
  const int day = std::stoi(s.substr(8, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

bool is_clean(const Truth& truth) { return !truth.original && truth.dirt == Dirt::none; }

template <class F>
void for_each_customer(const Options& options, F&& f) {
  const Generator generator(options);
  for (std::uint64_t i = 0; i < many; ++i) f(generator.customer(i), generator.truth(i));
}

}  // namespace

TEST_CASE("a record depends on the seed and its index alone") {
  const Generator one;
  const Generator two;
  const Customer late = two.customer(777'777);
  CHECK(one.customer(777'777).name == late.name);
  CHECK(one.customer(777'777).phone == late.phone);
  CHECK(Generator({.seed = 2}).customer(777'777).name != late.name);
}

TEST_CASE("originals share no name, phone, tax id or domain") {
  for (const unsigned western : {0U, 1000U}) {
    std::set<std::string> seen;
    for_each_customer({.western_per_mille = western}, [&](const Customer& c, const Truth& truth) {
      if (!is_clean(truth)) return;
      for (const std::string& value : {c.name, c.phone, c.mobile, c.tax_id, c.email, c.website, c.number}) {
        if (!value.empty()) CHECK_MESSAGE(seen.insert(value).second, value);
      }
    });
  }
}

TEST_CASE("clean records are clean") {
  for_each_customer({}, [](const Customer& c, const Truth& truth) {
    if (!is_clean(truth)) return;
    CAPTURE(c.name);
    CHECK(text::is_valid(c.name));
    CHECK_FALSE(looks_like_mojibake(c.name));
    CHECK(is_date(c.founded));
    CHECK(is_date(c.created));
    CHECK(c.founded < c.created);
    CHECK(c.employees > 0);
    CHECK(c.capital > 0);
    CHECK_FALSE(c.owner.empty());
    if (!c.western && !c.tax_id.empty()) CHECK(c.tax_id.back() == credit_check_digit(c.tax_id.substr(0, 17)));
  });
}

TEST_CASE("credit codes are made as GB 32100-2015 says") {
  CHECK(credit_check_digit("91350100M000100Y4") == '3');  // the example of the standard
  CHECK(credit_code("3101", 12'345'678) == credit_code("3101", 12'345'678));
  CHECK(credit_code("3101", 1).size() == 18);
  CHECK(credit_code("3101", 1).starts_with("9131019900000001"));
}

TEST_CASE("dirty records are dirty in the way that the truth says") {
  std::map<Dirt, int> found;
  for_each_customer({}, [&](const Customer& c, const Truth& truth) {
    ++found[truth.dirt];
    CAPTURE(c.name);
    switch (truth.dirt) {
      case Dirt::none: break;
      case Dirt::missing_name: CHECK(c.name.empty()); break;
      case Dirt::bad_phone: CHECK(c.phone.size() <= 8); break;
      case Dirt::impossible_date: CHECK(c.founded.ends_with("-02-30")); break;
      case Dirt::mojibake: CHECK(looks_like_mojibake(c.name)); break;
      case Dirt::full_width_digits: CHECK(text::normalize(c.phone) != c.phone); break;
      case Dirt::trailing_blanks: CHECK(text::fold(c.name + "x") != text::fold(c.name) + "x"); break;
      case Dirt::bad_check_digit:
        if (!c.western) CHECK(c.tax_id.back() != credit_check_digit(c.tax_id.substr(0, 17)));
        break;
    }
  });
  CHECK(found.size() == 8);
}

TEST_CASE("duplicates repeat a clean record under another name") {
  std::map<Disguise, int> found;
  const Generator generator;
  for_each_customer({}, [&](const Customer& c, const Truth& truth) {
    if (!truth.original) return;
    ++found[truth.disguise];
    CHECK(*truth.original < c.index);
    CHECK(is_clean(generator.truth(*truth.original)));
    const Customer original = generator.customer(*truth.original);
    CAPTURE(original.name);
    CAPTURE(c.name);
    CHECK(c.western == original.western);
    CHECK(c.number != original.number);
    CHECK(c.city == original.city);
    const bool script = truth.disguise == Disguise::script;
    if (!script) CHECK(c.name != original.name);
    if (script && !c.western) CHECK(text::simplify(c.name) == original.name);
    if (script && c.western) CHECK(text::fold_search(c.name) == text::fold_search(original.name));
  });
  CHECK(found.size() == 6);
}

TEST_CASE("shares are as asked for") {
  int western = 0;
  int duplicates = 0;
  int dirty = 0;
  for_each_customer({.western_per_mille = 250, .duplicate_per_mille = 100, .dirty_per_mille = 50},
                    [&](const Customer& c, const Truth& truth) {
                      western += c.western ? 1 : 0;
                      duplicates += truth.original ? 1 : 0;
                      dirty += truth.dirt != Dirt::none ? 1 : 0;
                    });
  const int total = static_cast<int>(many);
  CHECK(western > total * 23 / 100);
  CHECK(western < total * 27 / 100);
  CHECK(duplicates > total * 9 / 100);
  CHECK(duplicates < total * 11 / 100);
  CHECK(dirty > total * 4 / 100);
  CHECK(dirty < total * 5 / 100);
}

TEST_CASE("contacts and opportunities belong to their customer") {
  const Generator generator;
  std::set<std::string> numbers;
  std::map<std::string, int> dirt;
  for (std::uint64_t i = 0; i < 5'000; ++i) {
    const Customer customer = generator.customer(i);
    CHECK(generator.contact_count(i) <= 3);
    for (std::size_t which = 0; which < generator.contact_count(i); ++which) {
      const sample::Contact contact = generator.contact(customer, which);
      CHECK(numbers.insert(contact.number).second);
      CHECK(contact.primary == (which == 0));
      if (contact.primary) CHECK(contact.name == customer.contact);
    }
    for (std::size_t which = 0; which < generator.opportunity_count(i); ++which) {
      const sample::Opportunity opportunity = generator.opportunity(customer, which);
      ++dirt[opportunity.dirt];
      CHECK(numbers.insert(opportunity.number).second);
      CHECK(opportunity.owner == customer.owner);
      if (!opportunity.dirt.empty()) continue;
      CHECK(opportunity.customer == customer.name);
      CHECK(opportunity.opened < opportunity.close);
    }
  }
  CHECK(dirt.size() == 5);
}

TEST_CASE("colleagues have distinct names and a manager of their department") {
  std::set<std::string> names;
  std::map<std::string, std::string> department;
  for (std::size_t which = 0; which < colleague_count; ++which) {
    const Colleague c = colleague(which);
    CHECK(names.insert(c.name).second);
    CHECK(names.insert(c.login).second);
    department[c.name] = c.department;
    if (!c.manager.empty()) CHECK(department[c.manager] == c.department);
  }
}
