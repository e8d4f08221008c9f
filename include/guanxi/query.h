// Typed conditions: `Account.tier == "A" && Account.employees > 100`.
//
// Comparing a field with a value builds an Expr; comparing a record's slot (`a[Account.tier] == "A"`) compares now.
#pragma once

#include <initializer_list>

#include "guanxi/expr.h"
#include "guanxi/field.h"

namespace guanxi {

template <class T>
Expr compare(Expr::Op op, const Field<T>& field, const T& value) {
  return Expr::compare(op, field.entity, field.number, Codec<T>::pack(value));
}

template <class T>
Expr operator==(const Field<T>& field, const std::type_identity_t<T>& value) { return compare(Expr::Op::equal, field, value); }
template <class T>
Expr operator!=(const Field<T>& field, const std::type_identity_t<T>& value) { return compare(Expr::Op::not_equal, field, value); }
template <class T>
Expr operator<(const Field<T>& field, const std::type_identity_t<T>& value) { return compare(Expr::Op::less, field, value); }
template <class T>
Expr operator<=(const Field<T>& field, const std::type_identity_t<T>& value) { return compare(Expr::Op::less_equal, field, value); }
template <class T>
Expr operator>(const Field<T>& field, const std::type_identity_t<T>& value) { return compare(Expr::Op::greater, field, value); }
template <class T>
Expr operator>=(const Field<T>& field, const std::type_identity_t<T>& value) { return compare(Expr::Op::greater_equal, field, value); }

inline Expr is_null(const AnyField& field) { return Expr::is_null(field.entity, field.number); }

template <class T>
Expr in(const Field<T>& field, std::initializer_list<std::type_identity_t<T>> values) {
  std::vector<Value> literals;
  for (const auto& value : values) literals.push_back(Codec<T>::pack(value));
  return Expr::in(field.entity, field.number, literals);
}

// A set field holds the code, or a text field holds the piece.
inline Expr contains(const AnyField& field, std::string_view piece) {
  return Expr::compare(Expr::Op::contains, field.entity, field.number, Value::of_bytes(Type::text, piece.data(), piece.size()));
}
inline Expr starts_with(const AnyField& field, std::string_view prefix) {
  return Expr::compare(Expr::Op::starts_with, field.entity, field.number, Value::of_bytes(Type::text, prefix.data(), prefix.size()));
}

// The condition holds on the record to which the reference points: through(Opportunity.account, Account.tier == "A").
inline Expr through(const AnyField& reference, Expr on_target) {
  return Expr::through(reference.entity, reference.number, std::move(on_target));
}
// Some record points here by `reference` and meets the condition: exists(Opportunity.account, Opportunity.stage == "won").
inline Expr exists(const AnyField& reference, Expr on_child = {}) {
  return Expr::exists(reference.entity, reference.number, std::move(on_child));
}

// One step of an ordering. Nulls come first, and last when descending.
struct OrderTerm {
  std::uint16_t field;
  bool descending = false;
};
inline OrderTerm ascending(const AnyField& field) { return {field.number, false}; }
inline OrderTerm descending(const AnyField& field) { return {field.number, true}; }

}  // namespace guanxi
