// Expressions beside the same conditions written by hand in C++ over the same values. npm's feelin runs the same texts in
// bench/rivals/feelin.mjs.
#include <array>
#include <string>
#include <string_view>

#include "benchmarks.h"
#include "dmn/model.h"
#include "guanxi/feel.h"
#include "guanxi/id.h"
#include "sample.h"

namespace guanxi::bench {
namespace {

constexpr std::int64_t times = 200'000;
constexpr int rounds = 9;
constexpr Instant now{1'763'726'400'000'000};

template <std::size_t N>
using Row = std::array<Value, N>;

// Rows that differ, so that neither side is measured on one answer.
template <std::size_t N>
using Rows = std::array<Row<N>, 16>;

template <std::size_t N, class Floor>
void condition(Table& table, const std::string& what, const std::string& text, std::vector<Formula::Name> names, const Rows<N>& rows,
               Floor floor, const std::string& target) {
  const Formula formula = need(Formula::parse(text, std::move(names)));
  for (const Row<N>& row : rows)
    if (need(formula.holds(row, now)) != floor(row)) fail("the floor of " + text + " says something else");
  const auto pair = compare(
      rounds, times,
      [&](int) {
        for (std::int64_t i = 0; i < times; ++i) sink += need(formula.holds(rows[static_cast<std::size_t>(i) % rows.size()], now));
      },
      [&](int) {
        for (std::int64_t i = 0; i < times; ++i) sink += floor(rows[static_cast<std::size_t>(i) % rows.size()]);
      });
  table.add(what + ": `" + text + "`", pair, "by hand", target);
}

void guard(Table& table) {
  Rows<1> rows;
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {Codec<Money>::pack({static_cast<std::int64_t>(i) * 10'000 * 100, CNY})};
  const auto floor = [](const Row<1>& row) { return row[0].is_set() && row[0].integer > 50'000 * 100; };
  condition(table, "guard", "amount > 50000", {{"amount", "number"}}, rows, floor, "≤ 50 ns");
}

void permission(Table& table) {
  Rows<4> rows;
  std::array<Id, 2> people{};
  people[1].bytes[15] = 1;
  static constexpr std::array<std::string_view, 3> tiers{"A", "B", "C"};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i] = {Codec<Id>::pack(people[i % 2]), Codec<Id>::pack(people[i / 8]), Codec<Int>::pack(static_cast<std::int64_t>(i * 5)),
               Codec<Picklist>::pack(tiers[i % tiers.size()])};
  }
  const auto floor = [](const Row<4>& row) {
    return Codec<Id>::unpack(row[0]) == Codec<Id>::unpack(row[1]) && row[2].integer <= 50 && row[3].view() == "A";
  };
  condition(table, "permission of three terms", "owner = me and sensitivity <= 50 and tier = \"A\"",
            {{"owner", "string"}, {"me", "string"}, {"sensitivity", "number"}, {"tier", "string"}}, rows, floor, "≤ 120 ns");
}

void dates(Table& table) {
  Rows<2> rows;
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = {Codec<Date>::pack(Date{20'000}), Codec<Date>::pack(Date{20'000 + static_cast<std::int32_t>(i) * 5})};
  const auto floor = [](const Row<2>& row) { return row[1].integer - row[0].integer > 30; };
  condition(table, "difference of dates", "due - opened > duration(\"P30D\")", {{"opened", "date"}, {"due", "date"}}, rows, floor, "");
}

void list_filter(Table& table) {
  Rows<1> rows;
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {Codec<Int>::pack(static_cast<std::int64_t>(i) * 10)};
  const auto floor = [](const Row<1>& row) {
    constexpr std::array<std::int64_t, 10> amounts{12, 250, 31, 44, 99, 105, 7, 68, 73, 140};
    int count = 0;
    for (const std::int64_t amount : amounts) count += amount > row[0].integer;
    return count == 4;
  };
  condition(table, "filter of a list of ten", "count([12, 250, 31, 44, 99, 105, 7, 68, 73, 140][item > least]) = 4", {{"least", "number"}}, rows,
            floor, "");
}

void reading(Table& table) {
  constexpr std::int64_t texts = 5'000;
  const std::string guard = "amount > 50000", three = "owner = me and sensitivity <= 50 and tier = \"A\"";
  const auto pair = compare(
      rounds, texts,
      [&](int) {
        for (std::int64_t i = 0; i < texts; ++i) sink += need(Formula::parse(guard, {{"amount", "number"}})).names().empty();
      },
      [&](int) {
        for (std::int64_t i = 0; i < texts; ++i)
          sink += need(Formula::parse(three, {{"owner", "string"}, {"me", "string"}, {"sensitivity", "number"}, {"tier", "string"}})).names().empty();
      });
  table.add("parse and check of the guard", pair, "of the three terms", "≤ 10 µs");
}

// Ten rules over tier, amount and years; the discount is the answer.
struct Rule {
  std::string_view tier;
  std::int64_t least, most, years, discount;
};
constexpr std::array<Rule, 10> rules{{{"A", 0, 9'999, 0, 2}, {"A", 10'000, 99'999, 0, 5}, {"A", 100'000, 999'999, 0, 8},
                                      {"A", 1'000'000, 9'999'999, 0, 12}, {"B", 0, 9'999, 0, 1}, {"B", 10'000, 99'999, 2, 3},
                                      {"B", 100'000, 9'999'999, 2, 6}, {"C", 0, 99'999, 5, 1}, {"C", 100'000, 999'999, 5, 2},
                                      {"C", 1'000'000, 9'999'999, 0, 4}}};

std::string table_of_rules() {
  std::string xml = R"(<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="bench" namespace="bench">
<inputData id="tier" name="tier"><variable name="tier" typeRef="string"/></inputData>
<inputData id="amount" name="amount"><variable name="amount" typeRef="number"/></inputData>
<inputData id="years" name="years"><variable name="years" typeRef="number"/></inputData>
<decision name="discount"><variable name="discount" typeRef="number"/>
<informationRequirement><requiredInput href="#tier"/></informationRequirement>
<informationRequirement><requiredInput href="#amount"/></informationRequirement>
<informationRequirement><requiredInput href="#years"/></informationRequirement>
<decisionTable hitPolicy="FIRST"><input><inputExpression typeRef="string"><text>tier</text></inputExpression></input>
<input><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
<input><inputExpression typeRef="number"><text>years</text></inputExpression></input><output name="discount" typeRef="number"/>)";
  for (const Rule& rule : rules) {
    xml += "<rule><inputEntry><text>\"" + std::string(rule.tier) + "\"</text></inputEntry><inputEntry><text>[" + std::to_string(rule.least) + ".." +
           std::to_string(rule.most) + "]</text></inputEntry><inputEntry><text>&gt;= " + std::to_string(rule.years) +
           "</text></inputEntry><outputEntry><text>" + std::to_string(rule.discount) + "</text></outputEntry></rule>";
  }
  return xml + "</decisionTable></decision></definitions>";
}

void decision_table(Table& table) {
  const dmn::Model model = need(dmn::Model::load({{"bench", table_of_rules()}}));
  std::array<std::vector<dmn::Input>, 16> inputs;
  static constexpr std::array<std::string_view, 3> tiers{"C", "B", "A"};
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    inputs[i] = {{"tier", feel::Value::string(tiers[i % 3])}, {"amount", feel::Value::number(static_cast<std::int64_t>(i * i * i * i * 20))},
                 {"years", feel::Value::number(static_cast<std::int64_t>(i % 7))}};
  }
  const auto ours = [&](const std::vector<dmn::Input>& in) -> std::int64_t {
    alignas(16) std::byte room[2048];
    feel::Memory memory(room);
    const feel::Value out = need(model.evaluate("discount", in, memory, now));
    return out.null() ? 0 : out.integer;
  };
  const auto floor = [](const std::vector<dmn::Input>& in) -> std::int64_t {
    for (const Rule& rule : rules) {
      const std::int64_t amount = in[1].value.integer;
      if (in[0].value.view() == rule.tier && amount >= rule.least && amount <= rule.most && in[2].value.integer >= rule.years) return rule.discount;
    }
    return 0;
  };
  for (const auto& in : inputs)
    if (ours(in) != floor(in)) fail("the floor of the decision table says something else");
  const auto pair = compare(
      rounds, times,
      [&](int) {
        for (std::int64_t i = 0; i < times; ++i) sink += static_cast<std::uint64_t>(ours(inputs[static_cast<std::size_t>(i) % inputs.size()]));
      },
      [&](int) {
        for (std::int64_t i = 0; i < times; ++i) sink += static_cast<std::uint64_t>(floor(inputs[static_cast<std::size_t>(i) % inputs.size()]));
      });
  table.add("decision table of ten rules over three inputs, first hit", pair, "by hand", "≤ 1 µs");
}

}  // namespace

void expressions(Table& table) {
  guard(table);
  permission(table);
  dates(table);
  list_filter(table);
  decision_table(table);
  reading(table);
}

}  // namespace guanxi::bench
