// The records worth comparing with one.
#pragma once

#include "match/index/keys.h"
#include "match/index/neighbours.h"

namespace guanxi::match {

// What one search remembers, kept from search to search so that nothing is allocated.
class Search {
 public:
  struct Candidate {
    std::uint32_t record = 0;
    float bits = 0;  // rarity of the keys that it shares
  };

  struct Limits {
    std::size_t postings = 0, candidates = 0;
  };

  // The candidates, the best first. `own` is left out: a record searches for others.
  std::span<const Candidate> run(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, const Postings& postings,
                                 const Neighbours& neighbours, Limits limits, std::uint32_t own);
  bool partial() const noexcept { return partial_; }

 private:
  struct List {
    PostingList records;
    float bits = 0;
  };
  void gather(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours);
  void add_list(KeyHash key, const Postings& postings, float factor);
  void read(const List& list, std::size_t most);
  void note(std::uint32_t record, float bits);
  void reset(std::size_t postings);

  // A table by the record's number; a cell belongs to this search when it bears its epoch.
  struct Cell {
    std::uint32_t record = 0, epoch = 0, place = 0;
  };
  std::vector<Cell> cells_;
  std::uint32_t epoch_ = 0;
  std::vector<Candidate> found_;
  std::vector<KeyHash> keys_;
  std::vector<List> lists_;
  std::vector<TermId> near_;
  std::size_t records_ = 0;
  std::uint32_t own_ = 0;
  bool partial_ = false;
};

inline constexpr std::uint32_t nobody = 0xFFFFFFFF;

}  // namespace guanxi::match
