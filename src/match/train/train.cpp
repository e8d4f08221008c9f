// Training on the records themselves.
#include <algorithm>
#include <cmath>

#include "match/detector.h"
#include "match/index/hash.h"
#include "match/train/expectation.h"

namespace guanxi::match {

namespace {

using State = Detector::State;

constexpr std::size_t random_pairs = 60'000, searching_records = 12'000;
constexpr Search::Limits sample_limits{4096, 48};
constexpr double belief_in_typical = 10;

Patterns blind_pairs(const State& state) {
  Patterns out;
  const auto n = state.records.size();
  const auto words = state.lexicon();
  for (std::uint64_t i = 0; i < random_pairs; ++i) {
    const auto a = static_cast<Number>(mixed(2 * i + 1) % n), b = static_cast<Number>(mixed(2 * i + 2) % n);
    if (a != b) out.add(state.compare(state.subject(state.records.view(a), words), state.records.view(b), words), state.fields().size());
  }
  return out;
}

// Compares a sample of the records with their candidates.
template <class Use>
void each_candidate_pair(const State& state, Use use) {
  const auto n = state.records.size();
  const auto step = n / searching_records + 1;
  const auto words = state.lexicon();
  Search search(Search::Keeps::near_words);
  std::vector<OwnKey> keys;
  for (std::size_t a = 0; a < n; a += step) {
    const auto view = state.records.view(static_cast<Number>(a));
    const auto subject = state.subject(view, words);
    find_wanted(state.fields(), view, words, keys);
    for (const auto& candidate : search.run(state.configuration, keys, view, words, state.postings, state.neighbours, sample_limits, static_cast<Number>(a)))
      use(state.compare(subject, state.records.view(candidate.record), words));
  }
}

// What words agree by accident: their mean rarity at each degree among pairs that are not the same.
void learn_typical(State& state) {
  struct Mean {
    double sum = 0, count = 0;
  };
  std::vector<std::array<Mean, most_degrees>> means(state.fields().size());
  each_candidate_pair(state, [&](const Comparison& comparison) {
    const double p = 1 / (1 + std::exp2(-state.total(state.weigh(comparison))));
    for (std::size_t i = 0; i < means.size(); ++i) {
      const auto& agreement = comparison.fields[i];
      if (!agreement.compared || !made_of_words(state.fields()[i].role)) continue;
      auto& mean = means[i][agreement.degree];
      mean.sum += (1 - p) * agreement.bits, mean.count += 1 - p;
    }
  });
  for (std::size_t i = 0; i < means.size(); ++i)
    for (std::size_t d = 0; d < most_degrees; ++d) {
      auto& typical = state.chances.fields[i].typical[d];
      typical = static_cast<float>((means[i][d].sum + belief_in_typical * typical) / (means[i][d].count + belief_in_typical));
    }
}

}  // namespace

void train(State& state) {
  const auto n = static_cast<double>(state.records.size());
  if (n < 2) return;
  state.chances = ready_chances(state.configuration.kind, state.fields());
  state.trained = false;
  state.chances.prior = state.prior();
  Evidence evidence;
  evidence.pairs = n * (n - 1) / 2;
  evidence.random = blind_pairs(state).all();
  Patterns candidates;
  each_candidate_pair(state, [&](const Comparison& c) { candidates.add(c, state.fields().size()); });
  evidence.candidates = candidates.all();
  const auto step = state.records.size() / searching_records + 1;
  evidence.candidate_share = 2.0 / static_cast<double>(step);  // each pair is met from both its ends
  learn(evidence, state.chances);
  state.trained = true;
  learn_typical(state);
}

}  // namespace guanxi::match
