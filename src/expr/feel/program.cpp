#include "expr/feel/program.h"

#include <algorithm>

#include "expr/feel/names.h"

namespace guanxi::feel {
namespace {

std::uint16_t height_of(const Program& program, const Node& node) {
  const auto& heights = program.heights;
  const auto at = [&](std::uint32_t n) { return n < heights.size() ? heights[n] : std::uint16_t{0}; };
  switch (node.op) {
    case Op::add: case Op::subtract: case Op::multiply: case Op::divide: case Op::power: case Op::equal: case Op::not_equal:
    case Op::less: case Op::less_equal: case Op::greater: case Op::greater_equal: case Op::range: case Op::filter: case Op::span:
      return std::max(at(node.a), at(node.b));
    case Op::negate: case Op::instance_of: case Op::path: case Op::coerce: case Op::question: return at(node.a);
    case Op::table: return at(node.b);
    default: return 0;
  }
}

}  // namespace

// Node 0 is null and stands for none.
Program::Program() {
  constant(Value{}, 0);
  for (const std::string_view name : {"time offset", "start included", "end included"}) note_member(name);
}

std::uint32_t Program::add(Node node, const Type* type) {
  heights.push_back(static_cast<std::uint16_t>(height_of(*this, node) + 1));
  nodes.push_back(node);
  node_types.push_back(type == nullptr ? any_type() : type);
  return static_cast<std::uint32_t>(nodes.size() - 1);
}

std::uint32_t Program::add(Op op, std::span<const std::uint32_t> children, std::uint32_t position, std::uint8_t flag,
                           const Type* type) {
  Node node{op, flag, 0, static_cast<std::uint32_t>(links.size()), static_cast<std::uint32_t>(children.size()), position};
  links.insert(links.end(), children.begin(), children.end());
  const std::uint32_t out = add(node, type);
  for (const std::uint32_t child : children) {
    if (child < out) heights[out] = std::max(heights[out], static_cast<std::uint16_t>(heights[child] + 1));
  }
  return out;
}

std::uint32_t Program::constant(const Value& value, std::uint32_t position) {
  constants.push_back(value);
  const Type* type = nullptr;
  if (value.kind >= Kind::boolean && value.kind <= Kind::months_duration) type = simple_type(value.kind);
  return add(Node{Op::constant, 0, 0, static_cast<std::uint32_t>(constants.size() - 1), 0, position}, type);
}

std::uint32_t Program::text(std::string_view s) {
  constants.push_back(memory.string(s));
  return static_cast<std::uint32_t>(constants.size() - 1);
}

std::uint32_t Program::type(const Type* type) {
  const auto found = std::find(used_types.begin(), used_types.end(), type);
  if (found == used_types.end()) return used_types.push_back(type), static_cast<std::uint32_t>(used_types.size() - 1);
  return static_cast<std::uint32_t>(found - used_types.begin());
}

const Type* Program::list_of(const Type* element) {
  for (const Type& known : types) {
    if (known.form == Type::list && known.element == element && known.allowed == 0 && known.name.empty()) return &known;
  }
  Type out;
  out.form = Type::list;
  out.element = element;
  return &types.emplace_back(std::move(out));
}

void Program::note_member(std::string_view name) {
  if (!is_plain_name(name)) member_names.emplace(name);
}

}  // namespace guanxi::feel
