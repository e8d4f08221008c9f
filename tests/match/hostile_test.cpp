// What people and machines really put into fields.
#include <doctest/doctest.h>

#include "guanxi/match.h"

using namespace guanxi::match;

namespace {

Configuration plain_companies() {
  return ready(Kind::organisation).with("name", Role::organisation_name).with("phone", Role::phone).with("mail", Role::email).with("where", Role::address);
}

}  // namespace

TEST_CASE("hostile values neither crash nor match") {
  Detector detector(plain_companies());
  const std::string long_name(10'000, 'x'), long_han = [] {
    std::string out;
    for (int i = 0; i < 10'000; ++i) out += "测";
    return out;
  }();
  const std::string_view values[]{"", " ", "a", "司", "有限公司", "Ltd", "()", "（）", "🙂🙂", "שלום עולם", "مرحبا co., ltd", "\xFF\xFE\x80", long_name, long_han, "...", "''''", "1", "㐀", "A.B.C.D."};
  for (const auto value : values) detector.add({value, "0000000", "nobody@", value});
  detector.train();
  for (const auto value : values) {
    const auto found = detector.check({value, "0000000", "@", value}, {});
    CHECK(found.hits.size() <= 5);
  }
  CHECK(detector.duplicates().ok());
}

TEST_CASE("an empty detector and a record without values") {
  Detector detector(plain_companies());
  CHECK(detector.check({"Acme", "", "", ""}, {}).hits.empty());
  detector.train();
  CHECK(detector.duplicates()->pairs.empty());
  detector.add({"", "", "", ""});
  detector.add({"", "", "", ""});
  detector.train();
  CHECK(detector.duplicates()->pairs.empty());
  CHECK(detector.check({"", "", "", ""}, {}).hits.empty());
}

TEST_CASE("a name that everybody has and a shared switchboard chain nobody") {
  Detector detector(plain_companies());
  for (int i = 0; i < 20'000; ++i) detector.add({"测试公司", "", "", ""});
  for (int i = 0; i < 200; ++i) detector.add({"客户" + std::to_string(7919 * i) + "号工厂", "0755-26771188", "", ""});
  detector.train();
  const auto found = detector.check({"测试公司", "", "", ""}, {});
  CHECK(found.partial);
  CHECK(found.hits.size() == 5);
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  for (const auto& pair : all->pairs) CHECK((pair.a < 20'000) == (pair.b < 20'000));
}
