#include <doctest/doctest.h>

#include <chrono>
#include <set>

#include "base/os/clock.h"
#include "base/os/entropy.h"
#include "refusal.h"

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
