// From pairs to groups.
#pragma once

#include "base/function_ref.h"
#include "guanxi/match.h"

namespace guanxi::match {

class Clusters {
 public:
  explicit Clusters(std::size_t records);

  // Joins the groups of the pairs, the surest first. Two groups become one only when their members fit each other, not merely
  // the two that form the bridge: `fit` says the odds of any two records.
  void join(std::vector<Pair> pairs, FunctionRef<double(Number, Number)> fit);

  // The smallest number of each record's group.
  std::vector<Number> smallest() const;
  // Groups of two or more.
  std::vector<std::vector<Number>> groups() const;

 private:
  Number root(Number record) const noexcept;
  bool fits(Number a, Number b, FunctionRef<double(Number, Number)> fit) const;

  mutable std::vector<Number> parent_;
  std::vector<std::vector<Number>> members_;  // of roots with more than one
};

}  // namespace guanxi::match
