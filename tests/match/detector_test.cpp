// The detector as a host uses it. The companies are made up.
#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <set>

#include "guanxi/match.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::match;

namespace {

Configuration companies() {
  return ready(Kind::organisation)
      .with("name", Role::organisation_name, "名称|name")
      .with("tax_id", Role::tax_id, "税号|tax id")
      .with("phone", Role::phone, "电话|phone")
      .with("city", Role::city, "城市|city");
}

// A thousand companies that have nothing in common but common words.
Detector filled() {
  Detector detector(companies());
  const char* brands[]{"星", "云", "海", "山", "林", "石", "江", "原", "桥", "峰"};
  const char* trades[]{"科技", "贸易", "食品", "机械", "物流"};
  for (int i = 0; i < 1000; ++i) {
    const std::string name = std::string(brands[i % 10]) + brands[i / 10 % 10] + brands[i / 100] + trades[i % 5] + "有限公司";
    detector.add({name, "", "0755-" + std::to_string(20000000 + 69911 * i), "深圳"});
  }
  return detector;
}

Verdict best(const Detector& detector, std::initializer_list<std::string_view> values) {
  const auto found = detector.check(values, {});
  return found.hits.empty() ? Verdict::different : found.hits.front().verdict;
}

}  // namespace

TEST_CASE("an equal tax id says the same, two valid ones that differ say no") {
  auto detector = filled();
  const auto number = detector.add({"虹衢网络科技股份有限公司", "91310000631137409C", "021-52262600", "上海"});
  detector.settle();
  const auto found = detector.check({"虹衢网络", "91310000631137409C", "", ""}, {});
  REQUIRE(!found.hits.empty());
  CHECK(found.hits[0].record == number);
  CHECK(found.hits[0].verdict == Verdict::same);
  CHECK_FALSE(found.partial);
}

TEST_CASE("a record is found as soon as it is added, settled or not") {
  auto detector = filled();
  detector.settle();
  const auto number = detector.add({"虹衢网络科技股份有限公司", "", "021-52262600", "上海"});
  const auto found = detector.check({"虹衢网络科技有限公司", "", "021-52262600", "上海"}, {.limit = 1});
  REQUIRE(found.hits.size() == 1);
  CHECK(found.hits[0].record == number);
  CHECK(found.hits[0].verdict == Verdict::same);
}

TEST_CASE("branches and groups are told from the same") {
  auto detector = filled();
  detector.add({"上海虹衢网络科技股份有限公司", "", "", ""});
  detector.settle();
  CHECK(best(detector, {"上海虹衢网络科技股份有限公司北京分公司", "", "", ""}) == Verdict::branch);
  CHECK(best(detector, {"北京虹衢网络科技股份有限公司", "", "", ""}) == Verdict::branch);
  CHECK(best(detector, {"虹衢集团有限公司", "", "", ""}) == Verdict::same_group);
  CHECK(best(detector, {"龘靐食品集团有限公司", "", "", ""}) == Verdict::different);
}

TEST_CASE("the explanation is the score, in both languages") {
  auto detector = filled();
  const auto a = detector.add({"虹衢网络科技股份有限公司", "", "021-52262600", "上海"});
  const auto b = detector.add({"虹衢网络科技股份有限公司", "", "021-52262600", "北京"});
  detector.settle();
  const auto explanation = detector.explain(a, b);
  double sum = 0;
  for (const auto& reason : explanation.reasons) sum += reason.weight;
  CHECK(sum == doctest::Approx(explanation.score));
  const auto english = detector.say(explanation, Language::english), chinese = detector.say(explanation, Language::chinese);
  CHECK(english.find("name equal, rare +") != std::string::npos);
  CHECK(english.find("city differs −") != std::string::npos);
  CHECK(chinese.find("名称相同（少见） +") != std::string::npos);
  CHECK(chinese.find("城市不同 −") != std::string::npos);
}

