// CSV files as records for the detector.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "guanxi/csv.h"
#include "guanxi/host.h"
#include "guanxi/match.h"

namespace cli {

// What the command line says about a file.
struct MatchingOptions {
  std::string kind = "organisation", id = "#", encoding, country;
  std::vector<std::string> map;  // "Header=role"
  bool lenient = false;          // a file without the column of the id, or one of --map, will do
};

// What was wrong with some rows of a file, and did not stop the work.
struct RowTroubles {
  std::size_t unreadable = 0;   // left out
  std::uint64_t characters = 0;  // that are none in the file's encoding
};

class MatchingFile {
 public:
  // Reads the header and finds out what each column says. Ends the command where no column says anything.
  MatchingFile(const Context& c, std::string path, const MatchingOptions& options);

  match::Kind kind() const noexcept { return kind_; }
  // A detector's configuration for the columns of this file.
  match::Configuration configuration() const;
  // "公司名称 (organisation_name), 电话 (phone)"
  std::string columns_said() const;
  // "备注, 等级"; empty where all are compared.
  std::string others_said() const;
  // "名称 = 公司名称, 电话": this file's columns, and those of the other that they are compared with.
  std::string columns_said(const match::Configuration& configuration) const;
  const std::string& path() const noexcept { return path_; }
  bool has_ids() const noexcept { return id_.has_value(); }

  // For each of the configuration's fields, the column of this file that says the same: the one of the same header, else the first
  // free one of the same role.
  std::vector<std::optional<std::size_t>> columns_for(const match::Configuration& configuration) const;
  // Hands each row to `use`: its id and the values of the columns. A row without an id is called "#" and its number. `progress` is told bytes of
  // the file; where it asks to stop, so does the command.
  using Use = std::function<void(const std::string& id, std::span<const std::string_view> values)>;
  RowTroubles each_row(const std::vector<std::optional<std::size_t>>& columns, const Progress& progress, const Use& use) const;

 private:
  struct Column {
    std::size_t place;
    std::string header;
    match::Role role;
  };
  void read_header(const MatchingOptions& options);
  bool is_header(const std::vector<std::string>& cells, bool first) const;
  void choose(const MatchingOptions& options);
  CsvReader open() const;

  const Context& c_;
  std::string path_, country_;
  match::Kind kind_;
  CsvOptions csv_;
  std::vector<std::string> header_;
  std::uint64_t header_row_ = 0;
  Encoding encoding_ = Encoding::utf8;
  std::optional<std::size_t> id_;  // none: rows are numbered
  std::vector<Column> columns_;
};

// Adds the file's rows to the detector, and their ids to `ids`.
RowTroubles add_rows(const MatchingFile& file, match::Detector& detector, std::vector<std::string>& ids, const Progress& progress);

}  // namespace cli
