#include "guanxi/money.h"

#include <doctest/doctest.h>

#include <limits>
#include <set>

#include "base/currency.h"
#include "base/currency_names.h"
#include "base/currency_table.h"
#include "base/plain.h"
#include "refusal.h"
#include "seed.h"

using namespace guanxi;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr Currency TWD{901}, USD{840}, JPY{392}, KWD{414}, HKD{344}, EUR{978};

std::string money_in(std::string_view text, Currency assumed = CNY) {
  const auto money = Money::parse(text, assumed);
  return money ? money->text() : money.error().text();
}

std::string code(std::string_view text) {
  const auto currency = Currency::parse(text);
  return currency ? std::string(currency->code()) : currency.error().text();
}

// Digits and marks as in "１，２３４．５".
std::string full_width(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out.append("\xEF\xBC").append(1, static_cast<char>(c - 0x20 + 0x80));
  return out;
}

Decimal decimal(std::string_view text) { return *Decimal::parse(text); }

}  // namespace

TEST_CASE("the currency table has each code and number once, in order") {
  std::set<std::uint16_t> numbers;
  std::string_view last;
  for (const CurrencyRow& row : currency_table) {
    CAPTURE(row.code);
    CHECK(row.code.size() == 3);
    CHECK(last < row.code);
    CHECK(row.number > 0);
    CHECK(row.number < 1000);
    CHECK(row.digits <= 4);
    CHECK(numbers.insert(row.number).second);
    const Currency currency{row.number};
    CHECK(currency.code() == row.code);
    CHECK(currency.digits() == row.digits);
    CHECK(code(row.code) == row.code);
    CHECK(code(lower(row.code)) == row.code);
    last = row.code;
  }
  CHECK(numbers.size() == 183);
}

TEST_CASE("the minor units that are not hundredths") {
  std::string none, thousandths, finer;
  for (const CurrencyRow& row : currency_table) {
    std::string& list = row.digits == 0 ? none : row.digits == 3 ? thousandths : finer;
    if (row.digits != 2) list.append(row.code).append(" ");
  }
  CHECK(none == "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ");
  CHECK(thousandths == "BHD IQD JOD KWD LYD OMR TND ");
  CHECK(finer == "CLF UYW ");
}

