#include "guanxi/id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <unordered_set>
#include <vector>

#include "refusal.h"
#include "seed.h"

using namespace guanxi;

namespace {

std::uint64_t milliseconds_of(const Id& id) {
  std::uint64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | id.bytes[i];
  return ms;
}

bool is_version_7(const Id& id) { return id.bytes[6] >> 4 == 7 && id.bytes[8] >> 6 == 0b10; }

constexpr std::int64_t noon = 1'795'000'000'000'000;

}  // namespace

TEST_CASE("an id has the form of RFC 9562 and the time in it") {
  IdSource source(1);
  const Id id = source.next(noon + 123'456);
  CHECK(is_version_7(id));
  CHECK(milliseconds_of(id) == (noon + 123'456) / 1000);
  const std::string text = id.text();
  CHECK(text.size() == 36);
  CHECK(text[14] == '7');
  CHECK_FALSE(id.empty());
  CHECK(Id{}.empty());
}

TEST_CASE("text and bytes give the id back") {
  const Id id = *Id::parse("018f3c5e-7b1a-7c3d-9e2f-0123456789ab");
  CHECK(id.text() == "018f3c5e-7b1a-7c3d-9e2f-0123456789ab");
  CHECK(id.bytes[0] == 0x01);
  CHECK(id.bytes[15] == 0xab);
  CHECK(*Id::parse("018F3C5E-7B1A-7C3D-9E2F-0123456789AB") == id);
  CHECK(*Id::parse("018f3c5e7b1a7c3d9e2f0123456789ab") == id);
  CHECK(Id::from_bytes(id.bytes.data()) == id);
  auto random = seeded_random();
  for (int i = 0; i < 10'000; ++i) {
    Id any;
    for (auto& byte : any.bytes) byte = static_cast<std::uint8_t>(random());
    REQUIRE(*Id::parse(any.text()) == any);
  }
}

TEST_CASE("what is no id is refused") {
  constexpr const char* right = "018f3c5e-7b1a-7c3d-9e2f-0123456789ab";
  CHECK(refusal(Id::parse("12")) ==
        "“12” is not an id: an id has 32 hexadecimal digits, as in 018f3c5e-7b1a-7c3d-9e2f-0123456789ab.");
  for (std::size_t at = 0; at < 36; ++at) {
    std::string wrong = right;
    wrong[at] = wrong[at] == '-' ? '0' : 'g';
    REQUIRE_FALSE(Id::parse(wrong).ok());
    wrong[at] = '\xE4';
    REQUIRE_FALSE(Id::parse(wrong).ok());
  }
  CHECK_FALSE(Id::parse("").ok());
  CHECK_FALSE(Id::parse(std::string(right) + "0").ok());
  CHECK_FALSE(Id::parse("018f3c5e7b1a-7c3d-9e2f-0123456789ab0").ok());
  CHECK_FALSE(Id::parse("018f3c5e-7b1a-7c3d-9e2f0123456789ab").ok());
}

TEST_CASE("an error shows the beginning of a long text") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "关系";
  std::string shown;
  for (int i = 0; i < 10; ++i) shown += "关系";
  CHECK(refusal(Id::parse(text)).starts_with("“" + shown + "…” is not an id"));
  CHECK(refusal(Id::parse("x" + text)).starts_with("“x" + shown.substr(0, 57) + "…” is not an id"));
}

TEST_CASE("ids grow while the clock runs, stands still and steps back") {
  auto random = seeded_random();
  IdSource source(random());
  std::int64_t now = noon;
  Id last{};
  for (int i = 0; i < 200'000; ++i) {
    switch (random() % 8) {
      case 0: now += static_cast<std::int64_t>(random() % 5'000); break;
      case 1: now -= static_cast<std::int64_t>(random() % 20'000); break;
      default: break;
    }
    const Id id = source.next(now);
    REQUIRE(last < id);
    REQUIRE(last.text() < id.text());
    REQUIRE(is_version_7(id));
    last = id;
  }
}

TEST_CASE("many ids of one microsecond run a little ahead of the clock") {
  IdSource source(7);
  Id id;
  for (int i = 0; i < 3 * 4096; ++i) id = source.next(noon);
  CHECK(milliseconds_of(id) == noon / 1000 + 2);
  CHECK(milliseconds_of(source.next(noon + 10'000)) == noon / 1000 + 10);
}

TEST_CASE("ids of different sources sort by time within a millisecond") {
  IdSource a(1);
  IdSource b(2);
  CHECK(a.next(noon + 100) < b.next(noon + 101));
  CHECK(b.next(noon + 500) < a.next(noon + 999));
}

TEST_CASE("equal seeds and times give equal ids, others do not") {
  IdSource a(3);
  IdSource b(3);
  IdSource c(4);
  const Id first = a.next(noon);
  CHECK(first == b.next(noon));
  CHECK(first != c.next(noon));
}

TEST_CASE("times outside the range of an id are moved into it") {
  IdSource source(1);
  const Id early = source.next(-5);
  CHECK(is_version_7(early));
  CHECK(milliseconds_of(early) == 0);
  const Id late = IdSource(1).next(std::numeric_limits<std::int64_t>::max());
  CHECK(is_version_7(late));
  CHECK(milliseconds_of(late) == (std::uint64_t{1} << 48) - 1);
}

TEST_CASE("the hash spreads ids made in one run over all low bits") {
  IdSource source(9);
  std::unordered_set<Id, IdHash> ids;
  std::vector<int> buckets(1024);
  for (int i = 0; i < 102'400; ++i) {
    const Id id = source.next(noon + i);
    ids.insert(id);
    ++buckets[IdHash{}(id) % buckets.size()];
  }
  CHECK(ids.size() == 102'400);
  CHECK(*std::min_element(buckets.begin(), buckets.end()) > 50);
  CHECK(*std::max_element(buckets.begin(), buckets.end()) < 160);
}
