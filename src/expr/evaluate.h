// Conditions on rows: an Expr compiled for one entity, and the order of values.
//
// The logic is SQL's. A comparison with null, or of amounts in unlike currencies, is unknown; a row passes when the
// whole condition is true. Numbers compare by exact value, texts and ids byte by byte. `in` is any of its equalities.
// `through` and `exists` are true or false, never unknown: a row on which the inner condition is true is there or not.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/function_ref.h"
#include "guanxi/error.h"
#include "guanxi/expr.h"
#include "guanxi/field.h"

namespace guanxi {

// Finds a field by the numbers of its entity and its own; nullptr where there is none.
using FieldFinder = FunctionRef<const AnyField*(std::uint16_t entity, std::uint16_t field)>;

class Predicate;

// A term that asks for other rows: those of `entity` whose `slot` holds a given id, and on which `inner` is true.
struct Link {
  std::uint16_t entity;
  std::uint16_t slot;  // the row's own id for `through`, the reference for `exists`
  std::shared_ptr<const Predicate> inner;
  std::int64_t least = 1;  // so many of them, at least
};

// Finds the other rows; implemented by whoever holds them.
class RelatedRows {
 public:
  virtual ~RelatedRows() = default;
  // Whether there are `link.least` of them.
  virtual bool any(const Link& link, const Value& id) = 0;
};

// A compiled condition. It shares the literals of the Expr and may outlive it.
// Threads: read from several at once.
class Predicate {
 public:
  // Passes every row.
  Predicate() = default;

  // An unknown field, a field of another entity, values that never compare and nesting deeper than 200 are errors.
  static Result<Predicate> compile(const Expr& condition, std::uint16_t entity, FieldFinder find);

  // Whether the condition is true on `row`; row.at(slot) gives a Value. `related` is asked when linked() is true.
  template <class Row>
  bool passes(const Row& row, RelatedRows* related = nullptr) const {
    std::uint32_t at = first_;
    while (at < no) {
      const Step& step = steps_[at];
      const bool term = step.kind == Kind::formula ? told(step, row) : is(step, row.at(step.slot), related);
      at = term ? step.on_true : step.on_false;
    }
    return at == yes;
  }

  // The slots that passes() reads, ascending.
  const std::vector<std::uint16_t>& slots() const noexcept { return slots_; }
  bool always() const noexcept { return first_ == yes; }
  bool linked() const noexcept { return !links_.empty(); }

 private:
  friend class PredicateCompiler;

  enum class Kind : std::uint8_t { null, integer, decimal, money, bytes, list, member, piece, prefix, link, formula };

  // A leaf and where to go from it. A negated leaf asks whether its term is false: with null neither is so.
  struct Step {
    Kind kind = Kind::null;
    Expr::Op op = Expr::Op::always;
    bool negated = false;
    std::uint16_t slot = 0;
    std::uint32_t on_true = 0;
    std::uint32_t on_false = 0;
    std::uint32_t extra = 0;  // index into lists_, links_ or operands_
    Value literal{};
  };

  template <class Row>
  bool told(const Step& step, const Row& row) const {
    std::vector<Value> values;
    values.reserve(operands_[step.extra].size());
    for (const std::uint16_t slot : operands_[step.extra]) values.push_back(row.at(slot));
    return holds(step, values);
  }

  static constexpr std::uint32_t no = 0xfffffffe, yes = 0xffffffff;

  bool is(const Step& step, const Value& value, RelatedRows* related) const;
  bool listed(const Step& step, const Value& value) const;
  bool holds(const Step& step, std::span<const Value> values) const;

  std::shared_ptr<const Expr> source_;  // keeps the literals alive
  std::vector<Step> steps_;
  std::vector<std::vector<Value>> lists_;  // literals of `in`, in order
  std::vector<Link> links_;
  std::vector<std::vector<std::uint16_t>> operands_;  // slots that a formula reads
  std::vector<std::uint16_t> slots_;
  std::uint32_t first_ = yes;
};

// The order of two values of one field, as scans sort: null first, numbers by value, amounts of one currency together,
// bytes as unsigned bytes.
std::strong_ordering order(const Value& a, const Value& b) noexcept;

}  // namespace guanxi
