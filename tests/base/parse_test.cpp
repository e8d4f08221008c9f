#include "base/parse.h"

#include <doctest/doctest.h>

#include <vector>

#include "refusal.h"
#include "seed.h"

using namespace guanxi;

namespace {

std::string day(std::string_view text, DateOrder order = DateOrder::unknown) {
  const auto date = parse_date_lenient(text, order);
  return date ? date->text() : date.error().text();
}

std::string time(std::string_view text, DateOrder order = DateOrder::unknown, int offset_minutes = 0) {
  const auto t = parse_instant_lenient(text, order, offset_minutes);
  return t ? t->text() : t.error().text();
}

DateOrder guess(std::vector<std::string_view> samples) { return guess_date_order(samples); }

}  // namespace

TEST_CASE("days in the forms of the world") {
  for (const char* text :
       {"2023-02-03", "2023/2/3", "2023.2.3", "2023年2月3日", "2023年02月03号", "2023年2月3", "20230203", " 2023-02-03 ",
        "２０２３－２－３", "２０２３年２月３日", "公元2023年2月3日", "西元2023年2月3日", "2023 / 2 / 3", "3-Feb-2023", "03 Feb 2023",
        "Feb 3, 2023", "FEBRUARY 3 2023", "2023-Feb-03", "feb. 3, 2023", "民國112年2月3日", "民国112年2月3日", "民國 112/2/3",
        "民國1120203", "2023-02-03 00:00:00.000", "2023-02-03T00:00:00Z", "2023-02-03 12:00 AM", "20230203000000"}) {
    CAPTURE(text);
    CHECK(day(text) == "2023-02-03");
  }
}

TEST_CASE("the order of day and month") {
  CHECK(day("10/20/2016") == "2016-10-20");
  CHECK(day("20/10/2016") == "2016-10-20");
  CHECK(day("4/4/2017") == "2017-04-04");
  CHECK(day("3/4/2017", DateOrder::month_first) == "2017-03-04");
  CHECK(day("3/4/2017", DateOrder::day_first) == "2017-04-03");
  CHECK(day("3.4.2017", DateOrder::day_first) == "2017-04-03");
  CHECK(day("2017/3/4", DateOrder::day_first) == "2017-03-04");
  CHECK(refusal(parse_date_lenient("3/4/2017")) ==
        "“3/4/2017” can be 2017-03-04 or 2017-04-03: say whether the day or the month comes first.");
  CHECK(day("25/10/2016", DateOrder::month_first) == "25/10/2016 is not a day: there is no month 25.");
  CHECK(day("31/4/2016") == "31/4/2016 is not a day: April 2016 has 30 days.");
  CHECK_FALSE(parse_date_lenient("3/4/2017", DateOrder::roc).ok());
}

TEST_CASE("years of the ROC") {
  CHECK(day("1120831", DateOrder::roc) == "2023-08-31");
  CHECK(day("0990831", DateOrder::roc) == "2010-08-31");
  CHECK(day("990831", DateOrder::roc) == "2010-08-31");
  CHECK(day("112/8/31", DateOrder::roc) == "2023-08-31");
  CHECK(day("112年8月31日", DateOrder::roc) == "2023-08-31");
  CHECK(day("1/1/1", DateOrder::roc) == "1912-01-01");
  CHECK(day("20230831", DateOrder::roc) == "2023-08-31");
  CHECK(day("2023/8/31", DateOrder::roc) == "2023-08-31");
  CHECK(refusal(parse_date_lenient("1120831")) ==
        "“1120831” has a short year: write all four digits, as in 2026-11-21, or choose ROC years (民國).");
  CHECK_FALSE(parse_date_lenient("112/8/31").ok());
  CHECK_FALSE(parse_date_lenient("23年2月3日").ok());
  CHECK_FALSE(parse_date_lenient("3/4/17").ok());
  CHECK_FALSE(parse_date_lenient("3-Feb-23").ok());
  CHECK_FALSE(parse_date_lenient("民國2023年2月3日").ok());
  CHECK_FALSE(parse_date_lenient("民國20230203").ok());
  CHECK(day("1120230", DateOrder::roc) == "1120230 is not a day: February 2023 has 28 days.");
}

