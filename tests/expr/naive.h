// Conditions evaluated the plain way: true, false and unknown, node by node, as SQL's book says. What the fast ways are
// held against.
#pragma once

#include <algorithm>
#include <span>
#include <string>

#include "base/function_ref.h"
#include "guanxi/expr.h"
#include "guanxi/record.h"

namespace guanxi {

class Naive {
 public:
  using Find = FunctionRef<const AnyField*(std::uint16_t entity, std::uint16_t field)>;
  using Rows = FunctionRef<std::span<const AnyRecord>(std::uint16_t entity)>;

  Naive(const std::vector<Expr::Node>& nodes, Find find, Rows rows) : nodes_(nodes), find_(find), rows_(rows) {}

  bool passes(const AnyRecord& row) const { return at(0, row) == Truth::yes; }

 private:
  using Op = Expr::Op;
  enum class Truth { no, unknown, yes };

  static Truth truth(bool b) { return b ? Truth::yes : Truth::no; }
  static Truth negated(Truth t) { return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown; }

  static Truth compared(Op op, const Value& a, const Value& b) {
    if (!a.is_set() || !b.is_set() || (a.type == Type::money && a.length != b.length)) return Truth::unknown;
    if (op == Op::contains && a.type == Type::set)
      return truth(b.length > 0 && std::string(a.view()).find("|" + std::string(b.view()) + "|") != std::string::npos);
    if (op == Op::contains) return truth(std::string(a.view()).find(b.view()) != std::string::npos);
    if (op == Op::starts_with) return truth(a.view().substr(0, b.length) == b.view());
    const int c = sign(a, b);
    switch (op) {
      case Op::equal: return truth(c == 0);
      case Op::not_equal: return truth(c != 0);
      case Op::less: return truth(c < 0);
      case Op::less_equal: return truth(c <= 0);
      case Op::greater: return truth(c > 0);
      default: return truth(c >= 0);
    }
  }

  // Whole and rest are compared apart, so that nothing is lost: exact for scales up to 3.
  static int sign(const Value& a, const Value& b) {
    if (a.has_bytes()) return std::string(a.view()).compare(b.view());
    const auto [whole_a, rest_a] = parts(a);
    const auto [whole_b, rest_b] = parts(b);
    if (whole_a != whole_b) return whole_a < whole_b ? -1 : 1;
    return rest_a < rest_b ? -1 : rest_a > rest_b;
  }

  static std::pair<std::int64_t, std::int64_t> parts(const Value& v) {
    if (v.type != Type::decimal) return {v.integer, 0};
    std::int64_t unit = 1;
    for (std::uint32_t i = 0; i < v.length; ++i) unit *= 10;
    std::int64_t whole = v.integer / unit, rest = v.integer % unit;
    if (rest < 0) --whole, rest += unit;
    for (std::uint32_t i = v.length; i < 3; ++i) rest *= 10;
    return {whole, rest};
  }

  Truth at(std::size_t i, const AnyRecord& row) const {
    const Expr::Node& n = nodes_[i];
    switch (n.op) {
      case Op::always: return Truth::yes;
      case Op::negate: return negated(at(i + 1, row));
      case Op::all:
      case Op::any: return joined(i, row);
      case Op::in: return listed(i, value(n, row));
      case Op::is_null: return truth(!value(n, row).is_set());
      case Op::through: return some(i, find_(n.entity, n.field)->target, common::id, value(n, row));
      case Op::exists: return some(i, n.entity, find_(n.entity, n.field)->slot, row.at(common::id));
      default: return compared(n.op, value(n, row), n.literal);
    }
  }

  const Value& value(const Expr::Node& n, const AnyRecord& row) const { return row.get(*find_(n.entity, n.field)); }

  Truth listed(std::size_t i, const Value& value) const {
    Truth best = Truth::no;
    for (std::size_t k = i + 1; k < i + nodes_[i].size; ++k) best = std::max(best, compared(Op::equal, value, nodes_[k].literal));
    return best;
  }

  Truth joined(std::size_t i, const AnyRecord& row) const {
    const bool all = nodes_[i].op == Op::all;
    Truth result = truth(all);
    for (std::size_t k = i + 1; k < i + nodes_[i].size; k += nodes_[k].size)
      result = all ? std::min(result, at(k, row)) : std::max(result, at(k, row));
    return result;
  }

  Truth some(std::size_t i, std::uint16_t entity, std::uint16_t slot, const Value& id) const {
    std::int64_t missing = nodes_[i].literal.is_set() ? nodes_[i].literal.integer : 1;
    for (const AnyRecord& row : rows_(entity))
      if (id.is_set() && row.at(slot) == id && at(i + 1, row) == Truth::yes) --missing;
    return truth(missing <= 0);
  }

  const std::vector<Expr::Node>& nodes_;
  Find find_;
  Rows rows_;
};

}  // namespace guanxi
