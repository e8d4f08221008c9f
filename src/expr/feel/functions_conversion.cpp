#include <algorithm>

#include "expr/feel/functions.h"
#include "expr/feel/parser.h"

namespace guanxi::feel {
namespace {

constexpr Message no_number{"feel.not_a_number", "number: “{0}” is no number.", "number：“{0}”不是数字。"};
constexpr Message no_range{"feel.not_a_range", "range: “{0}” is no range with ends that go up.", "range：“{0}”不是从小到大的范围。"};
constexpr Message bad_separator{"feel.separator", "number: the separators must be “.”, “,” or a blank for groups, and unlike each other.",
                                "number：分组符须为“.”、“,”或空格，小数点须为“.”或“,”，且两者不同。"};

// The sign of the groups or of the fraction; empty when none is given.
bool separator(Arguments arguments, std::size_t i, std::string_view known, std::string_view& out) {
  if (!given(arguments, i)) return true;
  if (!arguments[i].is(Kind::string)) return false;
  out = arguments[i].view();
  return out.size() == 1 && known.find(out) != std::string_view::npos;
}

Value number(Machine& machine, Arguments arguments) {
  if (arguments.size() == 1 && arguments[0].is(Kind::number)) return arguments[0];
  FEEL_WANT(from, 0, Kind::string, "from");
  std::string_view group, point;
  const bool sound = separator(arguments, 1, " ,.", group) && separator(arguments, 2, ".,", point) && (group.empty() || group != point);
  if (!sound) return machine.null(bad_separator);
  std::string plain;
  for (const char c : from.view()) {
    if (!group.empty() && c == group[0]) continue;
    const bool foreign_point = !point.empty() && point[0] != '.' && c == '.';
    plain += !point.empty() && c == point[0] ? '.' : foreign_point ? '?' : c;
  }
  const auto read = plain.empty() || plain.back() == '.' ? std::nullopt : Decimal34::parse(plain);
  return read ? machine.memory().number(*read) : machine.null(no_number, {from.view()});
}

Value string(Machine& machine, Arguments arguments) {
  if (arguments[0].null()) return arguments[0];
  if (arguments[0].is(Kind::string)) return arguments[0];
  return machine.text(text_of(arguments[0]));
}

Value negation(Machine& machine, Arguments arguments) {
  FEEL_WANT(b, 0, Kind::boolean, "negand");
  return Value::of(!b.is_true());
}

Value is(Machine&, Arguments arguments) {
  const Value none{};
  return Value::of(identical(arguments.empty() ? none : arguments[0], arguments.size() < 2 ? none : arguments[1]));
}

// Only literals may end a range that is read from a text.
bool literal(const Program& program, std::uint32_t index) {
  const Node& node = program.nodes[index];
  if (node.op == Op::constant) return !program.constant_of(index).null();
  if (node.op == Op::negate) return literal(program, node.a);
  static constexpr std::string_view makers[]{"date", "time", "date and time", "duration"};
  if (node.op != Op::builtin || std::find(std::begin(makers), std::end(makers), builtins()[node.aux].name) == std::end(makers)) return false;
  return std::all_of(program.links.begin() + node.a, program.links.begin() + node.a + node.b, [&](std::uint32_t child) { return program.is_constant(child); });
}

Value range(Machine& machine, Arguments arguments) {
  FEEL_WANT(from, 0, Kind::string, "from");
  Program program;
  program.zones = &machine.zones();
  const Scope none;
  std::uint32_t slots = 0;
  const auto failed = [&] { return machine.null(no_range, {from.view()}); };
  if (!machine.charge(10 + static_cast<std::int64_t>(from.size))) return {};
  const auto node = Parser(program, from.view(), none, slots).expression();
  if (!node) return failed();
  const Node& read = program.nodes[*node];
  const bool two_ends = read.op == Op::range && read.flag >> range_form_shift == Range::both && literal(program, read.a) && literal(program, read.b);
  if (!two_ends) return failed();
  Memory memory;
  Machine inner(program, memory, machine.zones(), machine.now());
  Frame frame;
  const Value value = inner.run(*node, frame);
  int order = 0;
  if (!value.is(Kind::range) || !compare(value.range->start, value.range->end, order) || order > 0) return failed();
  return machine.memory().copy(value);
}

}  // namespace

std::span<const Builtin> conversion_functions() noexcept {
  static constexpr Builtin all[]{
      {"number", "from,grouping separator?,decimal separator?", number},
      {"string", "from", string},
      {"not", "negand", negation},
      {"is", "value1,value2|!value1?,value2?", is},
      {"range", "from", range},
  };
  return all;
}

}  // namespace guanxi::feel
