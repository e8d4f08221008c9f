#include "match/cluster/clusters.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace guanxi::match {

namespace {

constexpr std::size_t looked_at = 6;  // members of each group
// Two members speak for or against a join with at most so many bits: one contradiction does not outweigh many agreements.
constexpr double most_for = 4, most_against = -8, least_mean = -1;

std::span<const Number> members(const std::vector<Number>& group, const Number& alone) noexcept {
  return group.empty() ? std::span<const Number>(&alone, 1) : std::span<const Number>(group);
}

}  // namespace

Clusters::Clusters(std::size_t records) : parent_(records), members_(records) { std::iota(parent_.begin(), parent_.end(), Number{0}); }

Number Clusters::root(Number record) const noexcept {
  while (parent_[record] != record) record = parent_[record] = parent_[parent_[record]];
  return record;
}

bool Clusters::fits(Number a, Number b, FunctionRef<double(Number, Number)> fit) const {
  const auto x = members(members_[a], a), y = members(members_[b], b);
  if (x.size() == 1 && y.size() == 1) return true;
  const auto step_x = x.size() / looked_at + 1, step_y = y.size() / looked_at + 1;
  double sum = 0;
  int count = 0;
  for (std::size_t i = 0; i < x.size(); i += step_x)
    for (std::size_t j = 0; j < y.size(); j += step_y) sum += std::clamp(fit(x[i], y[j]), most_against, most_for), ++count;
  return sum >= least_mean * count;
}

void Clusters::join(std::vector<Pair> pairs, FunctionRef<double(Number, Number)> fit) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return x.score != y.score ? x.score > y.score : x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  for (const auto& pair : pairs) {
    auto a = root(pair.a), b = root(pair.b);
    if (a == b || !fits(a, b, fit)) continue;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    if (members_[a].empty()) members_[a].push_back(a);
    if (members_[b].empty()) members_[b].push_back(b);
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b] = {};
    parent_[b] = a;
  }
}

std::vector<Number> Clusters::smallest() const {
  std::vector<Number> least(parent_.size());
  std::iota(least.begin(), least.end(), Number{0});
  for (Number i = 0; i < parent_.size(); ++i) least[root(i)] = std::min(least[root(i)], i);
  std::vector<Number> out(parent_.size());
  for (Number i = 0; i < parent_.size(); ++i) out[i] = least[root(i)];
  return out;
}

std::vector<std::vector<Number>> Clusters::groups() const {
  std::vector<std::vector<Number>> out;
  for (const auto& group : members_)
    if (group.size() > 1) out.push_back(group), std::sort(out.back().begin(), out.back().end());
  return out;
}

}  // namespace guanxi::match
