// Custom fields and custom entities, declared while rows are there already.
#include <algorithm>

#include "fixture.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::store;

CONFORMS("rows stored before a custom field was declared read it as null, and take it") {
  AnyRecord old = store.row(store.sample());
  old.set(Sample.title, Codec<Text>::pack("old"));
  store.insert(old);
  store.prepare(sample_schema(true));
  const AnyField& rank = *store.sample().find("c_rank");
  AnyRecord row = store.get(store.sample(), old.id());
  CHECK(row.get(Sample.title).view() == "old");
  CHECK_FALSE(row.at(rank.slot).is_set());
  store.update(row, [&](AnyRecord& r) { r.put(rank.slot, Codec<Int>::pack(9)); });
  CHECK(store.get(store.sample(), old.id()).at(rank.slot) == Codec<Int>::pack(9));
  const Expr nine = Expr::compare(Expr::Op::equal, rank.entity, rank.number, Codec<Int>::pack(9));
  CHECK(rows_of(*store.reader(), store, {.type = &store.sample(), .filter = &nine}).size() == 1);
}

CONFORMS("custom fields of every type are stored, filtered and ordered, indexed or not") {
  Dice dice(seeded_random());
  store.prepare(sample_schema(true));
  const EntityType& type = store.sample();
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 150; ++i) {
    rows.push_back(store.row(type));
    dice.pool.push_back(rows.back().id());
    dice.fill(type, rows.back());
  }
  store.insert(rows);
  for (std::size_t i = 0; i < rows.size(); i += 3) store.update(rows[i], [&](AnyRecord& r) { dice.fill(type, r); });
  const auto reader = store.reader();
  for (const AnyRecord& row : rows) REQUIRE(same(store.get(type, row.id()), row));
  for (const AnyField* field : type.fields()) {
    if (!field->custom()) continue;
    for (const AnyRecord& sought : rows) {
      const Value& value = sought.at(field->slot);
      if (!value.is_set()) continue;
      std::vector<std::int64_t> expected;
      for (const AnyRecord& row : rows)
        if (row.at(field->slot) == value) expected.push_back(row.rid());
      const Expr filter = Expr::compare(Expr::Op::equal, field->entity, field->number, value);
      CAPTURE(field->name);
      REQUIRE(rids_of(rows_of(*reader, store, {.type = &type, .filter = &filter})) == expected);
    }
  }
}

CONFORMS("a custom reference leads to other rows") {
  store.prepare(sample_schema(true));
  const EntityType& vehicle = *store.schema().find("vehicle");
  AnyRecord driver = store.row(store.sample());
  driver.set(Sample.title, Codec<Text>::pack("driver"));
  store.insert(driver);
  AnyRecord car = store.row(vehicle);
  const Id id = driver.id();
  car.put(vehicle.find("driver")->slot, Codec<Id>::pack(id));
  store.insert(car);
  const Expr driven = through(*vehicle.find("driver"), Sample.title == "driver");
  CHECK(rows_of(*store.reader(), store, {.type = &vehicle, .filter = &driven}).size() == 1);
  const Expr drives = exists(*vehicle.find("driver"));
  CHECK(rows_of(*store.reader(), store, {.type = &store.sample(), .filter = &drives}).size() == 1);
}

CONFORMS("rows of a custom entity are rows like any other") {
  store.prepare(sample_schema(true));
  const EntityType& vehicle = *store.schema().find("vehicle");
  const AnyField &plate = *vehicle.find("plate"), &seats = *vehicle.find("seats");
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 10; ++i) {
    rows.push_back(store.row(vehicle));
    const std::string text = "沪A" + std::to_string(i);
    rows.back().put(plate.slot, Codec<Text>::pack(text));
    rows.back().put(seats.slot, Codec<Int>::pack(i % 3));
  }
  store.insert(rows);
  AnyRecord sample = store.row(store.sample());
  store.insert(sample);
  const auto reader = store.reader();
  CHECK(rows_of(*reader, store, {.type = &vehicle}).size() == 10);
  CHECK(rows_of(*reader, store, {.type = &store.sample()}).size() == 1);
  const Expr one = Expr::compare(Expr::Op::equal, plate.entity, plate.number, Codec<Text>::pack("沪A7"));
  CHECK(rows_of(*reader, store, {.type = &vehicle, .filter = &one}).size() == 1);
  const OrderTerm order[] = {descending(seats), ascending(plate)};
  const auto ordered = rows_of(*reader, store, {.type = &vehicle, .order = order, .limit = 4});
  REQUIRE(ordered.size() == 4);
  CHECK(ordered[0].at(plate.slot).view() == "沪A2");
  CHECK(ordered[3].at(plate.slot).view() == "沪A1");
  std::int64_t twos = 0;
  REQUIRE(reader
              ->aggregate({.type = &vehicle, .filter = nullptr, .groups = {{seats.slot}}, .sums = {}},
                          [&](const AggregateRow& r) { twos += r.values[0].integer == 2 ? r.count : 0; })
              .ok());
  CHECK(twos == 3);
  CHECK(rows_of(*reader, store, {.type = &vehicle}).front().id() == rows[0].id());
}
