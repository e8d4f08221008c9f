// Changes of an index since its file was written, each behind its length and checksum: what a crash tore is found and left out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/function_ref.h"
#include "base/os/output_file.h"

namespace guanxi::match {

struct Change {
  enum class Kind : std::uint8_t { put = 1, remove, mark };
  Kind kind = Kind::mark;
  std::uint64_t id = 0;  // of the record; of a mark, the watermark
  std::vector<std::string_view> values{};
};

class ChangeLog {
 public:
  // Takes up the log at `path` that goes with the file named `base`, and hands over its changes as far as they are whole. One that
  // goes with another file, or is damaged from its start, begins anew.
  static Result<ChangeLog> open(const std::string& path, std::uint64_t base, FunctionRef<void(const Change&)> sink);

  // Gathered until flush().
  void add(const Change& change);
  Result<void> flush();
  std::uint64_t bytes() const noexcept { return file_.length() + pending_.size(); }
  // Drops all changes: they stand in the file named `base`.
  Result<void> begin_anew(std::uint64_t base);

 private:
  explicit ChangeLog(os::OutputFile file) : file_(std::move(file)) {}

  os::OutputFile file_;
  std::string pending_;
};

}  // namespace guanxi::match
