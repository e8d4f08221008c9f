#include "match/train/expectation.h"

#include <algorithm>
#include <cmath>

namespace guanxi::match {

namespace {

constexpr int rounds = 30;
constexpr double belief_in_m = 20, belief_in_u = 20;  // pairs that the ready chances count for

using Counts = std::vector<std::array<double, most_degrees>>;

void count(const Patterns::Pattern& pattern, double share, Counts& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (pattern.degrees[i] != Patterns::not_compared) counts[i][pattern.degrees[i]] += share * pattern.count;
}

double probability(double log_odds) { return 1 / (1 + std::exp2(-std::clamp(log_odds, -60.0, 60.0))); }

Counts believed(const Chances& ready, double Chance::*chance, double strength) {
  Counts out(ready.fields.size());
  for (std::size_t i = 0; i < out.size(); ++i)
    for (std::size_t d = 0; d < ready.fields[i].count; ++d) out[i][d] = strength * (ready.fields[i].degrees[d].*chance);
  return out;
}

void set(const Counts& counts, double Chance::*chance, Chances& chances) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    double sum = 0;
    for (const double c : counts[i]) sum += c;
    for (std::size_t d = 0; d < chances.fields[i].count; ++d) chances.fields[i].degrees[d].*chance = std::max(counts[i][d] / sum, 1e-7);
  }
}

// How far the evidence may move the odds of a degree from the ready ones, in bits: what looks like a rule among the records
// may be an accident, above all where it speaks for the same.
constexpr double most_down = 4, most_up = 3, most_up_of_difference = 2;

// A better agreement never speaks less for the same than a worse one.
void keep_sane(const Chances& ready, Chances& chances) {
  const auto ratio = [](const Chance& c) { return c.m / c.u; };
  for (std::size_t i = 0; i < chances.fields.size(); ++i) {
    auto& degrees = chances.fields[i].degrees;
    for (std::size_t d = chances.fields[i].count; d-- > 0;) {
      const double believed = ratio(ready.fields[i].degrees[d]);
      const double up = believed < 1 ? most_up_of_difference : most_up;
      double sane = std::clamp(ratio(degrees[d]), believed * std::exp2(-most_down), believed * std::exp2(up));
      if (d + 1 < chances.fields[i].count) sane = std::min(sane, ratio(degrees[d + 1]));
      degrees[d].u = degrees[d].m / sane;
    }
  }
}

}  // namespace

double odds(const Patterns::Pattern& pattern, const Chances& chances) {
  double sum = chances.prior;
  for (std::size_t i = 0; i < chances.fields.size(); ++i)
    if (pattern.degrees[i] != Patterns::not_compared) sum += chances.odds[i][pattern.degrees[i]];
  return sum;
}

void learn(const Evidence& evidence, Chances& chances) {
  const Chances ready = chances;
  for (int round = 0; round < rounds; ++round) {
    auto m = believed(ready, &Chance::m, belief_in_m), u = believed(ready, &Chance::u, belief_in_u);
    double same = 0;
    for (const auto& pattern : evidence.candidates) {
      const double p = probability(odds(pattern, chances));
      same += p * pattern.count;
      count(pattern, p, m);
    }
    for (const auto& pattern : evidence.random) count(pattern, 1 - probability(odds(pattern, chances)), u);
    set(m, &Chance::m, chances);
    set(u, &Chance::u, chances);
    keep_sane(ready, chances);
    chances.settle();
    const double share = std::clamp((same / evidence.candidate_share + 1) / evidence.pairs, 1e-12, 0.5);
    chances.prior = std::log2(share / (1 - share));
  }
}

}  // namespace guanxi::match
