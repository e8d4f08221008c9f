// The index of one entity: a detector, and which row each of its records is. It holds what is committed; a changed row gets a new number and the
// old one is left behind.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "crm/matching/fields.h"
#include "match/newcomers.h"

namespace guanxi::matching {

struct Hit {
  std::int64_t rid = 0;
  double score = 0;
  match::Verdict verdict = match::Verdict::different;
  std::string explanation;  // the sum, in words
  std::string alike_zh, alike_en;  // the labels of what agrees
};

struct Hits {
  std::vector<Hit> all;     // best first
  bool partial = false;
  double caution = 0;       // what a score must have above a threshold before it is acted upon: few records say little about what is rare
};

struct Ask {
  bool writing = false;     // sees what the open transaction wrote
  double at_least = 0;
  std::size_t limit = 10;
  std::size_t effort = 2048;  // postings
  Language language = Language::english;
  std::int64_t itself = 0;    // the row that is not to be found
  bool operator==(const Ask&) const = default;
};

class Index {
 public:
  static constexpr match::Number none = 0xFFFFFFFF;

  explicit Index(std::size_t place);

  // The index as it was saved, and up to where of the change log it goes; none where there is none that serves. It may have been saved for another
  // store, or for a later state of this one: `origin` tells.
  struct Saved;
  static std::optional<Saved> open(std::size_t place, const std::string& path);
  // `origin` names the store and its history up to `watermark`; a new file may be read by
  // those who may read `like`.
  Result<void> save(const std::string& path, std::int64_t watermark, std::uint64_t origin, const std::string& like);
  std::size_t unsaved() const noexcept { return unsaved_; }  // rows that changed since

  // Takes in a row; null: there is none any more.
  void settle(std::int64_t rid, const match::Reading* reading);

  // After the rows that it is built from.
  void ready();
  // Learns from the records; what was learnt is kept by the store.
  std::string train();
  void learn(const std::string& learnt);
  const std::string& learnt() const noexcept { return learnt_; }

  Hits check(const match::Reading& reading, const Ask& ask, match::Trail& trail) const;
  // How this row stands to another; nothing where the index does not have it.
  std::optional<Hit> explain(const match::Reading& reading, std::int64_t other, Language language) const;
  // … that it need not have.
  Hit explain(const match::Reading& reading, std::int64_t other, const match::Reading& of_other, Language language) const;
  // The hits among others that it need not have, of these rows.
  std::vector<Hit> judge(const match::Reading& reading, const Ask& ask, std::span<const match::Newcomers::Candidate> others, std::span<const std::int64_t> rids) const;

  std::size_t live() const noexcept { return detector_.size() - dead_; }
  // Most of what it holds has been left behind: to build it again costs less than to keep it.
  bool worn() const noexcept { return dead_ > live() + 4096; }
  std::size_t bytes() const noexcept;

 private:
  match::Number add(std::int64_t rid, const match::Reading& reading);
  match::Number number_of_row(std::int64_t rid) const noexcept;
  void set_number(std::int64_t rid, match::Number number);
  Hit told(std::int64_t rid, const match::Explanation& explanation, Language language) const;

  std::size_t place_;
  match::Detector detector_;
  std::vector<std::uint32_t> rids_;      // by number, 0 of those left behind; an index has no more records than that
  std::vector<match::Number> numbers_;   // by rid
  std::size_t dead_ = 0;
  std::size_t settled_ = 0;              // records as of the last time that the detector counted what is rare
  std::size_t unsaved_ = 0;
  std::string learnt_;                   // as Detector::learnt()
  bool ready_ = false;
};

struct Index::Saved {
  std::unique_ptr<Index> index;
  std::int64_t watermark = 0;
  std::uint64_t origin = 0;
};

}  // namespace guanxi::matching
