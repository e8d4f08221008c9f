#include "base/os/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace guanxi::os {
namespace {

constexpr Message no_file{"file.not_found", "There is no file {0}: check the path.", "文件 {0} 不存在，请检查路径。"};
constexpr Message cannot_map{"file.cannot_map", "The file {0} cannot be mapped into memory ({1}): check the path, the rights and the device.",
                             "无法将文件 {0} 映射到内存（{1}），请检查路径、权限和存储设备。"};

Error map_error(const std::string& path, int number) {
  if (number == ENOENT || number == ENOTDIR) return Error(Code::not_found, no_file, {path});
  return Error(Code::io, cannot_map, {path, std::error_code(number, std::generic_category()).message()});
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return map_error(path, errno);
  struct stat status {};
  int failed = ::fstat(handle, &status) == 0 ? 0 : errno;
  if (failed == 0 && !S_ISREG(status.st_mode)) failed = EINVAL;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* memory = nullptr;
  if (failed == 0 && size > 0) {
    memory = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, handle, 0);
    if (memory == MAP_FAILED) failed = errno;
  }
  ::close(handle);
  if (failed != 0) return map_error(path, failed);
  return MappedFile(std::span(static_cast<std::byte*>(memory), memory == nullptr ? 0 : size));
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(bytes_.data(), bytes_.size());
}

}  // namespace guanxi::os
