// A detector in a file.
#pragma once

#include "match/detector.h"
#include "match/file/ids.h"

namespace guanxi::match {

// What a file says beside the detector. `ids` are empty where a detector was saved alone.
struct BaseFile {
  std::uint64_t watermark = 0;
  std::uint64_t checksum = 0;  // names this file among all of its path
  std::span<const std::byte> attached{};
};

Result<BaseFile> save_base(Detector::State& state, Ids& ids, const std::string& path, const SaveOptions& options);
// Fills a state that is empty and of the configuration that the file was made for.
Result<BaseFile> open_base(Detector::State& state, Ids& ids, const std::string& path);

}  // namespace guanxi::match
