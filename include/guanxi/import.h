// Import of CSV files as people have them, and export.
//
// An import runs in two steps: plan() reads the head of the file, guesses encoding, separator, columns and date order, and can
// be shown and changed; run() stores the rows. One import is one change set: Session::undo() takes it back.
//
// Threads: as the session that is passed in.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "guanxi/csv.h"
#include "guanxi/session.h"

namespace guanxi {

// How one column of the file becomes part of a record.
struct ImportColumn {
  std::string header;        // unlike all others: the second "Phone" is "Phone (2)", the third column without a header "Column 3"
  std::string field;         // field name, empty: not imported; "owner" and other references are looked up by name, login, number or key
  std::string how;           // why it was guessed: "header", "header (similar)", "content", "" (chosen by hand)
  std::string date_order;    // of a date column: "mdy", "dmy", "roc", "excel"; empty where each text says it
  std::vector<std::string> samples;  // first values that are not blank, at most 3
};

struct ImportOptions {
  std::string entity = "account";
  CsvOptions csv{};
  std::vector<std::pair<std::string, std::string>> mapping{};  // header → field, over the guess; field "" leaves it out
  // field → text of every row whose own cell is blank; "{Header}" in the text stands for the row's value in that column. A record
  // that exists already keeps what it has.
  std::vector<std::pair<std::string, std::string>> defaults{};
  // Upsert: the fields that together name a record ("tax_id", "name"), comma separated; empty: create only. Blank cells
  // leave what a record has as it is.
  std::string key{};
  std::string external_system{};  // upsert by external key: the system's name …
  std::string external_column{};  // … and the header of the column with the key
  std::string date_order{};     // "ymd", "mdy", "dmy", "roc", "excel"; empty: guessed per column
  int offset_minutes = 0;       // how far the clocks of times without a zone are ahead of UTC
  std::string currency = "CNY";  // of amounts that name none
  OnDuplicate on_duplicate = OnDuplicate::refuse;
  // Does everything in transactions that are undone, 50,000 rows each: duplicates farther apart in the file show in earnest only.
  bool dry_run = false;
  // A picklist value that no item is like is added to the list, where the principal may; a likely slip ("technolgy") never is.
  bool keep_unknown_codes = true;
  bool create_missing_references = false;  // accounts, contacts, users, departments and territories that are named and not found are created
  std::string error_file{};     // refused rows with row, column, value and reason; "" keeps none. An older file is replaced
  bool resume = true;           // an interrupted import of the same file by the same plan goes on; false: it starts anew
  std::size_t batch = 1000;     // rows per commit
  // Bulk mode for files of more than 100,000 rows into a store with few: duplicates are told by equal keys alone, and the index of what is
  // alike is left to prepare_duplicates() or the first check afterwards.
  bool bulk = true;
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
  std::int64_t change_set = 0;          // 0: nothing was changed
  std::uint64_t rows = 0;               // without header and blank lines
  std::uint64_t created = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t refused = 0;
  std::uint64_t warned = 0;             // stored although they look like duplicates
  std::uint64_t mended = 0;             // with separators in a text that was not quoted ("12, rue du Commerce"), put together again
  bool resumed = false;                 // the counts are those of all parts together
  bool stopped = false;                 // by the progress callback
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

// Looks at the first 1,000 rows of the file; stores nothing. A file that is missing, empty or without a header, and options that
// name what is not there are errors; what is likely to go wrong is a warning.
Result<ImportPlan> plan_import(Session& session, const std::string& path, const ImportOptions& options = {});
// Stores the rows, a batch a transaction, and calls `progress` after each. The callback returning false stops it: what was
// committed stays, resumes later, and can be undone. Errors: a plan that cannot be carried out (no column matched, a
// required field or the key without a column, a file that has changed), and faults of the disk; a row's own faults refuse that row alone.
Result<ImportReport> run_import(Session& session, const ImportPlan& plan,
                                const std::function<bool(const ImportProgress&)>& progress = {});

enum class ExportFormat : std::uint8_t { csv, json_lines };

struct ExportOptions {
  std::uint16_t entity = 1;
  ExportFormat format = ExportFormat::csv;
  std::vector<std::string> fields{};  // empty: all but the library's own
  Expr condition{};
  bool labels = false;                // headers, picklist values and names of references for people, in the session's language
  Encoding encoding = Encoding::utf8;
  bool bom = false;                   // for spreadsheets that need it
};

// Writes to `path` (replaced as a whole when done, or left as it was) what the principal may both read and export; returns how many
// records. JSON Lines are UTF-8 without a byte order mark. False from `progress` is Code::cancelled.
Result<std::uint64_t> export_records(Session& session, const std::string& path, const ExportOptions& options,
                                     const Progress& progress = {});

}  // namespace guanxi
