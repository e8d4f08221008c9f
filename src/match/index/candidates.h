// The records worth comparing with one.
#pragma once

#include "match/index/keys.h"
#include "match/index/neighbours.h"

namespace guanxi::match {

// What one search remembers; used again it allocates nothing.
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
  // Whether a record that shares as much as good candidates may stand in lists that there was no room to read.
  bool partial() const noexcept { return partial_; }

 private:
  struct Key {
    KeyHash hash = 0;
    float factor = 1;  // what it counts beside an equal one
  };
  struct List {
    PostingList records;
    float bits = 0;
  };
  void gather(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours);
  void gather_near(char domain, Items items, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours);
  void gather_initials(char domain, std::string_view word, const Postings& postings);
  void gather_acronyms(char domain, std::span<const std::string_view> words, std::string_view form, const Lexicon& lexicon, const Postings& postings);
  void gather_joined(char domain, std::string_view joined, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours);
  void gather_parts(char domain, std::string_view word, const Lexicon& lexicon, const Postings& postings);
  void add_key(KeyHash key, const Postings& postings, float factor);
  void open_lists(const Postings& postings);
  void read_lists(std::size_t most);
  void note(std::uint32_t record, float bits);
  std::size_t cell(std::uint32_t record) const noexcept;
  void resize(std::size_t cells);

  std::vector<std::uint32_t> cells_;  // by the record's number: its place in found_, or none
  std::vector<Candidate> found_;
  std::vector<Key> keys_;
  std::vector<List> lists_;
  std::vector<TermId> near_;
  float best_ = 0;  // bits of the best candidate so far
  std::size_t records_ = 0;
  std::uint32_t own_ = 0;
  bool partial_ = false;
};

inline constexpr std::uint32_t nobody = 0xFFFFFFFF;

}  // namespace guanxi::match
