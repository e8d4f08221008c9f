#include "match/train/patterns.h"

#include <algorithm>

namespace guanxi::match {

void Patterns::add(const Comparison& comparison, std::size_t fields) {
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < most_fields; ++i) {
    const bool compared = i < fields && comparison.fields[i].compared;
    packed = packed << 4 | (compared ? comparison.fields[i].degree : not_compared);
  }
  counts_[packed] += 1;
  pairs_ += 1;
}

std::vector<Patterns::Pattern> Patterns::all() const {
  std::vector<std::pair<std::uint64_t, double>> sorted(counts_.begin(), counts_.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<Pattern> out;
  for (const auto& [packed, count] : sorted) {
    auto& pattern = out.emplace_back();
    pattern.count = count;
    for (std::size_t i = 0; i < most_fields; ++i) pattern.degrees[i] = packed >> (4 * (most_fields - 1 - i)) & 15;
  }
  return out;
}

}  // namespace guanxi::match
