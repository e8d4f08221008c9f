#include "expr/feel/machine.h"

#include <algorithm>

#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

constexpr Message unlike_types{"feel.unlike", "{0} {1} {2} has no answer: the two do not compare.", "{0} {1} {2} 没有结果：两者不能相比。"};
constexpr Message unknown_name{"feel.unknown_name", "There is nothing called “{0}” here.", "此处没有名为“{0}”的东西。"};
constexpr Message out_of_steps{"feel.steps", "The evaluation took more than {0} steps and was stopped.", "求值超过 {0} 步，已停止。"};
constexpr Message out_of_depth{"feel.depth", "The evaluation calls itself too deeply and was stopped.", "求值递归过深，已停止。"};
constexpr Message out_of_bytes{"feel.bytes", "The values grew too large and the evaluation was stopped; {0} bytes are allowed.", "数值增长过大，求值已停止；最多允许 {0} 字节。"};
constexpr Message wrong_type{"feel.argument", "{0}: “{1}” must be {2}, but is {3}.", "{0}：“{1}”应为{2}，却是{3}。"};
constexpr Message wrong_arguments{"feel.arguments", "{0} cannot be called with these arguments.", "不能用这些参数调用 {0}。"};
constexpr Message too_large_number{"feel.no_number", "{0}: there is no such number, or it is too large.", "{0}：没有这样的数，或数值过大。"};
constexpr Message no_boolean{"feel.no_boolean", "The condition is {0}, not true or false.", "条件是{0}，不是真或假。"};

}  // namespace

Error Machine::stop_error() const {
  if (why_ == Stop::steps) return Error(Code::limit, out_of_steps, {std::to_string(limits_.steps)});
  if (why_ == Stop::bytes) return Error(Code::limit, out_of_bytes, {std::to_string(limits_.bytes)});
  return Error(Code::limit, out_of_depth);
}

Value Machine::null(const Message& message, std::initializer_list<std::string_view> arguments, const Value& cause) {
  auto* const kept = memory_.array<std::string_view>(arguments.size());
  std::transform(arguments.begin(), arguments.end(), kept, [&](std::string_view s) { return memory_.keep(s); });
  const Reason reason{&message, kept, static_cast<std::uint32_t>(arguments.size()), position_, cause.null() ? cause.reason : nullptr};
  Value out;
  out.reason = memory_.keep(reason);
  return out;
}

Value Machine::wrong_argument(std::string_view parameter, std::string_view wanted, const Value& found) {
  return null(wrong_type, {running_, parameter, wanted, name_of(found.kind)}, found);
}

Value Machine::wrong_call(std::string_view function) { return null(wrong_arguments, {function}); }

Value Machine::number(const std::optional<Decimal34>& n) {
  return n ? memory_.number(*n) : null(too_large_number, {running_.empty() ? "FEEL" : running_});
}

Value Machine::unlike(const Value& a, const Value& b, std::string_view sign) {
  return null(unlike_types, {name_of(a.kind), sign, name_of(b.kind)}, a.null() ? a : b);
}

Value Machine::ordered(const Node& node, const Value& a, const Value& b) {
  int order = 0;
  static constexpr std::string_view signs[]{"<", "<=", ">", ">="};
  position_ = node.position;
  if (!compare(a, b, order)) return unlike(a, b, signs[static_cast<int>(node.op) - static_cast<int>(Op::less)]);
  switch (node.op) {
    case Op::less: return Value::of(order < 0);
    case Op::less_equal: return Value::of(order <= 0);
    case Op::greater: return Value::of(order > 0);
    default: return Value::of(order >= 0);
  }
}

// What is asked most often stands here; the rest in slow().
Value Machine::run(std::uint32_t index, Frame& frame) {
  if (--steps_ < 0 || stopped_) {
    stop(Stop::steps);
    return {};
  }
  const Node& node = program_.nodes[index];
  switch (node.op) {
    case Op::constant: return program_.constants[node.a];
    case Op::local: {
      const Frame* at = &frame;
      for (std::uint16_t i = 0; i < node.aux; ++i) at = at->outer;
      return at->slots[node.a];
    }
    case Op::all: return and_or(node, frame, false);
    case Op::any: return and_or(node, frame, true);
    case Op::equal:
    case Op::not_equal: {
      const Value a = run(node.a, frame);
      const Value b = run(node.b, frame);
      charge_for(a, b);
      const Value same = equal(a, b);
      if (same.null()) return position_ = node.position, unlike(a, b, "=");
      return Value::of(same.is_true() == (node.op == Op::equal));
    }
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal: {
      const Value a = run(node.a, frame);
      return ordered(node, a, run(node.b, frame));
    }
    default: return slow(node, frame);
  }
}

