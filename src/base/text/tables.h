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

// Normal forms. An entry is a code point << 6 | units of UTF-16 << 1 | whether it is by compatibility alone; its parts stand in `parts` from
// the place in the second table on. A part may decompose further. Hangul follows from its numbers and is not here.
extern const std::uint16_t parts[];
extern const std::uint32_t decomposed[], case_folded[];  // the second: characters whose folding by case has several parts
extern const std::uint16_t decomposed_at[], case_folded_at[];
extern const std::size_t decomposed_size, case_folded_size;
extern const std::uint16_t compositions[];  // places in `decomposed` of the pairs that are joined, ordered by the pair
extern const std::size_t compositions_size;
extern const Range ignorable[];
extern const std::size_t ignorable_size;

// Marks of one combining class.
struct Marks {
  char32_t first;
  std::uint8_t more, kind;
};
extern const Marks marks[];
extern const std::size_t marks_size;

// Every first, or every second, character from `first` to `last`, and how far its counterpart is.
struct Run {
  char32_t first, last;
  std::uint32_t step;
  std::int32_t by;
};
extern const Run folding_runs[], upper_runs[], lower_runs[];
extern const std::size_t folding_runs_size, upper_runs_size, lower_runs_size;

// Letters, marks and numbers; punctuation, blanks, control and format characters.
extern const Range word_characters[], silent_characters[];
extern const std::size_t word_characters_size, silent_characters_size;

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
