#include "base/os/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "base/os/entropy.h"

namespace guanxi::os {
namespace {

constexpr Message no_folder{"file.no_folder", "{0} cannot be written: its folder does not exist. Make the folder, or check the path.",
                            "无法写入 {0}：所在文件夹不存在，请先创建文件夹或检查路径。"};
constexpr Message not_writable{"file.not_writable", "The file {0} may not be written: ask for the right to write it.",
                               "没有权限写入文件 {0}，请先取得写入权限。"};
constexpr Message folder_not_file{"file.folder_not_file", "{0} is a folder: name a file in it.", "{0} 是文件夹，请指定其中的文件。"};
constexpr Message cannot_write{"file.cannot_write", "The file {0} cannot be written ({1}): check the device and try again.",
                               "写入文件 {0} 失败（{1}），请检查存储设备后重试。"};
constexpr Message no_room{"file.no_room", "There is no room left to write {0}: free some space and try again.",
                          "存储空间不足，无法写入 {0}：请释放空间后重试。"};
constexpr Message shortened{"file.shortened", "The file {0} has {1} bytes, but {2} were written to it before: it was changed meanwhile.",
                            "文件 {0} 只有 {1} 字节，而此前已写入 {2} 字节：文件已被改动。"};
constexpr Message being_written{"file.being_written", "The file {0} is being written by another program: try again when that is done.",
                                "文件 {0} 正由其他程序写入：请待其完成后重试。"};
constexpr Message no_such_file{"file.absent", "There is no file {0}: check the path.", "文件 {0} 不存在，请检查路径。"};

Error write_error(const std::string& path, int number) {
  if (number == ENOENT || number == ENOTDIR) return Error(Code::not_found, no_folder, {path});
  if (number == EACCES || number == EPERM || number == EROFS) return Error(Code::denied, not_writable, {path});
  if (number == EISDIR) return Error(Code::invalid, folder_not_file, {path});
  if (number == ENOSPC || number == EDQUOT) return Error(Code::full, no_room, {path});
  return Error(Code::io, cannot_write, {path, std::error_code(number, std::generic_category()).message()});
}

int open_retrying(const std::string& path, int flags, int* number) {
  while (true) {
    const int handle = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    *number = errno;
    if (handle >= 0 || errno != EINTR) return handle;
  }
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Makes a rename durable. Systems that cannot sync a folder keep it durable themselves.
void sync_folder(const std::string& path) {
  int number = 0;
  const int handle = open_retrying(folder_of(path), O_RDONLY | O_DIRECTORY, &number);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

std::string beside(const std::string& path, std::uint64_t number) {
  constexpr char digits[] = "0123456789abcdef";
  std::string name = path + ".part-";
  for (int i = 0; i < 8; ++i, number >>= 4) name += digits[number & 15];
  return name;
}

}  // namespace

OutputFile::OutputFile(int handle, std::string path, std::uint64_t length) noexcept
    : handle_(handle), path_(std::move(path)), length_(length) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : handle_(std::exchange(other.handle_, -1)), path_(std::move(other.path_)), length_(other.length_) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(path_, other.path_);
  std::swap(length_, other.length_);
  return *this;
}

OutputFile::~OutputFile() {
  if (handle_ >= 0) ::close(handle_);
}

Result<OutputFile> OutputFile::open(const std::string& path, std::uint64_t length) {
  int number = 0;
  const int handle = open_retrying(path, O_WRONLY | O_CREAT, &number);
  if (handle < 0) return write_error(path, number);
  OutputFile file(handle, path, length);
  struct stat status {};
  if (::fstat(handle, &status) != 0) return write_error(path, errno);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size < length) return Error(Code::conflict, shortened, {path, std::to_string(size), std::to_string(length)});
  GUANXI_CHECK(file.truncate(length));
  return file;
}

Result<void> OutputFile::write(std::string_view bytes) {
  constexpr std::size_t most = 1U << 30;  // some systems refuse more at once
  while (!bytes.empty()) {
    const auto done = ::pwrite(handle_, bytes.data(), std::min(bytes.size(), most), static_cast<off_t>(length_));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return write_error(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(done));
    length_ += static_cast<std::uint64_t>(done);
  }
  return {};
}

Result<void> OutputFile::truncate(std::uint64_t length) {
  if (::ftruncate(handle_, static_cast<off_t>(length)) != 0) return write_error(path_, errno);
  length_ = length;
  return {};
}

Result<void> OutputFile::sync() {
  if (::fsync(handle_) != 0) return write_error(path_, errno);
  return {};
}

Replacement::Replacement(OutputFile file, std::string path) noexcept : file_(std::move(file)), path_(std::move(path)) {}

Replacement::Replacement(Replacement&& other) noexcept
    : file_(std::move(other.file_)), path_(std::move(other.path_)), pending_(std::exchange(other.pending_, false)) {}

Replacement::~Replacement() {
  if (pending_) remove_file(file_.path());
}

Result<Replacement> Replacement::begin(const std::string& path) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return write_error(path, EISDIR);
  const std::string target = full_path(path);  // a link stays a link
  GUANXI_ASSIGN(const std::uint64_t number, random_seed());
  GUANXI_ASSIGN(OutputFile file, OutputFile::open(beside(target, number)));
  if (exists) ::chmod(file.path().c_str(), status.st_mode & 07777);  // who may read it stays as it was
  return Replacement(std::move(file), target);
}

// Whoever holds the lock of the file that bears the name may write it; one that was renamed since it was opened is somebody's finished work.
Result<Replacement> Replacement::begin_alone(const std::string& path, const std::string& like) {
  const std::string target = full_path(path), part = target + ".part";
  int number = 0;
  const int handle = open_retrying(part, O_WRONLY | O_CREAT, &number);
  if (handle < 0) return write_error(part, number);
  OutputFile file(handle, part, 0);
  struct stat opened {};
  struct stat named {};
  const bool locked = ::flock(handle, LOCK_EX | LOCK_NB) == 0 && ::fstat(handle, &opened) == 0 && ::stat(part.c_str(), &named) == 0;
  if (!locked || opened.st_ino != named.st_ino || opened.st_dev != named.st_dev) return Error(Code::busy, being_written, {path});
  struct stat model {};
  if (::stat(target.c_str(), &model) == 0 || ::stat(like.c_str(), &model) == 0) ::fchmod(handle, model.st_mode & 0777);
  GUANXI_CHECK(file.truncate(0));
  return Replacement(std::move(file), target);
}

Result<void> Replacement::commit() {
  GUANXI_CHECK(file_.sync());
  if (std::rename(file_.path().c_str(), path_.c_str()) != 0) return write_error(path_, errno);
  pending_ = false;
  sync_folder(path_);
  return {};
}

Result<std::uint64_t> file_size(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return Error(Code::not_found, no_such_file, {path});
  return static_cast<std::uint64_t>(status.st_size);
}

std::string full_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> full(::realpath(path.c_str(), nullptr), &std::free);
  return full ? std::string(full.get()) : path;
}

bool same_file(const std::string& a, const std::string& b) noexcept {
  struct stat one {};
  struct stat two {};
  if (::stat(a.c_str(), &one) != 0 || ::stat(b.c_str(), &two) != 0) return false;
  return one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

void remove_file(const std::string& path) noexcept { ::unlink(path.c_str()); }

}  // namespace guanxi::os
