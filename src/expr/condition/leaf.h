// Comparisons of one field with constants, as terms of the condition tree.
#pragma once

#include "expr/condition/checked.h"
#include "guanxi/expr.h"

namespace guanxi::condition {

// What is asked of an expression: FEEL knows true, false and null, a tree of conditions only whether it holds.
enum class Goal : std::uint8_t { yes, no, not_yes, not_no };

constexpr Goal opposite(Goal goal) noexcept {
  switch (goal) {
    case Goal::yes: return Goal::no;
    case Goal::no: return Goal::yes;
    case Goal::not_yes: return Goal::not_no;
    default: return Goal::not_yes;
  }
}

inline bool met(const feel::Value& value, Goal goal) noexcept {
  switch (goal) {
    case Goal::yes: return value.is_true();
    case Goal::no: return value.is_false();
    case Goal::not_yes: return !value.is_true();
    default: return !value.is_false();
  }
}

Expr::Op op_of(feel::Op op);
// The number as a decimal of up to 18 digits behind the point, where 64 bits hold it without loss.
std::optional<Value> decimal_of(const feel::Value& number);

// Nothing where the tree cannot say it exactly.
using Leaf = std::optional<Expr>;

// field op constant
Leaf comparison(const AnyField& field, feel::Op op, const feel::Value& constant, Goal goal);
// The field is one of the constants, among which null may be.
Leaf membership(const AnyField& field, std::span<const feel::Value> constants, Goal goal);
// The field lies in a range.
Leaf within(const AnyField& field, const feel::Range& range, Goal goal);
// The field is true.
Leaf truth(const AnyField& field, Goal goal);
// A text holds the piece or begins with it; a set holds the code.
Leaf part(const AnyField& field, Expr::Op op, const feel::Value& constant, Goal goal);

}  // namespace guanxi::condition
