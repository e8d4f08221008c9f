// Reading files, the same on every system.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "guanxi/error.h"

namespace guanxi::os {

// A file opened for reading; closed by its end. Errors name the path. Used by one thread at a time.
class InputFile {
 public:
  static Result<InputFile> open(const std::string& path);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&& other) noexcept;
  ~InputFile();

  // Fills `buffer` from where the last read ended, and returns how many bytes there were: 0 at the end.
  Result<std::size_t> read(char* buffer, std::size_t size);

  // The next read starts `offset` bytes behind the file's start. An offset behind the end is an error, and so is a
  // file that cannot be rewound (a pipe).
  Result<void> seek(std::uint64_t offset);

 private:
  InputFile(int handle, std::string path) noexcept;

  int handle_;
  std::string path_;
};

}  // namespace guanxi::os
