#include <algorithm>
#include <cstddef>
#include <memory>

#include "base/check.h"
#include "expr/feel/check.h"
#include "expr/feel/evaluation.h"
#include "expr/feel/parser.h"
#include "expr/feel/row_value.h"

namespace guanxi {
namespace {

constexpr Message unknown_name{"feel.check.name", "Character {0}: there is nothing called “{1}”. Known here: {2}.", "第 {0} 个字符：没有名为“{1}”的东西。此处可用：{2}。"};
constexpr Message no_names{"feel.no_names", "The tests need the name of their input.", "测试需要输入的名称。"};
constexpr Message wrong_count{"feel.values", "The expression has {0} names and was given {1} values.", "表达式有 {0} 个名称，却给了 {1} 个值。"};

std::string listed(const std::vector<Formula::Name>& names) {
  std::string out;
  for (const Formula::Name& name : names) out += (out.empty() ? "" : ", ") + name.name;
  return out.empty() ? "—" : out;
}

// Amounts are told without their currency: the host's own expression says which it means.
feel::Value value_of(const Value& v, feel::Memory& memory) {
  if (v.type != Type::money || !v.is_set()) return feel::seen(v, memory);
  return feel::Value::number(v.integer, static_cast<std::int16_t>(-Currency{static_cast<std::uint16_t>(v.length)}.digits()));
}

// Room for some values, nulls at first: on the stack when they are few.
class Slots {
 public:
  explicit Slots(std::size_t size) : many_(size > few ? size : 0), first_(size > few ? many_.data() : reinterpret_cast<feel::Value*>(room_)) {
    if (size <= few) std::uninitialized_fill_n(first_, size, feel::Value{});
  }
  Slots(const Slots&) = delete;
  Slots& operator=(const Slots&) = delete;
  feel::Value* first() const noexcept { return first_; }

 private:
  static constexpr std::size_t few = 16;
  alignas(feel::Value) std::byte room_[few * sizeof(feel::Value)];
  std::vector<feel::Value> many_;
  feel::Value* first_;
};

}  // namespace

struct Formula::Body {
  std::vector<Name> names;
  mutable feel::Zones zones;
  feel::Program program;
  std::vector<const feel::Type*> types;
  feel::Scope root;
  std::uint32_t node = 0, slots = 0;
  bool tests = false;  // they run in the frame of the names, where their input is

  Result<void> declare() {
    program.zones = &zones;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      const feel::Type* type = nullptr;
      if (!names[i].type.empty()) {
        std::uint32_t none = 0;
        GUANXI_ASSIGN(type, feel::Parser(program, names[i].type, root, none).type());
      }
      types.push_back(type);
      root.variables.push_back({names[i].name, i, type});
    }
    return {};
  }

  Result<void> check(const feel::Parser& parser, std::string_view text) const {
    if (!parser.unknown().empty()) {
      const auto& first = parser.unknown().front();
      return Error(Code::not_found, unknown_name, {std::to_string(feel::character_at(text, first.position)), first.name, listed(names)});
    }
    if (auto fault = feel::type_fault(program, text)) return std::move(*fault);
    return {};
  }

  feel::Machine machine(feel::Memory& memory, Instant now, const EvaluationLimits& limits) const {
    return {program, memory, zones, now, feel::limits_of(limits)};
  }

  feel::Value run(feel::Machine& machine, feel::Value* values) const {
    const Slots own(slots);
    if (tests) std::copy_n(values, names.size(), own.first());
    const feel::Frame outer{values, nullptr};
    feel::Frame frame{own.first(), tests ? nullptr : &outer};
    return machine.run(node, frame);
  }
};

Formula::Formula(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Formula::Formula(Formula&&) noexcept = default;
Formula& Formula::operator=(Formula&&) noexcept = default;
Formula::~Formula() = default;

const std::vector<Formula::Name>& Formula::names() const noexcept { return body_->names; }

Result<Formula> Formula::parse(std::string_view text, std::vector<Name> names) {
  auto body = std::make_unique<Body>();
  body->names = std::move(names);
  GUANXI_CHECK(body->declare());
  const feel::Scope scope{&body->root, 1, {}};
  feel::Parser parser(body->program, text, scope, body->slots);
  GUANXI_ASSIGN(body->node, parser.expression());
  GUANXI_CHECK(body->check(parser, text));
  return Formula(std::move(body));
}

Result<Formula> Formula::parse_for(std::string_view text, std::string_view json) {
  feel::Memory memory;
  GUANXI_ASSIGN(const feel::Value given, feel::from_json(json, memory));
  std::vector<Name> names;
  for (std::uint32_t i = 0; given.is(feel::Kind::context) && i < given.size; ++i) names.push_back({std::string(given.entries[i].key)});
  return parse(text, std::move(names));
}

Result<Formula> Formula::parse_tests(std::string_view text, std::vector<Name> names) {
  if (names.empty()) return Error(Code::misuse, no_names);
  auto body = std::make_unique<Body>();
  body->names = std::move(names);
  GUANXI_CHECK(body->declare());
  body->slots = static_cast<std::uint32_t>(body->names.size());
  feel::Parser parser(body->program, text, body->root, body->slots);
  GUANXI_ASSIGN(body->node, parser.unary_tests(0, body->types[0]));
  GUANXI_CHECK(body->check(parser, text));
  if (body->node == 0) body->node = body->program.constant(feel::Value::of(true), 0);
  body->tests = true;
  return Formula(std::move(body));
}

Result<Evaluation> Formula::evaluate(std::string_view json, Instant now, Language language, const EvaluationLimits& limits) const {
  feel::Memory memory;
  GUANXI_ASSIGN(const feel::Value given, feel::from_json(json, memory));
  const Slots values(body_->names.size());
  for (std::size_t i = 0; i < body_->names.size(); ++i) {
    const feel::Value* const found = given.is(feel::Kind::context) ? find(given, body_->names[i].name) : nullptr;
    if (found != nullptr) values.first()[i] = body_->types[i] == nullptr ? *found : read_as(*found, *body_->types[i], memory, body_->zones);
  }
  feel::Machine machine = body_->machine(memory, now, limits);
  const feel::Value out = body_->run(machine, values.first());
  if (machine.stopped()) return machine.stop_error();
  return feel::evaluation_of(out, language);
}

Result<bool> Formula::holds(std::span<const Value> values, Instant now, const EvaluationLimits& limits) const {
  if (values.size() != body_->names.size()) return Error(Code::misuse, wrong_count, {std::to_string(body_->names.size()), std::to_string(values.size())});
  alignas(16) std::byte room[512];
  feel::Memory memory(room);
  const Slots seen(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) seen.first()[i] = value_of(values[i], memory);
  feel::Machine machine = body_->machine(memory, now, limits);
  const feel::Value out = body_->run(machine, seen.first());
  if (machine.stopped()) return machine.stop_error();
  return out.is_true();
}

}  // namespace guanxi