TEST_CASE("training and finding all duplicates give the same every time") {
  auto detector = filled();
  for (int i = 0; i < 40; ++i) {
    const auto name = "鸿衢" + std::to_string(7919 * i) + "网络科技股份有限公司";
    const auto phone = "021-" + std::to_string(50000000 + 104729 * i);
    detector.add({name, "", phone, "上海"});
    detector.add({name, "", phone, "上海"});
  }
  detector.train();
  const auto first = detector.duplicates(), second = detector.duplicates();
  REQUIRE(first.ok());
  CHECK(first->pairs.size() == 40);
  REQUIRE(second->pairs.size() == first->pairs.size());
  for (std::size_t i = 0; i < first->pairs.size(); ++i) {
    CHECK(first->pairs[i].b == first->pairs[i].a + 1);
    CHECK(first->pairs[i].score == second->pairs[i].score);
  }
}

TEST_CASE("a search that is stopped says so") {
  auto detector = filled();
  detector.train();
  const auto found = detector.duplicates({.progress = [](std::uint64_t, std::uint64_t) { return false; }});
  REQUIRE_FALSE(found.ok());
  CHECK(found.error().code() == Code::cancelled);
  CHECK(found.error().text() == "The search for duplicates was stopped.");
  CHECK(found.error().text(Language::chinese) == "查重已被停止。");
}

TEST_CASE("people: swapped names, a slip in the date, another mailbox") {
  Detector people(ready(Kind::person).with("given", Role::given_name).with("family", Role::family_name).with("born", Role::date).with("mail", Role::email));
  const auto number = people.add({"Marit", "Solheim", "1971-06-24", "marit@solheim.example"});
  people.add({"Anna", "Berg", "1980-01-01", ""});
  people.settle();
  const auto found = people.check({"Solheim", "Marit", "1971-06-25", ""}, {});
  REQUIRE(!found.hits.empty());
  CHECK(found.hits[0].record == number);
  CHECK(found.hits[0].score > people.check({"Marit", "Hansen", "1950-02-02", ""}, {}).hits[0].score);
}

TEST_CASE("a record changes, goes, and comes back") {
  auto detector = filled();
  const auto number = detector.add({"虹衢网络科技股份有限公司", "", "021-52262600", "上海"});
  detector.settle();
  detector.update(number, {"桦屿食品有限公司", "", "", "杭州"});
  CHECK(best(detector, {"虹衢网络科技", "", "021-52262600", ""}) != Verdict::same);
  CHECK(detector.check({"桦屿食品有限公司", "", "", ""}, {.limit = 1}).hits.at(0).record == number);
  detector.remove(number);
  CHECK_FALSE(detector.has(number));
  for (const auto& hit : detector.check({"桦屿食品有限公司", "", "", ""}, {}).hits) CHECK(hit.record != number);
  detector.remove(number);
  detector.update(number, {"桦屿食品有限公司", "", "", "杭州"});
  CHECK(detector.check({"桦屿食品有限公司", "", "", ""}, {.limit = 1}).hits.at(0).record == number);
  CHECK(detector.size() == 1001);
}