TEST_CASE("day numbers of Excel") {
  CHECK(day("1", DateOrder::excel) == "1900-01-01");
  CHECK(day("59", DateOrder::excel) == "1900-02-28");
  CHECK(day("61", DateOrder::excel) == "1900-03-01");
  CHECK(day("44927", DateOrder::excel) == "2023-01-01");
  CHECK(day("44927.0", DateOrder::excel) == "2023-01-01");
  CHECK(day("2958465", DateOrder::excel) == "9999-12-31");
  CHECK(day("20230203", DateOrder::excel) == "2023-02-03");
  CHECK(day("2023-02-03", DateOrder::excel) == "2023-02-03");
  CHECK(time("44927.75", DateOrder::excel) == "2023-01-01T18:00:00Z");
  CHECK(time("44927.7499999999985", DateOrder::excel) == "2023-01-01T18:00:00Z");
  CHECK(time("44927.99999999999", DateOrder::excel) == "2023-01-02T00:00:00Z");
  CHECK(time("44927.5", DateOrder::excel, 480) == "2023-01-01T04:00:00Z");
  CHECK(refusal(parse_date_lenient("60", DateOrder::excel)) ==
        "“60” is no day number of Excel: these go from 1 to 2958465.");
  for (const char* text : {"0", "-1", "0.5", "2958466", "2958465.99999999999", "99999999999999999999", "1.2345678901234567890123"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date_lenient(text, DateOrder::excel).ok());
  }
  CHECK(refusal(parse_date_lenient("44927")) ==
        "“44927” is a plain number: write it as 2026-11-21, or choose Excel dates if it counts days.");
}

TEST_CASE("days that are refused") {
  CHECK(refusal(parse_date_lenient("next week")) == "“next week” is not a date: write it as 2026-11-21.");
  CHECK(refusal(parse_date_lenient("2023-02-03 13:00")) ==
        "“2023-02-03 13:00” has a time of day, but only a day can be kept: cut the time off.");
  CHECK(refusal(parse_date_lenient("2023-02-03x")) ==
        "“2023-02-03x” is not a date with a time: write it as 2026-11-21 19:24:00.");
  for (const char* text :
       {"", "-", "2023", "2023-02", "2023-2/3", "1/2", "May 5", "2023-02-003", "003/02/2023", "12345678901234567890",
        "2023年13月1日", "20231301", "20230230", "2023 02 03", "Feb Mar 2023", "Foo 3, 2023", "3 Feb", "2023-02-Feb",
        "2023年Feb月3日", "20230203130000", "2023--02-03", "00000000", "Decem 3 2023", "Fe 3 2023", "20231", "123"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date_lenient(text).ok());
  }
}

TEST_CASE("days with times") {
  for (const char* text :
       {"2012-04-03 16:55:38", "2012-04-03T16:55:38", "2012/4/3 16:55:38", "2012-04-03 16:55:38.000", "2012/4/3 4:55:38 PM",
        "2012/4/3 04:55:38pm", "2012/4/3 下午4:55:38", "2012/4/3 PM 4:55:38", "2012年4月3日 16时55分38秒",
        "2012年4月3日下午4點55分38秒", "20120403165538", "2012-04-03 16:55:38Z", "2012-04-03 16:55:38 UTC",
        "2012-04-03T16:55:38 GMT+0000", "2012-04-03 下午16:55:38", "Apr 3, 2012, 4:55:38 p.m."}) {
    CAPTURE(text);
    CHECK(time(text) == "2012-04-03T16:55:38Z");
  }
  CHECK(time("2012-04-03 16:55:38", DateOrder::unknown, 480) == "2012-04-03T08:55:38Z");
  CHECK(time("2012-04-03 16:55:38Z", DateOrder::unknown, 480) == "2012-04-03T16:55:38Z");
  CHECK(time("2012-04-03 16:55:38+01:00", DateOrder::unknown, 480) == "2012-04-03T15:55:38Z");
  CHECK(time("2012-04-03", DateOrder::unknown, 480) == "2012-04-02T16:00:00Z");
  CHECK(time("201204031655") == "2012-04-03T16:55:00Z");
  CHECK(time("2012年4月3日16时") == "2012-04-03T16:00:00Z");
  CHECK(time("2012年4月3日16时5分") == "2012-04-03T16:05:00Z");
  CHECK(time("2012-04-03 12:30 AM") == "2012-04-03T00:30:00Z");
  CHECK(time("2012-04-03 上午12:30") == "2012-04-03T00:30:00Z");
  CHECK(time("2012-04-03 12:30 PM") == "2012-04-03T12:30:00Z");
  CHECK(time("2012-04-03 9:05:07.123456") == "2012-04-03T09:05:07.123456Z");
  CHECK(time("112/8/31 9:05", DateOrder::roc) == "2023-08-31T09:05:00Z");
}

TEST_CASE("times that are refused") {
  CHECK(refusal(parse_instant_lenient("2012-04-03 25:00")) ==
        "“2012-04-03 25:00” is not a date with a time: write it as 2026-11-21 19:24:00.");
  CHECK(refusal(parse_instant_lenient("0001-01-01", DateOrder::unknown, 480)) ==
        "“0001-01-01” is out of range: in UTC, years go from 1 to 9999.");
  CHECK(refusal(parse_instant_lenient("20121303165538")) ==
        "20121303165538 is not a day: there is no month 13.");
  for (const char* text :
       {"2012-04-03 16", "2012-04-03 16:60", "2012-04-03 16:55:60", "2012-04-03 16:55 foo", "2012-04-03 0:30 PM",
        "2012-04-03 16:55 AM", "2012-04-03 上午4:55 foo", "2012-04-03 16:55 +25:00", "20120403255538", "20120403166038",
        "2012-04-03 :30", "2012-04-03 163:30", "1672531200000", "2012-04-03 16:55 UTC+"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_instant_lenient(text).ok());
  }
}

