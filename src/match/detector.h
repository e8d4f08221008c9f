// What a detector holds.
#pragma once

#include <algorithm>

#include "base/os/mapped_file.h"
#include "match/index/searches.h"
#include "match/score/relation.h"
#include "match/score/weights.h"

namespace guanxi::match {

// Of candidates that come best first: when so many running were strangers, the others will be too.
class Patience {
 public:
  bool lasts(bool known) noexcept {
    strangers_ = known ? 0 : strangers_ + 1;
    return strangers_ < 4;
  }

 private:
  int strangers_ = 0;
};

struct Detector::State {
  explicit State(Configuration c);

  Lexicon lexicon(const std::vector<std::string>* unknown = nullptr) const noexcept { return {records, bits, unknown}; }
  std::span<const FieldRule> fields() const noexcept { return configuration.fields; }

  Subject subject(const RecordView& record, const Lexicon& words) const { return {fields(), record, words}; }
  Comparison compare(const Subject& a, const RecordView& b, const Lexicon& words) const { return match::compare(fields(), a, b, words); }
  Weights weigh(const Comparison& comparison) const { return match::weigh(configuration.kind, fields(), chances, comparison, records.live()); }
  double prior() const noexcept;
  double total(const Weights& weights) const noexcept;
  Explanation explain(const RecordView& a, const RecordView& b, const Lexicon& words) const;
  Match judge(const Subject& a, Number number, const RecordView& b, const Lexicon& words) const;
  // … and nothing, soon, where a candidate is plainly a stranger.
  std::optional<Match> judge_candidate(const Subject& a, const Search::Candidate& candidate, const RecordView& b, const Lexicon& words) const;
  bool told_by_names(const Search::Candidate& candidate) const noexcept { return configuration.kind == Kind::organisation && !candidate.named; }
  // Candidates that come best first, for as long as it makes sense. `judge` says whether one, with its view, is more than a stranger.
  template <class Judge>
  void judge_candidates(std::span<const Search::Candidate> candidates, Judge judge) const {
    Patience patience;
    records.walk(candidates, [&](const Search::Candidate& candidate, const RecordView& b) { return patience.lasts(judge(candidate, b)); });
  }
  bool has_full_name(const RecordView& record, const Lexicon& words) const;
  Found check(std::span<const OwnKey> keys, const RecordView& a, const Lexicon& words, const CheckOptions& options, Search::Trace* trace) const;
  Search::Limits limits(const CheckOptions& options) const noexcept;
  std::size_t further_postings(const CheckOptions& options) const noexcept;
  Search::Limits limits(std::size_t most_postings, std::size_t most_comparisons) const noexcept;  // for a search that leaves out strangers
  Match judge(const Subject& a, Number number, const RecordView& b, const Comparison& comparison, const Lexicon& words) const;
  Verdict verdict(const RecordView& a, const RecordView& b, const Comparison& comparison, const Weights& weights, double score, const Lexicon& words) const;
  void settle();
  void count_bits();
  void add_keys(Number record, const OwnKeys& keys);
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
  mutable Searches searches;
};

struct Reading::Content {
  Profile profile;
  OwnKeys keys;
};

// Learns the chances of `state` from its records.
void train(Detector::State& state);

Result<Duplicates> find_duplicates(const Detector::State& state, const BulkOptions& options);

}  // namespace guanxi::match