Value Machine::slow(const Node& node, Frame& frame) {
  const auto both = [&](Value (*operation)(Machine&, const Value&, const Value&)) {
    const Value a = run(node.a, frame);
    const Value b = run(node.b, frame);
    position_ = node.position;
    return operation(*this, a, b);
  };
  switch (node.op) {
    case Op::add: return both(feel::add);
    case Op::subtract: return both(feel::subtract);
    case Op::multiply: return both(feel::multiply);
    case Op::divide: return both(feel::divide);
    case Op::power: return both(feel::power);
    case Op::negate: return feel::negate(*this, run(node.a, frame));
    case Op::list: return list(node, frame);
    case Op::context: return context(node, frame);
    case Op::range: return range(node, frame);
    case Op::between: return between(node, frame);
    case Op::in: return tests(node, links(node) + 1, node.b - 1, run(links(node)[0], frame), frame);
    case Op::tests: return tests(node, links(node), node.b, frame.slots[node.aux], frame);
    case Op::instance_of: {
      const Value value = run(node.a, frame);
      charge(steps_through(value) / 8);
      return Value::of(conforms(value, *program_.used_types[node.b], false));
    }
    case Op::path: {
      const Value object = run(node.a, frame);
      position_ = node.position;
      return member(object, program_.constants[node.b].view());
    }
    case Op::filter: return filter(node, frame);
    case Op::choose: return choose(node, frame);
    case Op::each: return each(node, frame);
    case Op::some:
    case Op::every: return quantified(node, frame);
    case Op::function: return closure(node, frame);
    case Op::call: return call_node(node, frame);
    case Op::call_named: return call_named(node, frame);
    case Op::builtin: return builtin(node, frame);
    case Op::item:
    case Op::item_member: return item_member(node, frame);
    case Op::unknown: return position_ = node.position, null(unknown_name, {program_.constants[node.a].view()});
    case Op::coerce: {
      const Value value = run(node.a, frame);
      position_ = node.position;
      return coerce(value, *program_.used_types[node.b]);
    }
    case Op::table: return table(program_.tables[node.a], frame, node.position);
    case Op::question: return run(node.a, frame);
    default: return {};
  }
}

Value Machine::and_or(const Node& node, Frame& frame, bool absorbing) {
  bool open = false;
  Value cause;
  for (std::uint32_t i = 0; i < node.b; ++i) {
    const Value term = run(links(node)[i], frame);
    if (term.is(Kind::boolean) && (term.integer != 0) == absorbing) return term;
    if (term.is(Kind::boolean)) continue;
    open = true;
    cause = term;
  }
  if (!open) return Value::of(!absorbing);
  position_ = node.position;
  return null(no_boolean, {name_of(cause.kind)}, cause);
}

// Boxed conditions must be true or false; in text, whatever is not true means otherwise.
Value Machine::choose(const Node& node, Frame& frame) {
  const Value condition = run(links(node)[0], frame);
  if (node.flag != 0 && !condition.is(Kind::boolean) && !condition.null()) return null(no_boolean, {name_of(condition.kind)});
  return run(links(node)[condition.is_true() ? 1 : 2], frame);
}

Value Machine::list(const Node& node, Frame& frame) {
  Value out;
  out.kind = Kind::list;
  out.size = node.b;
  Value* const items = memory_.array<Value>(node.b);
  for (std::uint32_t i = 0; i < node.b; ++i) items[i] = run(links(node)[i], frame);
  out.items = items;
  weigh(out);
  return sealed(out);
}

Value Machine::context(const Node& node, Frame& frame) {
  const std::uint32_t count = node.b / 3;
  const std::uint32_t* const link = links(node);
  Entry* const entries = memory_.array<Entry>(count);
  Value out;
  out.kind = Kind::context;
  out.entries = entries;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Value value = run(link[i * 3 + 1], frame);
    if (node.flag != 0 && i + 1 == count) return value;
    frame.slots[unmarked(link[i * 3 + 2])] = value;
    entries[out.size++] = {program_.constants[unmarked(link[i * 3])].view(), value};
  }
  weigh(out);
  return sealed(out);
}

Value Machine::range(const Node& node, Frame& frame) {
  Range out;
  Value failure;
  return range_of(node, frame, out, failure) ? memory_.range(out) : failure;
}

bool Machine::range_of(const Node& node, Frame& frame, Range& out, Value& failure) {
  out.form = static_cast<Range::Form>(node.flag >> range_form_shift);
  out.start_included = (node.flag & start_included) != 0;
  out.end_included = (node.flag & end_included) != 0;
  const bool has_start = out.form != Range::less && out.form != Range::less_equal;
  const bool has_end = out.form != Range::greater && out.form != Range::greater_equal;
  const Value a = run(node.a, frame);
  const Value b = node.a == node.b ? a : run(node.b, frame);
  if (has_start) out.start = a;
  if (has_end) out.end = b;
  int order = 0;
  position_ = node.position;
  if (out.form != Range::both) return true;
  const bool open_end = (a.null() && out.start_included) || (b.null() && out.end_included);
  if (!open_end && (a.null() || b.null() || compare(a, b, order))) return true;
  failure = unlike(a, b, "..");
  return false;
}

