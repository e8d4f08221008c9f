// Transactions: what is kept, what is undone, who sees what.
#include <stdexcept>

#include "fixture.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

constexpr Message no_good{"test.no_good", "This work failed.", "测试失败。"};

// One of everything that a writer can change.
void change_everything(Fixture& store, Writer& writer, std::string_view title, AnyRecord& row) {
  row = store.row(store.sample());
  row.set(Sample.title, Codec<Text>::pack(title));
  REQUIRE(store.put(writer, row).ok());
  Change change;
  change.entity = Sample.number;
  change.rid = row.rid();
  change.record = row.id();
  change.command = title;
  REQUIRE(writer.append(change).ok());
  REQUIRE(writer.set_meta("setting", title).ok());
  REQUIRE(writer.remember("key", {5}, title).ok());
  REQUIRE(writer.next("numbers").ok());
}

struct Seen {
  std::size_t rows, keys, hits, changes;
  std::string meta, outcome;
  bool operator==(const Seen&) const = default;
};

// What of `title` can be seen.
Seen seen(Fixture& store, Reader& reader, std::string_view title) {
  Seen seen{};
  const Expr filter = Sample.title == title;
  seen.rows = rows_of(reader, store, {.type = &store.sample(), .filter = &filter}).size();
  AnyRecord row = store.sample().record();
  row.set(Sample.title, Codec<Text>::pack(title));
  Derived derived;
  derive(store.sample(), row, derived);
  REQUIRE(reader.probe(derived.keys, [&](const KeyHit&) { return ++seen.keys, true; }).ok());
  REQUIRE(reader.search({.type = &store.sample(), .text = title}, [&](AnyRecord&) { return ++seen.hits, true; }).ok());
  REQUIRE(reader.changes({}, [&](Change& c) { return seen.changes += c.command == title, true; }).ok());
  seen.meta = reader.meta("setting")->value_or("");
  seen.outcome = reader.recall("key")->value_or("");
  return seen;
}

std::int64_t next_number(Fixture& store) {
  std::int64_t number = 0;
  store.write([&](Writer& writer) { number = *writer.next("numbers"); });
  return number;
}

Seen all_of(std::string title) { return {1, 1, 1, 1, title, title}; }

}  // namespace

CONFORMS("a writer reads its own changes, and everybody does after the commit") {
  store.write([&](Writer& writer) {
    AnyRecord row = store.sample().record();
    change_everything(store, writer, "mine", row);
    CHECK(seen(store, writer, "mine") == all_of("mine"));
    AnyRecord out = store.sample().record();
    CHECK(*writer.get(store.sample(), row.id(), out));
    CHECK(*writer.get(store.sample(), row.rid(), out));
    CHECK(*writer.last_change() == 1);
  });
  CHECK(seen(store, *store.reader(), "mine") == all_of("mine"));
  CHECK(next_number(store) == 2);
}

CONFORMS("nobody else sees a change before the commit") {
  auto transaction = store.storage().begin_write();
  REQUIRE(transaction.ok());
  AnyRecord row = store.sample().record();
  change_everything(store, (*transaction)->writer(), "mine", row);
  CHECK(seen(store, *store.reader(), "mine") == Seen{});
  REQUIRE((*transaction)->commit().ok());
  CHECK(seen(store, *store.reader(), "mine") == all_of("mine"));
}

CONFORMS("an error of the work undoes all of it and is returned") {
  const auto written = store.storage().write(
      [&](Writer& writer) -> Result<void> {
        AnyRecord row = store.sample().record();
        change_everything(store, writer, "gone", row);
        return Error(Code::invalid, no_good);
      },
      [] { FAIL("nothing was committed"); });
  REQUIRE_FALSE(written.ok());
  CHECK(refusal(written) == "This work failed.");
  CHECK(seen(store, *store.reader(), "gone") == Seen{});
  CHECK(*store.reader()->last_change() == 0);
  CHECK(next_number(store) == 1);
}

