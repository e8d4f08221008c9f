// The beginning of a file: its header and first rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanxi/csv.h"

namespace guanxi::import {

struct Head {
  Encoding encoding{};
  char separator = ',';
  std::vector<std::string> headers;             // no two alike
  std::vector<std::string> renamed;             // "Phone (2)" and the like
  std::vector<std::vector<std::string>> rows;   // the first ones that can be read
  std::uint64_t bytes = 0;                      // that header and rows take in the file

  // The values of a column in the rows.
  std::vector<std::string_view> values(std::size_t column) const;
};

// Reads the header and up to `most` rows. A file that is missing, empty or without a header is an error.
Result<Head> read_head(const std::string& path, const CsvOptions& options, std::size_t most);

// The headers of a header row, made unlike each other; `renamed` takes those that had to be.
std::vector<std::string> headers_of(const std::vector<std::string_view>& row, std::vector<std::string>* renamed = nullptr);

// Moves to the first row that is not blank.
Result<bool> next_row(CsvReader& reader, CsvRow& row);

}  // namespace guanxi::import