// Whether the input lies in the range, which need not be made for that.
Value Machine::within(const Node& range, const Value& input, Frame& frame) {
  Range out;
  Value failure;
  if (!charge(1) || !range_of(range, frame, out, failure)) return failure;
  const Value held = contains(out, input);
  return held.null() ? unlike(input, Value::of(Kind::range, 0), "in") : held;
}

Value Machine::between(const Node& node, Frame& frame) {
  const Value value = run(links(node)[0], frame), low = run(links(node)[1], frame), high = run(links(node)[2], frame);
  int from = 0, to = 0;
  position_ = node.position;
  if (!compare(value, low, from)) return unlike(value, low, "between");
  if (!compare(value, high, to)) return unlike(value, high, "between");
  return Value::of(from >= 0 && to <= 0);
}

// Whether one of the tests holds. Kleene's or: unsure when none holds and one cannot be told.
Value Machine::tests(const Node& node, const std::uint32_t* first, std::uint32_t count, const Value& input, Frame& frame) {
  const bool negated = node.op == Op::tests && node.flag != 0;
  Value unsure = Value::of(negated);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Value holds = holds_for(first[i], input, frame);
    if (holds.is_true()) return Value::of(!negated);
    if (!holds.is(Kind::boolean)) unsure = holds.null() ? holds : Value{};
  }
  return unsure;
}

Value Machine::holds_for(std::uint32_t index, const Value& input, Frame& frame) {
  const Node& node = program_.nodes[index];
  if (node.op == Op::range && !input.is(Kind::range)) return within(node, input, frame);
  const Value told = run(index, frame);
  charge(steps_through(told) / 8);
  const bool failed = told.null() && told.reason != nullptr;
  return failed || node.op == Op::question ? told : test(told, input);
}

Value Machine::test(const Value& test, const Value& input) {
  switch (test.kind) {
    case Kind::range: {
      if (input.is(Kind::range)) return equal(input, test);
      const Value held = contains(*test.range, input);
      return held.null() ? unlike(input, test, "in") : held;
    }
    case Kind::list: {
      if (input.is(Kind::list) && equal(input, test).is_true()) return Value::of(true);
      const auto holds = [&](const Value& item) { return item.is(Kind::range) && !input.is(Kind::range) ? contains(*item.range, input).is_true() : equal(input, item).is_true(); };
      return Value::of(std::any_of(test.begin(), test.end(), holds));
    }
    case Kind::function: return call(test, Arguments(&input, 1));
    default: break;
  }
  const Value same = equal(input, test);
  if (!same.null()) return same;
  if (test.is(Kind::boolean)) return test;  // a condition that does not ask the input
  if (input.is(Kind::list)) {
    return Value::of(std::any_of(input.begin(), input.end(), [&](const Value& item) { return equal(item, test).is_true(); }));
  }
  return Value::of(false);
}

Value Machine::item_member(const Node& node, Frame& frame) {
  if (node.op == Op::item) {
    const Frame* at = &frame;
    for (std::uint32_t i = 0; i < node.b; ++i) at = at->outer;
    const Value& self = at->slots[node.a];
    const Value* const named = self.is(Kind::context) ? find(self, "item") : nullptr;
    return named == nullptr ? self : *named;
  }
  const Value& self = frame.slots[unmarked(links(node)[0])];
  const std::string_view name = program_.constants[unmarked(links(node)[1])].view();
  if (self.is(Kind::context)) {
    if (const Value* const found = find(self, name)) return *found;
  }
  return run(links(node)[2], frame);
}

Value Machine::filter(const Node& node, Frame& frame) {
  const Value listed = run(node.a, frame);
  const Value alone[]{listed};
  const bool single = !listed.is(Kind::list);
  const Value* const items = single ? alone : listed.items;
  const std::uint32_t size = single ? 1 : listed.size;
  std::vector<Value> kept;
  Value& slot = frame.slots[node.aux];
  const Value before = slot;
  for (std::uint32_t i = 0; i < std::max(size, 1U) && !stopped_; ++i) {
    slot = i < size ? items[i] : Value{};
    const Value holds = run(node.b, frame);
    if (i == 0 && holds.is(Kind::number)) {
      slot = before;
      auto place = holds.number().truncated();
      if (place && *place < 0) *place += std::int64_t{size} + 1;
      static constexpr Message no_item{"feel.no_item", "The list has {0} items: there is none at place {1}.", "列表有 {0} 项，第 {1} 项不存在。"};
      position_ = node.position;
      if (!place || *place < 1 || *place > size) return null(no_item, {std::to_string(size), text_of(holds)});
      return items[*place - 1];
    }
    if (node.flag != 0 && !holds.is(Kind::boolean) && !holds.null()) {
      slot = before;
      return null(no_boolean, {name_of(holds.kind)});
    }
    if (i < size && holds.is_true()) kept.push_back(items[i]);
  }
  slot = before;
  if (single && listed.null()) kept.clear();
  return memory_.list(kept);
}

}  // namespace guanxi::feel
