#include "guanxi/expr.h"

#include <iterator>
#include <utility>

#include "expr/row_formula.h"

namespace guanxi {

Value Expr::own(const Value& literal) {
  if (!literal.has_bytes() || !literal.is_set()) return literal;
  bytes_.push_back(std::make_shared<const std::string>(literal.bytes, literal.length));
  Value copy = literal;
  copy.bytes = bytes_.back()->data();
  return copy;
}

Expr Expr::compare(Op op, std::uint16_t entity, std::uint16_t field, const Value& literal) {
  if (!literal.is_set()) {  // nothing equals null; asking for it means "is null"
    if (op == Op::equal) return is_null(entity, field);
    if (op == Op::not_equal) return !is_null(entity, field);
  }
  Expr e;
  e.nodes_[0] = {op, entity, field, 1, {}};
  e.nodes_[0].literal = e.own(literal);
  return e;
}

Expr Expr::is_null(std::uint16_t entity, std::uint16_t field) {
  Expr e;
  e.nodes_[0] = {Op::is_null, entity, field, 1, {}};
  return e;
}

Expr Expr::in(std::uint16_t entity, std::uint16_t field, const std::vector<Value>& literals) {
  Expr e;
  e.nodes_[0] = {Op::in, entity, field, static_cast<std::uint32_t>(literals.size() + 1), {}};
  for (const Value& literal : literals) e.nodes_.push_back({Op::literal, entity, field, 1, e.own(literal)});
  return e;
}

Expr Expr::through(std::uint16_t entity, std::uint16_t field, Expr on_target) {
  return wrap({Op::through, entity, field, 1, {}}, std::move(on_target));
}

Expr Expr::exists(std::uint16_t child_entity, std::uint16_t child_field, Expr on_child) {
  return wrap({Op::exists, child_entity, child_field, 1, {}}, std::move(on_child));
}

Expr Expr::at_least(std::int64_t count, std::uint16_t child_entity, std::uint16_t child_field, Expr on_child) {
  if (count <= 0) return {};
  Node head{Op::exists, child_entity, child_field, 1, {}};
  if (count > 1) head.literal = Value::number(Type::integer, count);
  return wrap(head, std::move(on_child));
}

Expr Expr::formula(std::uint16_t entity, std::shared_ptr<const RowFormula> formula) {
  Expr e;
  const auto fields = formula->fields();
  e.nodes_[0] = {Op::formula, entity, 0, static_cast<std::uint32_t>(fields.size() + 1), literal_of(*formula)};
  for (const AnyField* field : fields) e.nodes_.push_back({Op::operand, entity, field->number, 1, {}});
  e.formulas_.push_back(std::move(formula));
  return e;
}

Expr Expr::wrap(Node head, Expr child) {
  head.size = static_cast<std::uint32_t>(child.nodes_.size() + 1);
  child.nodes_.insert(child.nodes_.begin(), head);
  return child;
}

Expr Expr::join(Op op, Expr a, Expr b) {
  // A chain of one operator stays flat: (a and b) and c has three children.
  const auto children = [op](const Expr& e) { return e.nodes_[0].op == op ? e.nodes_.cbegin() + 1 : e.nodes_.cbegin(); };
  Expr out;
  out.nodes_[0].op = op;
  out.nodes_.insert(out.nodes_.end(), children(a), a.nodes_.cend());
  out.nodes_.insert(out.nodes_.end(), children(b), b.nodes_.cend());
  out.nodes_[0].size = static_cast<std::uint32_t>(out.nodes_.size());
  out.bytes_ = std::move(a.bytes_);
  std::move(b.bytes_.begin(), b.bytes_.end(), std::back_inserter(out.bytes_));
  out.formulas_ = std::move(a.formulas_);
  std::move(b.formulas_.begin(), b.formulas_.end(), std::back_inserter(out.formulas_));
  return out;
}

Expr operator&&(Expr a, Expr b) {
  if (a.always()) return b;
  if (b.always()) return a;
  return Expr::join(Expr::Op::all, std::move(a), std::move(b));
}

Expr operator||(Expr a, Expr b) {
  if (a.always()) return a;
  if (b.always()) return b;
  return Expr::join(Expr::Op::any, std::move(a), std::move(b));
}

Expr operator!(Expr a) {
  return Expr::wrap({Expr::Op::negate, 0, 0, 1, {}}, std::move(a));
}

Result<void> check_finished(const Expr& condition) {
  for (const auto& formula : condition.formulas())
    if (auto fault = formula->fault()) return std::move(*fault);
  return {};
}

}  // namespace guanxi
