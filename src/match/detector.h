// What a detector holds.
#pragma once

#include "base/os/mapped_file.h"
#include "match/index/candidates.h"
#include "match/score/relation.h"
#include "match/score/weights.h"

namespace guanxi::match {

struct Detector::State {
  explicit State(Configuration c);

  Lexicon lexicon(const std::vector<std::string>* unknown = nullptr) const noexcept { return {records, bits, unknown}; }
  std::span<const FieldRule> fields() const noexcept { return configuration.fields; }

  Comparison compare(const RecordView& a, const RecordView& b, const Lexicon& words) const { return match::compare(fields(), a, b, words); }
  Weights weigh(const Comparison& comparison) const { return match::weigh(configuration.kind, fields(), chances, comparison, records.live()); }
  double prior() const noexcept;
  double total(const Weights& weights) const noexcept;
  Explanation explain(const RecordView& a, const RecordView& b, const Lexicon& words) const;
  Match judge(const RecordView& a, Number number, const RecordView& b, const Comparison& comparison, const Lexicon& words) const;
  Match judge(const RecordView& a, Number number, const Lexicon& words) const {
    const auto b = records.view(number);
    return judge(a, number, b, compare(a, b, words), words);
  }
  // Nothing, soon, where the record is gone or plainly a stranger.
  std::optional<Match> judge_candidate(const RecordView& a, const Search::Candidate& candidate, const Lexicon& words) const;
  std::optional<Match> judge_candidate(const RecordView& a, const Search::Candidate& candidate, const RecordView& b, const Lexicon& words) const;
  // What may be more than a stranger, of candidates that come best first. Returns how many were looked at.
  template <class Use>
  std::size_t judge_candidates(const RecordView& a, std::span<const Search::Candidate> candidates, const Lexicon& words, Use use) const {
    constexpr int patience = 4;  // after so many strangers running, others are strangers too
    int strangers = 0;
    std::size_t seen = 0;
    for (const auto& candidate : candidates) {
      ++seen;
      const auto match = judge_candidate(a, candidate, words);
      if (match) use(*match);
      strangers = match ? 0 : strangers + 1;
      if (strangers == patience) break;
    }
    return seen;
  }
  Found check(const RecordView& a, const Lexicon& words, const CheckOptions& options, std::vector<Search::Wanted>* trail) const;
  Search::Limits limits(const CheckOptions& options) const noexcept;
  Search::Limits limits(std::size_t most_postings, std::size_t most_comparisons) const noexcept;  // for a search that leaves out strangers
  Verdict verdict(const RecordView& a, const RecordView& b, const Comparison& comparison, const Weights& weights, const Lexicon& words) const;
  void settle();
  void count_bits();
  void add_keys(Number record);
  void added();  // after a record came or changed

  os::MappedFile map;  // what the columns of the others may lie in
  Configuration configuration;
  Records records;
  Postings postings;
  Neighbours neighbours;
  bool settled = false;  // once at least
  std::vector<float> bits;  // of terms that occur so often, as of the last settle
  Chances chances;
  bool trained = false;
};

// Learns the chances of `state` from its records.
void train(Detector::State& state);

Result<Duplicates> find_duplicates(const Detector::State& state, const BulkOptions& options);

}  // namespace guanxi::match
