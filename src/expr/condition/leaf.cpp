#include "expr/condition/leaf.h"

#include <algorithm>
#include <limits>

#include "expr/feel/temporal.h"
#include "guanxi/money.h"

namespace guanxi::condition {
namespace {

using feel::Kind;
using feel::Op;

Expr empty(const AnyField& field) { return Expr::is_null(field.entity, field.number); }
Expr set(const AnyField& field) { return !empty(field); }
Expr term(const AnyField& field, Expr::Op op, const Value& literal) { return Expr::compare(op, field.entity, field.number, literal); }

// A term that is unknown where the field is null, and so null in FEEL.
Leaf with_null(const AnyField& field, Goal goal, Expr yes, Expr no) {
  switch (goal) {
    case Goal::yes: return yes;
    case Goal::no: return no;
    case Goal::not_yes: return std::move(no) || empty(field);
    default: return std::move(yes) || empty(field);
  }
}

// A term that is false where the field is null, as FEEL's equality.
Leaf false_for_null(const AnyField& field, Goal goal, Expr yes, Expr no) {
  if (goal == Goal::yes || goal == Goal::not_no) return yes;
  return std::move(no) || empty(field);
}

Leaf whole(bool holds) { return holds ? Expr() : Expr::never(); }

Expr::Op reversed(Expr::Op op) {
  switch (op) {
    case Expr::Op::equal: return Expr::Op::not_equal;
    case Expr::Op::not_equal: return Expr::Op::equal;
    case Expr::Op::less: return Expr::Op::greater_equal;
    case Expr::Op::less_equal: return Expr::Op::greater;
    case Expr::Op::greater: return Expr::Op::less_equal;
    default: return Expr::Op::less;
  }
}

// The number with so many digits behind the point, where 64 bits hold it without loss.
std::optional<std::int64_t> scaled(const feel::Value& number, int scale) {
  if (number.big) return std::nullopt;
  std::int64_t n = number.integer;
  int digits = -number.exponent;
  for (; digits > scale; --digits, n /= 10)
    if (n % 10 != 0) return std::nullopt;
  for (; digits < scale; ++digits)
    if (__builtin_mul_overflow(n, std::int64_t{10}, &n)) return std::nullopt;
  return n;
}

std::optional<Value> money_of(const feel::Value& amount) {
  const feel::Value* const number = amount.is(Kind::context) && amount.size == 2 ? find(amount, "amount") : nullptr;
  const feel::Value* const code = number == nullptr ? nullptr : find(amount, "currency");
  if (code == nullptr || !number->is(Kind::number) || !code->is(Kind::string)) return std::nullopt;
  const auto currency = Currency::parse(code->view());
  if (!currency || currency->code() != code->view()) return std::nullopt;
  const auto minor = scaled(*number, currency->digits());
  if (!minor) return std::nullopt;
  return Value::number(Type::money, *minor, currency->number);
}

std::optional<Value> id_of(const feel::Value& text, Id& room) {
  const auto id = text.is(Kind::string) ? Id::parse(text.view()) : Result<Id>(Id{});
  if (!id || id->empty() || id->text() != text.view()) return std::nullopt;
  room = *id;
  return Codec<Id>::pack(room);
}

// The constant as the field would hold it. An instant is none: FEEL compares those by the millisecond.
std::optional<Value> literal_for(const AnyField& field, const feel::Value& constant, Id& room) {
  switch (field.type) {
    case Type::boolean: return constant.is(Kind::boolean) ? std::optional(Codec<Bool>::pack(constant.is_true())) : std::nullopt;
    case Type::integer:
    case Type::decimal: return constant.is(Kind::number) ? decimal_of(constant) : std::nullopt;
    case Type::money: return money_of(constant);
    case Type::date: return constant.is(Kind::date) ? std::optional(Value::number(Type::date, constant.integer)) : std::nullopt;
    case Type::text:
    case Type::picklist:
      if (!constant.is(Kind::string)) return std::nullopt;
      return Value::of_bytes(field.type, constant.bytes, constant.size);
    case Type::id: return id_of(constant, room);
    default: return std::nullopt;
  }
}

bool has_order(Type type) { return type != Type::boolean && type != Type::set && type != Type::id; }

// The millisecond of a moment, in µs, where 64 bits hold it and the next.
std::optional<std::int64_t> millisecond_of(const feel::Value& moment) {
  if (!moment.is(Kind::date_time) || moment.moment->zone.form == feel::Zone::none) return std::nullopt;
  constexpr feel::Int128 nanos = 1'000'000;
  const feel::Int128 instant = feel::instant_of(*moment.moment);
  const feel::Int128 us = (instant / nanos - (instant % nanos < 0 ? 1 : 0)) * 1000;
  constexpr feel::Int128 most = std::numeric_limits<std::int64_t>::max() - 1000;
  if (us > most || us < -most) return std::nullopt;
  return static_cast<std::int64_t>(us);
}

// By the millisecond: everything before it, in it, behind it.
Leaf instant(const AnyField& field, Op op, const feel::Value& constant, Goal goal) {
  const auto begin = millisecond_of(constant);
  if (!begin) return std::nullopt;
  const auto from = [&](Expr::Op o, std::int64_t us) { return term(field, o, Value::number(Type::instant, us)); };
  const Expr before = from(Expr::Op::less, *begin), since = from(Expr::Op::greater_equal, *begin);
  const Expr until = from(Expr::Op::less, *begin + 1000), after = from(Expr::Op::greater_equal, *begin + 1000);
  switch (op) {
    case Op::less: return with_null(field, goal, before, since);
    case Op::less_equal: return with_null(field, goal, until, after);
    case Op::greater: return with_null(field, goal, after, until);
    case Op::greater_equal: return with_null(field, goal, since, before);
    case Op::equal: return false_for_null(field, goal, since && until, before || after);
    default: return false_for_null(field, opposite(goal), since && until, before || after);
  }
}

Leaf compared_with_null(const AnyField& field, Op op, Goal goal) {
  if (op != Op::equal && op != Op::not_equal) return whole(goal == Goal::not_yes || goal == Goal::not_no);
  const bool wants_empty = (op == Op::equal) == (goal == Goal::yes || goal == Goal::not_no);
  return wants_empty ? empty(field) : set(field);
}

}  // namespace

Expr::Op op_of(Op op) {
  switch (op) {
    case Op::equal: return Expr::Op::equal;
    case Op::not_equal: return Expr::Op::not_equal;
    case Op::less: return Expr::Op::less;
    case Op::less_equal: return Expr::Op::less_equal;
    case Op::greater: return Expr::Op::greater;
    default: return Expr::Op::greater_equal;
  }
}

std::optional<Value> decimal_of(const feel::Value& number) {
  constexpr int most = 18;
  const int scale = std::clamp(-static_cast<int>(number.exponent), 0, most);
  const auto coefficient = scaled(number, scale);
  if (!coefficient) return std::nullopt;
  return Value::number(Type::decimal, *coefficient, static_cast<std::uint32_t>(scale));
}

Leaf comparison(const AnyField& field, Op op, const feel::Value& constant, Goal goal) {
  const bool equality = op == Op::equal || op == Op::not_equal;
  if (constant.null()) return compared_with_null(field, op, goal);
  if (field.type == Type::instant) return instant(field, op, constant, goal);
  if (!equality && !has_order(field.type)) return std::nullopt;
  Id room;
  const auto literal = literal_for(field, constant, room);
  if (!literal) return std::nullopt;
  // Unlike currencies compare null, which a tree that only holds or not says for yes and no alone.
  if (field.type == Type::money && (goal == Goal::not_yes || goal == Goal::not_no)) return std::nullopt;
  const Expr::Op asked = op_of(op);
  Expr yes = term(field, asked, *literal), no = term(field, reversed(asked), *literal);
  if (!equality) return with_null(field, goal, std::move(yes), std::move(no));
  if (op == Op::equal) return false_for_null(field, goal, std::move(yes), std::move(no));
  return false_for_null(field, opposite(goal), std::move(no), std::move(yes));
}

Leaf membership(const AnyField& field, std::span<const feel::Value> constants, Goal goal) {
  if (field.type == Type::instant || field.type == Type::money) return std::nullopt;
  std::vector<Value> literals;
  std::vector<Id> rooms(constants.size());
  bool with_empty = false;
  for (std::size_t i = 0; i < constants.size(); ++i) {
    if (constants[i].null()) {
      with_empty = true;
      continue;
    }
    const auto literal = literal_for(field, constants[i], rooms[i]);
    if (!literal) return std::nullopt;
    literals.push_back(*literal);
  }
  const bool wants = goal == Goal::yes || goal == Goal::not_no;
  Expr in = literals.empty() ? Expr::never() : Expr::in(field.entity, field.number, literals);
  if (wants) return with_empty ? std::move(in) || empty(field) : std::move(in);
  Expr out = literals.empty() ? set(field) : !std::move(in);
  return with_empty ? std::move(out) && set(field) : std::move(out) || empty(field);
}

Leaf within(const AnyField& field, const feel::Range& range, Goal goal) {
  using Form = feel::Range::Form;
  switch (range.form) {
    case Form::equal: return comparison(field, Op::equal, range.start, goal);
    case Form::not_equal: return comparison(field, Op::not_equal, range.start, goal);
    case Form::less: return comparison(field, Op::less, range.end, goal);
    case Form::less_equal: return comparison(field, Op::less_equal, range.end, goal);
    case Form::greater: return comparison(field, Op::greater, range.start, goal);
    case Form::greater_equal: return comparison(field, Op::greater_equal, range.start, goal);
    case Form::both: break;
  }
  if (range.start.null() || range.end.null()) return std::nullopt;
  Leaf low = comparison(field, range.start_included ? Op::greater_equal : Op::greater, range.start, goal);
  Leaf high = comparison(field, range.end_included ? Op::less_equal : Op::less, range.end, goal);
  if (!low || !high) return std::nullopt;
  const bool both = goal == Goal::yes || goal == Goal::not_no;
  return both ? std::move(*low) && std::move(*high) : std::move(*low) || std::move(*high);
}

Leaf truth(const AnyField& field, Goal goal) {
  if (field.type != Type::boolean) return std::nullopt;
  return with_null(field, goal, term(field, Expr::Op::equal, Codec<Bool>::pack(true)), term(field, Expr::Op::equal, Codec<Bool>::pack(false)));
}

Leaf part(const AnyField& field, Expr::Op op, const feel::Value& constant, Goal goal) {
  const bool fits = op == Expr::Op::contains && field.type == Type::set ? true : field.type == Type::text || field.type == Type::picklist;
  if (!fits || !constant.is(Kind::string)) return std::nullopt;
  const Expr yes = term(field, op, Value::of_bytes(Type::text, constant.bytes, constant.size));
  return with_null(field, goal, yes, !yes);
}

}  // namespace guanxi::condition
