// What was written to the rows of one entity and is not in its index yet, or has been for a short while: in the order of writing. The writer finds
// it here, long before it is committed; what a check knew before the writer's turn is made whole with it.
//
// Entries have numbers, which grow. Those below taken() are in the index or were rolled back. A row of another process is never here.
//
// Threads: one at a time. An entry stays where it is until it was taken in and another is added.
#pragma once

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

#include "match/newcomers.h"

namespace guanxi::matching {

class Recent {
 public:
  using Number = std::uint32_t;
  static constexpr Number none = std::numeric_limits<Number>::max();

  struct Entry {
    std::int64_t seq = 0;  // of the change log; 0: rolled back
    std::int64_t rid = 0;
    bool live = false;     // false: the row is gone
    std::optional<match::Reading> reading{};  // of a live row; none where so many came that it is to be read again
    std::vector<match::KeyHash> keys{};       // of one that has none
    Number before = none;  // the entry of the same row before this one
  };

  Number first() const noexcept { return first_; }
  Number end() const noexcept { return first_ + static_cast<Number>(entries_.size()); }
  Number taken() const noexcept { return taken_; }
  const Entry& operator[](Number number) const noexcept { return entries_[number - first_]; }
  bool undecided() const noexcept { return taken_ != end(); }
  std::int64_t last_seq() const noexcept;

  void add(Entry entry);
  // All up to this one are in the index.
  void take(Number number) noexcept { taken_ = std::max(taken_, number + 1); }
  // These were rolled back.
  void drop_from(Number number);
  void drop_after(std::int64_t seq);

  // The last entry of a row.
  Number newest(std::int64_t rid) const noexcept;
  // The last entries of live rows, from a number on, that may be like the one that has left the trail, by their numbers.
  std::vector<match::Search::Candidate> like(const match::Trail& trail, Number from);

 private:
  void trim();

  std::deque<Entry> entries_;
  Number first_ = 0, taken_ = 0, listed_ = 0;  // up to listed_ they are among the newcomers
  std::unordered_map<std::int64_t, Number> newest_;
  match::Newcomers newcomers_;
};

}  // namespace guanxi::matching
