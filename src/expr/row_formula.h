// What only an evaluator can tell of a row, as a leaf of a condition: SQL knows it as a function of the fields it reads.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "guanxi/error.h"
#include "guanxi/expr.h"
#include "guanxi/field.h"

namespace guanxi {

// What a formula says where SQL can say it too: a comparison of sums, differences and products of numbers, or of two fields of one
// type. It is unknown where a side is null, but for "equal" and "not equal", which take null for a value; amounts in unlike
// currencies are unknown to each other. Moments compare by the millisecond.
struct RowComparison {
  struct Term {  // in prefix order
    enum What : std::uint8_t { operand, number, add, subtract, multiply } what;
    std::uint8_t scale = 0;        // digits behind the point
    std::uint32_t operand_at = 0;  // among the fields of the formula
    std::int64_t coefficient = 0;  // of a number
  };
  Expr::Op op;
  bool truth = true;        // what it must be for the formula to hold
  bool or_unknown = false;  // or unknown
  std::vector<Term> left, right;
};

// Threads: read from several at once.
class RowFormula {
 public:
  virtual ~RowFormula() = default;

  // The fields of the row, all of one entity.
  virtual std::span<const AnyField* const> fields() const noexcept = 0;
  // Whether it holds for their values, in their order; true or false, never unknown.
  virtual bool holds(std::span<const Value> values) const = 0;
  // The same as a comparison; null where it is none.
  virtual const RowComparison* comparison() const noexcept { return nullptr; }
  // An evaluation that could not be finished since the formula was made. Whoever has asked rows looks here at the end:
  // then the answers count for nothing.
  virtual std::optional<Error> fault() const = 0;
};

// The formula of a node with Op::formula.
inline const RowFormula& formula_of(const Value& literal) noexcept { return *reinterpret_cast<const RowFormula*>(literal.bytes); }
inline Value literal_of(const RowFormula& formula) noexcept {
  return Value::of_bytes(Type::none, reinterpret_cast<const char*>(&formula), sizeof(void*));
}

// The first fault of the condition's formulas.
Result<void> check_finished(const Expr& condition);

}  // namespace guanxi