TEST_CASE("an unknown currency has no code and two digits") {
  CHECK(Currency{}.code().empty());
  CHECK(Currency{}.digits() == 2);
  CHECK(Currency{1}.code().empty());
  CHECK(Currency{65'535}.code().empty());
}

TEST_CASE("every sign and word stands once and means a currency") {
  std::string_view last;
  for (const NamedCurrency& named : currency_names) {
    CAPTURE(named.name);
    CHECK(last < named.name);
    CHECK(plain(named.name) == named.name);
    CHECK(lower(named.name) == named.name);
    CHECK(code(named.name) == named.usual);
    for (std::size_t at = 0; at < named.others.size(); at += 4) {
      CHECK(code(named.others.substr(at, 3)) == named.others.substr(at, 3));
    }
    last = named.name;
  }
}

TEST_CASE("currencies by sign and word") {
  CHECK(code("¥") == "CNY");
  CHECK(code("￥") == "CNY");
  CHECK(code("元") == "CNY");
  CHECK(code("人民币") == "CNY");
  CHECK(code("RMB") == "CNY");
  CHECK(code(" Ｒｍｂ　") == "CNY");
  CHECK(code("新台幣") == "TWD");
  CHECK(code("NT$") == "TWD");
  CHECK(code("HK$") == "HKD");
  CHECK(code("US$") == "USD");
  CHECK(code("$") == "USD");
  CHECK(code("€") == "EUR");
  CHECK(code("￡") == "GBP");
  CHECK(code("日元") == "JPY");
  CHECK(code("ANG") == "XCG");
  CHECK(refusal(Currency::parse("doubloon")) ==
        "“doubloon” is not a currency that the library knows: use its ISO 4217 code, such as CNY or USD.");
  CHECK_FALSE(Currency::parse("").ok());
  CHECK_FALSE(Currency::parse("XYZ").ok());
}

TEST_CASE("amounts as people write them") {
  CHECK(money_in("1,234.50") == "1234.50 CNY");
  CHECK(money_in("¥1,234.5") == "1234.50 CNY");
  CHECK(money_in("￥１，２３４．５") == "1234.50 CNY");
  CHECK(money_in("CNY 12") == "12.00 CNY");
  CHECK(money_in("12cny") == "12.00 CNY");
  CHECK(money_in("12万元") == "120000.00 CNY");
  CHECK(money_in("1.2亿") == "120000000.00 CNY");
  CHECK(money_in("1.2億元") == "120000000.00 CNY");
  CHECK(money_in("3千万人民币") == "30000000.00 CNY");
  CHECK(money_in("0.00005万元") == "0.50 CNY");
  CHECK(money_in("1万亿") == "1000000000000.00 CNY");
  CHECK(money_in("1054.00 ") == "1054.00 CNY");
  CHECK(money_in("1234.50元整") == "1234.50 CNY");
  CHECK(money_in("新台幣                 10.0000元") == "10.00 TWD");
  CHECK(money_in("1 234 567.5") == "1234567.50 CNY");
  CHECK(money_in("1'234.5 CHF") == "1234.50 CHF");
  CHECK(money_in("Rs.500") == "500.00 INR");
  CHECK(money_in("Rs. 500") == "500.00 INR");
  CHECK(money_in("$.50", USD) == "0.50 USD");
  CHECK(money_in("5.6 KWD") == "5.600 KWD");
  CHECK(money_in("1000円") == "1000 JPY");
  CHECK(money_in("12\xC2\xA0\xE2\x82\xAC") == "12.00 EUR");
  CHECK(money_in("0000012") == "12.00 CNY");
}

TEST_CASE("negative amounts") {
  CHECK(money_in("(1,234.50)") == "-1234.50 CNY");
  CHECK(money_in("（12）") == "-12.00 CNY");
  CHECK(money_in("(¥ 12)") == "-12.00 CNY");
  CHECK(money_in("-12") == "-12.00 CNY");
  CHECK(money_in("−12") == "-12.00 CNY");
  CHECK(money_in("12-") == "-12.00 CNY");
  CHECK(money_in("-¥12") == "-12.00 CNY");
  CHECK(money_in("¥-12") == "-12.00 CNY");
  CHECK(money_in("US$ -3") == "-3.00 USD");
  CHECK(money_in("-0.05") == "-0.05 CNY");
  CHECK(money_in("+5") == "5.00 CNY");
  CHECK(money_in("-0") == "0.00 CNY");
  for (const char* text : {"(-12)", "--12", "-12-", "-¥-12", "(12)-", "+-3", "(12", "12)", "100+"}) {
    CAPTURE(text);
    CHECK_FALSE(Money::parse(text).ok());
  }
}

TEST_CASE("a sign of several currencies means the assumed one where it may") {
  CHECK(money_in("$5", HKD) == "5.00 HKD");
  CHECK(money_in("$5", EUR) == "5.00 USD");
  CHECK(money_in("12元", TWD) == "12.00 TWD");
  CHECK(money_in("12元", USD) == "12.00 CNY");
  CHECK(money_in("¥12", JPY) == "12 JPY");
  CHECK(money_in("¥12元") == "12.00 CNY");
  CHECK(money_in("NT$ 12 元") == "12.00 TWD");
  CHECK(money_in("¥1000円") == "1000 JPY");
  CHECK(money_in("美金0.05元") == "0.05 USD");
  CHECK(money_in("泰銖7.5元", TWD) == "7.50 THB");
  CHECK(money_in("$5元", TWD) == "5.00 TWD");
  CHECK_FALSE(Money::parse("$5元").ok());
  CHECK_FALSE(Money::parse("元5美金").ok());
  CHECK(money_in("RMB 12 元", USD) == "12.00 CNY");
  CHECK(money_in("12", Currency{}) == "12.00");
  CHECK(money_in("$12", Currency{}) == "12.00 USD");
}

TEST_CASE("amounts that are refused") {
  CHECK(refusal(Money::parse("abc")) == "“abc” is not a number: write it as 1234.50.");
  CHECK(refusal(Money::parse("1.234,50")) ==
        "“1.234,50” can be read as different numbers: write it without thousands marks, and with a point before the "
        "decimals (1234.50).");
  CHECK(refusal(Money::parse("12.345")) == "“12.345” is finer than CNY allows: it has 2 digits behind the point.");
  CHECK(refusal(Money::parse("¥1.5", JPY)) == "“¥1.5” is finer than JPY allows: it has 0 digits behind the point.");
  CHECK(refusal(Money::parse("1.005", Currency{})) ==
        "“1.005” is finer than XXX allows: it has 2 digits behind the point.");
  CHECK(refusal(Money::parse("USD 5 EUR")) == "“USD 5 EUR” names two currencies, USD and EUR: keep one of them.");
  CHECK(refusal(Money::parse("5 apples")) ==
        "“apples” is not a currency that the library knows: use its ISO 4217 code, such as CNY or USD.");
  CHECK(refusal(Money::parse("99999999999999999999")) ==
        "“99999999999999999999” is too large: numbers end at 9223372036854775807 of their smallest unit.");
  for (const char* text : {"", " ", "¥", "-", ".", "5.", "1.2.3", "1,23", "12,34,567", "1,2345", "1234,567", "1,234 567",
                           "1e5", "0x10", "100-500万", "1 2", "5,", ",5", "1..2", "1,,234", "½", "NaN", "5%", "1,234,"}) {
    CAPTURE(text);
    CHECK_FALSE(Money::parse(text).ok());
  }
}

TEST_CASE("the ends of the range") {
  CHECK(money_in("92233720368547758.07") == "92233720368547758.07 CNY");
  CHECK(money_in("-92233720368547758.08") == "-92233720368547758.08 CNY");
  CHECK_FALSE(Money::parse("92233720368547758.08").ok());
  CHECK_FALSE(Money::parse("-92233720368547758.09").ok());
  CHECK_FALSE(Money::parse("92233720368547758亿").ok());
  CHECK_FALSE(Money::parse("1亿亿亿亿亿亿亿亿亿").ok());
  CHECK(money_in("0亿亿亿亿亿亿亿亿亿") == "0.00 CNY");
  CHECK(money_in("9223372036854775807", JPY) == "9223372036854775807 JPY");
  CHECK(money_in("-9223372036854775808", JPY) == "-9223372036854775808 JPY");
  CHECK(money_in("1." + std::string(1000, '0')) == "1.00 CNY");
  CHECK(money_in(std::string(1000, '0') + "1") == "1.00 CNY");
  CHECK(money_in("0." + std::string(1000, '0') + "1").ends_with("is finer than CNY allows: it has 2 digits behind the point."));
  CHECK(money_in("0.123456789012345678901234567").ends_with("is finer than CNY allows: it has 2 digits behind the point."));
  CHECK(money_in("5." + std::string(40, '0') + "1").ends_with("is finer than CNY allows: it has 2 digits behind the point."));
}

TEST_CASE("text gives the amount back, in every currency") {
  auto random = seeded_random();
  for (int i = 0; i < 50'000; ++i) {
    const auto shift = random() % 64;
    const CurrencyRow& row = currency_table[random() % currency_table.size()];
    const Money money{static_cast<std::int64_t>(random()) >> shift, {row.number}};
    CAPTURE(money.text());
    REQUIRE(*Money::parse(money.text(), USD) == money);
  }
  for (const std::int64_t minor : {least, least + 1, std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, most}) {
    for (const Currency currency : {CNY, JPY, KWD}) {
      const Money money{minor, currency};
      CHECK(*Money::parse(money.text()) == money);
    }
  }
}

TEST_CASE("grouped, full-width, bracketed and multiplied amounts are the same amounts") {
  auto random = seeded_random();
  for (int i = 0; i < 20'000; ++i) {
    const auto yuan = static_cast<std::int64_t>(random() >> (24 + random() % 40));
    const Money money{yuan * 100 + 25, CNY};
    std::string grouped = std::to_string(yuan);
    for (std::size_t at = grouped.size(); at > 3; at -= 3) grouped.insert(at - 3, 1, ',');
    grouped += ".25";
    CAPTURE(grouped);
    REQUIRE(*Money::parse(grouped) == money);
    REQUIRE(*Money::parse(full_width(grouped)) == money);
    REQUIRE(*Money::parse("(" + grouped + ")") == Money{-money.minor, CNY});
    REQUIRE(*Money::parse(Decimal{money.minor, 6}.text() + "万元") == money);
    REQUIRE(*Money::parse(Decimal{money.minor, 10}.text() + "亿") == money);
  }
}

TEST_CASE("amounts of one currency are added") {
  CHECK(*add(Money{150, CNY}, Money{-50, CNY}) == Money{100, CNY});
  CHECK(*add(Money{most, CNY}, Money{least, CNY}) == Money{-1, CNY});
  CHECK(refusal(add(Money{150, CNY}, Money{1, USD})) ==
        "1.50 CNY and 0.01 USD are of different currencies: convert one of them before adding.");
  CHECK(refusal(add(Money{most, CNY}, Money{1, CNY})) ==
        "The sum of 92233720368547758.07 CNY and 0.01 CNY is too large to be stored.");
  CHECK_FALSE(add(Money{least, CNY}, Money{-1, CNY}).ok());
}

TEST_CASE("decimals keep the digits that were written") {
  CHECK(decimal("1.50").coefficient == 150);
  CHECK(decimal("1.50").scale == 2);
  CHECK(decimal("-0.05").text() == "-0.05");
  CHECK(decimal("+7").text() == "7");
  CHECK(decimal("007.10").text() == "7.10");
  CHECK(decimal("0.000000000000000001").scale == 18);
  CHECK(decimal("9223372036854775807").coefficient == most);
  CHECK(decimal("-9223372036854775808").coefficient == least);
  CHECK(decimal("-9223372036854775808").text() == "-9223372036854775808");
  CHECK(Decimal{least, 18}.text() == "-9.223372036854775808");
  CHECK(decimal("9223372036854775807.0").scale == 0);
  CHECK(decimal("1.0000000000000000000000").text() == "1.000000000000000000");
  CHECK(decimal("100.0000000000000000000000").text() == "100.0000000000000000");
}

TEST_CASE("decimals that are refused") {
  CHECK(refusal(Decimal::parse("1,5")) == "“1,5” is not a number: write it as 1234.50.");
  CHECK(refusal(Decimal::parse("0.1234567890123456789")) ==
        "“0.1234567890123456789” has too many digits behind the point: at most 18 fit.");
  CHECK(refusal(Decimal::parse("9223372036854775808")) ==
        "“9223372036854775808” is too large: numbers end at 9223372036854775807 of their smallest unit.");
  CHECK_FALSE(Decimal::parse("99999999999999999999999").ok());
  CHECK_FALSE(Decimal::parse("92233720368547758.071").ok());
  for (const char* text : {"", "-", "+", ".", ".5", "5.", "1.2.3", "1e5", " 1", "1 ", "--1", "+-1", "0x1", "１"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text).ok());
  }
}

TEST_CASE("rescaling keeps the number or refuses") {
  CHECK(decimal("1.5").rescaled(3)->text() == "1.500");
  CHECK(decimal("1.500").rescaled(1)->text() == "1.5");
  CHECK(decimal("-120").rescaled(0)->text() == "-120");
  CHECK(decimal("0.00").rescaled(0)->text() == "0");
  CHECK(Decimal{0, 0}.rescaled(18)->scale == 18);
  CHECK(refusal(decimal("1.25").rescaled(1)) == "“1.25” has too many digits behind the point: at most 1 fit.");
  CHECK(refusal(decimal("10").rescaled(18)) ==
        "“10” is too large: numbers end at 9223372036854775807 of their smallest unit.");
  CHECK_FALSE(decimal("1").rescaled(19).ok());
  CHECK(Decimal{least, 0}.rescaled(0)->coefficient == least);
}

TEST_CASE("decimals compare by number") {
  CHECK(decimal("1.50") == decimal("1.5"));
  CHECK(decimal("-1.5") < decimal("-1.2"));
  CHECK(decimal("-0.5") < decimal("0.5"));
  CHECK(decimal("-0.5") < decimal("0"));
  CHECK(decimal("0.0") == decimal("0"));
  CHECK(decimal("2") > decimal("1.999999999999999999"));
  CHECK(Decimal{least, 0} < Decimal{least, 1});
  CHECK(Decimal{most, 0} > Decimal{most, 18});
}

TEST_CASE("comparison agrees with exact arithmetic") {
  __extension__ using Wide = __int128;
  const auto wide = [](const Decimal& d) {
    Wide n = d.coefficient;
    for (int i = d.scale; i < 18; ++i) n *= 10;
    return n;
  };
  auto random = seeded_random();
  const auto any = [&] {
    const auto shift = random() % 64;
    return Decimal{static_cast<std::int64_t>(random()) >> shift, static_cast<std::uint8_t>(random() % 19)};
  };
  for (int i = 0; i < 50'000; ++i) {
    const Decimal a = any();
    const Decimal b = any();
    CAPTURE(a.text());
    CAPTURE(b.text());
    REQUIRE((a < b) == (wide(a) < wide(b)));
    REQUIRE((a == b) == (wide(a) == wide(b)));
    REQUIRE(Decimal::parse(a.text())->coefficient == a.coefficient);
    REQUIRE(Decimal::parse(a.text())->scale == a.scale);
    const auto other = a.rescaled(b.scale);
    if (other) REQUIRE(*other == a);
  }
}
