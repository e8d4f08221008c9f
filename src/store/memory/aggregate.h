// Counts and sums by groups, in one pass over the rows.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "store/memory/view.h"

namespace guanxi::store::memory {

class Totals {
 public:
  // Looks at every row that passes; a sum that does not fit is Code::limit.
  static Result<Totals> count(View& view, const Aggregate& request);

  // Calls `sink` for each group with a row in it.
  Result<void> hand_out(const Aggregate& request, AggregateSink sink) const;

 private:
  struct Total {
    std::int64_t count = 0;
    std::vector<std::int64_t> sums;
  };
  using Group = std::unordered_map<std::string, Total>;  // by the packed values

  Result<void> add(const Aggregate& request, const std::vector<Value>& values);

  std::vector<Group> groups_;
  std::string key_;  // reused
};

}  // namespace guanxi::store::memory
