#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "base/os/file.h"

using namespace guanxi;
using os::InputFile;

namespace {

struct TemporaryPath {
  ~TemporaryPath() { std::filesystem::remove(path); }
  std::string path = (std::filesystem::temp_directory_path() / ("guanxi_file_" + std::to_string(std::random_device{}()))).string();
};

// Until its end this process is nobody in particular, to whom a file can be denied.
struct WithoutPrivileges {
  WithoutPrivileges() {
    if (privileged) REQUIRE(::seteuid(65'534) == 0);
  }
  ~WithoutPrivileges() {
    if (privileged) CHECK(::seteuid(0) == 0);
  }
  const bool privileged = ::geteuid() == 0;
};

}  // namespace

TEST_CASE("a file is read from any place") {
  const TemporaryPath file;
  std::ofstream(file.path) << "0123456789";
  auto input = InputFile::open(file.path);
  REQUIRE(input.ok());
  char buffer[16];
  REQUIRE(input->seek(7));
  CHECK(*input->read(buffer, sizeof buffer) == 3);
  CHECK(buffer[0] == '7');
  CHECK(*input->read(buffer, sizeof buffer) == 0);
  REQUIRE(input->seek(10));
  CHECK(*input->read(buffer, sizeof buffer) == 0);
  InputFile other = std::move(*input);
  REQUIRE(other.seek(0));
  CHECK(*other.read(buffer, 4) == 4);
}

TEST_CASE("a file that may not be read is named") {
  const TemporaryPath file;
  std::ofstream(file.path) << "secret";
  std::filesystem::permissions(file.path, std::filesystem::perms::none);
  const WithoutPrivileges nobody;
  const auto input = InputFile::open(file.path);
  REQUIRE_FALSE(input);
  CHECK(input.error().code() == Code::denied);
  CHECK(input.error().text() == "The file " + file.path + " may not be read: ask for the right to read it.");
  CHECK(input.error().text(Language::chinese) == "没有权限读取文件 " + file.path + "，请先取得读取权限。");
}

TEST_CASE("a path that the system refuses is told with the system's reason") {
  const std::string path(5'000, 'x');
  const auto input = InputFile::open(path);
  REQUIRE_FALSE(input);
  CHECK(input.error().code() == Code::io);
  CHECK(input.error().text() == "The file " + path + " cannot be opened (File name too long): check the path and the device.");
  CHECK(input.error().text(Language::chinese) == "无法打开文件 " + path + "（File name too long），请检查路径和存储设备。");
}

TEST_CASE("a pipe can only be read from its start") {
  const TemporaryPath pipe;
  REQUIRE(::mkfifo(pipe.path.c_str(), 0600) == 0);
  const int writer = ::open(pipe.path.c_str(), O_RDWR);  // so that opening it does not wait
  auto input = InputFile::open(pipe.path);
  REQUIRE(input.ok());
  const auto moved = input->seek(1);
  REQUIRE_FALSE(moved);
  CHECK(moved.error().code() == Code::unsupported);
  CHECK(moved.error().text() == pipe.path + " can only be read from its start: copy it to a file first.");
  CHECK(moved.error().text(Language::chinese) == pipe.path + " 只能从头读取，请先把它存成普通文件。");
  ::close(writer);
}

#ifdef __linux__
TEST_CASE("a device that fails is told with the system's reason") {
  auto input = InputFile::open("/proc/self/mem");  // nothing is mapped at address 0
  REQUIRE(input.ok());
  char buffer[8];
  const auto read = input->read(buffer, sizeof buffer);
  REQUIRE_FALSE(read);
  CHECK(read.error().code() == Code::io);
  CHECK(read.error().text() == "The file /proc/self/mem cannot be read (Input/output error): check the device and try again.");
  CHECK(read.error().text(Language::chinese) == "读取文件 /proc/self/mem 失败（Input/output error），请检查存储设备后重试。");
}
#endif
