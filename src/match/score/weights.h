// From agreement to odds.
#pragma once

#include "match/score/compare.h"
#include "match/score/degrees.h"

namespace guanxi::match {

// What is believed about one field.
struct FieldChances {
  std::array<Chance, most_degrees> degrees{};
  std::array<float, most_degrees> typical{};  // bits of what agrees by accident at this degree, for roles made of words
  std::size_t count = 0;                      // degrees in use
};

struct Chances {
  std::vector<FieldChances> fields;
  double prior = 0;  // log₂ odds that two records taken blindly are the same
  std::vector<std::array<double, most_degrees>> odds;  // log₂ of m / u of each degree of each field

  // Whenever a chance has changed: the odds anew.
  void settle();
};

// The ready chances, or those that a field declares.
Chances ready_chances(Kind kind, std::span<const FieldRule> fields);

// log₂ odds of each field. What depends on each other is not counted twice: of several telephones, addresses and mailboxes of
// one office, or several names of one company, the first counts in full and the others in part.
using Weights = std::array<double, most_fields>;
Weights weigh(Kind kind, std::span<const FieldRule> fields, const Chances& chances, const Comparison& comparison, std::size_t records);

// Whether what agrees is much rarer than usual; for the reasons.
bool is_rare(const FieldRule& field, const FieldChances& chances, const Agreement& agreement, std::size_t records);

}  // namespace guanxi::match