CONFORMS("an exception undoes all of the work and passes through") {
  const auto work = [&](Writer& writer) -> Result<void> {
    AnyRecord row = store.sample().record();
    change_everything(store, writer, "gone", row);
    throw std::runtime_error("thrown by the work");
  };
  CHECK_THROWS_WITH_AS((void)store.storage().write(work, no_news), "thrown by the work", std::runtime_error);
  CHECK(seen(store, *store.reader(), "gone") == Seen{});
  CHECK(next_number(store) == 1);
}

CONFORMS("a transaction that is dropped or rolled back leaves nothing") {
  for (const bool drop : {true, false}) {
    auto transaction = store.storage().begin_write();
    REQUIRE(transaction.ok());
    AnyRecord row = store.sample().record();
    change_everything(store, (*transaction)->writer(), "gone", row);
    if (drop)
      transaction->reset();
    else
      (*transaction)->rollback();
    CHECK(seen(store, *store.reader(), "gone") == Seen{});
    transaction->reset();
    CHECK(*store.reader()->last_change() == 0);
  }
  CHECK(next_number(store) == 1);
}

CONFORMS("what follows a rollback is as if nothing had been") {
  AnyRecord gone = store.sample().record(), kept = store.sample().record();
  (void)store.storage().write(
      [&](Writer& writer) -> Result<void> {
        change_everything(store, writer, "gone", gone);
        return Error(Code::invalid, no_good);
      },
      no_news);
  store.write([&](Writer& writer) { change_everything(store, writer, "kept", kept); });
  CHECK(seen(store, *store.reader(), "kept") == all_of("kept"));
  CHECK(seen(store, *store.reader(), "gone").rows == 0);
  std::size_t findings = 0;
  CHECK(store.storage().integrity({}, [&](std::string_view) { ++findings; }).ok());
  CHECK(findings == 0);
}

CONFORMS("a second commit, and a change after the first, are misuse") {
  auto transaction = store.storage().begin_write();
  REQUIRE(transaction.ok());
  REQUIRE((*transaction)->commit().ok());
  const auto again = (*transaction)->commit();
  REQUIRE_FALSE(again.ok());
  CHECK(again.error().code() == Code::misuse);
  CHECK_FALSE(refusal(again).empty());
  const auto late = (*transaction)->writer().set_meta("a", "b");
  REQUIRE_FALSE(late.ok());
  CHECK(late.error().code() == Code::misuse);
  (*transaction)->rollback();
  CHECK_FALSE(store.reader()->meta("a")->has_value());
}

CONFORMS("a transaction holds the turn: writing beside it on one thread is misuse") {
  auto transaction = store.storage().begin_write();
  REQUIRE(transaction.ok());
  const auto second = store.storage().begin_write();
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code() == Code::misuse);
  CHECK_FALSE(refusal(second).empty());
  const auto beside = store.storage().write([](Writer&) { return Result<void>(); }, no_news);
  REQUIRE_FALSE(beside.ok());
  CHECK(beside.error().code() == Code::misuse);
  transaction->reset();
  store.write([](Writer&) {});
}

CONFORMS("writing from within the work is misuse") {
  store.write([&](Writer&) {
    const auto inner = store.storage().write([](Writer&) { return Result<void>(); }, no_news);
    REQUIRE_FALSE(inner.ok());
    CHECK(inner.error().code() == Code::misuse);
  });
}

CONFORMS("committed is called once, after the work and before the call returns") {
  std::string order;
  const auto written = store.storage().write([&](Writer&) { return order += "work ", Result<void>(); }, [&] { order += "committed "; });
  REQUIRE(written.ok());
  CHECK(order + "returned" == "work committed returned");
}

