// Import of CSV files as people have them, and export.
//
// An import runs in two steps: plan() reads the head of the file, guesses encoding, separator, columns and date order, and can
// be shown and changed; run() stores the rows. One import is one change set: Session::undo() takes it back.
//
// Threads: as the session that is passed in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guanxi/csv.h"
#include "guanxi/session.h"

namespace guanxi {

// How one column of the file becomes part of a record.
struct ImportColumn {
  std::string header;
  std::string field;         // field name, empty: not imported; "owner" and other references are looked up by name, login, number or key
  std::string how;           // why it was guessed: "header", "header (similar)", "content", "" (chosen by hand)
  std::vector<std::string> samples;  // first values
};

struct ImportOptions {
  std::string entity = "account";
  CsvOptions csv{};
  std::vector<std::pair<std::string, std::string>> mapping{};  // header → field, over the guess; field "" leaves it out
  std::vector<std::pair<std::string, std::string>> defaults{};  // field → text for every row
  std::string key{};            // upsert: the field(s) that name a record ("tax_id", "name"), comma separated; empty: create only
  std::string external_system{};  // upsert by external key: the system's name …
  std::string external_column{};  // … and the header of the column with the key
  std::string date_order{};     // "ymd", "mdy", "dmy", "roc"; empty: guessed per column
  std::string currency = "CNY";
  OnDuplicate on_duplicate = OnDuplicate::refuse;
  bool dry_run = false;         // does everything, then undoes it
  bool keep_unknown_codes = true;   // a picklist value that is no known item is kept as it stands
  bool create_missing_references = false;  // an account or user named in a column and not found is created
  std::string error_file{};     // refused rows with row, column, value and reason; "" keeps none
  std::string resume_file{};    // where an interrupted import goes on; "" : in the store, by the file's path, size and head
  std::size_t batch = 1000;     // rows per commit
  bool bulk = true;             // bulk mode for files of more than 100,000 rows into a store with few
  std::string reason{};
};

struct ImportPlan {
  ImportOptions options;
  std::string path;
  Encoding encoding{};
  char separator = ',';
  std::vector<ImportColumn> columns;
  std::vector<std::string> warnings;  // duplicate headers, unmapped columns, mojibake …
};

struct ImportProblem {
  std::uint64_t row = 0;     // in the file, the header is 1
  std::uint64_t line = 0;
  std::string column;        // header; empty: the whole row
  std::string value;
  std::string reason;        // one sentence in the session's language
};

struct ImportReport {
  std::int64_t change_set = 0;
  std::uint64_t rows = 0;
  std::uint64_t created = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t refused = 0;
  std::uint64_t warned = 0;             // stored although they look like duplicates
  bool resumed = false;
  std::vector<ImportProblem> problems;  // the first 100; all of them are in the error file
  double seconds = 0;
};

struct ImportProgress {
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total_bytes = 0;
  double rows_per_second = 0;
  double seconds_left = 0;
  std::uint64_t refused = 0;
};

// Looks at the file; stores nothing.
Result<ImportPlan> plan_import(Session& session, const std::string& path, const ImportOptions& options = {});
// Stores the rows. The callback returning false stops it: what was committed stays, resumes later, and can be undone.
Result<ImportReport> run_import(Session& session, const ImportPlan& plan,
                                const std::function<bool(const ImportProgress&)>& progress = {});

enum class ExportFormat : std::uint8_t { csv, json_lines };

struct ExportOptions {
  std::uint16_t entity = 1;
  ExportFormat format = ExportFormat::csv;
  std::vector<std::string> fields{};  // empty: all but the library's own
  Expr condition{};
  bool labels = false;                // headers and picklist values for people, in the session's language, not names and codes
  Encoding encoding = Encoding::utf8;
  bool bom = false;                   // for spreadsheets that need it
};

// Writes to `path` (replaced as a whole when done, or left as it was); returns how many records.
Result<std::uint64_t> export_records(Session& session, const std::string& path, const ExportOptions& options,
                                     const Progress& progress = {});

}  // namespace guanxi
