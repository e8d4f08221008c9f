#include <doctest/doctest.h>

#include "guanxi/feel.h"
#include "refusal.h"

using namespace guanxi;

namespace {

constexpr Instant noon{1'763'726'400'000'000};  // 2025-11-21T12:00Z

std::string result(std::string_view expression, std::vector<Formula::Name> names = {}, std::string_view json = "{}") {
  const auto formula = Formula::parse(expression, std::move(names));
  if (!formula) return formula.error().text();
  const auto outcome = formula->evaluate(json, noon);
  return outcome ? outcome->text : outcome.error().text();
}

std::string why(std::string_view expression, std::vector<Formula::Name> names = {}, std::string_view json = "{}") {
  const auto formula = Formula::parse(expression, std::move(names));
  if (!formula) return formula.error().text();
  return formula->evaluate(json, noon)->why;
}

struct Row {
  const char* expression;
  const char* wanted;
};

template <std::size_t size>
void check(const Row (&rows)[size]) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.expression));
    CHECK(result(row.expression) == std::string(row.wanted));
  }
}

}  // namespace

TEST_CASE("numbers") {
  check({{"1 + 2 * 3", "7"}, {"(1 + 2) * 3", "9"}, {"0.1 + 0.2 = 0.3", "true"}, {"-3 ** 2", "9"}, {"2 ** 3 ** 2", "64"},
         {"10 / 4", "2.5"}, {"1 / 3", "0.3333333333333333333333333333333333"}, {"9223372036854775807 + 1", "9223372036854775808"},
         {"-(-9223372036854775807 - 1)", "9223372036854775808"}, {"-(@\"P1M\" * (-9223372036854775807 - 1))", "null"},
         {"--5", "5"}, {"- -5", "5"}, {"1e3", "1000"}, {".5", "0.5"}, {"1 / 0", "null"},
         {"decimal(2.5, 0)", "2"}, {"floor(-1.5)", "-2"}, {"round half up(5.5, 0)", "6"}, {"modulo(-10, 4)", "2"},
         {"even(4)", "true"}, {"odd(4)", "false"}, {"sqrt(16)", "4"}, {"abs(-2)", "2"}, {"sum(1, 2, 3)", "6"}, {"mean([1, 2])", "1.5"},
         {"median([1, 5, 3])", "3"}, {"mode([1, 2, 2])", "[2]"}, {"stddev([2, 4])", "1.414213562373095048801688724209698"}});
}

TEST_CASE("logic of three values") {
  check({{"true and null", "null"}, {"false and null", "false"}, {"true or null", "true"}, {"false or null", "null"}, {"not(true)", "false"},
         {"null = null", "true"}, {"1 = null", "false"}, {"if null then 1 else 2", "2"}, {"5 between 1 and 10", "true"}});
}

TEST_CASE("texts are counted by code points") {
  check({{"string length(\"长江😀\")", "3"}, {"substring(\"长江大桥\", 2, 2)", "\"江大\""}, {"substring(\"abc\", -1)", "\"c\""},
         {"upper case(\"straße\")", "\"STRASSE\""}, {"\"a\" + \"b\"", "\"ab\""}, {"\"\\u4e2d\"", "\"中\""}, {"\"\\U01F600\"", "\"😀\""},
         {"substring before(\"a-b\", \"-\")", "\"a\""}, {"substring after(\"a-b\", \"-\")", "\"b\""}, {"string join([\"a\", \"b\"], \"/\")", "\"a/b\""},
         {"split(\"a;b;;\", \";\")", "[\"a\", \"b\", \"\", \"\"]"}, {"contains(\"abc\", \"b\")", "true"}});
}

TEST_CASE("regular expressions mean what XPath says") {
  check({{"matches(\"abc\", \"B\")", "false"}, {"matches(\"abc\", \"B\", \"i\")", "true"}, {"matches(\"x\", \"[a-z-[aeiou]]\")", "true"},
         {"matches(\"e\", \"[a-z-[aeiou]]\")", "false"}, {"matches(\"a\\u000Db\", \"a.b\")", "false"}, {"matches(\"a b\", \"a\\ b\")", "null"},
         {"matches(\"ab\", \"a b\", \"x\")", "true"}, {"matches(\"h\", \"(.)\\2\")", "null"}, {"matches(\"中\", \"\\p{IsCJKUnifiedIdeographs}\")", "true"},
         {"matches(\"a\", \"(?=a)\")", "null"}, {"replace(\"banana\", \"a\", \"[$0]\")", "\"b[a]n[a]n[a]\""}, {"replace(\"a\", \"a\", \"$\")", "null"},
         {"replace(\"a\", \"x*\", \"-\")", "null"}, {"matches(\"a.c\", \"a.c\", \"q\")", "true"}, {"matches(\"abc\", \"a.c\", \"q\")", "false"}});
}