TEST_CASE("what changes all the time is tidied up") {
  auto detector = filled();
  detector.settle();
  const auto before = detector.bytes();
  for (int round = 0; round < 40; ++round)
    for (Number i = 0; i < 1000; ++i) detector.update(i, {"砺舟" + std::to_string(i * 7919 % 1000) + "科技有限公司", "", "0755-" + std::to_string(20'000'000 + 69'911 * i), "深圳"});
  detector.settle();
  CHECK(detector.bytes() < 2 * before);
  CHECK(best(detector, {"砺舟919科技有限公司", "", "", ""}) == Verdict::same);
}

TEST_CASE("a record that is checked before it is saved is no duplicate of itself") {
  auto detector = filled();
  const auto number = detector.add({"虹衢网络科技股份有限公司", "", "021-52262600", "上海"});
  for (const auto& hit : detector.check({"虹衢网络科技股份有限公司", "", "021-52262600", "上海"}, {.except = number}).hits) CHECK(hit.record != number);
}

TEST_CASE("a company is found by the short forms of its name") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name));
  const std::pair<std::string, std::string> called[]{
      {"虹山钢铁股份有限公司", "虹钢"},                            // the first characters of two parts
      {"University of Veltania", "unive"},                         // beginnings of words
      {"Quorvian Academy of Dance of Zemlia", "QAD"},              // all initials but one
      {"Zemlian Quartz Research Institute", "Institut de Recherche Quartz Zemlian"},  // another language, another order
      {"Vexholm Institute of Optics and Gravity", "OGIV"},         // initials in another order
      {"Brantwick", "Brant-Wick Ltd"},                             // one word written as two
      {"Ostrel Harbour Ferries", "Ostrelharbour"},                 // two words written as one
      {"Dorval", "Dorvalpharm"},                                   // a word inside another
      {"PINVCO", "Pelagic Investment Navigation Ventures Company"},  // the acronym, for the full name
      {"PDZSA", "Pelagos de Zemlia SA"},                             // … of the small words and the legal form, too
      {"QERC", "Quorvia d'Epreuves et de Recherches Cendrées"},      // … but not of elided articles
      {"QZ Group", "Quorvian Zephyrs"},                              // two letters, with nothing else in the name
      {"VDP Foundation", "Vexholm Dunes for Plovers and Gulls Foundation"},  // initials of words that stand together
      {"Qejumble", "Quorvian Elder Jumble"},                         // … the last word written out
      {"Pexatlantia Geovortica", "Pexa Geo"},                        // words that go on
      {"Velvet Qanats Xylem Zinnias Umber Jalopies Kelp Wicker", "VQXZUJKW"},  // eight initials
  };
  for (int i = 0; i < 300; ++i) detector.add({"Firm " + std::to_string(7919 * i) + (i % 2 == 0 ? " Trading" : " Systems")});
  for (const auto& [full, shorter] : called) detector.add({full});
  detector.settle();
  Number number = 300;
  for (const auto& [full, shorter] : called) {
    CAPTURE(shorter);
    const auto found = detector.check({shorter}, {.limit = 1});
    REQUIRE(found.hits.size() == 1);
    CHECK(found.hits[0].record == number++);
  }
}

TEST_CASE("among many of its trade a company is found by a name with slips") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name));
  const char* letters = "bdfgklmnprstvz";
  for (int i = 0; i < 600; ++i) {
    const std::string brand{letters[i % 14], 'a', letters[i / 14 % 14], 'e', letters[i * 5 % 14], 'o', letters[i * 3 % 14]};
    detector.add({brand + " Harbour Asia Ltd"});
    detector.add({"上海" + std::string(i % 2 == 0 ? "星" : "云") + std::string(i % 3 == 0 ? "原" : "桥") + std::to_string(i) + "贸易" + (i % 5 == 0 ? "集团有限公司" : "有限公司")});
  }
  const auto western = detector.add({"Torvalun Harbour Asia Ltd"}), han = detector.add({"上海虹衢贸易有限公司"}), other_form = detector.add({"上海桦衢贸易集团有限公司"});
  detector.settle();
  const auto first = [&](std::string_view name) { return detector.check({name}, {.limit = 1}).hits.at(0).record; };
  CHECK(first("Torvalen Harbour Asia Ltd") == western);
  CHECK(first("Tovralun Harbour Asia Ltd") == western);
  CHECK(first("Tovralen Harbour Asia Ltd") == western);  // two letters in each other's place, and a wrong one
  CHECK(first("Torvalun  Asia Ltd") == western);         // without the trade, which leaves the initials of many
  CHECK(first("上海砺衢贸易有限公司") == han);             // a wrong character, and the form tells the two apart
  CHECK(first("上海砺衢贸易集团有限公司") == other_form);
}

