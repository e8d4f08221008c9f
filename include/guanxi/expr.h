// Conditions over records: comparisons joined by and / or / not, with the three-valued logic of SQL and FEEL (a
// comparison with null is neither true nor false). The same tree is evaluated on a record or emitted as SQL.
//
// An Expr owns its literals. It is a value: copy and move freely; reading one from several threads is fine.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanxi/value.h"

namespace guanxi {

class RowFormula;  // a condition on some fields of one row that only an evaluator can tell (expr/row_formula.h)

class Expr {
 public:
  enum class Op : std::uint8_t {
    always,         // true; the empty condition
    all,            // and
    any,            // or
    negate,         // not
    equal, not_equal, less, less_equal, greater, greater_equal,
    in,             // children: literals
    literal,        // only below `in`
    is_null,
    contains,       // a set holds a code; a text holds a piece of text
    starts_with,    // text prefix, byte by byte
    through,        // follows the reference in `field`: the child holds on the record it points to
    exists,         // some record of `entity` points here by its `field`, and the child holds on it; with a literal, so many
    formula,        // what only an evaluator can tell; children: the fields that it reads
    operand,        // only below `formula`
  };

  // One term in prefix order; `size` counts the term and all below it.
  struct Node {
    Op op = Op::always;
    std::uint16_t entity = 0;  // owner of `field`
    std::uint16_t field = 0;   // field number
    std::uint32_t size = 1;
    Value literal{};           // bytes belong to the Expr
  };

  Expr() : nodes_{Node{}} {}

  static Expr compare(Op op, std::uint16_t entity, std::uint16_t field, const Value& literal);
  static Expr is_null(std::uint16_t entity, std::uint16_t field);
  static Expr in(std::uint16_t entity, std::uint16_t field, const std::vector<Value>& literals);
  static Expr through(std::uint16_t entity, std::uint16_t field, Expr on_target);
  static Expr exists(std::uint16_t child_entity, std::uint16_t child_field, Expr on_child);
  // At least `count` records point here and meet the condition; always where it is 0 or less.
  static Expr at_least(std::int64_t count, std::uint16_t child_entity, std::uint16_t child_field, Expr on_child);
  // Made by conditions in FEEL (guanxi/condition.h).
  static Expr formula(std::uint16_t entity, std::shared_ptr<const RowFormula> formula);
  static Expr never() { return !Expr(); }

  const std::vector<Node>& nodes() const noexcept { return nodes_; }
  bool always() const noexcept { return nodes_.size() == 1 && nodes_[0].op == Op::always; }
  const std::vector<std::shared_ptr<const RowFormula>>& formulas() const noexcept { return formulas_; }

  // `always` is the neutral element of &&.
  friend Expr operator&&(Expr a, Expr b);
  friend Expr operator||(Expr a, Expr b);
  friend Expr operator!(Expr a);

 private:
  static Expr join(Op op, Expr a, Expr b);
  static Expr wrap(Node head, Expr child);
  Value own(const Value& literal);

  std::vector<Node> nodes_;
  std::vector<std::shared_ptr<const std::string>> bytes_;
  std::vector<std::shared_ptr<const RowFormula>> formulas_;  // a node's literal names one by its address
};

}  // namespace guanxi
