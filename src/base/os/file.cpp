#include "base/os/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/check.h"

namespace guanxi::os {
namespace {

constexpr Message not_found{"file.not_found", "There is no file {0}: check the path.", "文件 {0} 不存在，请检查路径。"};
constexpr Message not_allowed{"file.not_allowed", "The file {0} may not be read: ask for the right to read it.",
                              "没有权限读取文件 {0}，请先取得读取权限。"};
constexpr Message is_folder{"file.is_folder", "{0} is a folder: name a file in it.", "{0} 是文件夹，请指定其中的文件。"};
constexpr Message cannot_open{"file.cannot_open", "The file {0} cannot be opened ({1}): check the path and the device.",
                              "无法打开文件 {0}（{1}），请检查路径和存储设备。"};
constexpr Message cannot_read{"file.cannot_read", "The file {0} cannot be read ({1}): check the device and try again.",
                              "读取文件 {0} 失败（{1}），请检查存储设备后重试。"};
constexpr Message cannot_seek{"file.cannot_seek", "{0} can only be read from its start: copy it to a file first.",
                              "{0} 只能从头读取，请先把它存成普通文件。"};
constexpr Message too_short{"file.too_short", "The file {0} ends before byte {1}: it was changed; start again from its beginning.",
                            "文件 {0} 不足 {1} 字节，内容已被改动，请从头开始。"};

std::string reason(int number) { return std::error_code(number, std::generic_category()).message(); }

Error open_error(const std::string& path, int number) {
  if (number == ENOENT || number == ENOTDIR) return Error(Code::not_found, not_found, {path});
  if (number == EACCES || number == EPERM) return Error(Code::denied, not_allowed, {path});
  return Error(Code::io, cannot_open, {path, reason(number)});
}

}  // namespace

InputFile::InputFile(int handle, std::string path) noexcept : handle_(handle), path_(std::move(path)) {}

InputFile::InputFile(InputFile&& other) noexcept : handle_(std::exchange(other.handle_, -1)), path_(std::move(other.path_)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(path_, other.path_);
  return *this;
}

InputFile::~InputFile() {
  if (handle_ >= 0) ::close(handle_);
}

Result<InputFile> InputFile::open(const std::string& path) {
  int handle = -1;
  do {
    handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (handle < 0 && errno == EINTR);
  if (handle < 0) return open_error(path, errno);
  InputFile file(handle, path);
  struct stat status {};
  if (::fstat(handle, &status) == 0 && S_ISDIR(status.st_mode)) return Error(Code::invalid, is_folder, {path});
  return file;
}

Result<std::size_t> InputFile::read(char* buffer, std::size_t size) {
  constexpr std::size_t most = 1U << 30;  // some systems refuse more at once
  while (true) {
    const auto got = ::read(handle_, buffer, std::min(size, most));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return Error(Code::io, cannot_read, {path_, reason(errno)});
  }
}

Result<void> InputFile::seek(std::uint64_t offset) {
  const auto end = ::lseek(handle_, 0, SEEK_END);
  if (end < 0) return Error(Code::unsupported, cannot_seek, {path_});
  if (offset > static_cast<std::uint64_t>(end)) return Error(Code::invalid, too_short, {path_, std::to_string(offset)});
  if (::lseek(handle_, static_cast<off_t>(offset), SEEK_SET) < 0) return Error(Code::io, cannot_read, {path_, reason(errno)});
  return {};
}

}  // namespace guanxi::os