TEST_CASE("where nothing fits a search reads on as far as it may") {
  const char* letters[]{"星", "云", "海", "山", "林", "石", "江", "原", "桥", "峰", "青", "禾"};
  constexpr std::size_t size = 3000, asked = 200;
  auto random = seeded_random();
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name));
  std::vector<std::array<std::string, 3>> brands(size);
  for (auto& brand : brands) {
    for (auto& letter : brand) letter = letters[random() % 12];
    detector.add({"上海" + brand[0] + brand[1] + brand[2] + "贸易有限公司"});
  }
  detector.settle();
  std::size_t soon = 0, further = 0, partial = 0;
  for (std::size_t i = size - asked; i < size; ++i) {  // late in each list
    const auto& brand = brands[i];
    const std::string slipped = "上海" + brand[0] + "衢" + brand[2] + "贸易有限公司";
    const auto found_with = [&](const CheckOptions& options, std::size_t& count) {
      const auto found = detector.check({slipped}, options);
      std::set<Number> records;
      for (const auto& hit : found.hits) records.insert(hit.record);
      CHECK(records.size() == found.hits.size());
      count += records.contains(static_cast<Number>(i));
      return found.partial;
    };
    found_with({.limit = 20, .most_postings = 40, .further_postings = 0}, soon);
    partial += found_with({.limit = 20, .most_postings = 40, .further_postings = std::numeric_limits<std::size_t>::max()}, further);
  }
  MESSAGE("of " << asked << " found: " << soon << " soon, " << further << " further on");
  CHECK(soon + asked / 10 < further);
  CHECK(partial == 0);
}

TEST_CASE("a record is judged against others that the host has chosen") {
  auto detector = filled();
  const auto same = detector.add({"虹衢网络科技股份有限公司", "91310000631137409C", "021-52262600", "上海"});
  const auto gone = detector.add({"虹衢网络科技有限公司", "", "021-52262600", "上海"});
  detector.settle();
  detector.remove(gone);
  const Reading reading = detector.read(std::vector<std::string_view>{"虹衢网络科技", "", "021-52262600", "上海"});
  std::vector<Number> others{same, gone};
  for (Number i = 0; i < 40; ++i) others.push_back(i);
  const auto matches = detector.judge(reading, others);
  REQUIRE(matches.size() == others.size());
  for (std::size_t i = 0; i < others.size(); ++i) {
    CHECK(matches[i].record == others[i]);
    if (others[i] == gone) continue;
    const auto explanation = detector.explain(reading, others[i]);
    CHECK(matches[i].score == doctest::Approx(explanation.score));
    CHECK(matches[i].verdict == explanation.verdict);
  }
  CHECK(matches[0].verdict == Verdict::same);
  CHECK(matches[1].verdict == Verdict::different);
  CHECK(matches[1].score == doctest::Approx(detector.explain(reading, same).reasons.at(0).weight));
  CHECK(detector.judge(reading, {}).empty());
}

TEST_CASE("of characters that may have been meant the one that sounds the same is likelier") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name));
  for (int i = 0; i < 300; ++i) detector.add({"北京星原" + std::to_string(i) + "贸易有限公司"});
  detector.add({"上海梧衢贸易有限公司"});
  const auto heard = detector.add({"上海虹衢贸易有限公司"});
  detector.settle();
  CHECK(detector.check({"上海红衢贸易有限公司"}, {.limit = 1}).hits.at(0).record == heard);
}

TEST_CASE("a part of a long name is found by its initials, and two words by one") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name));
  const auto institute = detector.add({"Water Resources Sample Institute, North Example State University"});
  const auto school = detector.add({"University of Example Graduate Sample School of Business"});
  const auto parted = detector.add({"Quo Bus"});
  const auto joined = detector.add({"SABExample plc"});
  for (int i = 0; i < 100; ++i) detector.add({"Plain " + std::string(1, static_cast<char>('a' + i % 26)) + "orn Trading " + std::to_string(i)});
  detector.settle();
  const auto first = [&](std::string_view name) { return detector.check({name}, {.limit = 1}).hits.at(0).record; };
  CHECK(first("WRSI") == institute);
  CHECK(first("GSSB") == school);
  CHECK(first("QUOBUS") == parted);
  CHECK(first("SAB Example") == joined);
}

