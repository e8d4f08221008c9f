// A file as memory.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "guanxi/error.h"

namespace guanxi::os {

// The content of a file as it was when it was opened, as long as nobody writes into the file itself: replace it as a whole
// (Replacement). May be written to: what is written stays in this process. Pages are read when they are touched.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);

  MappedFile() noexcept = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<std::byte> bytes() const noexcept { return bytes_; }

 private:
  explicit MappedFile(std::span<std::byte> bytes) noexcept : bytes_(bytes) {}

  std::span<std::byte> bytes_;
};

}  // namespace guanxi::os
