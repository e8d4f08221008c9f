// The parts of the memory store against plain containers.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <vector>

#include "guanxi/entities.h"
#include "seed.h"
#include "store/memory/field_index.h"
#include "store/memory/id_index.h"
#include "store/memory/key_index.h"
#include "store/memory/postings.h"
#include "store/memory/row.h"
#include "store/memory/sorted_chunks.h"

using namespace guanxi;
using namespace guanxi::store::memory;

TEST_CASE("sorted chunks hold what a set holds, through splits and emptied chunks") {
  auto random = seeded_random();
  SortedChunks<int> chunks;
  std::multiset<int> plain;
  const auto place = [&](int n) { return chunks.find([n](int other) { return other < n; }); };
  for (int i = 0; i < 20'000; ++i) {
    const int n = static_cast<int>(random() % 5000);
    if (i < 8000 || random() % 2 == 0) {
      chunks.insert(place(n), n);
      plain.insert(n);
    } else if (const auto at = place(n); at != chunks.end() && chunks[at] == n) {
      chunks.erase(at);
      plain.erase(plain.find(n));
    }
  }
  CHECK(chunks.size() == plain.size());
  std::vector<int> forward, backward;
  for (auto at = chunks.begin(); at != chunks.end(); at = chunks.next(at)) forward.push_back(chunks[at]);
  for (auto at = chunks.end(); at != chunks.begin();) backward.push_back(chunks[at = chunks.previous(at)]);
  CHECK(forward == std::vector<int>(plain.begin(), plain.end()));
  CHECK(backward == std::vector<int>(plain.rbegin(), plain.rend()));
  for (int n = 0; n < 5000; n += 37) {
    CHECK(chunks.count(chunks.begin(), place(n)) == static_cast<std::size_t>(std::distance(plain.begin(), plain.lower_bound(n))));
  }
}

TEST_CASE("the index of ids finds the latest version of what a map finds, whatever the ids look like") {
  auto random = seeded_random();
  const Layout layout{Type::id};
  IdIndex index;
  std::map<Id, RowPtr> plain;
  const auto an_id = [&](std::uint64_t n) {
    Id id;  // that differ in one byte only, at the front or at the back
    id.bytes[n % 2 == 0 ? 0 : 15] = static_cast<std::uint8_t>(n >> 1);
    id.bytes[7] = static_cast<std::uint8_t>(n >> 9);
    return id;
  };
  CHECK(index.find(an_id(1)) == nullptr);
  for (std::uint32_t i = 1; i <= 6000; ++i) {
    AnyRecord record(Account);
    const Id id = an_id(random() % 4000);
    record.put(common::id, Codec<Id>::pack(id));
    const RowPtr row = *Row::pack(layout, record, i);
    index.put(*row);
    plain[id] = row;
  }
  for (std::uint64_t n = 0; n < 4000; ++n) {
    const auto found = plain.find(an_id(n));
    CHECK(index.find(an_id(n)) == (found == plain.end() ? nullptr : found->second.get()));
  }
}

