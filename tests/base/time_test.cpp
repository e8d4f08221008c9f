#include "guanxi/time.h"

#include <doctest/doctest.h>

#include <chrono>
#include <limits>

#include "refusal.h"
#include "seed.h"

using namespace guanxi;

namespace {

constexpr std::int64_t first_us = -62'135'596'800'000'000;  // 0001-01-01T00:00Z
constexpr std::int64_t last_us = 253'402'300'799'999'999;   // 9999-12-31T23:59:59.999999Z

std::string again(std::string_view instant) {
  const auto t = Instant::parse(instant);
  return t ? t->text() : t.error().text();
}

}  // namespace

TEST_CASE("every day from year 1 to 9999 agrees with the calendar of the standard library") {
  using namespace std::chrono;
  const sys_days first = 1y / January / 1;
  const sys_days last = 9999y / December / 31;
  int days = 0;
  for (sys_days day = first; day <= last; day += std::chrono::days(1)) {
    const year_month_day expected(day);
    const Date date{static_cast<std::int32_t>(day.time_since_epoch().count())};
    const Date::Parts parts = date.parts();
    const bool equal = parts.year == static_cast<int>(expected.year()) &&
                       parts.month == static_cast<int>(static_cast<unsigned>(expected.month())) &&
                       parts.day == static_cast<int>(static_cast<unsigned>(expected.day()));
    if (!equal || *Date::of(parts.year, parts.month, parts.day) != date) FAIL("wrong at " << date.text());
    ++days;
  }
  CHECK(days == 3'652'059);
}

