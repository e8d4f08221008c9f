// Counts and sums of money, one sum per currency.
#pragma once

#include "crm/view.h"

namespace guanxi::queries {

// Adds the amount to the sum of its currency; sums stay in the order of the currencies' numbers. An amount without a currency
// is none.
Result<void> add_to(std::vector<Money>& sums, Money amount);

// The money field of this number, whose slot splits and sums an aggregate; nullptr for 0. Another field is Code::invalid.
Result<const AnyField*> measure_of(const EntityType& type, std::uint16_t number);

// Count and sums of the readable rows under the condition; `measure` may be null.
struct Tally {
  std::int64_t count = 0;
  std::vector<Money> sums;
};
Result<Tally> tally(View& view, const EntityType& type, const Expr& condition, const AnyField* measure);

// For each group of an aggregate: the rows of `by`, counted, and summed per currency where there is a measure.
struct GroupRow {
  std::size_t group;   // index into `by`
  const Value& value;  // borrowed until the sink returns
  std::int64_t count;
  Money sum;           // without currency where there is no measure, or none set
};
Result<void> group_by(View& view, const EntityType& type, const Expr& condition, const std::vector<const AnyField*>& by,
                      const AnyField* measure, FunctionRef<Result<void>(const GroupRow&)> sink);

}  // namespace guanxi::queries
