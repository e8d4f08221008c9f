// How well the detector does on customers' files whose truth is known. The files are not part of the project.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "guanxi/match.h"

namespace guanxi::test {

// A file as a table.
struct Table {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::size_t column(std::string_view name) const;
};
Table read_table(const std::string& path);

// Columns that say the truth, or must not be looked at.
using Withheld = std::set<std::string>;

struct Score {
  double precision = 0, recall = 0, f1 = 0;
  std::size_t right = 0, wrong = 0, missed = 0;
  double seconds = 0;
  std::vector<std::string> errors{};  // the pairs that were wrong or missed, with reasons
};

// A detector with the columns of the table, guessed as the command guesses them; filled and trained.
match::Detector detector_of(match::Kind kind, const Table& table, const Withheld& withheld);

// Duplicates of the table against a column, or a rule, that names the entity of each row.
Score deduplicate(match::Kind kind, const Table& table, const Withheld& withheld, const std::vector<std::string>& truth);

// One line of the report: what was measured, the figure, the goal, and below what it must not fall. The goal is what the detector is
// built for; where it is not reached yet, the floor stands a little below what is.
struct Line {
  std::string what;
  double figure = 0, goal = 0, floor = 0;
  std::string detail;
  std::vector<std::string> errors{};  // what went wrong, a line each
};

// Every set of the corpora in `folder` (with a slash at the end), or the one of this name.
std::vector<Line> measure_all(const std::string& folder, const std::string& only = {});

// The unpacked corpora: customers.tar.gz of the folder named in GUANXI_CORPORA, or of ../shared/corpora beside the project.
class Corpora {
 public:
  Corpora();
  ~Corpora();
  Corpora(const Corpora&) = delete;
  Corpora& operator=(const Corpora&) = delete;
  // Empty where there is no archive.
  const std::string& folder() const noexcept { return folder_; }
  const std::string& looked_in() const noexcept { return root_; }

 private:
  std::string root_, folder_, unpacked_;
};

}  // namespace guanxi::test
