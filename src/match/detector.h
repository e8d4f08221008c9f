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
  // Nothing where the record is gone, or, soon, where it is plainly a stranger.
  std::optional<Match> judge_anyone(const RecordView& a, Number b, const Lexicon& words) const;
  std::optional<Match> judge_candidate(const RecordView& a, const Search::Candidate& candidate, const Lexicon& words) const;
  // Of these views the names are looked at alone.
  bool are_strangers(const Search::Candidate& candidate, const RecordView& a, const RecordView& b, const Lexicon& words) const;
  // Candidates that come best first, for as long as it makes sense. `judge` says whether one is more than a stranger.
  template <class Judge>
  void judge_candidates(std::span<const Search::Candidate> candidates, Judge judge) const {
    Patience patience;
    records.walk<4>(candidates, [&](const Search::Candidate& candidate) { return patience.lasts(judge(candidate)); });
  }
  bool has_full_name(const RecordView& record, const Lexicon& words) const;
  Found check(std::span<const OwnKey> keys, const RecordView& a, const Lexicon& words, const CheckOptions& options, Search::Trace* trace) const;
  Search::Limits limits(const CheckOptions& options) const noexcept;
  Search::Limits limits(std::size_t most_postings, std::size_t most_comparisons) const noexcept;  // for a search that leaves out strangers
  Verdict verdict(const RecordView& a, const RecordView& b, const Comparison& comparison, const Weights& weights, const Lexicon& words) const;
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