TEST_CASE("of names that are nearly one, the same legal form tells which is meant") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name));
  for (int i = 0; i < 300; ++i) detector.add({"北京" + std::string(i % 2 == 0 ? "星" : "云") + "原" + std::to_string(i) + "科技有限公司"});
  const auto limited = detector.add({"上海虹衢贸易有限公司"}), group = detector.add({"上海虹桦贸易集团有限公司"});
  detector.settle();
  CHECK(detector.check({"上海虹贸易有限公司"}, {.limit = 1}).hits.at(0).record == limited);
  CHECK(detector.check({"上海虹贸易集团有限公司"}, {.limit = 1}).hits.at(0).record == group);
}

TEST_CASE("of full names that contain a short one, what they say beyond it decides") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name));
  for (int i = 0; i < 200; ++i) detector.add({"上海云桥" + std::to_string(i) + "科技股份有限公司"});
  detector.add({"勐腊县虹衢坩埚有限责任公司"});
  const auto listed = detector.add({"上海虹衢科技股份有限公司"});
  detector.settle();
  const auto found = detector.check({"虹衢"}, {});
  REQUIRE(found.hits.size() >= 2);
  CHECK(found.hits[0].record == listed);
}

TEST_CASE("values that are read once serve a check, an explanation and the record") {
  auto detector = filled();
  detector.settle();
  const std::vector<std::string_view> values{"虹衢网络科技股份有限公司", "91310000631137409C", "021-52262600", "上海"};
  const auto before = detector.size();
  const Reading reading = detector.read(values);
  CHECK(detector.size() == before);
  CHECK(detector.check(reading, {.at_least = 0}).hits.empty());
  const auto number = detector.add(reading);
  const auto found = detector.check(reading, {.at_least = 0});
  REQUIRE(found.hits.size() == 1);
  CHECK(found.hits[0].record == number);
  CHECK(found.hits[0].score == doctest::Approx(detector.check(values, {}).hits[0].score));
  CHECK(detector.explain(reading, number).score == doctest::Approx(found.hits[0].score));
  const Reading of_another(detector.configuration(), values);
  CHECK(detector.explain(of_another, number).verdict == Verdict::same);
}

namespace {

// Of the first name in a small index the second is checked, at the same address: how likely a list of few records takes two firms for one.
struct Neighbours {
  const char *known, *checked, *address = "样本路 88 号", *city = "上海";
};

std::vector<Match> check_neighbours(int others, const Neighbours& pair) {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name).with("phone", Role::phone).with("address", Role::address).with("city", Role::city));
  const char* brands[]{"星", "云", "海", "山", "林", "石", "江", "原", "桥", "峰"};
  for (int i = 0; i < others; ++i) {
    const auto name = i % 4 == 0 ? "Firm " + std::to_string(7919 * i) + " Bakery Ltd" : std::string(brands[i % 10]) + brands[i / 10 % 10] + brands[i / 100] + "面包有限公司";
    detector.add({name, "0755-" + std::to_string(20000000 + 69911 * i), "例子街 " + std::to_string(i + 100) + " 号", "深圳"});
  }
  detector.add({pair.known, "", pair.address, pair.city});
  detector.settle();
  return detector.check({pair.checked, "", pair.address, pair.city}, {.limit = 1}).hits;
}

}  // namespace