TEST_CASE("text gives the day back") {
  CHECK(Date{0}.text() == "1970-01-01");
  CHECK(Date::parse("0001-01-01")->text() == "0001-01-01");
  CHECK(Date::parse("9999-12-31")->text() == "9999-12-31");
  CHECK(Date::parse("2024-02-29")->days == 19'782);
  for (std::int32_t days = -719'162; days <= 2'932'896; days += 17) {
    const Date date{days};
    REQUIRE(*Date::parse(date.text()) == date);
  }
}

TEST_CASE("a date outside years 1 to 9999 still has a text") {
  CHECK(Date{-719'163}.text() == "0000-12-31");
  CHECK(Date{std::numeric_limits<std::int32_t>::min()}.text() == "-5877641-06-23");
  CHECK(Date{std::numeric_limits<std::int32_t>::max()}.text() == "5881580-07-11");
}

TEST_CASE("a day that does not exist is refused with the reason") {
  CHECK(refusal(Date::parse("2023-02-30")) == "2023-02-30 is not a day: February 2023 has 28 days.");
  CHECK(refusal(Date::parse("2024-02-30")) == "2024-02-30 is not a day: February 2024 has 29 days.");
  CHECK(refusal(Date::parse("1900-02-29")) == "1900-02-29 is not a day: February 1900 has 28 days.");
  CHECK(refusal(Date::parse("2000-02-30")) == "2000-02-30 is not a day: February 2000 has 29 days.");
  CHECK(refusal(Date::parse("2023-04-31")) == "2023-04-31 is not a day: April 2023 has 30 days.");
  CHECK(refusal(Date::parse("2023-12-00")) == "2023-12-00 is not a day: December 2023 has 31 days.");
  CHECK(refusal(Date::parse("2023-13-01")) == "2023-13-01 is not a day: there is no month 13.");
  CHECK(refusal(Date::parse("0000-01-01")) == "0000-01-01 is outside the calendar: years go from 1 to 9999.");
  CHECK(refusal(Date::of(10'000, 1, 1)) == "10000-01-01 is outside the calendar: years go from 1 to 9999.");
  CHECK(refusal(Date::of(2023, 0, 1)) == "2023-00-01 is not a day: there is no month 0.");
  CHECK(refusal(Date::of(2023, 1, -1)) == "2023-01--01 is not a day: January 2023 has 31 days.");
  const auto wrong = Date::parse("2023-02-30");
  CHECK(wrong.error().text(Language::chinese) == "2023-02-30 不存在：2023年2月只有28天。");
}

TEST_CASE("dates are ISO 8601 only") {
  CHECK(refusal(Date::parse("2023-2-3")) == "“2023-2-3” is not a date: write it as 2026-11-21.");
  for (const char* text : {"", "2023", "2023-02", "2023-02-", "2023-02-3", "2023-02-031", "2023/02/03", " 2023-02-03",
                           "2023-02-03 ", "20230203", "-023-02-03", "+2023-02-03", "2023-02-0x"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse(text).ok());
  }
}

TEST_CASE("instants have offsets and fractions") {
  CHECK(again("2026-11-21T19:24:00Z") == "2026-11-21T19:24:00Z");
  CHECK(again("2026-11-21t19:24:00z") == "2026-11-21T19:24:00Z");
  CHECK(again("2026-11-21 19:24:00Z") == "2026-11-21T19:24:00Z");
  CHECK(again("2026-11-21T19:24Z") == "2026-11-21T19:24:00Z");
  CHECK(again("2026-11-21T19:24:00+08:00") == "2026-11-21T11:24:00Z");
  CHECK(again("2026-11-21T19:24:00+0800") == "2026-11-21T11:24:00Z");
  CHECK(again("2026-11-21T19:24:00+08") == "2026-11-21T11:24:00Z");
  CHECK(again("2026-11-21T19:24:00-05:30") == "2026-11-22T00:54:00Z");
  CHECK(again("2026-11-21T19:24:00.5Z") == "2026-11-21T19:24:00.500Z");
  CHECK(again("2026-11-21T19:24:00,25Z") == "2026-11-21T19:24:00.250Z");
  CHECK(again("2026-11-21T19:24:00.000001Z") == "2026-11-21T19:24:00.000001Z");
  CHECK(again("2026-11-21T19:24:00.123456999Z") == "2026-11-21T19:24:00.123456Z");
  CHECK(again("1969-12-31T23:59:59.999999Z") == "1969-12-31T23:59:59.999999Z");
  CHECK(Instant::parse("1969-12-31T23:59:59.999999Z")->us == -1);
}

TEST_CASE("text gives the instant back") {
  auto random = seeded_random();
  std::uniform_int_distribution<std::int64_t> any(first_us, last_us);
  for (int i = 0; i < 50'000; ++i) {
    Instant t{any(random)};
    if (i % 3 == 0) t.us -= t.us % 1000;
    if (i % 5 == 0) t.us -= t.us % 1'000'000;
    CAPTURE(t.us);
    REQUIRE(*Instant::parse(t.text()) == t);
    REQUIRE(Instant::start_of(t.date()) <= t);
    REQUIRE(t.us - Instant::start_of(t.date()).us < 86'400'000'000);
  }
  CHECK(Instant::parse("0001-01-01T00:00:00Z")->us == first_us);
  CHECK(Instant::parse("9999-12-31T23:59:59.999999Z")->us == last_us);
}

TEST_CASE("an instant outside years 1 to 9999 still has a text") {
  CHECK(Instant{std::numeric_limits<std::int64_t>::min()}.text() == "-290308-12-21T19:59:05.224192Z");
  CHECK(Instant{std::numeric_limits<std::int64_t>::max()}.text() == "294247-01-10T04:00:54.775807Z");
}

TEST_CASE("a malformed instant is refused with the reason") {
  CHECK(refusal(Instant::parse("2026-11-21T19:24:00")) ==
        "“2026-11-21T19:24:00” says no time zone: add Z for UTC or an offset such as +08:00.");
  CHECK(refusal(Instant::parse("yesterday")) ==
        "“yesterday” is not a point in time: write it as 2026-11-21T19:24:00Z or with an offset "
        "(2026-11-21T19:24:00+08:00).");
  CHECK(refusal(Instant::parse("2023-02-29T00:00Z")) == "2023-02-29 is not a day: February 2023 has 28 days.");
  CHECK(refusal(Instant::parse("0001-01-01T00:00+08:00")) ==
        "“0001-01-01T00:00+08:00” is out of range: in UTC, years go from 1 to 9999.");
  CHECK_FALSE(Instant::parse("9999-12-31T23:59:59-00:01").ok());
  CHECK(Instant::parse("0001-01-01T08:00+08:00")->us == first_us);
  for (const char* text : {"", "2026-11-21", "2026-11-21T", "2026-11-21T19Z", "2026-11-21T24:00Z", "2026-11-21T19:60Z",
                           "2026-11-21T19:24:60Z", "2026-11-21T19:24:00.Z", "2026-11-21T19:24:00+24:00",
                           "2026-11-21T19:24:00+08:60", "2026-11-21T19:24:00+08:", "2026-11-21T19:24:00+8",
                           "2026-11-21T19:24:00Zx", "2026-11-21T9:24Z", "2026-11-21X19:24Z", "2026-11-21T19:24:0Z"}) {
    CAPTURE(text);
    CHECK_FALSE(Instant::parse(text).ok());
  }
}
