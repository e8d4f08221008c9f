// Runs programs. One machine is used by one thread at a time and serves one evaluation after another.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "expr/feel/builtins.h"
#include "expr/feel/program.h"
#include "guanxi/error.h"
#include "guanxi/time.h"

namespace guanxi::feel {

// The slots of one level; `outer` is the level below.
struct Frame {
  Value* slots = nullptr;
  const Frame* outer = nullptr;
};

struct Function {
  const Body* body = nullptr;
  Frame outer;              // what it can see besides its own slots
  std::uint32_t service = 0;  // the host's number, when there is no body
};

// Whoever runs the machine: has functions that are not written in FEEL (decision services), and is told what tables did.
class Host {
 public:
  virtual ~Host() = default;
  // Which rules of a decision table matched, counted from 0: the one that gave the result, or all that the hit policy looked for.
  virtual void matched(std::span<const std::uint32_t> rules) = 0;
  virtual Value invoke(std::uint32_t service, Arguments arguments) = 0;
  virtual std::span<const std::string> parameters_of(std::uint32_t service) = 0;
};

struct Limits {
  std::int64_t steps = 5'000'000;
  std::int32_t depth = 1'500;  // of the evaluation within itself
  std::size_t bytes = std::size_t{512} << 20;
};

class Machine {
 public:
  Machine(const Program& program, Memory& memory, Zones& zones, Instant now, Limits limits = {}, Host* host = nullptr)
      : program_(program), memory_(memory), zones_(zones), now_(now), host_(host), limits_(limits), steps_(limits.steps) {}

  Value run(std::uint32_t node, Frame& frame);
  Value call(const Value& function, Arguments arguments);
  // Whether a budget ran out: whatever came back since is no answer.
  bool stopped() const noexcept { return stopped_; }
  Error stop_error() const;
  // Charges for work done outside of nodes.
  bool charge(std::int64_t steps) {
    if ((steps_ -= steps) < 0) stop(Stop::steps);
    return !stopped_;
  }

  Memory& memory() noexcept { return memory_; }
  Zones& zones() noexcept { return zones_; }
  Instant now() const noexcept { return now_; }
  const Program& program() const noexcept { return program_; }

  // A null that says why.
  Value null(const Message& message, std::initializer_list<std::string_view> arguments = {}, const Value& cause = {});
  Value wrong_argument(std::string_view parameter, std::string_view wanted, const Value& found);
  // A null for a function that was called in a way it does not know.
  Value wrong_call(std::string_view function);
  Value text(std::string_view s) { return memory_.string(s); }
  Value number(const std::optional<Decimal34>& n);

  // Whether the value is of the type; the constraints of the type count when asked for.
  bool conforms(const Value& value, const Type& type, bool constraints);
  // The value as the type wants it, or a null that says why not.
  Value coerce(const Value& value, const Type& type);
  // Whether a test of an input entry holds on the input.
  Value test(const Value& test, const Value& input);
  // A member of a context, each member of a list, or a part of a date, time, duration or range.
  Value member(const Value& object, std::string_view name);
  // The call the built-in runs in, for messages.
  std::string_view running() const noexcept { return running_; }

 private:
  enum class Stop : std::uint8_t { none, steps, depth, bytes };
  struct Domain;

  void stop(Stop why) {
    if (!stopped_) why_ = why;
    stopped_ = true;
  }
  // The value, unless it has become too large to be walked through.
  Value sealed(Value value) {
    if (weight_of(value) > greatest_weight || memory_.used() > limits_.bytes) stop(Stop::bytes);
    return stopped_ ? Value{} : value;
  }
  // Charges for walking through both.
  void charge_for(const Value& a, const Value& b) {
    if (a.kind >= Kind::list && b.kind >= Kind::list) charge(std::min(steps_through(a), steps_through(b)) / 8);
  }
  Value slow(const Node& node, Frame& frame);
  const std::uint32_t* links(const Node& node) const { return program_.links.data() + node.a; }
  Value and_or(const Node& node, Frame& frame, bool absorbing);
  Value ordered(const Node& node, const Value& a, const Value& b);
  Value unlike(const Value& a, const Value& b, std::string_view sign);
  Value choose(const Node& node, Frame& frame);
  Value list(const Node& node, Frame& frame);
  Value context(const Node& node, Frame& frame);
  Value range(const Node& node, Frame& frame);
  bool range_of(const Node& node, Frame& frame, Range& out, Value& failure);
  Value within(const Node& range, const Value& input, Frame& frame);
  Value between(const Node& node, Frame& frame);
  Value tests(const Node& node, const std::uint32_t* first, std::uint32_t count, const Value& input, Frame& frame);
  Value holds_for(std::uint32_t test, const Value& input, Frame& frame);
  Value filter(const Node& node, Frame& frame);
  Value item_member(const Node& node, Frame& frame);
  Value each(const Node& node, Frame& frame);
  bool each_from(const Node& node, std::uint32_t at, Frame& frame, Value& results, std::uint32_t& room);
  Value quantified(const Node& node, Frame& frame);
  Value quantified_from(const Node& node, std::uint32_t at, Frame& frame);
  bool domain(std::uint32_t node, Frame& frame, Domain& out);
  bool span_domain(const Value& from, const Value& to, bool both_ways, Domain& out);
  Value closure(const Node& node, Frame& frame);
  Value call_node(const Node& node, Frame& frame);
  Value call_named(const Node& node, Frame& frame);
  Value call_body(const Function& function, Arguments arguments);
  Value external(const Body& body, Arguments arguments);
  Arguments charged(Arguments arguments);
  Value builtin(const Node& node, Frame& frame);
  Value table(const Table& table, Frame& frame, std::uint32_t position);
  bool table_inputs(const Table& table, Frame& frame, Value& failure);
  Value table_output(const Table& table, const TableRule& rule, Frame& frame);
  Value table_default(const Table& table, Frame& frame);
  Value table_result(const Table& table, std::span<const std::uint32_t> matched, Frame& frame);
  Value aggregate(const Table& table, const Value& outputs);
  bool passes(const Value& value, const Type& type);
  bool conforms_context(const Value& value, const Type& type, bool constraints);
  bool conforms_function(const Value& value, const Type& type);

  const Program& program_;
  Memory& memory_;
  Zones& zones_;
  Instant now_;
  Host* host_;
  Limits limits_;
  std::int64_t steps_;
  std::int32_t depth_ = 0;
  bool stopped_ = false;
  Stop why_ = Stop::none;
  std::uint32_t position_ = 0;
  std::string_view running_;
};

// Arithmetic of numbers, texts, dates and durations; a null that says why where there is no result.
Value add(Machine& machine, const Value& a, const Value& b);
Value subtract(Machine& machine, const Value& a, const Value& b);
Value multiply(Machine& machine, const Value& a, const Value& b);
Value divide(Machine& machine, const Value& a, const Value& b);
Value power(Machine& machine, const Value& a, const Value& b);
Value negate(Machine& machine, const Value& a);

// Whether a null comes from rules of a decision table that its hit policy does not allow to match together.
bool is_contradiction(const Reason& reason) noexcept;

// A method of Java that a function names, from the table of those that are known.
Value call_java(Machine& machine, const External& method, Arguments arguments);

// A value as FEEL's string() writes it; inside lists and contexts texts stand in quotation marks.
std::string text_of(const Value& value);
std::string literal_of(const Value& value);

}  // namespace guanxi::feel
