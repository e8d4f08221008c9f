// Which rows a search can find. Kept are the words and every two adjacent characters; how characters sound follows from
// them, so that pinyin and initials take no room of their own. What is found must be looked at again.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "store/memory/postings.h"
#include "store/memory/sorted_chunks.h"
#include "store/search/query.h"

namespace guanxi::store::memory {

// A set of rids as bits.
class RidSet {
 public:
  explicit RidSet(std::uint32_t last) : bits_(last / 64 + 1) {}

  void add(std::uint32_t rid) { bits_[rid / 64] |= std::uint64_t{1} << rid % 64; }
  void operator&=(const RidSet& other);
  void operator|=(const RidSet& other);
  bool contains(std::uint32_t rid) const { return (bits_[rid / 64] >> rid % 64 & 1) != 0; }
  // Ascending; until `take` returns false.
  template <class Take>
  void each(Take take) const;

 private:
  std::vector<std::uint64_t> bits_;
};

class TokenIndex {
 public:
  // Enters what `after` has and `before` lacks, and takes out the rest.
  void update(std::uint32_t rid, std::string_view before, std::string_view after);

  // Every row up to `last` that can match, and others.
  RidSet candidates(const search::SearchQuery& query, std::uint32_t last) const;
  // Whether the row is found by every token of the text.
  bool has(std::uint32_t rid, std::string_view text) const;

  std::size_t bytes() const noexcept;

 private:
  // Two adjacent characters; the second is 0 behind the last one of a run.
  struct Pair {
    char32_t first = 0, second = 0;
    auto operator<=>(const Pair&) const = default;
  };
  struct PairEntry {
    Pair pair;
    Postings rows;
  };
  // The beginning of a word, padded with NUL.
  struct WordEntry {
    std::array<char, 12> word{};
    std::uint32_t rid = 0;
    auto operator<=>(const WordEntry&) const = default;
  };
  struct Tokens {
    std::vector<Pair> pairs;
    std::vector<WordEntry> words;
  };
  using Characters = std::unordered_set<char32_t>;

  static Tokens tokens_of(std::uint32_t rid, std::string_view text);
  static WordEntry word_entry(std::string_view word, std::uint32_t rid) noexcept;
  SortedChunks<PairEntry>::Place find(const Pair& pair) const;
  SortedChunks<WordEntry>::Place find(const WordEntry& word) const;
  const Postings* rows_of(const Pair& pair) const;
  void insert(const Pair& pair, std::uint32_t rid);
  void erase(const Pair& pair, std::uint32_t rid);
  void note_readings(char32_t c);

  RidSet passing(const search::Term& term, std::uint32_t last) const;
  RidSet passing(const search::TokenTest& test, std::uint32_t last) const;
  void add_word(std::string_view word, RidSet& out) const;
  void add_written(std::string_view characters, bool prefix, RidSet& out) const;
  void add_spoken(std::string_view syllables, bool prefix, RidSet& out) const;
  void add_initials(std::string_view letters, RidSet& out) const;
  // Pairs of one of `first` with one of `second`, or with any where that is null.
  void add_pairs(const Characters& first, const Characters* second, RidSet& out) const;
  Characters read_as(std::string_view reading, bool prefix) const;

  SortedChunks<PairEntry> pairs_;
  SortedChunks<WordEntry> words_;
  std::map<std::string, std::vector<char32_t>, std::less<>> by_reading_;
  std::unordered_set<char32_t> known_;  // characters entered in by_reading_
};

template <class Take>
void RidSet::each(Take take) const {
  for (std::size_t i = 0; i < bits_.size(); ++i)
    for (std::uint64_t rest = bits_[i]; rest != 0; rest &= rest - 1)
      if (!take(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))))) return;
}

}  // namespace guanxi::store::memory
