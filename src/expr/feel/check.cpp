#include "expr/feel/check.h"

#include <algorithm>

#include "expr/feel/builtins.h"

namespace guanxi::feel {
namespace {

constexpr Message unlike_sides{"feel.check.sides", "Character {0}: {1} and {2} cannot stand on the two sides of “{3}”.", "第 {0} 个字符：{1} 与 {2} 不能用“{3}”连接。"};
constexpr Message not_boolean{"feel.check.boolean", "Character {0}: expected something that is true or false, found {1}.", "第 {0} 个字符：此处应为真或假，却是 {1}。"};
constexpr Message no_part{"feel.check.part", "Character {0}: {1} has no part called “{2}”.", "第 {0} 个字符：{1} 没有名为“{2}”的部分。"};
constexpr Message wrong_call{"feel.check.call", "Character {0}: {1} is called with other arguments than it takes: {1}({2}).", "第 {0} 个字符：调用 {1} 的参数不符，应为 {1}({2})。"};

std::optional<Kind> kind_of(const Type* type) {
  if (type->form == Type::simple && type->kind != Kind::null) return type->kind;
  if (type->form == Type::list) return Kind::list;
  if (type->form == Type::context) return Kind::context;
  return std::nullopt;
}

std::string_view sign_of(Op op) {
  switch (op) {
    case Op::add: return "+";
    case Op::subtract: return "-";
    case Op::multiply: return "*";
    case Op::divide: return "/";
    case Op::power: return "**";
    case Op::less: return "<";
    case Op::less_equal: return "<=";
    case Op::greater: return ">";
    case Op::greater_equal: return ">=";
    case Op::not_equal: return "!=";
    default: return "=";
  }
}

bool is_duration(Kind k) { return k == Kind::days_duration || k == Kind::months_duration; }
bool is_point(Kind k) { return k == Kind::date || k == Kind::time || k == Kind::date_time; }

bool adds(Kind a, Kind b, bool minus) {
  if (a == b) return a == Kind::number || is_duration(a) || (minus ? is_point(a) : a == Kind::string);
  if (is_point(a) && is_duration(b)) return a != Kind::time || b == Kind::days_duration;
  if (minus) return is_point(a) && is_point(b) && a != Kind::time && b != Kind::time;
  return is_duration(a) && is_point(b) && (b != Kind::time || a == Kind::days_duration);
}

// Whether the operation can have an answer; an only item of a list does not count as the item here.
bool fits(Op op, Kind a, Kind b) {
  switch (op) {
    case Op::add: return adds(a, b, false);
    case Op::subtract: return adds(a, b, true);
    case Op::multiply: return (a == Kind::number && (b == Kind::number || is_duration(b))) || (is_duration(a) && b == Kind::number);
    case Op::divide: return (a == Kind::number && b == Kind::number) || (is_duration(a) && (b == Kind::number || a == b));
    case Op::power: return a == Kind::number && b == Kind::number;
    case Op::equal:
    case Op::not_equal: return a == b;
    default: return a == b && a != Kind::boolean && a != Kind::list && a != Kind::context;
  }
}

class Checker {
 public:
  Checker(const Program& program, std::string_view source) : program_(program), source_(source) {}

  std::optional<Error> run() {
    for (std::uint32_t i = 1; i < program_.nodes.size(); ++i) {
      if (auto fault = look_at(program_.nodes[i])) return fault;
    }
    return std::nullopt;
  }

 private:
  std::optional<Kind> kind(std::uint32_t node) const { return kind_of(program_.node_types[node]); }
  std::string place(const Node& node) const { return std::to_string(character_at(source_, node.position)); }

  std::optional<Error> look_at(const Node& node) const {
    switch (node.op) {
      case Op::add: case Op::subtract: case Op::multiply: case Op::divide: case Op::power: case Op::equal: case Op::not_equal:
      case Op::less: case Op::less_equal: case Op::greater: case Op::greater_equal: return sides(node);
      case Op::all: case Op::any: return truths(node, node.b);
      case Op::choose: return truths(node, 1);
      case Op::path: return part(node);
      case Op::builtin: return call(node);
      default: return std::nullopt;
    }
  }

  std::optional<Error> sides(const Node& node) const {
    const auto a = kind(node.a), b = kind(node.b);
    if (!a || !b || fits(node.op, *a, *b)) return std::nullopt;
    return Error(Code::invalid, unlike_sides, {place(node), std::string(name_of(*a)), std::string(name_of(*b)), std::string(sign_of(node.op))});
  }

  std::optional<Error> truths(const Node& node, std::uint32_t count) const {
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto k = kind(program_.links[node.a + i]);
      if (k && *k != Kind::boolean) return Error(Code::invalid, not_boolean, {place(node), std::string(name_of(*k))});
    }
    return std::nullopt;
  }

  std::optional<Error> part(const Node& node) const {
    const Type* const type = program_.node_types[node.a];
    const std::string_view name = program_.constants[node.b].view();
    const bool plain = type->form == Type::simple && (type->kind == Kind::number || type->kind == Kind::string || type->kind == Kind::boolean);
    const bool lacking = type->form == Type::context && type->name != "context" && type->member(name) == nullptr;
    if (!plain && !lacking) return std::nullopt;
    return Error(Code::not_found, no_part, {place(node), std::string(name_of(*kind_of(type))), std::string(name)});
  }

  std::optional<Error> call(const Node& node) const {
    if (node.flag == 0) return std::nullopt;
    const Builtin& called = builtins()[node.aux];
    const std::string_view first = called.parameters.substr(0, called.parameters.find('|'));
    return Error(Code::invalid, wrong_call, {place(node), std::string(called.name), std::string(first)});
  }

  const Program& program_;
  std::string_view source_;
};

}  // namespace

std::size_t character_at(std::string_view source, std::size_t byte) noexcept {
  const std::string_view before = source.substr(0, std::min(byte, source.size()));
  return static_cast<std::size_t>(std::count_if(before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; })) + 1;
}

std::optional<Error> type_fault(const Program& program, std::string_view source) { return Checker(program, source).run(); }

}  // namespace guanxi::feel