TEST_CASE("a pattern that backtracks for ever is stopped") {
  CHECK(why("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+(a+)+(a+)+$\")") ==
        "matches: “(a+)+(a+)+(a+)+$” takes too long on this text.");
}

TEST_CASE("lists, filters and paths") {
  check({{"[1, 2, 3][item > 1]", "[2, 3]"}, {"[1, 2, 3][-1]", "3"}, {"[1, 2, 3][4]", "null"}, {"[{a: 1}, {a: 2}].a", "[1, 2]"},
         {"[{a: 1}, {a: 2}][a = 2].a", "[2]"}, {"{a b: 1, c: a b + 1}.c", "2"}, {"sort([3, 1, 2], function(x, y) x > y)", "[3, 2, 1]"},
         {"flatten([1, [2, [3]]])", "[1, 2, 3]"}, {"distinct values([1, 1, 2])", "[1, 2]"}, {"index of([1, 2, 1], 1)", "[1, 3]"},
         {"sublist([1, 2, 3], -2, 1)", "[2]"}, {"concatenate([1], [2])", "[1, 2]"}, {"insert before([1, 2], 2, 9)", "[1, 9, 2]"},
         {"list replace([1, 2], function(i, n) i = 2, 7)", "[1, 7]"}, {"count([])", "0"}, {"max(\"a\", \"b\")", "\"b\""},
         {"context put({}, \"k\", 1)", "{k: 1}"}, {"get entries({a: 1})", "[{key: \"a\", value: 1}]"}, {"context merge([{a: 1}, {a: 2}])", "{a: 2}"}});
}

TEST_CASE("loops") {
  check({{"for i in 1..3 return i * i", "[1, 4, 9]"}, {"for i in 3..1 return i", "[3, 2, 1]"}, {"for i in [1, 2], j in [i, 10] return i + j", "[2, 11, 4, 12]"},
         {"for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"}, {"some x in [1, 2] satisfies x > 1", "true"},
         {"every x in [1, 2] satisfies x > 1", "false"}, {"for d in @\"2024-02-28\"..@\"2024-03-01\" return d.day", "[28, 29, 1]"}});
}

TEST_CASE("a function keeps what it saw") {
  check({{"(for i in 1..3 return function(x) x + i)[1](10)", "11"}, {"{f: function(x) x * 2, y: f(4)}.y", "8"},
         {"(function(a, b) a - b)(b: 1, a: 5)", "4"}, {"(function(x: number) x)(\"a\")", "null"}});
}

TEST_CASE("dates, times and durations") {
  check({{"date(\"2024-01-31\") + duration(\"P1M\")", "@\"2024-02-29\""}, {"@\"2024-03-01\" - @\"2024-02-01\"", "@\"P29D\""},
         {"@\"2024-01-01T10:00:00+08:00\" = @\"2024-01-01T02:00:00Z\"", "true"}, {"@\"2024-06-01T12:00:00@Asia/Shanghai\".time offset", "@\"PT8H\""},
         {"@\"2045-07-01T12:00:00@Europe/Berlin\".time offset", "@\"PT2H\""}, {"@\"2045-12-01T12:00:00@Europe/Berlin\".time offset", "@\"PT1H\""},
         {"duration(\"PT36H\")", "@\"P1DT12H\""}, {"@\"P1Y\" / 4", "@\"P3M\""}, {"@\"P1D\" * 1.5", "@\"P1DT12H\""}, {"date(\"2023-02-29\")", "null"},
         {"@\"999999999-12-31\" + @\"P1D\"", "null"}, {"day of week(@\"2025-11-21\")", "\"Friday\""}, {"week of year(@\"2010-01-01\")", "53"},
         {"years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "@\"P1Y8M\""}, {"today()", "@\"2025-11-21\""}, {"now()", "@\"2025-11-21T12:00:00Z\""},
         {"@\"10:00:00\" + @\"PT23H\"", "@\"09:00:00\""}, {"string(@\"-0044-03-15\")", "\"-0044-03-15\""}, {"time(\"24:00:01\")", "null"}});
}

TEST_CASE("ranges") {
  check({{"5 in [1..10)", "true"}, {"10 in [1..10)", "false"}, {"5 in (<= 5)", "true"}, {"5 in < 5", "false"}, {"5 in (1, 5)", "true"},
         {"[1..5[ = [1..5)", "true"}, {"(1..5).start included", "false"}, {"before(1, [2..3])", "true"}, {"overlaps([1..5], [3..8])", "true"},
         {"meets([1..5], [5..6])", "true"}, {"range(\"[1..3]\")", "[1..3]"}, {"range(\"[3..1]\")", "null"}, {"range(\"[x..1]\")", "null"}});
}

