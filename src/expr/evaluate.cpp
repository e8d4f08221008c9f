#include "expr/evaluate.h"

#include <algorithm>
#include <cassert>

#include "expr/row_formula.h"

namespace guanxi {
namespace {

Decimal decimal_of(const Value& v) noexcept {
  return {v.integer, v.type == Type::decimal ? static_cast<std::uint8_t>(v.length) : std::uint8_t{0}};
}

bool told_by(Expr::Op op, std::strong_ordering c) noexcept {
  switch (op) {
    case Expr::Op::equal: return c == 0;
    case Expr::Op::not_equal: return c != 0;
    case Expr::Op::less: return c < 0;
    case Expr::Op::less_equal: return c <= 0;
    case Expr::Op::greater: return c > 0;
    default: return c >= 0;
  }
}

}  // namespace

std::strong_ordering order(const Value& a, const Value& b) noexcept {
  if (!a.is_set() || !b.is_set()) return a.is_set() <=> b.is_set();
  if (a.has_bytes()) return a.view() <=> b.view();
  if (a.type == Type::money) {
    if (const auto c = a.length <=> b.length; c != 0) return c;
    return a.integer <=> b.integer;
  }
  if (a.type == Type::decimal || b.type == Type::decimal) return decimal_of(a) <=> decimal_of(b);
  return a.integer <=> b.integer;
}

bool Predicate::is(const Step& step, const Value& value, RelatedRows* related) const {
  if (step.kind == Kind::null) return !value.is_set() != step.negated;
  if (step.kind == Kind::link) {
    assert(related != nullptr);
    return (value.is_set() && related->any(links_[step.extra], value)) != step.negated;
  }
  if (!value.is_set()) return false;
  bool term = false;
  switch (step.kind) {
    case Kind::integer: term = told_by(step.op, value.integer <=> step.literal.integer); break;
    case Kind::decimal: term = told_by(step.op, decimal_of(value) <=> decimal_of(step.literal)); break;
    case Kind::money:
      if (value.length != step.literal.length) return false;
      term = told_by(step.op, value.integer <=> step.literal.integer);
      break;
    case Kind::bytes: term = told_by(step.op, value.view() <=> step.literal.view()); break;
    case Kind::list: return listed(step, value);
    case Kind::member: term = CodeSet(value.view()).contains(step.literal.view()); break;
    case Kind::piece: term = value.view().find(step.literal.view()) != std::string_view::npos; break;
    default: term = value.view().starts_with(step.literal.view());
  }
  return term != step.negated;
}

bool Predicate::holds(const Step& step, std::span<const Value> values) const {
  return formula_of(step.literal).holds(values) != step.negated;
}

// A miss is false, but unknown where one of the equalities was: against null, or against another currency.
bool Predicate::listed(const Step& step, const Value& value) const {
  const std::vector<Value>& list = lists_[step.extra];
  const auto before = [](const Value& a, const Value& b) { return order(a, b) < 0; };
  if (std::binary_search(list.begin(), list.end(), value, before)) return !step.negated;
  if (!step.negated || !list.front().is_set()) return false;
  const auto other_currency = [&](const Value& v) { return v.length != value.length; };
  return value.type != Type::money || std::none_of(list.begin(), list.end(), other_currency);
}

}  // namespace guanxi