TEST_CASE("values that only grow fill their chunks") {
  SortedChunks<int> chunks;
  for (int i = 0; i < 10'000; ++i) chunks.insert(chunks.end(), i);
  CHECK(chunks.bytes() < 10'000 * sizeof(int) * 11 / 10);
}

TEST_CASE("postings hold what a set holds") {
  auto random = seeded_random();
  for (const std::uint32_t most : {3u, 50u, 100'000u, 4'000'000'000u}) {
    Postings postings;
    std::set<std::uint32_t> plain;
    for (int i = 0; i < 600; ++i) {
      const auto rid = static_cast<std::uint32_t>(random() % most) + 1;
      if (random() % 3 != 0) {
        postings.insert(rid);
        plain.insert(rid);
      } else {
        postings.erase(rid);
        plain.erase(rid);
      }
      CHECK(postings.contains(rid) == plain.contains(rid));
    }
    std::vector<std::uint32_t> got;
    postings.each([&](std::uint32_t rid) { got.push_back(rid); });
    CHECK(got == std::vector<std::uint32_t>(plain.begin(), plain.end()));
    for (const std::uint32_t rid : plain) postings.erase(rid);
    CHECK(postings.empty());
    CHECK(postings.bytes() == 0);
  }
}

TEST_CASE("postings that only grow take little more than a byte each") {
  Postings postings;
  for (std::uint32_t rid = 1; rid <= 100'000; rid += 3) postings.insert(rid);
  CHECK(postings.bytes() < 33'334 * 5 / 4 + 64);
}

TEST_CASE("a field index keeps null first, ties by rid, and long equal beginnings apart") {
  const std::vector<Value> values{Codec<Text>::pack("beginning-b"), Value::null(Type::text),          Codec<Text>::pack("beginning-a"),
                                  Codec<Text>::pack(""),            Codec<Text>::pack("beginning-b"), Codec<Text>::pack("beginnin")};
  const auto value_of = [&](std::uint32_t rid) { return values[rid - 1]; };
  FieldIndex grown(0, Type::text), built(0, Type::text);
  for (std::uint32_t rid = 1; rid <= values.size(); ++rid) grown.insert(values[rid - 1], rid, value_of);
  built.build(static_cast<std::uint32_t>(values.size()), value_of);
  for (const FieldIndex* index : {&grown, &built}) {
    std::vector<std::uint32_t> rids;
    for (auto at = index->begin(); at != index->end(); at = index->next(at)) rids.push_back(index->rid(at));
    CHECK(rids == std::vector<std::uint32_t>{2, 4, 6, 3, 1, 5});
  }
  CHECK(grown.erase(values[0], 1, value_of));
  CHECK_FALSE(grown.erase(values[0], 1, value_of));
  CHECK(grown.size() == 5);
}

TEST_CASE("a field index sorts the least integer behind null, decimals by value, amounts by currency") {
  const auto sorted = [](Type type, const std::vector<Value>& values) {
    FieldIndex index(0, type);
    index.build(static_cast<std::uint32_t>(values.size()), [&](std::uint32_t rid) { return values[rid - 1]; });
    std::vector<std::uint32_t> rids;
    for (auto at = index.begin(); at != index.end(); at = index.next(at)) rids.push_back(index.rid(at));
    return rids;
  };
  using Rids = std::vector<std::uint32_t>;
  CHECK(sorted(Type::integer, {Codec<Int>::pack(INT64_MIN), Value::null(Type::integer), Codec<Int>::pack(-1), Codec<Int>::pack(INT64_MAX)}) ==
        Rids{2, 1, 3, 4});
  CHECK(sorted(Type::decimal, {Codec<Decimal>::pack({-15, 1}), Codec<Decimal>::pack({-149, 2}), Codec<Decimal>::pack({-2, 0}), Codec<Decimal>::pack({-1501, 3})}) ==
        Rids{3, 4, 1, 2});
  CHECK(sorted(Type::money, {Codec<Money>::pack({1, {840}}), Codec<Money>::pack({2, CNY}), Codec<Money>::pack({-9, CNY}), Codec<Money>::pack({0, {840}})}) ==
        Rids{3, 2, 4, 1});
}

TEST_CASE("keys hash by their space, type and value, and by the seed") {
  const KeyHasher hash(1), other(2);
  const Key a{1, Codec<Text>::pack("a")}, b{1, Codec<Text>::pack("b")}, far{2, Codec<Text>::pack("a")};
  const Key picked{1, Codec<Picklist>::pack("a")}, number{1, Codec<Int>::pack(7)}, date{1, Codec<Date>::pack({7})};
  CHECK(hash(a) == hash(Key{1, Codec<Text>::pack(std::string("a"))}));
  CHECK(hash(a) == hash(picked));
  CHECK(hash(a) != hash(b));
  CHECK(hash(a) != hash(far));
  CHECK(hash(a) != other(a));
  CHECK(hash(number) != hash(date));
}

TEST_CASE("a value of another kind than its field is refused") {
  const Layout layout{Type::id, Type::integer, Type::text};
  AnyRecord record(1, 3);
  record.put(2, Codec<Int>::pack(5));
  const auto row = Row::pack(layout, record, 1);
  REQUIRE_FALSE(row.ok());
  CHECK(row.error().code() == Code::misuse);
  CHECK(row.error().text() == "Field number 2 of entity 1 was given a value of another type: coerce it first.");
  CHECK(row.error().text(Language::chinese) == "对象 1 第 2 个字段的值类型不符，请先转换。");
}

TEST_CASE("a packed row takes little more than its bytes") {
  const Layout layout{Type::id, Type::integer, Type::text, Type::money, Type::instant, Type::id};
  AnyRecord record(1, 6);
  record.put(1, Codec<Int>::pack(1));
  record.put(2, Codec<Text>::pack("0123456789"));
  const auto row = Row::pack(layout, record, 9);
  REQUIRE(row.ok());
  CHECK((*row)->bytes() == 28 + 1 + 1 + 1 + 11);
  CHECK((*row)->revision() == 1);
  CHECK((*row)->value(layout, 2).view() == "0123456789");
  CHECK((*row)->value(layout, 3).state == State::null);
}
