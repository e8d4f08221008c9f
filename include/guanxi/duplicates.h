// Duplicates in a store: the check before a record is saved, the search through all of them, merge and unmerge.
//
// Accounts, contacts and leads are compared by the detector of guanxi/match.h, whose index lives beside the rows: the first check (or
// prepare_duplicates) makes it from the rows, or opens it where it was saved (StoreOptions::save_indexes) and reads what has changed since. It
// follows every commit of this process and of others. DuplicateIndex says how much memory it takes. Whatever becomes of the saved file, answers stay the same.
// Equal keys (a tax id, a telephone number) are looked up in the store itself and need no index.
//
// Session::create, update, import and the conversion of leads check by themselves; DuplicateRule rows say how strictly.
//
// Threads: as the session that is passed in.
#pragma once

#include <string>
#include <vector>

#include "guanxi/session.h"

namespace guanxi {

struct DuplicateCheckOptions {
  std::string source{};     // as CommandOptions::source
  std::size_t limit = 10;   // hits, at most 100
  // How much one check may read of the index: a cap on its time, in entries of its lists, some 5 to 20 million of which are read a second. 64 to
  // 1,000,000; 0: as the DuplicateRule says, 2,048 without one. What was found by then is given as partial; equal keys are always looked up.
  std::size_t effort = 0;
};

struct DuplicateCheck {
  std::string verdict = "new";  // of the best hit: "same", "branch", "subsidiary", "same_group", "perhaps", or "new"
  std::vector<DuplicateHit> hits;
  bool partial = false;         // the limit of work ended the search: there may be more
};

// What exists already that this record (new, or as stored with changes) may be a duplicate of; nothing is stored. Hits that the principal may
// not read are masked: verdict and shared keys, no name, no score, no explanation.
Result<DuplicateCheck> check_duplicates(Session& session, const AnyRecord& record, const DuplicateCheckOptions& options = {});

// Why two records are, or are not, the same: the verdict and the parts of its score, in the session's language. Both must be readable.
struct DuplicateExplanation {
  std::string verdict;  // "new" where they differ
  double score = 0;
  std::string text;     // "tax id equal +18.3 · name equal, rare +9.1 · city differs −2.0"
};
Result<DuplicateExplanation> explain_duplicates(Session& session, std::uint16_t entity, const Id& a, const Id& b);

// The index of an entity beside its rows.
struct DuplicateIndex {
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;   // of memory, mapped or not
  std::uint64_t read = 0;    // rows read to make it: all of them, or those that changed since it was saved
  bool trained = false;
};

// Makes the index now, if it is not there, so that no check has to wait for it, and saves it. Checks and writes of others wait meanwhile. False
// from `progress` is Code::cancelled and leaves none.
Result<DuplicateIndex> prepare_duplicates(Session& session, std::uint16_t entity, const Progress& progress = {});
// Learns from the records themselves how much each agreement says; the store keeps it. For administrators and system sessions. misuse inside a
// transaction of the session.
Result<DuplicateIndex> train_duplicates(Session& session, std::uint16_t entity);

struct DuplicateSearchOptions {
  bool related = false;         // branches, subsidiaries and doubtful pairs too, not only what counts as the same
  bool queue = true;            // store the pairs as DuplicatePair rows; false: only report
  std::size_t listed = 1000;    // pairs in the report
  std::string reason{};         // kept in the change log
};

struct DuplicateSearchPair {
  Id low{}, high{};
  std::string low_name, high_name;
  std::string verdict;
  double score = 0;
  Id group{};          // the first record of the group that both belong to; empty for pairs that are only related
};

struct DuplicateSearch {
  std::uint64_t records = 0;    // compared
  std::uint64_t pairs = 0;      // found, without those that were dismissed
  std::uint64_t groups = 0;     // of records that are the same
  std::uint64_t queued = 0;     // new rows of the queue
  std::uint64_t dismissed = 0;  // pairs left out because somebody said that they are none
  std::uint64_t oversize = 0;   // groups so large that only a part of their pairs is listed
  std::int64_t change_set = 0;  // of the queue's rows; 0 where none is new
  std::vector<DuplicateSearchPair> listed;  // best first
};

// Compares all records of the entity that the principal may read with each other. Its own detector is trained on them and thrown away. Who is the
// same as the same is the same, unless a chain would tie strangers together. False from `progress` is Code::cancelled; pairs queued by then stay.
Result<DuplicateSearch> find_duplicates(Session& session, std::uint16_t entity, const DuplicateSearchOptions& options = {},
                                        const Progress& progress = {});

// What a merge does, or would do.
struct MergeReport {
  Outcome outcome;     // record: the winner
  struct Value {
    std::string field, label;
    std::string text;  // the surviving value, for people
    Id from{};         // the record that it comes from; empty where several gave a part
    std::string rule;  // "fill", "newest" …
    bool changes = false;  // it is not what the winner has now
    std::vector<std::string> others{};  // what else the records have there, which does not survive
  };
  std::vector<Value> values;  // of the fields in which any of the records has something
  struct Children {
    std::string entity;
    std::int64_t moved = 0;
    std::int64_t folded = 0;  // archived, because the winner has an equal one
  };
  std::vector<Children> children;
};

// Session::run(Merge) with a report. A dry run does everything and takes it back, so it fails where the merge would.
Result<MergeReport> merge_records(Session& session, const AnyRecord& arguments, const CommandOptions& options = {}, bool dry_run = false);

struct UnmergeReport {
  Outcome outcome;     // record: the one that is back
  struct Conflict {
    std::string entity;
    Id record{};
    std::string name;
    std::string field, label;
    std::string now;     // what stands there, and stays
    std::string before;  // what stood there before the merge
  };
  std::vector<Conflict> conflicts;  // changed since the merge
};
// Session::run(Unmerge) with a report.
Result<UnmergeReport> unmerge_records(Session& session, const AnyRecord& arguments, const CommandOptions& options = {}, bool dry_run = false);

// The record that this one was merged into, directly or through others, or its own id where it was not. not_found as Session::get.
Result<Id> canonical(Session& session, std::uint16_t entity, const Id& id);

}  // namespace guanxi
