// Pairs counted by how they agree: what is learnt from a million pairs costs no more than from the patterns that occur.
#pragma once

#include <unordered_map>

#include "match/score/weights.h"

namespace guanxi::match {

class Patterns {
 public:
  struct Pattern {
    std::array<std::uint8_t, most_fields> degrees;  // not_compared where a value is missing
    double count;
  };
  static constexpr std::uint8_t not_compared = 15;

  void add(const Comparison& comparison, std::size_t fields);
  // In an order that does not depend on the machine.
  std::vector<Pattern> all() const;
  double pairs() const noexcept { return pairs_; }

 private:
  std::unordered_map<std::uint64_t, double> counts_;
  double pairs_ = 0;
};

}  // namespace guanxi::match
