// kill -9 at random moments of an import: nothing half done is kept, and the import goes on to the same end.
#include <chrono>
#include <thread>

#include "base/os/clock.h"
#include "crm/import/desk.h"
#include "crm/import/sample_file.h"
#include "support/effort.h"
#include "seed.h"
#include "support/process.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// Runs the import until it ends or the time is over; whether it ended by itself.
bool run_for(const std::vector<std::string>& arguments, std::uint64_t us) {
  Process process(arguments);
  if (us > 0) {
    std::this_thread::sleep_for(std::chrono::microseconds(us));
    process.kill();
  }
  const int code = process.wait();
  CHECK(code <= 0);
  return code == 0;
}

}  // namespace

TEST_CASE("an import that is killed goes on to the same end") {
  auto random = seeded_random();
  Folder folder;
  const std::string file = folder.file("in.csv");
  write_file(file, sample_file(random, 600));

  { World make(folder.file("calm.gx"), {}); }
  const std::int64_t begin = os::monotonic_ns();
  REQUIRE(run_for({GUANXI_IMPORT_PROGRAM, folder.file("calm.gx"), file, folder.file("calm.csv")}, 0));
  const auto whole_us = static_cast<std::uint64_t>(os::monotonic_ns() - begin) / 1000;
  Store calm = need(Store::open(folder.file("calm.gx")));
  Session calm_admin = need(calm.session("admin"));
  const std::string expected = dump(calm_admin, false);

  for (int round = 0; round < crash_rounds(); ++round) {
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
