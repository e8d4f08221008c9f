// The change log, settings, idempotency keys and sequences.
#include "fixture.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

Change change(std::uint16_t entity, std::int64_t rid, std::int64_t set = 0) {
  Change c;
  c.entity = entity;
  c.rid = rid;
  c.set = set;
  c.command = "test";
  return c;
}

std::vector<std::int64_t> seqs(Reader& reader, const ChangeQuery& query) {
  std::vector<std::int64_t> out;
  REQUIRE(reader.changes(query, [&](Change& c) { return out.push_back(c.seq), true; }).ok());
  return out;
}

using Seqs = std::vector<std::int64_t>;

}  // namespace

CONFORMS("a change comes back as it was appended") {
  Change put = change(number_of(Account), 42);
  put.at = {1'700'000'000'123'456};
  put.actor = store.id();
  put.on_behalf = store.id();
  put.command = "account.update";
  put.reason = "按客户要求更正";
  put.record = store.id();
  put.kind = ChangeKind::erase;
  put.delta = std::string("\0\1\2\xff", 4);
  store.write([&](Writer& writer) { put.seq = *writer.append(put); });
  CHECK(put.seq > 0);
  REQUIRE(store.reader()
              ->changes({},
                        [&](Change& got) {
                          CHECK(got.seq == put.seq);
                          CHECK(got.set == put.seq);
                          CHECK(got.at == put.at);
                          CHECK(got.actor == put.actor);
                          CHECK(got.on_behalf == put.on_behalf);
                          CHECK(got.command == put.command);
                          CHECK(got.reason == put.reason);
                          CHECK(got.entity == put.entity);
                          CHECK(got.rid == put.rid);
                          CHECK(got.record == put.record);
                          CHECK(got.kind == put.kind);
                          CHECK(got.delta == put.delta);
                          return true;
                        })
              .ok());
}

CONFORMS("changes are asked for by place, set and record, in either direction, up to a limit") {
  std::vector<std::int64_t> s;
  store.write([&](Writer& writer) {
    s.push_back(*writer.append(change(1, 1)));
    s.push_back(*writer.append(change(1, 2, s[0])));
    s.push_back(*writer.append(change(2, 1, s[0])));
  });
  store.write([&](Writer& writer) {
    s.push_back(*writer.append(change(1, 1)));
    s.push_back(*writer.append(change(1, 1, s[3])));
  });
  const auto reader = store.reader();
  CHECK(std::is_sorted(s.begin(), s.end()));
  CHECK(*reader->last_change() == s[4]);
  CHECK(seqs(*reader, {}) == s);
  CHECK(seqs(*reader, {.after = s[1]}) == Seqs{s[2], s[3], s[4]});
  CHECK(seqs(*reader, {.after = s[4]}).empty());
  CHECK(seqs(*reader, {.set = s[0]}) == Seqs{s[0], s[1], s[2]});
  CHECK(seqs(*reader, {.after = s[0], .set = s[0]}) == Seqs{s[1], s[2]});
  CHECK(seqs(*reader, {.record = std::pair<std::uint16_t, std::int64_t>{1, 1}}) == Seqs{s[0], s[3], s[4]});
  CHECK(seqs(*reader, {.set = s[3], .record = std::pair<std::uint16_t, std::int64_t>{1, 1}}) == Seqs{s[3], s[4]});
  CHECK(seqs(*reader, {.newest_first = true}) == Seqs{s[4], s[3], s[2], s[1], s[0]});
  CHECK(seqs(*reader, {.after = s[2], .newest_first = true}) == Seqs{s[1], s[0]});
  CHECK(seqs(*reader, {.limit = 2}) == Seqs{s[0], s[1]});
  CHECK(seqs(*reader, {.record = std::pair<std::uint16_t, std::int64_t>{1, 1}, .newest_first = true, .limit = 2}) == Seqs{s[4], s[3]});
}

CONFORMS("the log shows a writer its own changes in their place") {
  store.write([](Writer& writer) { REQUIRE(writer.append(change(1, 1)).ok()); });
  store.write([](Writer& writer) {
    const std::int64_t seq = *writer.append(change(1, 1));
    CHECK(seqs(writer, {}) == Seqs{seq - 1, seq});
    CHECK(seqs(writer, {.newest_first = true, .limit = 1}) == Seqs{seq});
    CHECK(seqs(writer, {.after = seq, .newest_first = true}) == Seqs{seq - 1});
    CHECK(seqs(writer, {.set = seq}) == Seqs{seq});
    CHECK(*writer.last_change() == seq);
  });
}

CONFORMS("a sink that says no gets no more changes") {
  store.write([](Writer& writer) {
    for (int i = 0; i < 5; ++i) REQUIRE(writer.append(change(1, 1)).ok());
  });
  int got = 0;
  REQUIRE(store.reader()->changes({}, [&](Change&) { return ++got < 2; }).ok());
  CHECK(got == 2);
}

CONFORMS("a setting is what it was set to last") {
  CHECK_FALSE(store.reader()->meta("colour")->has_value());
  store.write([](Writer& writer) {
    REQUIRE(writer.set_meta("colour", "red").ok());
    CHECK(*writer.meta("colour") == "red");
    REQUIRE(writer.set_meta("colour", "blue").ok());
    REQUIRE(writer.set_meta("empty", "").ok());
  });
  CHECK(*store.reader()->meta("colour") == "blue");
  CHECK(*store.reader()->meta("empty") == "");
  store.write([](Writer& writer) { REQUIRE(writer.set_meta("colour", std::string_view("a\0b", 3)).ok()); });
  CHECK(*store.reader()->meta("colour") == std::string("a\0b", 3));
}

CONFORMS("an outcome is recalled until it is forgotten") {
  store.write([](Writer& writer) {
    REQUIRE(writer.remember("old", {100}, "first").ok());
    REQUIRE(writer.remember("new", {200}, std::string_view("\0bytes", 6)).ok());
    CHECK(*writer.recall("old") == "first");
  });
  CHECK(*store.reader()->recall("old") == "first");
  CHECK(*store.reader()->recall("new") == std::string("\0bytes", 6));
  CHECK_FALSE(store.reader()->recall("none")->has_value());
  store.write([](Writer& writer) {
    REQUIRE(writer.remember("staged", {150}, "x").ok());
    REQUIRE(writer.forget({200}).ok());
    CHECK_FALSE(writer.recall("old")->has_value());
    CHECK_FALSE(writer.recall("staged")->has_value());
  });
  CHECK_FALSE(store.reader()->recall("old")->has_value());
  CHECK_FALSE(store.reader()->recall("staged")->has_value());
  CHECK(store.reader()->recall("new")->has_value());
  store.write([](Writer& writer) { REQUIRE(writer.remember("old", {300}, "second").ok()); });
  CHECK(*store.reader()->recall("old") == "second");
}

CONFORMS("sequences count from 1 without gaps, also where a transaction was undone") {
  constexpr Message no_good{"test.no_good", "This work failed.", "测试失败。"};
  std::vector<std::int64_t> given;
  for (int i = 0; i < 6; ++i) {
    (void)store.storage().write(
        [&](Writer& writer) -> Result<void> {
          const std::int64_t number = *writer.next("invoice");
          if (i % 2 == 1) return Error(Code::invalid, no_good);
          given.push_back(number);
          return {};
        },
        no_news);
  }
  CHECK(given == Seqs{1, 2, 3});
  store.write([](Writer& writer) {
    CHECK(*writer.next("invoice") == 4);
    CHECK(*writer.next("invoice") == 5);
    CHECK(*writer.next("contract") == 1);
  });
}
