#include <doctest/doctest.h>

#include "guanxi/dmn.h"
#include "refusal.h"

using namespace guanxi;

namespace {

constexpr Instant noon{1'763'726'400'000'000};

std::string model(const std::string& inside, const std::string& attributes = "") {
  return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"urn:example:test\" name=\"test\" " + attributes + ">" + inside +
         "</definitions>";
}

std::string literal(const std::string& name, const std::string& text, const std::string& needs = "", const std::string& type = "") {
  return "<decision name=\"" + name + "\" id=\"" + name + "\"><variable name=\"" + name + "\"" + (type.empty() ? "" : " typeRef=\"" + type + "\"") + "/>" + needs +
         "<literalExpression><text>" + text + "</text></literalExpression></decision>";
}

std::string needs(const std::string& kind, const std::string& id) {
  const std::string requirement = kind == "requiredKnowledge" ? "knowledgeRequirement" : "informationRequirement";
  return "<" + requirement + "><" + kind + " href=\"#" + id + "\"/></" + requirement + ">";
}

const std::string inputs =
    "<inputData name=\"amount\" id=\"amount\"><variable name=\"amount\" typeRef=\"number\"/></inputData>"
    "<inputData name=\"tier\" id=\"tier\"><variable name=\"tier\" typeRef=\"string\"/></inputData>";

// A table over amount and tier with one output, or two.
std::string table(const std::string& policy, const std::string& outputs, const std::string& rules) {
  return "<decision name=\"d\" id=\"d\"><variable name=\"d\"/>" + needs("requiredInput", "amount") + needs("requiredInput", "tier") + "<decisionTable " + policy +
         "><input><inputExpression><text>amount</text></inputExpression></input><input><inputExpression><text>tier</text></inputExpression></input>" +
         outputs + rules + "</decisionTable></decision>";
}

std::string rule(const std::string& amount, const std::string& tier, std::initializer_list<const char*> outputs) {
  std::string out = "<rule><inputEntry><text>" + amount + "</text></inputEntry><inputEntry><text>" + tier + "</text></inputEntry>";
  for (const char* output : outputs) out += "<outputEntry><text>" + std::string(output) + "</text></outputEntry>";
  return out + "</rule>";
}

const std::string one_output = "<output name=\"o\"/>";
const std::string overlapping = rule("&lt; 100", "-", {"1"}) + rule("&gt; 10", "\"A\"", {"2"}) + rule("-", "\"A\",\"B\"", {"3"});

std::string decide(const std::string& xml, std::string_view json, std::string_view name = "d") {
  const auto loaded = DecisionModel::load({{"test.dmn", xml}});
  if (!loaded) return loaded.error().text();
  const auto outcome = loaded->decide(name, json, noon);
  if (!outcome) return outcome.error().text();
  return outcome->null ? "null: " + outcome->why : outcome->text;
}

std::string first_problem(const std::string& xml) {
  const auto loaded = DecisionModel::load({{"test.dmn", xml}});
  REQUIRE(loaded);
  const auto problems = loaded->problems();
  if (problems.empty()) return "(none)";
  CHECK(problems[0].chinese != problems[0].english);
  return problems[0].element + ": " + problems[0].english;
}

}  // namespace

TEST_CASE("hit policies") {
  const std::string_view both = R"({"amount": 50, "tier": "A"})", low = R"({"amount": 50, "tier": "C"})", none = R"({"amount": 500, "tier": "C"})";
  const auto run = [&](const std::string& policy, std::string_view json) { return decide(model(inputs + table(policy, one_output, overlapping)), json); };
  CHECK(run("hitPolicy=\"UNIQUE\"", both) == "null: The table must have one matching rule, but rules 1 and 2 match.");
  CHECK(run("", low) == "1");
  CHECK(run("hitPolicy=\"FIRST\"", both) == "1");
  CHECK(run("hitPolicy=\"ANY\"", both) == "null: Rules 1 and 2 match, but their outputs differ.");
  CHECK(run("hitPolicy=\"RULE ORDER\"", both) == "[1, 2, 3]");
  CHECK(run("hitPolicy=\"COLLECT\"", both) == "[1, 2, 3]");
  CHECK(run("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", both) == "6");
  CHECK(run("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", both) == "1");
  CHECK(run("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", both) == "3");
  CHECK(run("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", both) == "3");
  CHECK(run("hitPolicy=\"FIRST\"", none) == "null: No rule of the table matches.");
}

TEST_CASE("priority, output order, defaults and several outputs") {
  const std::string ranked = "<output name=\"o\"><outputValues><text>3, 2, 1</text></outputValues><defaultOutputEntry><text>0</text></defaultOutputEntry></output>";
  const std::string_view both = R"({"amount": 50, "tier": "A"})", none = R"({"amount": 500, "tier": "C"})";
  CHECK(decide(model(inputs + table("hitPolicy=\"PRIORITY\"", ranked, overlapping)), both) == "3");
  CHECK(decide(model(inputs + table("hitPolicy=\"OUTPUT ORDER\"", ranked, overlapping)), both) == "[3, 2, 1]");
  CHECK(decide(model(inputs + table("hitPolicy=\"PRIORITY\"", ranked, overlapping)), none) == "0");
  const std::string two = "<output name=\"level\"/><output name=\"off\"/>";
  CHECK(decide(model(inputs + table("", two, rule("&gt;= 10", "-", {"\"gold\"", "amount / 10"}))), both) == "{level: \"gold\", off: 5}");
}

TEST_CASE("a decision tells which rules of its tables matched") {
  const auto matched = [](const std::string& policy, std::string_view json) {
    const auto loaded = DecisionModel::load({{"test.dmn", model(inputs + table(policy, one_output, overlapping) + literal("e", "d", needs("requiredDecision", "d")))}});
    const auto decided = loaded->decide("e", json, noon);
    std::string out;
    for (const TableMatch& match : decided->tables) {
      out += match.decision + ":";
      for (const std::uint32_t rule : match.rules) out += " " + std::to_string(rule);
    }
    return out;
  };
  CHECK(matched("hitPolicy=\"FIRST\"", R"({"amount": 50, "tier": "A"})") == "d: 1");
  CHECK(matched("hitPolicy=\"UNIQUE\"", R"({"amount": 50, "tier": "A"})") == "d: 1 2 3");
  CHECK(matched("hitPolicy=\"COLLECT\"", R"({"amount": 500, "tier": "B"})") == "d: 3");
  CHECK(matched("hitPolicy=\"FIRST\"", R"({"amount": 500, "tier": "C"})") == "d:");
}

TEST_CASE("input values that are not allowed") {
  const std::string xml = model(
      "<itemDefinition name=\"tTier\"><typeRef>string</typeRef><allowedValues><text>\"A\", \"B\"</text></allowedValues></itemDefinition>"
      "<inputData name=\"t\" id=\"t\"><variable name=\"t\" typeRef=\"tTier\"/></inputData>" + literal("d", "t", needs("requiredInput", "t")));
  CHECK(decide(xml, R"({"t": "A"})") == "\"A\"");
  CHECK(decide(xml, R"({"t": "C"})") == "null: The value is string and does not fit the type tTier.");
  CHECK(decide(xml, "{}") == "null: The input “t” was not given.");
}

TEST_CASE("boxed expressions, knowledge models and services") {
  const std::string knowledge =
      "<businessKnowledgeModel name=\"net of\" id=\"k\"><encapsulatedLogic><formalParameter name=\"gross\" typeRef=\"number\"/>"
      "<literalExpression><text>gross / 1.25</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>";
  const std::string boxed =
      "<decision name=\"d\" id=\"d\"><variable name=\"d\"/>" + needs("requiredInput", "amount") + needs("requiredKnowledge", "k") +
      "<context><contextEntry><variable name=\"net\"/><invocation><literalExpression><text>net of</text></literalExpression>"
      "<binding><parameter name=\"gross\"/><literalExpression><text>amount</text></literalExpression></binding></invocation></contextEntry>"
      "<contextEntry><variable name=\"parts\"/><for iteratorVariable=\"i\"><in><literalExpression><text>[1, 2]</text></literalExpression></in>"
      "<return><literalExpression><text>i * net</text></literalExpression></return></for></contextEntry></context></decision>";
  CHECK(decide(model(inputs + knowledge + boxed), R"({"amount": 125})") == "{net: 100, parts: [100, 200]}");
  const std::string service =
      "<decisionService name=\"s\" id=\"s\"><variable name=\"s\"/><outputDecision href=\"#out\"/><inputData href=\"#amount\"/></decisionService>";
  const std::string out = literal("out", "amount * 2", needs("requiredInput", "amount"));
  CHECK(decide(model(inputs + service + out), R"({"amount": 4})", "s") == "8");
  CHECK(decide(model(inputs + service + out + literal("d", "s(21)", needs("requiredKnowledge", "s"))), "{}") == "42");
}

TEST_CASE("imports bring their names with them") {
  const std::string library =
      "<definitions namespace=\"urn:example:lib\" name=\"lib\"><businessKnowledgeModel name=\"twice\" id=\"t\"><encapsulatedLogic>"
      "<formalParameter name=\"n\"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel></definitions>";
  const std::string main = model("<import name=\"lib\" namespace=\"urn:example:lib\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>"
                                 "<decision name=\"d\" id=\"d\"><variable name=\"d\"/><knowledgeRequirement><requiredKnowledge href=\"urn:example:lib#t\"/></knowledgeRequirement>"
                                 "<literalExpression><text>lib.twice(4)</text></literalExpression></decision>");
  const auto loaded = DecisionModel::load({{"main.dmn", main}, {"lib.dmn", library}});
  REQUIRE(loaded);
  CHECK(loaded->problems().empty());
  CHECK(loaded->decide("d", "{}", noon)->text == "8");
  CHECK(loaded->decisions() == std::vector<std::string>{"d"});
}

TEST_CASE("what is wrong with a model is said when it is loaded") {
  CHECK(first_problem(model(literal("d", "1 +"))) == "d: Character 4: expected an expression, found the end. In: 1 +");
  CHECK(first_problem(model(literal("d", "missing"))) == "d: There is nothing called “missing” here: is a requirement missing?");
  CHECK(first_problem(model(literal("d", "1", needs("requiredInput", "gone")))) == "d: It needs “#gone”, which is not in the model or its imports.");
  CHECK(first_problem(model(literal("a", "b", needs("requiredDecision", "b")) + literal("b", "a", needs("requiredDecision", "a")))) ==
        "a: It needs itself, directly or by way of others.");
  CHECK(first_problem(model(literal("d", "1", "", "tNone"))) == "d: There is no type “tNone”.");
  CHECK(first_problem(model("<itemDefinition name=\"tA\"><itemComponent name=\"a\"><typeRef>tA</typeRef></itemComponent></itemDefinition>")) ==
        "tA: The type “tA” is part of itself.");
  CHECK(first_problem(model(inputs + table("hitPolicy=\"BEST\"", one_output, overlapping))) == "d: There is no hit policy “BEST”.");
  CHECK(first_problem(model(inputs + table("", one_output, rule("-", "-", {"1", "2"})))) ==
        "d: Rule 1 has 2 input and 2 output entries; the table has 2 and 1 columns.");
  CHECK(first_problem(model("<decision name=\"d\"><context><contextEntry><variable name=\"x\"/></contextEntry></context></decision>")) == "d: An expression is missing.");
  CHECK(first_problem(model(inputs + table("", one_output, overlapping))) == "(none)");
}

TEST_CASE("what is sound in a model can be evaluated all the same") {
  const std::string xml = model(literal("d", "1 + 1") + literal("broken", "1 +"));
  CHECK(decide(xml, "{}") == "2");
  CHECK(decide(xml, "{}", "broken").find("null") == 0);
  CHECK(decide(xml, "{}", "none") == "The model has no decision, knowledge model or service called “none”.");
}

TEST_CASE("XML that is none, that is something else, or that would grow without end") {
  CHECK(refusal(DecisionModel::load({{"x.dmn", "<definitions>"}})).find("x.dmn is no readable XML") == 0);
  CHECK(refusal(DecisionModel::load({{"x.dmn", "<html/>"}})) == "x.dmn holds no decision model: its root is “html”, not “definitions”.");
  const std::string laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>" +
                             model(literal("d", "\"&b;&f;\""));
  CHECK(decide(laughs, "{}") == "\"&b;&f;\"");
  std::string billion = "<!DOCTYPE d [<!ENTITY l0 \"ha\">";
  for (int i = 1; i < 10; ++i) {
    billion += "<!ENTITY l" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) billion += "&l" + std::to_string(i - 1) + ";";
    billion += "\">";
  }
  CHECK(decide(billion + "]>" + model(literal("d", "string length(\"&l9;\")")), "{}") == "4");  // the reference as it is written
  std::string chain = literal("d0", "1");
  for (int i = 1; i < 3000; ++i) {
    const std::string before = "d" + std::to_string(i - 1);
    chain += literal("d" + std::to_string(i), before, needs("requiredDecision", before));
  }
  CHECK(first_problem(model(chain)) == "d501: It needs others through more than 500 others.");
  std::string parts;
  for (int i = 0; i < 3000; ++i) parts = "<itemComponent name=\"c\">" + parts + "</itemComponent>";
  CHECK(first_problem(model("<itemDefinition name=\"tDeep\">" + parts + "</itemDefinition>")) == "tDeep: The type “c” is nested too deeply.");
  std::string deep = "<literalExpression><text>1</text></literalExpression>";
  for (int i = 0; i < 300; ++i) deep = "<list>" + deep + "</list>";
  CHECK(first_problem(model("<decision name=\"d\">" + deep + "</decision>")) == "d: The expressions are boxed too deeply.");
}
