// for, some and every; functions and their calls.
#include <algorithm>

#include "expr/feel/machine.h"

namespace guanxi::feel {
namespace {

constexpr Message no_list{"feel.no_list", "One can go through a list or a range of whole numbers or dates, not through {0}.",
                          "只能遍历列表、整数范围或日期范围，不能遍历{0}。"};
constexpr Message no_function{"feel.no_function", "{0} is called, but is no function.", "{0}不是函数，不能调用。"};
constexpr Message arguments_count{"feel.count", "The function takes {0} arguments and was given {1}.", "该函数需要 {0} 个参数，却给了 {1} 个。"};
constexpr Message no_parameter{"feel.parameter", "The function has no parameter “{0}”, or was not given all.", "该函数没有参数“{0}”，或参数不全。"};
constexpr Message unsure{"feel.unsure", "The condition is neither true nor false for every item.", "对某些项，条件既非真也非假。"};

}  // namespace

// What a loop goes through: items, or whole numbers or days without a list of them.
struct Machine::Domain {
  const Value* items = nullptr;
  std::int64_t size = 0;
  Kind kind = Kind::null;  // of a span
  std::int64_t first = 0, step = 1;
  Value alone;

  Value at(std::int64_t i) const {
    if (items != nullptr) return items[i];
    return kind == Kind::number ? Value::number(first + i * step) : Value::of(kind, first + i * step);
  }
};

bool Machine::span_domain(const Value& from, const Value& to, bool both_ways, Domain& out) {
  if (from.kind != to.kind || (!from.is(Kind::number) && !from.is(Kind::date))) return false;
  const auto whole = [](const Value& v) { return v.is(Kind::date) ? std::optional(v.integer) : v.number().integral() ? v.number().truncated() : std::nullopt; };
  const auto a = whole(from), b = whole(to);
  constexpr std::int64_t most = std::int64_t{1} << 61;
  if (!a || !b || *a > most || *a < -most || *b > most || *b < -most) return false;
  out.kind = from.kind;
  out.first = *a;
  out.step = both_ways && *b < *a ? -1 : 1;
  out.size = std::max<std::int64_t>((*b - *a) * out.step + 1, 0);
  return true;
}

bool Machine::domain(std::uint32_t index, Frame& frame, Domain& out) {
  const Node& node = program_.nodes[index];
  if (node.op == Op::span) {
    const Value from = run(node.a, frame);
    return span_domain(from, run(node.b, frame), true, out);
  }
  const Value value = run(index, frame);
  if (value.is(Kind::range)) {
    if (value.range->form != Range::both || !span_domain(value.range->start, value.range->end, true, out)) return false;
    if (!value.range->start_included) out.first += out.step, --out.size;
    if (!value.range->end_included) --out.size;
    out.size = std::max<std::int64_t>(out.size, 0);
    return true;
  }
  if (value.null()) return false;
  if (!value.is(Kind::list)) out.alone = value;
  out.items = value.is(Kind::list) ? value.items : &out.alone;
  out.size = value.is(Kind::list) ? value.size : 1;
  return true;
}

Value Machine::each(const Node& node, Frame& frame) {
  Value results;
  results.kind = Kind::list;
  results.items = nullptr;
  std::uint32_t room = 0;
  if (each_from(node, 2, frame, results, room)) return results;
  position_ = node.position;
  return null(no_list, {"null"});
}

bool Machine::each_from(const Node& node, std::uint32_t at, Frame& frame, Value& results, std::uint32_t& room) {
  const std::uint32_t* const link = links(node);
  if (at < node.b) {
    Domain through;
    if (!domain(link[at + 1], frame, through)) return false;
    for (std::int64_t i = 0; i < through.size && !stopped_; ++i) {
      frame.slots[unmarked(link[at])] = through.at(i);
      if (!each_from(node, at + 2, frame, results, room)) return false;
    }
    return true;
  }
  frame.slots[unmarked(link[1])] = results;
  const Value value = run(link[0], frame);
  if (results.size == room) {
    room = std::max(8U, room * 2);
    Value* const wider = memory_.array<Value>(room);
    std::copy(results.begin(), results.end(), wider);
    results.items = wider;
  }
  const_cast<Value*>(results.items)[results.size++] = value;
  results.exponent = heavier(results, value);
  sealed(results);
  return true;
}

Value Machine::quantified(const Node& node, Frame& frame) {
  const Value out = quantified_from(node, 1, frame);
  if (!out.null() || out.reason != nullptr) return out;
  position_ = node.position;
  return null(unsure);
}

Value Machine::quantified_from(const Node& node, std::uint32_t at, Frame& frame) {
  const std::uint32_t* const link = links(node);
  if (at >= node.b) return run(link[0], frame);
  Domain through;
  if (!domain(link[at + 1], frame, through)) return position_ = node.position, null(no_list, {"null"});
  const bool decisive = node.op == Op::some;
  bool open = false;
  for (std::int64_t i = 0; i < through.size && !stopped_; ++i) {
    frame.slots[unmarked(link[at])] = through.at(i);
    const Value holds = quantified_from(node, at + 2, frame);
    if (holds.is(Kind::boolean) && (holds.integer != 0) == decisive) return holds;
    if (node.flag != 0 && !holds.is(Kind::boolean) && !holds.null()) return {};
    open = open || !holds.is(Kind::boolean);
  }
  return open ? Value{} : Value::of(!decisive);
}

// A function sees the slots as they are now: a loop may go on and change them.
Value Machine::closure(const Node& node, Frame& frame) {
  const Body& body = program_.bodies[node.a];
  Function function{&body, {}, 0};
  function.outer = frame;
  if (node.b != 0) {  // slots of the frame it stands in
    Value* const slots = memory_.array<Value>(node.b);
    std::copy_n(frame.slots, node.b, slots);
    function.outer.slots = slots;
  }
  Value out;
  out.kind = Kind::function;
  out.function = memory_.keep(function);
  return out;
}

Value Machine::call_node(const Node& node, Frame& frame) {
  const std::uint32_t* const link = links(node);
  const Value function = run(link[0], frame);
  Value* const arguments = memory_.array<Value>(node.b);
  for (std::uint32_t i = 1; i < node.b; ++i) arguments[i - 1] = run(link[i], frame);
  position_ = node.position;
  return call(function, Arguments(arguments, node.b - 1));
}

Value Machine::call_named(const Node& node, Frame& frame) {
  const std::uint32_t* const link = links(node);
  const Value function = run(link[0], frame);
  position_ = node.position;
  if (!function.is(Kind::function)) return null(no_function, {name_of(function.kind)}, function);
  const std::uint32_t count = node.b / 2;
  std::vector<std::string_view> names(count);
  for (std::uint32_t i = 0; i < count; ++i) names[i] = program_.constants[unmarked(link[1 + i * 2])].view();
  std::vector<std::size_t> places(count);
  std::size_t size = 0;
  if (function.function == nullptr) {
    if (count <= most_parameters) size = place_arguments(builtins()[function.size], names, places);
  } else {
    const auto wanted = function.function->body != nullptr ? std::span<const std::string>(function.function->body->names) : host_->parameters_of(function.function->service);
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto found = std::find(wanted.begin(), wanted.end(), names[i]);
      if (found == wanted.end()) return null(no_parameter, {names[i]});
      places[i] = static_cast<std::size_t>(found - wanted.begin());
    }
    size = count == wanted.size() ? count : 0;
  }
  if (size == 0) return null(no_parameter, {names.empty() ? std::string_view() : names[0]});
  std::vector<Value> arguments(size);
  for (std::uint32_t i = 0; i < count; ++i) arguments[places[i]] = run(link[2 + i * 2], frame);
  return call(function, arguments);
}

