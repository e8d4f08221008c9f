// How fast an import goes and how long it will take.
#pragma once

#include "base/os/clock.h"
#include "guanxi/import.h"

namespace guanxi::import {

// Counts from its making. An import that goes on counts from where it went on.
class Pace {
 public:
  Pace(std::uint64_t rows, std::uint64_t bytes) noexcept : begin_(os::monotonic_ns()), rows_(rows), bytes_(bytes) {}

  double seconds() const noexcept { return static_cast<double>(os::monotonic_ns() - begin_) / 1e9; }

  ImportProgress progress(std::uint64_t rows, std::uint64_t bytes, std::uint64_t total_bytes, std::uint64_t refused) const noexcept {
    ImportProgress out{rows, bytes, total_bytes, 0, 0, refused};
    const double passed = seconds();
    if (passed <= 0) return out;
    out.rows_per_second = static_cast<double>(rows - rows_) / passed;
    const double bytes_per_second = static_cast<double>(bytes - std::min(bytes, bytes_)) / passed;
    if (bytes_per_second > 0) out.seconds_left = static_cast<double>(total_bytes - std::min(bytes, total_bytes)) / bytes_per_second;
    return out;
  }

 private:
  std::int64_t begin_;
  std::uint64_t rows_, bytes_;
};

}  // namespace guanxi::import
