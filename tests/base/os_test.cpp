#include <doctest/doctest.h>

#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/os/clock.h"
#include "base/os/entropy.h"
#include "base/os/output_file.h"
#include "refusal.h"
#include "support/folder.h"

using namespace guanxi;

TEST_CASE("the wall clock is that of the standard library") {
  using namespace std::chrono;
  const auto before = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  const std::int64_t now = os::now_us();
  const auto after = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  CHECK(before <= now);
  CHECK(now <= after);
}

TEST_CASE("the monotonic clock never steps back") {
  std::int64_t last = os::monotonic_ns();
  const std::int64_t first = last;
  for (int i = 0; i < 100'000; ++i) {
    const std::int64_t now = os::monotonic_ns();
    REQUIRE(now >= last);
    last = now;
  }
  CHECK(last > first);
}

TEST_CASE("seeds differ") {
  std::set<std::uint64_t> seeds;
  for (int i = 0; i < 1000; ++i) seeds.insert(*os::random_seed());
  CHECK(seeds.size() == 1000);
}

TEST_CASE("a system without random bits is an error that says what to do") {
  const auto seed = os::random_seed([](void*, std::size_t) { return -1; });
  CHECK(refusal(seed) ==
        "The system gives no random bits: pass a seed of your own, or let the process call getrandom.");
  CHECK(seed.error().code() == Code::io);
}

TEST_CASE("a replacement that is written alone: nobody else writes it, what a crash left is taken over, readers are those of its model") {
  const Folder folder;
  const std::string path = folder.file("index"), model = folder.file("model");
  std::ofstream(model) << "x";
  REQUIRE(::chmod(model.c_str(), 0640) == 0);
  std::ofstream(path + ".part") << "what a crash left, which is longer";
  const auto content = [&] {
    std::ifstream in(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  {
    auto one = os::Replacement::begin_alone(path, model);
    REQUIRE(one.ok());
    const auto two = os::Replacement::begin_alone(path, model);
    REQUIRE_FALSE(two.ok());
    CHECK(two.error().code() == Code::busy);
    CHECK(two.error().text() == "The file " + path + " is being written by another program: try again when that is done.");
    CHECK(two.error().text(Language::chinese) == "文件 " + path + " 正由其他程序写入：请待其完成后重试。");
    REQUIRE(one->file().write("first").ok());
    REQUIRE(one->commit().ok());
  }
  CHECK(content() == "first");
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
  { CHECK(os::Replacement::begin_alone(path, "")->file().write("never committed").ok()); }
  CHECK(content() == "first");
  CHECK_FALSE(std::filesystem::exists(path + ".part"));
  CHECK_FALSE(os::Replacement::begin_alone(folder.file("nowhere/index"), "").ok());
}
