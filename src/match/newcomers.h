// Records that a detector does not have yet: written, and not committed. What a check looked for finds those among them that are like its record
// in next to no time, so that the check itself can be done before it is one's turn to write.
//
// Threads: one at a time, but for the static functions, which only read the detector.
#pragma once

#include "match/detector.h"

namespace guanxi::match {

// What a check of a record looked for, and how others will find the record.
struct Trail {
  Search::Limits limits;
  Search::Trace trace;
  std::vector<KeyHash> stored;
};

class Newcomers {
 public:
  // As Detector::check().
  static Found check(const Detector& detector, const Reading& reading, const CheckOptions& options, Trail& trail);
  // Without a check: the record will be found, but finds nobody.
  static Trail trail(const Detector& detector, const Reading& reading);

  void add(std::uint32_t number, std::span<const KeyHash> stored);
  void clear() { keys_ = {}, count_ = 0; }
  // Those from a number on that may be more than strangers, best first; until the next call.
  std::span<const Search::Candidate> find(const Trail& trail, std::uint32_t from) { return search_.again(trail.trace, keys_, count_, trail.limits, from); }

  // Whether `a` and one that was found for it are more than strangers, and how they stand; soon said of most.
  static std::optional<Match> judge(const Detector& detector, const Reading& a, const Search::Candidate& candidate, const Reading& b);

 private:
  Overlay keys_;
  std::size_t count_ = 0;
  Search search_;
};

}  // namespace guanxi::match
