// A compiled expression: nodes in one array, names resolved to slots. Written by the parser, read by the evaluator,
// which may run one program in many threads at once.
#pragma once

#include <cstdint>
#include <deque>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/feel/memory.h"
#include "expr/feel/type.h"
#include "expr/feel/zones.h"

namespace guanxi::feel {

enum class Op : std::uint8_t {
  constant,        // a: constant
  local,           // a: slot; aux: frames outwards
  list,            // links
  context,         // links: key constant, node, slot; flag: the last entry without a key is the result
  range,           // a, b; flag: both ends' brackets and the form
  all, any,        // links
  equal, not_equal, less, less_equal, greater, greater_equal,  // a, b
  between,         // links: value, low, high
  in,              // links: value, tests
  tests,           // links: tests; aux: slot of the input; flag: negated
  add, subtract, multiply, divide, power,  // a, b
  negate,          // a
  instance_of,     // a; b: type
  path,            // a; b: constant with the name
  filter,          // a, b; aux: slot of the item
  choose,          // links: condition, then, otherwise
  each,            // links: body, slot of partial results, then slot and domain of each iterator
  some, every,     // links: body, then slot and domain
  span,            // a, b: the domain `1..10`
  function,        // a: body; b: slots of the frame it stands in
  call,            // links: function, arguments
  call_named,      // links: function, then name constant and argument
  builtin,         // links; aux: built-in; flag: its arguments do not fit
  item,            // a: slot; b: frames outwards
  item_member,     // links: slot, name constant, node when the item has no such member
  unknown,         // a: constant with the name
  coerce,          // a; b: type
  table,           // a: decision table
  question,        // flagged test: its truth counts, not its equality with the input. a
};

struct Node {
  Op op = Op::constant;
  std::uint8_t flag = 0;
  std::uint16_t aux = 0;
  std::uint32_t a = 0, b = 0;  // of nodes with links: where they start and how many
  std::uint32_t position = 0;
};
static_assert(sizeof(Node) == 16);

// Flags of Op::range.
inline constexpr std::uint8_t start_included = 1, end_included = 2;
inline constexpr int range_form_shift = 2;

// Links that are no nodes but slots or constants are marked.
inline constexpr std::uint32_t link_mark = 0x80000000U;
constexpr std::uint32_t marked(std::uint32_t n) noexcept { return n | link_mark; }
constexpr std::uint32_t unmarked(std::uint32_t n) noexcept { return n & ~link_mark; }

struct External {
  std::string class_name, method;  // of Java; empty for FEEL
};

// What a function value runs.
struct Body {
  std::uint32_t node = 0;
  std::uint32_t slots = 0;
  std::vector<std::string> names;
  std::vector<const Type*> types;
  const Type* result = nullptr;
  External external;
  bool is_external = false;
};

enum class HitPolicy : std::uint8_t { unique, any, priority, first, collect, rule_order, output_order };
enum class Aggregator : std::uint8_t { none, sum, count, min, max };

struct TableRule {
  std::vector<std::uint32_t> tests;    // nodes; 0 for "-"
  std::vector<std::uint32_t> outputs;  // nodes
};

struct TableInput {
  std::uint32_t expression = 0;
  std::uint32_t slot = 0;
  std::uint32_t allowed = 0;  // tests of inputValues
  const Type* type = nullptr;
  std::string label;
};

struct TableOutput {
  std::string name;
  const Type* type = nullptr;
  std::vector<std::uint32_t> values;  // nodes of outputValues, in order of priority
  std::uint32_t otherwise = 0;        // node of the default output
};

struct Table {
  HitPolicy policy = HitPolicy::unique;
  Aggregator aggregator = Aggregator::none;
  std::vector<TableInput> inputs;
  std::vector<TableOutput> outputs;
  std::vector<TableRule> rules;
};

struct Program {
  Program();

  std::vector<Node> nodes;
  std::vector<std::uint16_t> heights;        // of the trees below the nodes
  std::vector<const Type*> node_types;       // what is known of their values
  std::vector<std::uint32_t> links;
  std::vector<Value> constants;
  std::vector<const Type*> used_types;
  std::deque<Type> types;
  std::deque<Body> bodies;
  std::deque<Table> tables;
  std::set<std::string, std::less<>> member_names;  // that need more than letters
  Memory memory;
  Zones* zones = nullptr;

  std::uint32_t add(Node node, const Type* type = nullptr);
  std::uint32_t add(Op op, std::span<const std::uint32_t> children, std::uint32_t position, std::uint8_t flag = 0,
                    const Type* type = nullptr);
  std::uint32_t constant(const Value& value, std::uint32_t position);
  std::uint32_t text(std::string_view s);  // index of a constant
  std::uint32_t type(const Type* type);
  const Type* list_of(const Type* element);
  bool is_constant(std::uint32_t node) const { return nodes[node].op == Op::constant; }
  const Value& constant_of(std::uint32_t node) const { return constants[nodes[node].a]; }
  void note_member(std::string_view name);
};

// Deeper trees are refused.
inline constexpr std::uint16_t greatest_height = 600;

}  // namespace guanxi::feel
