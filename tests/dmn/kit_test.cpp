// The public conformance kit of DMN, which is not part of the project: $GUANXI_CORPORA/dmn-tck.tar.gz where that is there.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "guanxi/dmn.h"
#include "refusal.h"

using namespace guanxi;

namespace {

namespace fs = std::filesystem;

struct Unpacked {
  fs::path folder = fs::temp_directory_path() / ("guanxi-dmn-" + std::to_string(std::hash<std::string>{}(fs::current_path().string())));
  ~Unpacked() { fs::remove_all(folder); }
};

std::string corpora() {
  const char* given = std::getenv("GUANXI_CORPORA");
  return given != nullptr ? given : std::string(GUANXI_SOURCE_DIR) + "/../shared/corpora";
}

}  // namespace

TEST_CASE("the conformance kit") {
  const std::string archive = corpora() + "/dmn-tck.tar.gz";
  if (!fs::exists(archive)) {
    MESSAGE("Skipped: there is no dmn-tck.tar.gz in " << corpora() << "; name its folder in GUANXI_CORPORA.");
    return;
  }
  const Unpacked unpacked;
  fs::create_directories(unpacked.folder);
  REQUIRE(std::system(("tar -xzf '" + archive + "' -C '" + unpacked.folder.string() + "'").c_str()) == 0);
  const auto report = check_conformance(unpacked.folder.string(), Instant{1'763'726'400'000'000});
  REQUIRE(report);
  MESSAGE(report->passed << " of " << report->cases << " cases, " << report->wanting_passed << " of " << report->wanting << " that expect a value");
  for (const std::string& failure : report->failures) MESSAGE(failure);
  CHECK(report->cases > 2'000);
  CHECK(report->cases - report->passed <= 9);
  CHECK(report->wanting - report->wanting_passed <= 5);
  CHECK(report->csv.find("\"SUCCESS\"") != std::string::npos);
}

TEST_CASE("a folder that is not there") {
  CHECK(refusal(check_conformance("/nowhere/at/all", Instant{})) == "There is no folder /nowhere/at/all.");
}
