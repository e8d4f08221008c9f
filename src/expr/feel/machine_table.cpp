// Decision tables.
#include <algorithm>

#include "expr/feel/machine.h"

namespace guanxi::feel {
namespace {

constexpr Message several{"dmn.several", "The table must have one matching rule, but rules {0} and {1} match.", "该表只能有一条规则匹配，但规则 {0} 和 {1} 都匹配。"};
constexpr Message unlike_outputs{"dmn.unlike", "Rules {0} and {1} match, but their outputs differ.", "规则 {0} 和 {1} 都匹配，但输出不同。"};
constexpr Message no_match{"dmn.no_match", "No rule of the table matches.", "表中没有匹配的规则。"};
constexpr Message not_allowed{"dmn.not_allowed", "The input “{0}” is {1}, which is not among its allowed values.", "输入“{0}”为 {1}，不在允许的值之内。"};

}  // namespace

bool is_contradiction(const Reason& reason) noexcept { return reason.message == &several || reason.message == &unlike_outputs; }

bool Machine::table_inputs(const Table& table, Frame& frame, Value& failure) {
  for (const TableInput& input : table.inputs) {
    Value value = run(input.expression, frame);
    if (input.type != nullptr) value = coerce(value, *input.type);
    frame.slots[input.slot] = value;
    if (input.allowed == 0 || value.null()) continue;
    const auto passes_one = [&](const Value& item) {
      frame.slots[input.slot] = item;
      return run(input.allowed, frame).is_true();
    };
    const bool allowed = passes_one(value) || (value.is(Kind::list) && std::all_of(value.begin(), value.end(), passes_one));
    frame.slots[input.slot] = value;
    if (allowed) continue;
    failure = null(not_allowed, {input.label, text_of(value)});
    return false;
  }
  return true;
}

Value Machine::table_output(const Table& table, const TableRule& rule, Frame& frame) {
  const auto one = [&](std::size_t i) {
    const Value value = run(rule.outputs[i], frame);
    return table.outputs[i].type == nullptr ? value : coerce(value, *table.outputs[i].type);
  };
  if (table.outputs.size() == 1) return one(0);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < table.outputs.size(); ++i) entries.push_back({table.outputs[i].name, one(i)});
  return memory_.context(entries);
}

Value Machine::table_default(const Table& table, Frame& frame) {
  const bool any = std::any_of(table.outputs.begin(), table.outputs.end(), [](const TableOutput& o) { return o.otherwise != 0; });
  if (!any) return null(no_match);
  if (table.outputs.size() == 1) return run(table.outputs[0].otherwise, frame);
  std::vector<Entry> entries;
  for (const TableOutput& output : table.outputs) entries.push_back({output.name, run(output.otherwise, frame)});
  return memory_.context(entries);
}

Value Machine::aggregate(const Table& table, const Value& outputs) {
  if (table.aggregator == Aggregator::count) return Value::number(outputs.size);
  static constexpr std::string_view names[]{"", "sum", "", "min", "max"};
  const std::uint32_t index = find_builtin(names[static_cast<int>(table.aggregator)]);
  running_ = builtins()[index].name;
  return builtins()[index].run(*this, Arguments(&outputs, 1));
}

// The place of each output among those of its column, the first column weighing most.
static bool before(Machine& machine, const Table& table, const Value& a, const Value& b, Frame& frame) {
  for (std::size_t i = 0; i < table.outputs.size(); ++i) {
    const TableOutput& output = table.outputs[i];
    const auto part = [&](const Value& v) { return table.outputs.size() == 1 ? v : v.entries[i].value; };
    const auto rank = [&](const Value& v) {
      std::size_t at = 0;
      while (at < output.values.size() && !machine.test(machine.run(output.values[at], frame), v).is_true()) ++at;
      return at;
    };
    const std::size_t x = rank(part(a)), y = rank(part(b));
    if (x != y) return x < y;
  }
  return false;
}

Value Machine::table_result(const Table& table, std::span<const std::uint32_t> matched, Frame& frame) {
  const auto numbers = [&](std::size_t i) { return std::to_string(matched[i] + 1); };
  if (table.policy == HitPolicy::unique && matched.size() > 1) return null(several, {numbers(0), numbers(1)});
  if (table.policy == HitPolicy::unique || table.policy == HitPolicy::first) return table_output(table, table.rules[matched[0]], frame);
  std::vector<Value> outputs;
  for (const std::uint32_t rule : matched) outputs.push_back(table_output(table, table.rules[rule], frame));
  switch (table.policy) {
    case HitPolicy::unique:
    case HitPolicy::first: break;
    case HitPolicy::any: {
      const auto other = std::find_if(outputs.begin(), outputs.end(), [&](const Value& o) { return !equal(o, outputs[0]).is_true(); });
      if (other == outputs.end()) return outputs[0];
      return null(unlike_outputs, {numbers(0), numbers(static_cast<std::size_t>(other - outputs.begin()))});
    }
    case HitPolicy::priority:
    case HitPolicy::output_order:
      std::stable_sort(outputs.begin(), outputs.end(), [&](const Value& a, const Value& b) { return before(*this, table, a, b, frame); });
      return table.policy == HitPolicy::priority ? outputs[0] : memory_.list(outputs);
    case HitPolicy::rule_order: return memory_.list(outputs);
    case HitPolicy::collect: break;
  }
  const Value all = memory_.list(outputs);
  return table.aggregator == Aggregator::none ? all : aggregate(table, all);
}

Value Machine::table(const Table& table, Frame& frame, std::uint32_t position) {
  position_ = position;
  Value failure;
  if (!table_inputs(table, frame, failure)) return failure;
  std::uint32_t few[64];
  std::vector<std::uint32_t> many;
  std::size_t count = 0;
  const bool all_needed = table.policy != HitPolicy::first;
  for (std::uint32_t r = 0; r < table.rules.size() && !stopped_; ++r) {
    const TableRule& rule = table.rules[r];
    const bool holds = std::all_of(rule.tests.begin(), rule.tests.end(), [&](std::uint32_t t) { return t == 0 || run(t, frame).is_true(); });
    if (!holds) continue;
    if (count < 64) few[count] = r;
    if (count == 64) many.assign(few, few + 64);
    if (count >= 64) many.push_back(r);
    ++count;
    if (!all_needed) break;
  }
  position_ = position;
  const auto matched = many.empty() ? std::span<const std::uint32_t>(few, count) : std::span<const std::uint32_t>(many);
  if (host_ != nullptr) host_->matched(matched);
  return count == 0 ? table_default(table, frame) : table_result(table, matched, frame);
}

}  // namespace guanxi::feel