CONFORMS("savepoints nest: each undoes what came after it and nothing else") {
  store.write([&](Writer& writer) {
    AnyRecord a = store.sample().record(), b = a, c = a, d = a;
    change_everything(store, writer, "a", a);
    const int outer = *writer.savepoint();
    change_everything(store, writer, "b", b);
    const int inner = *writer.savepoint();
    change_everything(store, writer, "c", c);
    REQUIRE(writer.rollback_to(inner).ok());
    CHECK(seen(store, writer, "c").rows == 0);
    CHECK(seen(store, writer, "b") == all_of("b"));
    REQUIRE(writer.rollback_to(outer).ok());
    CHECK(seen(store, writer, "b").rows == 0);
    CHECK(seen(store, writer, "a") == all_of("a"));
    change_everything(store, writer, "d", d);
    REQUIRE(writer.release(outer).ok());
  });
  const auto reader = store.reader();
  CHECK(seen(store, *reader, "d") == all_of("d"));
  CHECK(seen(store, *reader, "a").rows == 1);
  CHECK(seen(store, *reader, "b") == Seen{0, 0, 0, 0, "d", "d"});
  CHECK(*reader->last_change() == 2);
  CHECK(next_number(store) == 3);
}

CONFORMS("a released savepoint belongs to the one around it") {
  store.write([&](Writer& writer) {
    const int outer = *writer.savepoint();
    const int inner = *writer.savepoint();
    AnyRecord row = store.sample().record();
    change_everything(store, writer, "a", row);
    REQUIRE(writer.release(inner).ok());
    CHECK(seen(store, writer, "a").rows == 1);
    REQUIRE(writer.rollback_to(outer).ok());
    REQUIRE(writer.release(outer).ok());
    CHECK(seen(store, writer, "a") == Seen{});
  });
  CHECK(seen(store, *store.reader(), "a") == Seen{});
}

CONFORMS("a savepoint takes back an update, and the keys and words of it") {
  AnyRecord row = store.row(store.sample());
  row.set(Sample.title, Codec<Text>::pack("first"));
  store.insert(row);
  store.write([&](Writer& writer) {
    const int mark = *writer.savepoint();
    AnyRecord changed = row;
    changed.set(Sample.title, Codec<Text>::pack("second"));
    changed.put(common::revision, Codec<Int>::pack(2));
    REQUIRE(store.put(writer, changed, &row).ok());
    CHECK(seen(store, writer, "first").rows + seen(store, writer, "first").keys + seen(store, writer, "first").hits == 0);
    CHECK(seen(store, writer, "second").hits == 1);
    REQUIRE(writer.rollback_to(mark).ok());
    REQUIRE(writer.release(mark).ok());
    CHECK(seen(store, writer, "first").hits == 1);
    CHECK(seen(store, writer, "second").hits == 0);
  });
  const Seen after = seen(store, *store.reader(), "first");
  CHECK(after.rows == 1);
  CHECK(after.keys == 1);
  CHECK(after.hits == 1);
}

CONFORMS("a savepoint that is not there is an error") {
  store.write([&](Writer& writer) {
    CHECK_FALSE(writer.rollback_to(7).ok());
    CHECK_FALSE(writer.release(7).ok());
  });
}

CONFORMS("a reader keeps its state where the backend gives snapshots") {
  AnyRecord row = store.row(store.sample());
  row.set(Sample.title, Codec<Text>::pack("before"));
  store.insert(row);
  const auto reader = store.reader();
  AnyRecord out = store.sample().record();
  REQUIRE(*reader->get(store.sample(), row.id(), out));
  store.update(row, [](AnyRecord& r) { r.set(Sample.title, Codec<Text>::pack("after")); });
  REQUIRE(*reader->get(store.sample(), row.id(), out));
  CHECK(out.get(Sample.title).view() == (store.storage().capabilities().snapshot_reads ? "before" : "after"));
  CHECK(store.get(store.sample(), row.id()).get(Sample.title).view() == "after");
}

CONFORMS("a caller may write while it walks over rows") {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 300; ++i) {
    rows.push_back(store.row(store.sample()));
    rows.back().set(Sample.ranking, Codec<Int>::pack(i));
  }
  store.insert(rows);
  const OrderTerm order[] = {ascending(Sample.ranking)};
  std::int64_t expected = 0;
  const auto scanned = store.reader()->scan({.type = &store.sample(), .order = order}, [&](AnyRecord& row) {
    CHECK(row.get(Sample.ranking).integer == expected++);
    store.update(row, [](AnyRecord& r) { r.set(Sample.pieces, Codec<Int>::pack(1)); });
    return true;
  });
  CHECK(scanned.ok());
  CHECK(expected == 300);
}
