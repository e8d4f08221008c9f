// Telephone numbers of all countries: what the detector does with libphonenumber. Numbers are those that the countries keep for films.
#include <doctest/doctest.h>

#include <algorithm>

#include "guanxi/match.h"

using namespace guanxi::match;

namespace {

struct Written {
  const char *country, *at_home, *abroad, *another;
};

constexpr Written numbers[]{
    {"DE", "030 23125014", "+49 (0)30 23125014", "030 23125986"},      {"GB", "020 7946 0018", "0044 20 7946 0018", "020 7946 0871"},
    {"US", "(202) 555-0143", "+1 202 555 0143", "(415) 555-0198"},     {"AU", "0491 570 156", "+61 491 570 156", "0491 571 804"},
    {"FR", "01 99 00 12 34", "+33 1 99 00 12 34", "01 99 00 87 61"},   {"TW", "02-2531-7099", "+886 2 2531 7099", "02-2586-1420"},
    {"JP", "03-5550-1234", "+81-3-5550-1234", "03-5559-7821"},         {"HK", "2555 0123", "+852 2555 0123", "2555 9871"},
    {"SG", "6555 0123", "+65 6555 0123", "6555 9871"},                 {"", "021-5555 0142", "+86 21 5555 0142", "021-5555 8719"},
};

// Of two records that share a name, the weight of what their telephones say.
double weight_of(const char* country, const char* a, const char* b) {
  auto configuration = ready(Kind::organisation).with("name", Role::organisation_name).with("phone", Role::phone);
  configuration.fields.back().country = country;
  Detector detector(configuration);
  const auto one = detector.add({"Sample Works", a}), other = detector.add({"Sample Works", b});
  detector.settle();
  double weight = 0;
  for (const auto& reason : detector.explain(one, other).reasons)
    if (reason.field == 1) weight += reason.weight;
  return weight;
}

}  // namespace

TEST_CASE("this build knows the numbers of all countries") { CHECK(knows_countries()); }

TEST_CASE("a number is the same however it is dialled, and another one is another") {
  for (const Written& written : numbers) {
    CAPTURE(written.country);
    CAPTURE(written.at_home);
    const double equal = weight_of(written.country, written.at_home, written.at_home);
    CHECK(equal > 4);
    CHECK(weight_of(written.country, written.at_home, written.abroad) == doctest::Approx(equal));
    CHECK(weight_of(written.country, written.abroad, written.another) < 0);
  }
}

TEST_CASE("a number at home in one country is another in the next") {
  CHECK(weight_of("DE", "030 23125014", "+49 30 23125014") > 4);
  CHECK(weight_of("DE", "030 23125014", "+33 1 99 00 12 34") < 0);
  CHECK(weight_of("FR", "01 99 00 12 34", "+49 30 23125014") < 0);
}

TEST_CASE("what is no number of the country is compared as digits, and placeholders say nothing") {
  CHECK(weight_of("DE", "030 1", "030 1") <= weight_of("DE", "030 23125014", "030 23125014"));
  for (const char* nothing : {"", "0000000", "11111111", "n/a", "+", "+49"}) {
    CAPTURE(nothing);
    CHECK(weight_of("DE", nothing, nothing) == 0);
  }
  const std::string long_digits(10'000, '7');
  CHECK(weight_of("DE", long_digits.c_str(), "030 23125014") <= 0);
}

TEST_CASE("a Chinese number is known in every country") {
  CHECK(weight_of("DE", "13800138001", "+86 138 0013 8001") > 4);
}