TEST_CASE("instance of") {
  check({{"1 instance of number", "true"}, {"null instance of Any", "false"}, {"[1] instance of list<number>", "true"}, {"[\"a\"] instance of list<number>", "false"},
         {"{a: 1} instance of context<a: number>", "true"}, {"@\"P1D\" instance of days and time duration", "true"},
         {"[1..2] instance of range<number>", "true"}, {"(function(a: number) a) instance of function<number> -> Any", "true"}});
}

TEST_CASE("comments, blanks and names with blanks") {
  check({{"1 + /* two */ 2 // three", "3"}, {"　1　+　1", "2"}, {"{年 龄: 3}.年 龄", "3"}});
  CHECK(result("Full Name + \"!\"", {{"Full Name", "string"}}, R"({"Full Name": "Li"})") == "\"Li!\"");
  CHECK(result("Pre-bureau risk + 1", {{"Pre-bureau risk", "number"}, {"Pre", ""}}, R"({"Pre-bureau risk": 4})") == "5");
  CHECK(result("a-b", {{"a", ""}, {"b", ""}}, R"({"a": 5, "b": 3})") == "2");
  CHECK(result("for order in orders return order.total", {{"orders", ""}}, R"({"orders": [{"total": 1}]})") == "[1]");
}

TEST_CASE("JSON in and out") {
  CHECK(result("d + @\"P1D\"", {{"d", "date"}}, R"({"d": "2024-02-28"})") == "@\"2024-02-29\"");
  CHECK(result("n", {{"n", "number"}}, R"({"n": 0.10000000000000000000000001})") == "0.10000000000000000000000001");
  const auto formula = Formula::parse("{a: [1, \"x\", null], \"b c\": true, d: @\"P1D\"}");
  CHECK(formula->evaluate("{}", noon)->json == R"({"a":[1,"x",null],"b c":true,"d":"P1D"})");
  CHECK(refusal(Formula::parse("1")->evaluate("{\"a\": ", noon)).find("This is no JSON object") == 0);
  CHECK(refusal(Formula::parse("1")->evaluate(std::string(300, '['), noon)) == "The JSON is nested more than 200 deep.");
}

TEST_CASE("errors name the character and what was expected there") {
  CHECK(refusal(Formula::parse("1 +")) == "Character 4: expected an expression, found the end.");
  CHECK(refusal(Formula::parse("(1 + 2")) == "Character 7: expected “)”, found the end.");
  CHECK(refusal(Formula::parse("[1, 2")) == "Character 6: expected “]”, found the end.");
  CHECK(refusal(Formula::parse("\"中文\" +")) == "Character 7: expected an expression, found the end.");
  CHECK(refusal(Formula::parse("if 1 = 1 the 2")) == "Character 10: expected “then”, found “the”.");
  CHECK(refusal(Formula::parse("\"abc")) == "Character 1: the text that begins here has no closing quotation mark.");
  CHECK(refusal(Formula::parse("{a: 1, a: 2}")) == "Character 8: the key “a” stands twice in one context.");
  CHECK(refusal(Formula::parse("1 instance of nothing")) == "Character 15: there is no type “nothing”.");
  CHECK(refusal(Formula::parse("size > 3", {{"siza", "number"}})) == "Character 1: there is nothing called “size”. Known here: siza.");
  CHECK(refusal(Formula::parse("1 2")) == "Character 3: expected an operator or the end, found “2”.");
  CHECK(refusal(Formula::parse_tests("1", {})) == "The tests need the name of their input.");
}

TEST_CASE("types that cannot meet are found before anything is evaluated") {
  const std::vector<Formula::Name> names{{"size", "number"}, {"name", "string"}, {"born", "date"}, {"owner", "context<age: number>"}};
  CHECK(refusal(Formula::parse("size > name", names)) == "Character 6: number and string cannot stand on the two sides of “>”.");
  CHECK(refusal(Formula::parse("size + \"a\"", names)) == "Character 6: number and string cannot stand on the two sides of “+”.");
  CHECK(refusal(Formula::parse("if size then 1 else 2", names)).find("expected something that is true or false, found number") != std::string::npos);
  CHECK(refusal(Formula::parse("owner.height", names)) == "Character 6: context has no part called “height”.");
  CHECK(refusal(Formula::parse("substring(name)", names)) == "Character 1: substring is called with other arguments than it takes: substring(string,start position,length?).");
  CHECK(Formula::parse("born + @\"P1Y\" > @\"2020-01-01\" and owner.age >= 18", names));
}

