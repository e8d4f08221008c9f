// The import itself: rows in batches, each batch a transaction.
#pragma once

#include <map>

#include "crm/import/error_file.h"
#include "crm/import/head.h"
#include "crm/import/pace.h"
#include "crm/import/resume.h"
#include "crm/import/row.h"
#include "crm/import/width.h"

namespace guanxi::import {

// Used once, by one thread.
class Importer {
 public:
  using Watch = std::function<bool(const ImportProgress&)>;

  // Opens the files and finds out where an earlier run stopped.
  static Result<std::unique_ptr<Importer>> open(SessionState& session, const ImportPlan& plan);

  Result<ImportReport> run(const Watch& watch);

 private:
  Importer(SessionState& session, const ImportPlan& plan, Mapping&& mapping, CsvReader&& reader, ErrorFile&& errors, std::uint64_t total_bytes);

  Result<void> go_on(const Position& position);  // where an earlier run stopped
  Result<void> skip_header();
  Result<void> begin_pass();  // the next one, over the rows that were put off

  Result<void> batch();
  Result<void> transaction();
  Result<void> take_rows(Unit& unit);
  Result<void> take_row(Unit& unit, const CsvReader::ResumePoint& before);
  Result<void> store(Unit& unit, const CsvReader::ResumePoint& before);
  void count(Unit& unit, Effect effect);
  bool put_off(const CsvReader::ResumePoint& before);
  void refuse(const Error& error, bool malformed = false);
  bool is_ours() const;  // of a later pass: whether the row is one of those put off
  Result<void> keep_position(Unit& unit);
  Result<void> back_to(const Position& position);
  Position here() const;
  bool done() const noexcept { return at_end_ && pass_.put_off.empty(); }

  SessionState& session_;
  const ImportPlan& plan_;
  Mapping mapping_;
  CsvReader reader_;
  ErrorFile errors_;
  RowWriter writer_;
  WidthMender mender_;
  CommandOptions command_;
  std::string resume_key_;      // empty: nothing is kept
  bool kept_ = false;           // a position is on record
  std::uint64_t total_bytes_;
  std::int64_t change_set_ = 0;
  Counts counts_;
  Pass pass_;
  std::vector<ImportProblem> problems_;
  CsvRow row_;
  bool at_end_ = false;         // of the file, in this pass
  std::uint64_t stop_before_ = 0;        // the row before which the batch ends; 0: none
  std::map<std::uint64_t, Error> spoilt_;  // rows that failed after part of them was written, and why
  bool resumed_ = false;
};

}  // namespace guanxi::import
