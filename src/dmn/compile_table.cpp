#include <algorithm>

#include "dmn/compiler.h"
#include "expr/feel/names.h"

namespace guanxi::dmn {
namespace {

constexpr Message bad_policy{"dmn.policy", "There is no hit policy “{0}”.", "没有命中策略“{0}”。"};
constexpr Message bad_rule{"dmn.rule", "Rule {0} has {1} input and {2} output entries; the table has {3} and {4} columns.",
                           "规则 {0} 有 {1} 个输入项和 {2} 个输出项，而表有 {3} 个输入列和 {4} 个输出列。"};

struct Policy {
  std::string_view name;
  feel::HitPolicy policy;
};
constexpr Policy policies[]{{"", feel::HitPolicy::unique},          {"UNIQUE", feel::HitPolicy::unique},
                            {"FIRST", feel::HitPolicy::first},      {"PRIORITY", feel::HitPolicy::priority},
                            {"ANY", feel::HitPolicy::any},          {"COLLECT", feel::HitPolicy::collect},
                            {"RULE ORDER", feel::HitPolicy::rule_order}, {"OUTPUT ORDER", feel::HitPolicy::output_order}};

feel::Aggregator aggregator_named(std::string_view name) {
  if (name == "SUM") return feel::Aggregator::sum;
  if (name == "COUNT") return feel::Aggregator::count;
  if (name == "MIN") return feel::Aggregator::min;
  if (name == "MAX") return feel::Aggregator::max;
  return feel::Aggregator::none;
}

}  // namespace

std::uint32_t Compiler::table(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  const auto index = static_cast<std::uint32_t>(program_.tables.size());
  feel::Table& table = program_.tables.emplace_back();
  const std::string_view wanted = node.attribute("hitPolicy").value();
  const auto policy = std::find_if(std::begin(policies), std::end(policies), [&](const Policy& p) { return p.name == wanted; });
  if (policy == std::end(policies)) return broken(bad_policy, {std::string(wanted)});
  table.policy = policy->policy;
  table.aggregator = aggregator_named(node.attribute("aggregation").value());
  for (const pugi::xml_node& input : children(node, "input")) table_input(input, table, scope, slots);
  for (const pugi::xml_node& output : children(node, "output")) table_output(output, table, scope, slots);
  for (const pugi::xml_node& rule : children(node, "rule")) table_rule(rule, table, scope, slots);
  if (table.outputs.empty()) return broken(bad_rule, {"1", "0", "0", std::to_string(table.inputs.size()), "0"});
  std::uint16_t height = 0;
  for (const feel::TableRule& rule : table.rules) {
    for (const std::uint32_t output : rule.outputs) height = std::max(height, program_.heights[output]);
  }
  const std::uint32_t out = program_.add(feel::Node{feel::Op::table, 0, 0, index, 0, 0});
  program_.heights[out] = static_cast<std::uint16_t>(height + 1);
  return out;
}

void Compiler::table_input(const pugi::xml_node& node, feel::Table& table, const Scope& scope, std::uint32_t& slots) {
  const pugi::xml_node read = child(node, "inputExpression");
  feel::TableInput input;
  input.label = feel::normal_name(text_in(read));
  input.expression = literal(text_in(read), scope, slots);
  input.type = type_ref(read);
  input.slot = slots++;
  if (const std::string allowed = text_in(child(node, "inputValues")); !feel::normal_name(allowed).empty()) {
    input.allowed = tests(allowed, scope, input.slot, slots, input.type);
  }
  table.inputs.push_back(std::move(input));
}

void Compiler::table_output(const pugi::xml_node& node, feel::Table& table, const Scope& scope, std::uint32_t& slots) {
  feel::TableOutput output;
  output.name = feel::normal_name(node.attribute("name").value());
  output.type = type_ref(node);
  std::uint32_t allowed = 0;
  const std::uint32_t slot = slots++;
  if (const std::string values = text_in(child(node, "outputValues")); !feel::normal_name(values).empty()) {
    allowed = tests(values, scope, slot, slots, output.type);
  } else if (output.type != nullptr) {
    allowed = output.type->allowed;
  }
  if (allowed != 0 && program_.nodes[allowed].op == feel::Op::tests) {
    const feel::Node& listed = program_.nodes[allowed];
    output.values.assign(program_.links.begin() + listed.a, program_.links.begin() + listed.a + listed.b);
  }
  if (const pugi::xml_node otherwise = child(node, "defaultOutputEntry")) output.otherwise = literal(text_in(otherwise), scope, slots);
  table.outputs.push_back(std::move(output));
}

void Compiler::table_rule(const pugi::xml_node& node, feel::Table& table, const Scope& scope, std::uint32_t& slots) {
  const auto inputs = children(node, "inputEntry"), outputs = children(node, "outputEntry");
  feel::TableRule rule;
  if (inputs.size() != table.inputs.size() || outputs.size() != table.outputs.size()) {
    problem(Error(Code::invalid, bad_rule, {std::to_string(table.rules.size() + 1), std::to_string(inputs.size()), std::to_string(outputs.size()),
                                            std::to_string(table.inputs.size()), std::to_string(table.outputs.size())}));
  }
  for (std::size_t i = 0; i < table.inputs.size() && i < inputs.size(); ++i) {
    const std::string text = text_in(inputs[i]);
    const bool any = feel::normal_name(text).empty();
    rule.tests.push_back(any ? 0 : tests(text, scope, table.inputs[i].slot, slots, table.inputs[i].type));
  }
  for (std::size_t i = 0; i < table.outputs.size(); ++i) {
    rule.outputs.push_back(i < outputs.size() ? literal(text_in(outputs[i]), scope, slots) : 0);
  }
  table.rules.push_back(std::move(rule));
}

}  // namespace guanxi::dmn
