// Names, addresses and dates, cut into what they mean.
#include <doctest/doctest.h>

#include "match/normalize/address.h"
#include "match/normalize/date.h"
#include "match/normalize/organisation_name.h"
#include "match/normalize/words.h"

using namespace guanxi::match;

namespace {

// The tokens of one part, joined.
std::string part(const std::vector<Token>& tokens, Part wanted) {
  std::string out;
  for (const auto& token : tokens) {
    if (token.part != wanted) continue;
    const bool word = static_cast<unsigned char>(token.text.front()) < 0x80;
    out.append(word && !out.empty() ? " " : "").append(token.text);
  }
  return out;
}

}  // namespace

TEST_CASE("a Chinese name has region, brand, trade and legal form") {
  const auto name = parse_organisation_name("上海泛微网络科技股份有限公司");
  CHECK(part(name, Part::region) == "上海");
  CHECK(part(name, Part::core) == "泛微");
  CHECK(part(name, Part::trade) == "网络科技");
  CHECK(part(name, Part::form) == "股份有限公司");
}

TEST_CASE("a branch is what stands behind the legal form") {
  const auto name = parse_organisation_name("上海泛微网络科技股份有限公司北京分公司");
  CHECK(part(name, Part::branch) == "北京分公司");
  CHECK(part(name, Part::core) == "泛微");
  const auto bank = parse_organisation_name("招商银行深圳分行");
  CHECK(part(bank, Part::branch) == "深圳分行");
}

TEST_CASE("brackets hold a region or a group; traditional characters are folded") {
  const auto region = parse_organisation_name("开勒环境科技（上海）股份有限公司");
  CHECK(part(region, Part::region) == "上海");
  CHECK(part(region, Part::core) == "开勒");
  const auto group = parse_organisation_name("金田實業(集團)股份有限公司");
  CHECK(part(group, Part::group) == "集团");
  CHECK(part(group, Part::core) == "金田");
}

TEST_CASE("a name without a brand keeps its region as one") {
  CHECK(part(parse_organisation_name("青岛食品股份有限公司"), Part::core) == "青岛");
}

TEST_CASE("a legal word in front of a group and nothing else is the brand") {
  CHECK(part(parse_organisation_name("EG Group"), Part::core) == "eg");
  CHECK(part(parse_organisation_name("SAS Holdings"), Part::core) == "sas");
  CHECK(part(parse_organisation_name("AB Sample Group"), Part::core) == "sample");
  CHECK(part(parse_organisation_name("The Group"), Part::core) == "group");
}

TEST_CASE("an article with an apostrophe is a word of its own") {
  CHECK(part(words_of("l'Université d'Orient"), Part::core) == "universite orient");
  CHECK(part(words_of("l'Université d'Orient"), Part::form) == "l d");
  CHECK(part(words_of("O'Hara's"), Part::core) == "oharas");
}

TEST_CASE("a small word is the name where there is no other") {
  CHECK(part(parse_organisation_name("au.dk"), Part::core) == "au");
  CHECK(part(parse_organisation_name("The"), Part::core) == "the");
}

TEST_CASE("works, shops and wholesalers have a legal form as companies have") {
  for (const char* name : {"青禾精密机械厂", "青禾精密机械总厂", "青禾精密机械商行", "青禾精密机械批发部"}) {
    CHECK(part(parse_organisation_name(name), Part::core) == "青禾");
    CHECK(part(parse_organisation_name(name), Part::trade) == "精密机械");
  }
}

TEST_CASE("what is a legal form and nothing else is nobody's name") {
  for (const char* name : {"有限公司", "股份有限公司", "集团有限公司", "Ltd", "Ltd.", "GmbH & Co. KG", "Co., Ltd.", "Pty Ltd"}) CHECK_MESSAGE(parse_organisation_name(name).empty(), std::string(name));
  CHECK(part(parse_organisation_name("AB"), Part::core) == "ab");
  CHECK(part(parse_organisation_name("一有限公司"), Part::core) == "一");
}

TEST_CASE("marks of a stock exchange are no part of the brand") {
  CHECK(part(parse_organisation_name("*ST天宝"), Part::core) == "天宝");
  CHECK(part(parse_organisation_name("凌云B股"), Part::core) == "凌云");
}

TEST_CASE("Western legal forms at both ends, group words and places") {
  const auto name = parse_organisation_name("Acme Holdings (Denmark) ApS");
  CHECK(part(name, Part::core) == "acme");
  CHECK(part(name, Part::group) == "holdings");
  CHECK(part(name, Part::form) == "aps");
  CHECK(part(parse_organisation_name("PT Acme Tbk"), Part::core) == "acme");
  CHECK(part(parse_organisation_name("Società Acme S.p.A."), Part::form) == "spa");
  CHECK(part(parse_organisation_name("acme.example.com"), Part::form) == "com");
  CHECK(part(parse_organisation_name("www.acme.ac.example"), Part::core) == "www acme ac example");  // no top domain
  CHECK(part(parse_organisation_name("www.acme.ac.za"), Part::core) == "acme");
  CHECK(part(parse_organisation_name("Acme Corporation of Denmark"), Part::form) == "corporation of");
  CHECK(part(parse_organisation_name("Acme Corporation of Dreams"), Part::core) == "acme corporation dreams");
}

TEST_CASE("letters about a sign are one word, capitals before a word are another, and so is a co-op") {
  CHECK(part(parse_organisation_name("A&Q Foods"), Part::core) == "aq food");
  CHECK(part(parse_organisation_name("AQ&T"), Part::core) == "aqt");
  CHECK(part(parse_organisation_name("V & Q"), Part::core) == "v q");  // may be written "V and Q"
  CHECK(part(parse_organisation_name("Acme&Q"), Part::core) == "acme q");
  CHECK(part(parse_organisation_name("QZAcme"), Part::core) == "qz acme");
  CHECK(part(parse_organisation_name("QAcme ACME AcmeQZ"), Part::core) == "qacme acme acmeqz");
  CHECK(part(parse_organisation_name("Acme Co-op"), Part::core) == part(parse_organisation_name("ACME Co-operative"), Part::core));
}

TEST_CASE("words: apostrophes join, initials join, articles part") {
  CHECK(part(words_of("Art's A.B.C. dell'Area"), Part::core) == "arts abc area");
}

TEST_CASE("an address has a house number, a street and what stands behind") {
  const auto plain = parse_address("435 S. La Cienega Blvd., Suite 12");
  CHECK(part(plain, Part::number) == "435");
  CHECK(part(plain, Part::core) == "la cienega");
  CHECK(part(plain, Part::unit) == "12");
  CHECK(part(parse_address("155 E. 55th Street"), Part::core) == part(parse_address("155 east 55 st"), Part::core));
  const auto han = parse_address("台北市中山北路二段113號7樓");
  CHECK(part(han, Part::number) == "113");
  CHECK(part(han, Part::unit) == "7");
}

TEST_CASE("dates of every notation are eight digits") {
  CHECK(normal_date("1971-06-24") == "19710624");
  CHECK(normal_date("24.6.1971") == "19710624");
  CHECK(normal_date("6/24/1971") == "19710624");
  CHECK(normal_date("1971年6月24日") == "19710624");
  CHECK(normal_date("none") == "");
}
