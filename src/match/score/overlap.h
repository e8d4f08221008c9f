// How much two rows of words have in common, measured by how rare the words are.
#pragma once

#include <bitset>

#include "match/index/lexicon.h"

namespace guanxi::match {

// Bits: log₂ of rarity. A word of one side that the other lacks counts for its own side only.
struct Overlap {
  float a = 0, b = 0;   // all bits of each side
  float common = 0;     // bits of what agrees, the mean of both sides; a near word counts in part
  float common_a = 0, common_b = 0;  // … by the weights of each side
  float core_a = 0, core_b = 0, core_common = 0;  // the same for core words alone
  bool same_order = true, all_equal = false;
  bool core_met = false;       // a core word of one side agrees with some word of the other
  std::uint8_t adjacent = 0;   // neighbours on both sides that agree
  std::bitset<most_tokens> matched_a, matched_b;

  float dice() const noexcept { return a + b > 0 ? 2 * common / (a + b) : 0; }
  float contained() const noexcept { return a > 0 && b > 0 ? (a <= b ? common_a / a : common_b / b) : 0; }
  float core_dice() const noexcept { return core_a + core_b > 0 ? 2 * core_common / (core_a + core_b) : 0; }
};

// A row of words, borrowed, and what each of them weighs: made once where it is compared with many.
struct Weighed {
  Weighed(Items items, const Lexicon& lexicon) noexcept;

  Items items;
  float all = 0, core = 0;  // bits
  std::uint64_t present = 0;  // terms, by their last digits
  std::uint64_t forms = 0;    // those that are of a legal form, by their places
  bool has_words = false;     // of letters, not Han characters alone
  std::array<float, most_tokens> bits;  // as far as there are items
};

Overlap overlap(const Weighed& a, const Weighed& b, const Lexicon& lexicon);

// How alike two different words are: 1 for a slip, less for a shortened form, 0 for strangers.
float likeness(std::string_view a, std::string_view b) noexcept;

}  // namespace guanxi::match
