// What people and machines really put into fields.
#include <doctest/doctest.h>

#include "guanxi/match.h"
#include "support/effort.h"

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
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  CHECK(all->pairs.empty());
}

TEST_CASE("odd names are found again when something else agrees") {
  const std::string long_han = [] {
    std::string out;
    for (int i = 0; i < 10'000; ++i) out += "测";
    return out;
  }();
  const std::string_view names[]{"שלום עולם בע\"מ", "مرحبا co., ltd", "🙂🙂 café", "A", "㐀", "有限公司", "上海 Acme 株式会社 שלום", long_han};
  Detector detector(plain_companies());
  for (int i = 0; i < 500; ++i) detector.add({"客户" + std::to_string(7919 * i) + "号工厂", "139" + std::to_string(10'000'019 + 7919 * i), "", ""});
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < std::size(names); ++i) numbers.push_back(detector.add({names[i], "138" + std::to_string(10'000'019 + 104'729 * i), "", "样本路 " + std::to_string(40 + i) + " 号"}));
  detector.settle();
  for (std::size_t i = 0; i < std::size(names); ++i) {
    CAPTURE(i);
    const auto found = detector.check({names[i], "138" + std::to_string(10'000'019 + 104'729 * i), "", "样本路" + std::to_string(40 + i) + "号"}, {.limit = 1});
    REQUIRE_FALSE(found.hits.empty());
    CHECK(found.hits[0].record == numbers[i]);
    CHECK(found.hits[0].verdict == Verdict::same);
  }
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

constexpr Number equal_names = 100'000 / guanxi::test::sparing;

TEST_CASE("a name that everybody has and a shared switchboard chain nobody") {
  Detector detector(plain_companies());
  for (Number i = 0; i < equal_names; ++i) detector.add({"测试公司", "", "", ""});
  for (int i = 0; i < 200; ++i) detector.add({"客户" + std::to_string(7919 * i) + "号工厂", "0755-26771188", "", ""});
  detector.train();
  const auto found = detector.check({"测试公司", "", "", ""}, {});
  CHECK(found.partial);
  CHECK(found.hits.size() == 5);
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  CHECK(all->compared < equal_names * 200ULL);
  CHECK(all->pairs.size() < equal_names * 10ULL);
  for (const auto& pair : all->pairs) CHECK((pair.a < equal_names) == (pair.b < equal_names));
}

TEST_CASE("in a small file, too, a shared switchboard does not make one of houses whose numbers differ") {
  Detector detector(plain_companies());
  for (int i = 0; i < 60; ++i) detector.add({"客户" + std::to_string(7919 * (i + 1)) + "号工厂", "0755-26771188", "", ""});
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  for (const auto& pair : all->pairs) CHECK(pair.verdict != Verdict::same);
}

TEST_CASE("strangers who share a free-mail provider, a placeholder or a switchboard stay strangers") {
  Detector detector(plain_companies());
  const std::string places[]{"东湖路", "西山街", "南门大道", "北桥巷"};
  for (int i = 0; i < 400; ++i) {
    const auto number = std::to_string(100'003 + 7919 * i);
    const std::string phones[]{"0000000", "11111111", "0755-26771188", "400-123-4567"};
    detector.add({"客户" + number + "号工厂", phones[i % 4], "user" + number + "@gmail.com", places[i % 4] + number + "号"});
  }
  detector.train();
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  CHECK(all->pairs.empty());
}

TEST_CASE("a tax id with a wrong check digit neither vetoes nor crashes") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name).with("tax_id", Role::tax_id));
  for (int i = 0; i < 500; ++i) detector.add({"客户" + std::to_string(7919 * i) + "号工厂", std::to_string(100'000'000 + i * 65'537)});
  const auto right = detector.add({"虹衢网络科技有限公司", "91310000631137409C"});
  const auto slipped = detector.add({"虹衢网络科技有限公司", "913100006311374O9X"});
  detector.settle();
  CHECK(detector.explain(right, slipped).verdict == Verdict::same);
  CHECK(detector.explain(right, slipped).reasons.size() == 3);
}

TEST_CASE("tax ids that are none, and the mail and site of a provider, make nobody the same") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name).with("tax_id", Role::tax_id).with("mail", Role::email).with("site", Role::website));
  const std::string_view ids[]{"000000000000000000", "123456789012345678", "91110000000000000X", "无", "111111111111111111", "-"};
  const std::string_view sites[]{"www.qq.com", "gmail.com", "http://", "无", "163.com"};
  for (std::size_t i = 0; i < 300; ++i) {
    const auto number = std::to_string(100'003 + 7919 * i);
    detector.add({"客户" + number + "号工厂", ids[i % 6], "user" + number + "@qq.com", sites[i % 5]});
  }
  detector.train();
  const auto all = detector.duplicates({.all = false});
  REQUIRE(all.ok());
  CHECK(all->pairs.empty());
}

TEST_CASE("one letter, a legal form or nothing in the name is not enough for the same, even where the city is equal") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name).with("city", Role::city));
  const std::string_view names[]{"", "A", "司", "有限公司", "Ltd", "GmbH & Co. KG", "🙂", "א", "集团", "分公司"};
  for (const auto name : names)
    for (const std::string_view city : {"上海", "北京"}) detector.add({name, city});
  for (int i = 0; i < 300; ++i) detector.add({"客户" + std::to_string(7919 * (i + 1)) + "号工厂", i % 2 == 0 ? "上海" : "北京"});
  detector.train();
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  for (const auto& pair : all->pairs) {
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    CHECK((pair.a >= 20 && pair.b >= 20));
  }
}

TEST_CASE("of a cluster too large to list every pair, each record is listed with the first") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name).with("phone", Role::phone));
  constexpr Number equal = 1'200;
  for (Number i = 0; i < equal; ++i) detector.add({"虹衢网络科技有限公司", "021-52262600"});
  for (int i = 0; i < 30'000; ++i) detector.add({"客户" + std::to_string(7919 * (i + 1)) + "号工厂", "139" + std::to_string(10'000'019 + 7919 * i)});
  detector.train();
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  CHECK(all->oversize == std::vector<Number>{0});
  CHECK(all->pairs.size() == equal - 1);
  for (Number i = 1; i < equal; ++i) CHECK(all->cluster[i] == 0);
}

TEST_CASE("every pair that is accepted is explained") {
  Detector detector(plain_companies());
  for (int i = 0; i < 600; ++i) {
    const auto number = std::to_string(100'003 + 7919 * (i / 2));
    detector.add({"客户" + number + "号工厂", "138" + number + "00", i % 2 == 0 ? "" : "a" + number + "@works.example", ""});
  }
  detector.train();
  const auto all = detector.duplicates();
  REQUIRE(all.ok());
  REQUIRE(all->pairs.size() >= 280);
  for (const auto& pair : all->pairs) {
    const auto explanation = detector.explain(pair.a, pair.b);
    double sum = 0;
    for (const auto& reason : explanation.reasons) sum += reason.weight;
    CHECK(sum == doctest::Approx(pair.score));
    CHECK(explanation.reasons.size() >= 2);
    CHECK_FALSE(detector.say(explanation, guanxi::Language::chinese).empty());
  }
}