Value Machine::call(const Value& function, Arguments arguments) {
  if (!function.is(Kind::function)) return null(no_function, {name_of(function.kind)}, function);
  if (!charge(1)) return {};
  if (function.function != nullptr && function.function->body == nullptr) {
    return host_ == nullptr ? Value{} : host_->invoke(function.function->service, arguments);
  }
  if (function.function != nullptr) return call_body(*function.function, arguments);
  const Builtin& called = builtins()[function.size];
  running_ = called.name;
  return takes(called, arguments.size()) ? sealed(called.run(*this, charged(arguments))) : wrong_call(called.name);
}

Value Machine::call_body(const Function& function, Arguments arguments) {
  const Body& body = *function.body;
  if (arguments.size() != body.names.size()) {
    return null(arguments_count, {std::to_string(body.names.size()), std::to_string(arguments.size())});
  }
  const std::int32_t height = program_.heights[body.node] + 1;
  if (depth_ + height > limits_.depth || memory_.used() > limits_.bytes) {
    stop(depth_ + height > limits_.depth ? Stop::depth : Stop::bytes);
    return {};
  }
  Value* const slots = memory_.array<Value>(body.slots);
  std::fill_n(slots, body.slots, Value{});
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    slots[i] = body.types[i] == nullptr ? arguments[i] : coerce(arguments[i], *body.types[i]);
    if (slots[i].null() && !arguments[i].null()) return slots[i];
  }
  Frame frame{slots, memory_.keep(function.outer)};
  if (body.is_external) return call_java(*this, body.external, Arguments(slots, arguments.size()));
  depth_ += height;
  const Value out = run(body.node, frame);
  depth_ -= height;
  return body.result == nullptr ? out : coerce(out, *body.result);
}

Arguments Machine::charged(Arguments arguments) {
  for (const Value& argument : arguments) charge(steps_through(argument) / 16);
  return arguments;
}

Value Machine::builtin(const Node& node, Frame& frame) {
  const Builtin& called = builtins()[node.aux];
  Value few[4];
  Value* const arguments = node.b <= 4 ? few : memory_.array<Value>(node.b);
  for (std::uint32_t i = 0; i < node.b; ++i) arguments[i] = run(links(node)[i], frame);
  position_ = node.position;
  running_ = called.name;
  if (node.flag != 0) return wrong_call(called.name);
  return sealed(called.run(*this, charged(Arguments(arguments, node.b))));
}

}  // namespace guanxi::feel
