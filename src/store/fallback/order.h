// The order of a scan for backends that have none of their own, and the tokens by which a later scan goes on.
#pragma once

#include <string>
#include <vector>

#include "guanxi/query.h"
#include "guanxi/schema.h"

namespace guanxi::store::fallback {

// Just behind the row with these values and this rid; rid 0: before all rows.
struct Place {
  std::vector<Value> values;  // one for each step, borrowed from the token
  std::int64_t rid = 0;

  bool at_start() const noexcept { return rid == 0; }
};

class RowOrder {
 public:
  struct Step {
    std::uint16_t slot;
    Type type;
    bool descending;
  };

  // An unknown field is Code::invalid.
  static Result<RowOrder> resolve(const EntityType& type, std::span<const OrderTerm> terms);

  const std::vector<Step>& steps() const noexcept { return steps_; }
  bool before(const AnyRecord& a, const AnyRecord& b) const;
  bool behind(const Place& place, const AnyRecord& row) const;

  // The packed value of each step and the packed rid; `out` is overwritten.
  void token(const AnyRecord& row, std::string& out) const;
  // The place that a token names; one of another order is Code::invalid.
  Result<Place> place(std::string_view token) const;

 private:
  bool rids_in_order(std::int64_t a, std::int64_t b) const noexcept;

  std::vector<Step> steps_;
};

}  // namespace guanxi::store::fallback
