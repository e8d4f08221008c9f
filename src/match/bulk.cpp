// All duplicates at once.
#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "match/cluster/clusters.h"
#include "match/detector.h"

namespace guanxi::match {

namespace {

using State = Detector::State;

constexpr std::size_t most_postings = 2048, most_comparisons = 48;
constexpr std::size_t largest_listed = 1000;  // members of a cluster of which every pair is listed
constexpr Number nobody_yet = 0xFFFFFFFF;
constexpr Message cancelled{"match.cancelled", "The search for duplicates was stopped.", "查重已被停止。"};

// Companies that share less are hardly ever the same; a search of all that goes down to 0.3 finds one pair in two thousand more, in a fifth more time.
Search::Limits limits_of(const State& state) {
  constexpr float least = 0.4F;
  auto out = state.limits(most_postings, most_comparisons);
  if (state.configuration.kind != Kind::person) out.share = std::max(out.share, least);
  out.both_ends = true;
  return out;
}

// What became of the pairs that were met from their smaller number, until the larger one is searched for: a pair is compared once.
class Met {
 public:
  explicit Met(std::size_t records) : newest_(records, nobody_yet) {}

  void note(Number smaller, Number larger, bool stranger) {
    auto at = free_;
    if (at == nobody_yet) at = static_cast<std::uint32_t>(nodes_.size()), nodes_.emplace_back();
    else free_ = nodes_[at].older;
    nodes_[at] = {smaller << 1 | static_cast<std::uint32_t>(stranger), newest_[larger]};
    newest_[larger] = at;
  }

  // Those of one record, which are then forgotten.
  void turn_to(Number larger) {
    now_.clear();
    for (auto at = newest_[larger]; at != nobody_yet;) {
      const auto older = nodes_[at].older;
      now_.push_back(nodes_[at].met);
      nodes_[at].older = free_, free_ = at;
      at = older;
    }
    newest_[larger] = nobody_yet;
    std::sort(now_.begin(), now_.end());
  }
  // Whether the pair with this smaller number was one of strangers, if it was met.
  std::optional<bool> strangers(Number smaller) const noexcept {
    const auto found = std::lower_bound(now_.begin(), now_.end(), smaller << 1);
    return found == now_.end() || *found >> 1 != smaller ? std::nullopt : std::optional((*found & 1) != 0);
  }

 private:
  struct Node {
    std::uint32_t met = 0;    // the smaller number << 1 | whether they are strangers
    std::uint32_t older = 0;  // the node behind it
  };
  std::vector<std::uint32_t> newest_;  // of each record
  std::vector<Node> nodes_;
  std::uint32_t free_ = nobody_yet;
  std::vector<std::uint32_t> now_;
};

class Bulk {
 public:
  Bulk(const State& state, const BulkOptions& options)
      : state_(state), options_(options), words_(state.lexicon()), limits_(limits_of(state)), met_(state.records.size()) {}

  Result<Duplicates> run() {
    GUANXI_CHECK(search_all());
    Clusters clusters(state_.records.size());
    clusters.join(strong_, [&](Number a, Number b) { return fit(a, b); });
    out_.cluster = clusters.smallest();
    for (const auto& group : clusters.groups()) list(group);
    if (options_.all) list_related();
    std::sort(out_.pairs.begin(), out_.pairs.end(), [](const Pair& x, const Pair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return std::move(out_);
  }

 private:
  Result<void> search_all() {
    const auto n = static_cast<Number>(state_.records.size());
    const auto step = n / 100 + 1;
    Search search(Search::Keeps::near_words);
    for (Number a = 0; a < n; ++a) {
      if (a % step == 0 && options_.progress && !options_.progress(a, n)) return Error(Code::cancelled, cancelled);
      search_one(search, a);
    }
    if (options_.progress && !options_.progress(n, n)) return Error(Code::cancelled, cancelled);
    return {};
  }

  void search_one(Search& search, Number a) {
    const auto view = state_.records.view(a);
    find_wanted(state_.fields(), view, words_, keys_);
    const auto candidates = search.run(state_.configuration, keys_, view, words_, state_.postings, state_.neighbours, limits_, a);
    const auto subject = state_.subject(view, words_);
    met_.turn_to(a);
    state_.judge_candidates(candidates, [&](const Search::Candidate& candidate, const RecordView& other) {
      if (const auto strangers = met_.strangers(candidate.record)) return !*strangers;
      const auto match = state_.judge_candidate(subject, candidate, other, words_);
      ++out_.compared;
      if (match) keep({std::min(a, match->record), std::max(a, match->record), match->score, match->verdict});
      if (candidate.record > a) met_.note(a, candidate.record, !match);
      return match.has_value();
    });
  }

  void keep(const Pair& pair) {
    if (pair.verdict == Verdict::different) return;
    known_.emplace(std::uint64_t{pair.a} << 32 | pair.b, pair);
    if (pair.verdict == Verdict::same) strong_.push_back(pair);
  }

  double score(Number a, Number b) const { return match(a, b).score; }

  // What two members say about a join: a branch is not the same, however much it agrees.
  double fit(Number a, Number b) const {
    constexpr double against = -8;
    const auto pair = match(a, b);
    return pair.verdict == Verdict::same || pair.verdict == Verdict::perhaps ? pair.score : std::min(pair.score, against);
  }

  Pair match(Number a, Number b) const {
    const auto known = known_.find(std::uint64_t{std::min(a, b)} << 32 | std::max(a, b));
    if (known != known_.end()) return known->second;
    const auto found = state_.judge(state_.subject(state_.records.view(a), words_), b, state_.records.view(b), words_);
    return {a, b, found.score, found.verdict};
  }

  void list(const std::vector<Number>& group) {
    if (group.size() > largest_listed) {
      out_.oversize.push_back(group.front());
      for (std::size_t i = 1; i < group.size(); ++i) out_.pairs.push_back({group.front(), group[i], score(group.front(), group[i]), Verdict::same});
      return;
    }
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = i + 1; j < group.size(); ++j) out_.pairs.push_back({group[i], group[j], score(group[i], group[j]), Verdict::same});
  }

  // Pairs outside the clusters, and those that were compared in a cluster too large to be listed.
  void list_related() {
    for (const auto& [key, pair] : known_) {
      const bool together = out_.cluster[pair.a] == out_.cluster[pair.b];
      if (!together) out_.pairs.push_back({pair.a, pair.b, pair.score, pair.verdict == Verdict::same ? Verdict::perhaps : pair.verdict});
    }
  }

  const State& state_;
  const BulkOptions& options_;
  const Lexicon words_;
  const Search::Limits limits_;
  std::vector<OwnKey> keys_;  // of the record that searches
  Met met_;
  std::unordered_map<std::uint64_t, Pair> known_;
  std::vector<Pair> strong_;
  Duplicates out_;
};

}  // namespace

Result<Duplicates> find_duplicates(const State& state, const BulkOptions& options) { return Bulk(state, options).run(); }

}  // namespace guanxi::match
