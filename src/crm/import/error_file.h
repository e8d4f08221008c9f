// The file with the refused rows: why each was refused, and the row as it stood, ready to be mended and imported again.
#pragma once

#include <optional>

#include "base/os/output_file.h"
#include "guanxi/import.h"

namespace guanxi::import {

// UTF-8 with a byte order mark, which spreadsheets need. Used by one thread.
class ErrorFile {
 public:
  // An empty path keeps nothing. `length` is what an earlier part of the import had written; 0 begins anew.
  static Result<ErrorFile> open(const ImportPlan& plan, Language language, std::uint64_t length);

  void add(const ImportProblem& problem, const std::vector<std::string_view>& fields);
  Result<void> flush();                       // writes what was added, durably
  Result<void> cut(std::uint64_t length);     // forgets what was added, and what was written behind `length`
  std::uint64_t length() const noexcept { return file_ ? file_->length() : 0; }
  Result<void> close(bool anything_refused);  // removes a file without rows

 private:
  std::optional<os::OutputFile> file_;
  char separator_ = ',';
  std::string added_;
};

}  // namespace guanxi::import