TEST_CASE("firms of one trade and one address are not the same when their brands have nothing in common") {
  const Neighbours pairs[]{
      {"上海青禾精密机械制造厂", "上海远帆精密机械制造厂"},
      {"青禾精密机械有限公司", "远帆精密机械有限公司"},
      {"上海青禾真空镀膜设备厂", "上海远帆真空镀膜设备厂"},  // words that no list of trades knows
      {"上海青禾商务咨询中心", "上海远帆商务咨询中心"},
      {"上海青禾律师事务所", "上海远帆律师事务所"},
      {"上海青禾食品有限公司", "上海远帆物流有限公司"},
      {"上海青禾精密机械制造厂", "Yuanfan Foods Ltd"},
      {"Shanghai Qinghe Precision Machinery Works", "Shanghai Yuanfan Precision Machinery Works", "88 Sample Road"},
      {"Qinghe Vacuum Coating Equipment Ltd", "Yuanfan Vacuum Coating Equipment Ltd", "88 Sample Road"},
      {"Brantwick Dental Laboratory Supplies", "Ostrel Dental Laboratory Supplies", "12 Sample Street", "Brighton"},
      {"Brantwick Foods Inc", "Ostrel Logistics LLC", "12 Sample Street", "Brighton"},
  };
  for (const int others : {50, 300, 1000})
    for (const auto& pair : pairs) {
      CAPTURE(others);
      CAPTURE(pair.checked);
      const auto hits = check_neighbours(others, pair);
      CHECK((hits.empty() || hits[0].record != static_cast<Number>(others) || hits[0].verdict == Verdict::perhaps || hits[0].verdict == Verdict::different));
      CHECK((hits.empty() || hits[0].score < 0));
    }
}

TEST_CASE("one firm at one address is the same, however its name is written") {
  const Neighbours pairs[]{
      {"上海青禾精密机械制造厂", "青禾精密机械厂"},
      {"上海青禾精密机械制造厂", "上海青禾精密机械制造有限公司"},
      {"上海青禾精密机械制造厂", "上海青和精密机械制造厂"},  // heard, not read
      {"上海青禾精密机械制造厂", "青禾精机"},
      {"上海青禾真空镀膜设备厂", "青禾真空镀膜"},
      {"Shanghai Qinghe Precision Machinery Works", "Qing He Precision Machinery", "88 Sample Road"},
      {"Shanghai Qinghe Precision Machinery Works", "Shanghai Qinge Precision Machinery Works", "88 Sample Road"},
      {"Brantwick Dental Laboratory Supplies", "Brantwik Dental Lab", "12 Sample Street", "Brighton"},
      {"Brantwick Dental Laboratory Supplies", "BDLS", "12 Sample Street", "Brighton"},
      {"Brantwick Foods Inc", "Brantwick", "12 Sample Street", "Brighton"},
  };
  for (const int others : {50, 300, 1000})
    for (const auto& pair : pairs) {
      CAPTURE(others);
      CAPTURE(pair.checked);
      const auto hits = check_neighbours(others, pair);
      REQUIRE(!hits.empty());
      CHECK(hits[0].record == static_cast<Number>(others));
      CHECK(hits[0].verdict == Verdict::same);
    }
}

TEST_CASE("a firm that was renamed is the same by its telephone, wherever neighbours share its address") {
  Detector detector(ready(Kind::organisation).with("name", Role::organisation_name).with("phone", Role::phone).with("address", Role::address));
  for (int i = 0; i < 300; ++i) detector.add({"星桥" + std::to_string(i) + "面包有限公司", "0755-" + std::to_string(20000000 + 69911 * i), "例子街 " + std::to_string(i + 100) + " 号"});
  const auto number = detector.add({"上海青禾精密机械制造厂", "021-52262600", "样本路 88 号"});
  detector.settle();
  const auto same = detector.check({"上海远帆精密机械制造厂", "021-52262600", "样本路 88 号"}, {.limit = 1}).hits, neighbour = detector.check({"上海远帆精密机械制造厂", "021-52269999", "样本路 88 号"}, {.limit = 1}).hits;
  REQUIRE(same.size() == 1);
  CHECK(same[0].record == number);
  CHECK(same[0].verdict == Verdict::same);
  CHECK((neighbour.empty() || neighbour[0].verdict != Verdict::same));
}
