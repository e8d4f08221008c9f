// Checks that ask for a score, among sample customers.
#include <doctest/doctest.h>

#include "generator.h"
#include "guanxi/match.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::match;

// A check that asks for a score reads less and compares less; what it leaves out are strangers.
TEST_CASE("a check for what reaches a score finds what one for the best does") {
  auto random = seeded_random();
  const sample::Generator generator({.seed = random(), .duplicate_per_mille = 300, .dirty_per_mille = 0});
  Detector detector(ready(Kind::organisation)
                        .with("name", Role::organisation_name)
                        .with("short_name", Role::other_name)
                        .with("tax_id", Role::tax_id)
                        .with("phone", Role::phone)
                        .with("email", Role::email)
                        .with("website", Role::website)
                        .with("address", Role::address)
                        .with("city", Role::city));
  const auto values_of = [&](const sample::Customer& c, auto use) {
    const std::vector<std::string_view> values{c.name, c.short_name, c.tax_id, c.phone, c.email, c.website, c.address, c.city};
    use(std::span<const std::string_view>(values));
  };
  constexpr std::uint64_t settled = 3000, all = 4000;
  for (std::uint64_t i = 0; i < all; ++i) {
    if (i == settled) detector.settle();
    values_of(generator.customer(i), [&](auto values) { detector.add(values); });
  }
  constexpr double least = 4;  // below, strangers come by accident
  std::size_t reached = 0, found = 0;
  for (std::uint64_t i = 0; i < all; ++i) {
    values_of(generator.customer(i), [&](auto values) {
      const auto own = static_cast<Number>(i);
      const auto best = detector.check(values, {.limit = 1, .most_postings = 100'000, .most_comparisons = 64, .except = own});
      if (best.hits.empty() || best.hits[0].score < least) return;
      ++reached;
      const auto some = detector.check(values, {.limit = 1, .at_least = least, .most_comparisons = 16, .except = own});
      found += !some.hits.empty() && some.hits[0].record == best.hits[0].record;
    });
  }
  MESSAGE(found << " of " << reached);
  CHECK(reached > 1000);
  CHECK(found + reached / 200 >= reached);  // of 200 one may be missed
}
