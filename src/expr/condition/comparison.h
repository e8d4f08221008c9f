// Comparisons whose sides are computed from fields.
#pragma once

#include "expr/condition/leaf.h"
#include "expr/row_formula.h"

namespace guanxi::condition {

// The sign with which the other side is compared: "less" for "greater".
feel::Op turned(feel::Op op) noexcept;

// Reads the comparison at `node`, whose fields stand in the record at one place. `run` evaluates constants.
class Comparison {
 public:
  Comparison(const Checked& checked, Run& run, std::uint32_t node);

  // As a term on a single field, such as `pieces > 4` for `pieces * 2 + 1 > 9`.
  Leaf on_one_field(Goal goal) const;
  // As what SQL can compute; the operands are those of the formula.
  std::optional<RowComparison> in_sql(Goal goal, std::span<const std::uint32_t> operands) const;

 private:
  const Checked& checked_;
  Run& run_;
  bool is_one_ = false;
  bool amounts_ = false;
  feel::Op op_{};
  std::uint32_t a_ = 0, b_ = 0;
};

}  // namespace guanxi::condition
