// Records that a detector does not have yet: written, and not committed. What a check looked for finds those among them that are like its record
// in next to no time, so that the check itself can be done before it is one's turn to write.
//
// Threads: one at a time, but for the static functions, which only read the detector.
#pragma once

#include "base/function_ref.h"
#include "match/detector.h"

namespace guanxi::match {

// What a check of a record looked for.
struct Trail {
  Search::Limits limits;
  Search::Trace trace;
};

class Newcomers {
 public:
  // As Detector::check().
  static Found check(const Detector& detector, const Reading& reading, const CheckOptions& options, Trail& trail);

  // Under which a record will be found.
  static std::vector<KeyHash> keys(const Reading& reading);
  void add(std::uint32_t number, const Reading& reading);
  void add(std::uint32_t number, std::span<const KeyHash> keys);
  void clear() { keys_ = {}, count_ = 0; }
  // Those from a number on that may be more than strangers, best first; until the next call.
  std::span<const Search::Candidate> find(const Trail& trail, std::uint32_t from) { return search_.again(trail.trace, keys_, count_, trail.limits, from); }

  // Tells `use` of each of these that is more than a stranger to `a`: which it is, and how it stands to it.
  struct Candidate : Search::Candidate {
    const Reading* reading = nullptr;
  };
  static void judge(const Detector& detector, const Reading& a, std::span<const Candidate> candidates, FunctionRef<void(std::size_t, const Match&)> use);

 private:
  Overlay keys_;
  std::size_t count_ = 0;
  Search search_;
};

}  // namespace guanxi::match
