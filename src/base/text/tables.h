// What the text functions know about characters: tables made by generate.py, and how to look into them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace guanxi::text {

struct Range {
  char32_t first, last;
};

struct Pair {
  char32_t from, to;
};

// Folding: a two-stage table of the code points below fold_end, sixteen to a block. A value is the folded and
// simplified code point (0: the character itself), or one of the two below. Characters from fold_end on are
// ideographs or too rare: fold_sparse has those that change.
inline constexpr char32_t fold_end = 0x20000;
inline constexpr std::uint16_t fold_slow = 1;    // combines with its neighbours, or folds to several
inline constexpr std::uint16_t fold_far = 2;     // folds to a code point beyond 16 bits, in fold_sparse
extern const std::uint16_t fold_index[], fold_blocks[];
extern const Pair fold_sparse[];
extern const std::size_t fold_sparse_size;

inline std::uint16_t fold_value(char32_t c) noexcept {
  return fold_blocks[std::size_t{fold_index[c >> 4]} * 16 + (c & 15)];
}

// Marks that strip_accents() leaves out: the nonspacing marks of scripts in which words are also written without.
extern const Range accents[];
extern const std::size_t accents_size;

// Readings: a two-stage table of the 16-bit code points, 64 to a block, and a sorted list of the others, each
// (code point - 0x20000) << 12 | value. A value is one more than the place in reading_pool (0: none) where the
// syllables stand, each number << 1 | whether it is the last.
extern const std::string_view syllable_names[];
extern const std::size_t syllable_names_size;
extern const std::uint16_t reading_index[], reading_blocks[], reading_pool[];
extern const std::uint32_t reading_sparse[];
extern const std::size_t reading_sparse_size;

// Columns on a terminal.
extern const Range wide[], zero_width[];
extern const std::size_t wide_size, zero_width_size;

inline bool contains(const Range* ranges, std::size_t size, char32_t c) noexcept {
  const Range* found = std::partition_point(ranges, ranges + size, [c](Range r) { return r.last < c; });
  return found != ranges + size && found->first <= c;
}

inline char32_t sparse_fold(char32_t c) noexcept {
  const Pair* end = fold_sparse + fold_sparse_size;
  const Pair* found = std::partition_point(fold_sparse, end, [c](Pair p) { return p.from < c; });
  return found != end && found->from == c ? found->to : c;
}

}  // namespace guanxi::text
