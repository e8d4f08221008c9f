// Writing files, the same on every system.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi::os {

// A file opened for writing at its end; closed by its end. Errors name the path. Used by one thread at a time.
class OutputFile {
 public:
  // Opens the file, making it where there is none, and cuts it after `length` bytes. A file that is shorter is an error.
  static Result<OutputFile> open(const std::string& path, std::uint64_t length = 0);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile();

  Result<void> write(std::string_view bytes);  // all of them, or an error
  Result<void> truncate(std::uint64_t length);
  Result<void> sync();  // what was written survives power loss

  std::uint64_t length() const noexcept { return length_; }
  const std::string& path() const noexcept { return path_; }

 private:
  friend class Replacement;
  OutputFile(int handle, std::string path, std::uint64_t length) noexcept;

  int handle_;
  std::string path_;
  std::uint64_t length_;
};

// A file that takes the place of `path` as a whole when it is done, and leaves it as it was when it is not.
class Replacement {
 public:
  // Opens a new file beside `path`.
  static Result<Replacement> begin(const std::string& path);
  // … named path.part, which nobody else writes meanwhile: Code::busy where somebody does. What a crash left of it is taken over, so that
  // crashes leave one file at most. As readable as `path` or, where that is new, as `like`.
  static Result<Replacement> begin_alone(const std::string& path, const std::string& like);

  Replacement(Replacement&& other) noexcept;
  Replacement& operator=(Replacement&&) = delete;
  ~Replacement();  // removes what was not committed

  OutputFile& file() noexcept { return file_; }
  Result<void> commit();  // durable: the new file or, after power loss before its end, the old one

 private:
  Replacement(OutputFile file, std::string path) noexcept;

  OutputFile file_;
  std::string path_;
  bool pending_ = true;
};

// ---- Asking about files; errors name the path. ----

Result<std::uint64_t> file_size(const std::string& path);

// The path from the root, links resolved; `path` itself where there is no such file.
std::string full_path(const std::string& path);

// Whether both paths name one file that exists.
bool same_file(const std::string& a, const std::string& b) noexcept;

// Removes the file if it is there.
void remove_file(const std::string& path) noexcept;

}  // namespace guanxi::os
