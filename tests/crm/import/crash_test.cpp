// kill -9 at random moments of an import: nothing half done is kept, and the import goes on to the same end.
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>

#include "../../seed.h"
#include "base/os/clock.h"
#include "desk.h"
#include "sample_file.h"

extern char** environ;

using namespace guanxi;
using namespace guanxi::test;

namespace {

int rounds() {
  const char* given = std::getenv("GUANXI_CRASH_ROUNDS");
  return given == nullptr ? 10 : std::atoi(given);
}

pid_t start(std::vector<std::string> arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t process = 0;
  REQUIRE(posix_spawn(&process, pointers[0], nullptr, nullptr, pointers.data(), environ) == 0);
  return process;
}

void wait_us(std::uint64_t us) {
  timespec time{static_cast<time_t>(us / 1'000'000), static_cast<long>(us % 1'000'000) * 1000};
  while (nanosleep(&time, &time) != 0) {
  }
}

// Runs the import until it ends or the time is over; whether it ended by itself.
bool run_for(const std::vector<std::string>& arguments, std::uint64_t us) {
  const pid_t process = start(arguments);
  if (us > 0) {
    wait_us(us);
    kill(process, SIGKILL);
  }
  int status = 0;
  REQUIRE(waitpid(process, &status, 0) == process);
  if (WIFSIGNALED(status)) return false;
  CHECK(WEXITSTATUS(status) == 0);
  return true;
}

}  // namespace

TEST_CASE("an import that is killed goes on to the same end") {
  auto random = seeded_random();
  TemporaryFolder folder;
  const std::string file = folder.file("in.csv");
  write_file(file, sample_file(random, 600));

  { World make(folder.file("calm.gx"), {}); }
  const std::int64_t begin = os::monotonic_ns();
  REQUIRE(run_for({GUANXI_IMPORT_PROGRAM, folder.file("calm.gx"), file, folder.file("calm.csv")}, 0));
  const auto whole_us = static_cast<std::uint64_t>(os::monotonic_ns() - begin) / 1000;
  Store calm = need(Store::open(folder.file("calm.gx")));
  Session calm_admin = need(calm.session("admin"));
  const std::string expected = dump(calm_admin, false);

  for (int round = 0; round < rounds(); ++round) {
    const std::string store_path = folder.file("round" + std::to_string(round) + ".gx");
    const std::string errors = folder.file("round.csv");
    { World make(store_path, {}); }
    int kills = 0;
    while (!run_for({GUANXI_IMPORT_PROGRAM, store_path, file, errors}, 1 + random() % (whole_us / 2 + 1000))) {
      Store store = need(Store::open(store_path));
      const auto findings = need(store.integrity());
      CHECK(findings.empty());
      for (const std::string& finding : findings) MESSAGE(finding);
      if (++kills == 12) {  // a slow machine: let it end
        REQUIRE(run_for({GUANXI_IMPORT_PROGRAM, store_path, file, errors}, 0));
        break;
      }
    }
    INFO("round " << round << ", killed " << kills << " times");
    Store store = need(Store::open(store_path));
    Session admin = need(store.session("admin"));
    CHECK(dump(admin, false) == expected);
    CHECK(read_file(errors) == read_file(folder.file("calm.csv")));
    CHECK(need(store.integrity()).empty());
  }
}
