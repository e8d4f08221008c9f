// Expectation maximisation for the Fellegi–Sunter model (Winkler, "Using the EM algorithm for weight computation", 1988).
#pragma once

#include "match/train/patterns.h"

namespace guanxi::match {

struct Evidence {
  std::vector<Patterns::Pattern> random;      // pairs taken blindly: what others look like
  std::vector<Patterns::Pattern> candidates;  // pairs that share a key: where the same are
  double pairs = 0;       // of all records
  double candidate_share = 1;  // how many of the candidate pairs that exist stand in `candidates`
};

// Improves m, u and the prior of `chances`, which are also what is believed where the evidence is thin.
void learn(const Evidence& evidence, Chances& chances);

// log₂ odds of a pattern, without regard to how rare its values are.
double odds(const Patterns::Pattern& pattern, const Chances& chances);

}  // namespace guanxi::match