TEST_CASE("the order of a column is guessed from its samples") {
  CHECK(guess({"3/1/2017", "10/20/2016"}) == DateOrder::month_first);
  CHECK(guess({"3/1/2017", "20/10/2016", ""}) == DateOrder::day_first);
  CHECK(guess({"13.10.2016 08:15"}) == DateOrder::day_first);
  CHECK(guess({"3/1/2017", "4/2/2017"}) == DateOrder::unknown);
  CHECK(guess({"10/20/2016", "20/10/2016"}) == DateOrder::unknown);
  CHECK(guess({"2017-03-01", "20170301"}) == DateOrder::unknown);
  CHECK(guess({"1120831", "19501229", "－ "}) == DateOrder::roc);
  CHECK(guess({"112/8/31"}) == DateOrder::roc);
  CHECK(guess({"民國112年8月31日"}) == DateOrder::unknown);
  CHECK(guess({"1121331", "44927", "abc"}) == DateOrder::unknown);
  CHECK(guess({"1120831", "10/20/2016"}) == DateOrder::unknown);
  CHECK(guess({}) == DateOrder::unknown);
}

TEST_CASE("each form of a random day is read back, and orders are guessed right") {
  auto random = seeded_random();
  for (int i = 0; i < 5'000; ++i) {
    const Date date{static_cast<std::int32_t>(random() % 36'524)};
    const auto [y, m, d] = date.parts();
    const auto join = [](int a, const char* s, int b, const char* t, int c) {
      return std::to_string(a) + s + std::to_string(b) + t + std::to_string(c);
    };
    const std::string iso = date.text();
    CAPTURE(iso);
    REQUIRE(day(join(y, "/", m, "/", d)) == iso);
    REQUIRE(day(join(y, "年", m, "月", d) + "日") == iso);
    REQUIRE(day(std::to_string(y * 10'000 + m * 100 + d)) == iso);
    REQUIRE(day(std::to_string((y - 1911) * 10'000 + m * 100 + d), DateOrder::roc) == iso);
    REQUIRE(day(join(m, "/", d, "/", y), DateOrder::month_first) == iso);
    REQUIRE(day(join(d, ".", m, ".", y), DateOrder::day_first) == iso);
    REQUIRE(day(std::to_string(date.days + 25'569), DateOrder::excel) == iso);
    const std::string american = join(m, "/", d, "/", y);
    REQUIRE(guess({american}) == (d > 12 ? DateOrder::month_first : DateOrder::unknown));
  }
}

TEST_CASE("whole numbers") {
  CHECK(*parse_integer("1,234") == 1234);
  CHECK(*parse_integer(" １２ ") == 12);
  CHECK(*parse_integer("3万") == 30'000);
  CHECK(*parse_integer("1.5萬") == 15'000);
  CHECK(*parse_integer("(5)") == -5);
  CHECK(*parse_integer("7.00") == 7);
  CHECK(*parse_integer("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
  CHECK(refusal(parse_integer("1.5")) == "“1.5” is not a whole number: leave out the digits behind the point.");
  CHECK(refusal(parse_integer("many")) == "“many” is not a number: write it as 1234.50.");
  CHECK(refusal(parse_integer("9223372036854775808")) ==
        "“9223372036854775808” is too large: numbers end at 9223372036854775807 of their smallest unit.");
  for (const char* text : {"", "¥5", "5元", "5 persons", "1,23", "5%"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_integer(text).ok());
  }
}

TEST_CASE("decimals as people write them") {
  CHECK(parse_decimal_lenient("1,234.50")->text() == "1234.50");
  CHECK(parse_decimal_lenient("１．５")->text() == "1.5");
  CHECK(parse_decimal_lenient("1.25万")->text() == "12500");
  CHECK(parse_decimal_lenient("(0.5)")->text() == "-0.5");
  CHECK(refusal(parse_decimal_lenient("0.1234567890123456789")) ==
        "“0.1234567890123456789” has too many digits behind the point: at most 18 fit.");
  CHECK_FALSE(parse_decimal_lenient("¥5").ok());
  CHECK_FALSE(parse_decimal_lenient("1亿亿亿").ok());
}

TEST_CASE("yes and no") {
  for (const char* text : {"是", "yes", "YES", "True", "y", "1", " １ ", "有", "對", "on", "√"}) {
    CAPTURE(text);
    CHECK(*parse_boolean(text));
  }
  for (const char* text : {"否", "no", "FALSE", "n", "0", "无", "無", "错", "off", "×"}) {
    CAPTURE(text);
    CHECK_FALSE(*parse_boolean(text));
  }
  CHECK(refusal(parse_boolean("maybe")) == "“maybe” is neither yes nor no: write yes or no.");
  CHECK_FALSE(parse_boolean("").ok());
  CHECK_FALSE(parse_boolean("2").ok());
}
