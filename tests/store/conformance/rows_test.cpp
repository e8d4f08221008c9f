// Rows: put, get, duplicates, conflicts.
#include "fixture.h"
#include "refusal.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

AnyRecord titled(Fixture& store, std::string_view title) {
  AnyRecord row = store.row(store.sample());
  row.set(Sample.title, Codec<Text>::pack(title));
  return row;
}

}  // namespace

CONFORMS("a row with a value of every type comes back as it was put, by id and by rid") {
  Dice dice(seeded_random());
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 200; ++i) {
    rows.push_back(store.row(store.sample()));
    dice.fill(store.sample(), rows.back());
    dice.pool.push_back(rows.back().id());
  }
  store.insert(rows);
  const auto reader = store.reader();
  AnyRecord out = store.sample().record();
  for (const AnyRecord& row : rows) {
    REQUIRE(*reader->get(store.sample(), row.id(), out));
    REQUIRE(same(out, row));
    REQUIRE(out.rid() == row.rid());
    REQUIRE(*reader->get(store.sample(), row.rid(), out));
    REQUIRE(same(out, row));
  }
}

CONFORMS("a slot without a value is null when it is read, never absent") {
  AnyRecord row = titled(store, "plain");
  store.insert(row);
  const AnyRecord out = store.get(store.sample(), row.id());
  for (const AnyField* field : store.sample().fields()) {
    CAPTURE(field->name);
    CHECK(out.at(field->slot).state == (row.at(field->slot).is_set() ? State::set : State::null));
    CHECK(out.at(field->slot).type == field->type);
  }
}

CONFORMS("an empty text is no null") {
  AnyRecord row = titled(store, "");
  store.insert(row);
  CHECK(store.get(store.sample(), row.id()).get(Sample.title).is_set());
}

CONFORMS("an insert assigns rids that grow") {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 5; ++i) rows.push_back(titled(store, "a"));
  store.insert(rows);
  AnyRecord later = titled(store, "b");
  store.insert(later);
  CHECK(rows[0].rid() > 0);
  for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i].rid() > rows[i - 1].rid());
  CHECK(later.rid() > rows.back().rid());
}

CONFORMS("what is not there is not found") {
  const auto reader = store.reader();
  AnyRecord out = store.sample().record();
  CHECK_FALSE(*reader->get(store.sample(), store.id(), out));
  CHECK_FALSE(*reader->get(store.sample(), 1, out));
  CHECK_FALSE(*reader->get(store.sample(), -1, out));
  AnyRecord row = titled(store, "a");
  store.insert(row);
  CHECK_FALSE(*store.reader()->get(store.type(Account), row.id(), out));
}

CONFORMS("an id that is stored already is refused") {
  AnyRecord first = titled(store, "a"), second = titled(store, "b");
  store.insert(first);
  const Id id = first.id();
  second.put(common::id, Codec<Id>::pack(id));
  const auto written = store.storage().write([&](Writer& writer) { return store.put(writer, second); }, no_news);
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().code() == Code::duplicate);
  CHECK(refusal(written).find("already") != std::string::npos);
  CHECK(rows_of(*store.reader(), store, {.type = &store.sample()}).size() == 1);
}

CONFORMS("an id that was put in the same transaction is refused") {
  AnyRecord first = titled(store, "a"), second = titled(store, "b");
  const Id id = first.id();
  second.put(common::id, Codec<Id>::pack(id));
  const auto written = store.storage().write(
      [&](Writer& writer) {
        REQUIRE(store.put(writer, first).ok());
        return store.put(writer, second);
      },
      no_news);
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().code() == Code::duplicate);
  CHECK(rows_of(*store.reader(), store, {.type = &store.sample()}).empty());
}

CONFORMS("an update changes what it says and leaves the rest") {
  Dice dice(seeded_random());
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 20; ++i) {
    rows.push_back(store.row(store.sample()));
    dice.fill(store.sample(), rows.back());
  }
  store.insert(rows);
  for (int round = 0; round < 60; ++round) {
    AnyRecord& row = rows[static_cast<std::size_t>(dice.below(20))];
    const auto& field = *store.sample().fields()[static_cast<std::size_t>(common::count + dice.below(store.sample().builtin_count() - common::count))];
    store.update(row, [&](AnyRecord& r) { r.put(field.slot, dice.value(field)); });
  }
  for (const AnyRecord& row : rows) REQUIRE(same(store.get(store.sample(), row.id()), row));
}

CONFORMS("a value is taken away by null and by leaving the slot absent") {
  AnyRecord row = titled(store, "a");
  row.set(Sample.pieces, Codec<Int>::pack(3));
  store.insert(row);
  store.update(row, [](AnyRecord& r) {
    r.set(Sample.title, Value::null(Type::text));
    r.clear(Sample.pieces.slot);
  });
  const AnyRecord out = store.get(store.sample(), row.id());
  CHECK_FALSE(out.get(Sample.title).is_set());
  CHECK_FALSE(out.get(Sample.pieces).is_set());
}

CONFORMS("a row that somebody changed meanwhile is a conflict") {
  AnyRecord row = titled(store, "a");
  store.insert(row);
  const AnyRecord stale = row;
  store.update(row, [](AnyRecord& r) { r.set(Sample.title, Codec<Text>::pack("b")); });
  AnyRecord mine = stale;
  mine.set(Sample.title, Codec<Text>::pack("c"));
  mine.put(common::revision, Codec<Int>::pack(2));
  const auto written = store.storage().write([&](Writer& writer) { return store.put(writer, mine, &stale); }, no_news);
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().code() == Code::conflict);
  CHECK(refusal(written).find("changed") != std::string::npos);
  CHECK(store.get(store.sample(), row.id()).get(Sample.title).view() == "b");
}

CONFORMS("a row may be put twice in one transaction") {
  AnyRecord row = titled(store, "a");
  store.write([&](Writer& writer) {
    REQUIRE(store.put(writer, row).ok());
    for (int i = 2; i < 5; ++i) {
      const AnyRecord before = row;
      row.set(Sample.pieces, Codec<Int>::pack(i));
      row.put(common::revision, Codec<Int>::pack(i));
      REQUIRE(store.put(writer, row, &before).ok());
    }
  });
  CHECK(same(store.get(store.sample(), row.id()), row));
}

CONFORMS("a batch holds rows of several entities, new and old") {
  AnyRecord old = titled(store, "old");
  store.insert(old);
  const AnyRecord before = old;
  old.set(Sample.title, Codec<Text>::pack("new"));
  old.put(common::revision, Codec<Int>::pack(2));
  AnyRecord sample = titled(store, "fresh"), account = store.row(store.type(Account));
  account.set(Account.name, Codec<Text>::pack("上海样品有限公司"));
  store.write([&](Writer& writer) {
    Put batch[] = {{.type = &store.sample(), .after = &old, .before = &before},
                   {.type = &store.sample(), .after = &sample},
                   {.type = &store.type(Account), .after = &account}};
    REQUIRE(writer.put(batch).ok());
  });
  CHECK(same(store.get(store.sample(), old.id()), old));
  CHECK(same(store.get(store.sample(), sample.id()), sample));
  CHECK(same(store.get(store.type(Account), account.id()), account));
}

CONFORMS("long texts come back whole") {
  const std::string megabyte(1u << 20, 'x');
  AnyRecord row = titled(store, megabyte);
  store.insert(row);
  CHECK(store.get(store.sample(), row.id()).get(Sample.title).view() == megabyte);
}