TEST_CASE("a null says why") {
  CHECK(why("1 / 0") == "Nothing can be divided by zero.");
  CHECK(why("x + 1", {{"x", ""}}) == "null + number has no meaning.");
  CHECK(why("{a: 1 / 0, b: a + 1}.b") == "null + number has no meaning.\nNothing can be divided by zero.");
  CHECK(why("[1, 2][5]") == "The list has 2 items: there is none at place 5.");
  CHECK(why("date(\"2023-02-30\")") == "date: “2023-02-30” cannot be read.");
}

TEST_CASE("input that would never end is stopped with a sentence") {
  CHECK(result("for i in 1..1000000000 return i") == "The evaluation took more than 5000000 steps and was stopped.");
  CHECK(result("count(for i in 1..100000, j in 1..100000 return 1)") == "The evaluation took more than 5000000 steps and was stopped.");
  CHECK(refusal(Formula::parse(std::string(10'000, '('))).find("nested too deeply") != std::string::npos);
  CHECK(refusal(Formula::parse(std::string(10'000, '['))).find("nested too deeply") != std::string::npos);
  CHECK(refusal(Formula::parse(std::string(10'000, '-') + "x")).find("nothing called") != std::string::npos);
  std::string sum = "1";
  while (sum.size() < (std::size_t{1} << 20)) sum += "+1";
  CHECK(refusal(Formula::parse(sum)).find("nested too deeply") != std::string::npos);
  std::string list = "[1";
  while (list.size() < (std::size_t{1} << 20)) list += ",1";
  CHECK(Formula::parse(list + "]"));
  CHECK(refusal(Formula::parse(std::string(std::size_t{5} << 20, ' '))).find("at most 4194304 are allowed") != std::string::npos);
  CHECK(result("(function(f) f(f))(function(f) f(f))") == "The evaluation calls itself too deeply and was stopped.");
  CHECK(result("count(for i in 1..100000 return [partial[-1]])") == "The values grew too large and the evaluation was stopped; 536870912 bytes are allowed.");
  std::string shared = "{a0: [1, 1]";
  for (int i = 1; i < 60; ++i) shared += ", a" + std::to_string(i) + ": [a" + std::to_string(i - 1) + ", a" + std::to_string(i - 1) + "]";
  CHECK(result(shared + ", same: a59 = a59}.same").find("stopped") != std::string::npos);
  CHECK(result("{a: \"0123456789\", r: for i in 1..60 return if i = 1 then a else partial[-1] + partial[-1]}.r[60]").find("stopped") != std::string::npos);
  std::string in;
  for (int i = 0; i < 150; ++i) in += "1 in (";
  CHECK(refusal(Formula::parse(in)) != "(no error)");
}

TEST_CASE("the tests of an input entry") {
  const auto holds = [](std::string_view tests, std::string_view input) {
    const auto formula = Formula::parse_tests(tests, {{"x", ""}});
    if (!formula) return formula.error().text();
    return formula->evaluate("{\"x\": " + std::string(input) + "}", noon)->text;
  };
  CHECK(holds("-", "1") == "true");
  CHECK(holds("< 5, > 10", "7") == "false");
  CHECK(holds("< 5, > 10", "11") == "true");
  CHECK(holds("not(1, 2)", "3") == "true");
  CHECK(holds("not(1, 2)", "2") == "false");
  CHECK(holds("\"a\", \"b\"", "\"b\"") == "true");
  CHECK(holds("[1..3)", "3") == "false");
  CHECK(holds("? > 3 and ? < 6", "5") == "true");
  CHECK(holds("contains(?, \"b\")", "\"abc\"") == "true");
  CHECK(holds("null", "null") == "true");
}

TEST_CASE("a guard on the values of a record") {
  const auto guard = Formula::parse("satisfaction >= 3 and tier in (\"A\", \"B\")", {{"satisfaction", "number"}, {"tier", "string"}});
  REQUIRE(guard);
  const Value good[]{Value::number(Type::decimal, 35, 1), Codec<Text>::pack("B")};
  const Value poor[]{Value::number(Type::integer, 2), Codec<Text>::pack("B")};
  const Value unknown[]{Value::null(Type::integer), Codec<Text>::pack("A")};
  CHECK(*guard->holds(good, noon));
  CHECK_FALSE(*guard->holds(poor, noon));
  CHECK_FALSE(*guard->holds(unknown, noon));
  CHECK(refusal(guard->holds(std::span(good, 1), noon)) == "The expression has 2 names and was given 1 values.");
}
