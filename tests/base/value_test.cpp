#include "guanxi/value.h"

#include <doctest/doctest.h>

using namespace guanxi;

TEST_CASE("a code set holds its codes and nothing like them") {
  const CodeSet set("|bank|customer|key-account|");
  CHECK(set.contains("bank"));
  CHECK(set.contains("customer"));
  CHECK(set.contains("key-account"));
  CHECK_FALSE(set.contains("ban"));
  CHECK_FALSE(set.contains("ank"));
  CHECK_FALSE(set.contains("account"));
  CHECK_FALSE(set.contains("key"));
  CHECK_FALSE(set.contains(""));
  CHECK_FALSE(set.contains("|"));
  CHECK_FALSE(set.contains("bank|customer"));
  CHECK_FALSE(CodeSet("").contains("bank"));
  CHECK_FALSE(CodeSet("bank").contains("bank"));
  CHECK_FALSE(CodeSet("||").contains(""));
  CHECK(CodeSet("|aab|ab|").contains("ab"));
  CHECK(CodeSet("|客户|供应商|").contains("供应商"));
}

TEST_CASE("every type has a text for people") {
  const Id id = *Id::parse("018f3c5e-7b1a-7c3d-9e2f-0123456789ab");
  CHECK(text_of(Codec<Bool>::pack(true)) == "true");
  CHECK(text_of(Codec<Bool>::pack(false)) == "false");
  CHECK(text_of(Codec<Int>::pack(-5)) == "-5");
  CHECK(text_of(Codec<Decimal>::pack({-5, 2})) == "-0.05");
  CHECK(text_of(Codec<Money>::pack({123'450, CNY})) == "1234.50 CNY");
  CHECK(text_of(Codec<Date>::pack(*Date::of(2026, 11, 21))) == "2026-11-21");
  CHECK(text_of(Codec<Instant>::pack({0})) == "1970-01-01T00:00:00Z");
  CHECK(text_of(Codec<Text>::pack("恒瑞医药")) == "恒瑞医药");
  CHECK(text_of(Codec<Picklist>::pack("won")) == "won");
  CHECK(text_of(Codec<CodeSet>::pack("|bank|customer|")) == "bank, customer");
  CHECK(text_of(Codec<CodeSet>::pack("|bank|")) == "bank");
  CHECK(text_of(Codec<CodeSet>::pack("")).empty());
  CHECK(text_of(Codec<Id>::pack(id)) == id.text());
}

TEST_CASE("what is not set has no text") {
  CHECK(text_of(Value{}).empty());
  CHECK(text_of(Value::null(Type::money)).empty());
  Value masked = Codec<Int>::pack(5);
  masked.state = State::masked;
  CHECK(text_of(masked).empty());
}

TEST_CASE("packing and unpacking gives the value back") {
  const Id id = *Id::parse("018f3c5e-7b1a-7c3d-9e2f-0123456789ab");
  CHECK(Codec<Id>::unpack(Codec<Id>::pack(id)) == id);
  const Id none;
  CHECK(Codec<Id>::pack(none) == Value::null(Type::id));
  CHECK(Codec<Id>::unpack(Value::null(Type::id)).empty());
  CHECK(Codec<Money>::unpack(Codec<Money>::pack({-1, CNY})) == Money{-1, CNY});
  CHECK(Codec<Decimal>::unpack(Codec<Decimal>::pack({150, 2})).scale == 2);
  CHECK(Codec<Date>::unpack(Codec<Date>::pack({-719'162})) == Date{-719'162});
  CHECK(Codec<Text>::unpack(Codec<Text>::pack("abc")) == "abc");
  CHECK(Codec<Int>::unpack(Value::null(Type::integer)) == 0);
  CHECK(Codec<Text>::unpack(Value{}).empty());
}

TEST_CASE("values are equal by type, state and content") {
  const std::string one = "abc";
  const std::string other = "abc";
  CHECK(Codec<Text>::pack(one) == Codec<Text>::pack(other));
  CHECK_FALSE(Codec<Text>::pack(one) == Codec<Picklist>::pack(one));
  CHECK_FALSE(Codec<Text>::pack(one) == Value::null(Type::text));
  CHECK_FALSE(Codec<Decimal>::pack({15, 1}) == Codec<Decimal>::pack({150, 2}));
  CHECK_FALSE(Codec<Money>::pack({1, CNY}) == Codec<Money>::pack({1, {840}}));
}
