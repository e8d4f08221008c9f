// Counting and summing by groups, against counting by hand.
#include <map>

#include "fixture.h"
#include "model/delta.h"
#include "refusal.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

struct Total {
  std::int64_t count = 0;
  std::vector<std::int64_t> sums;
  bool operator==(const Total&) const = default;
};
using Totals = std::map<std::pair<std::size_t, std::string>, Total>;  // by group and packed values

void add_value(const Value& value, Type type, std::string& key) {
  Value plain = value.is_set() ? value : Value::null(type);
  if (plain.is_set() && type == Type::money) plain.integer = 0;
  pack_value(plain, key);
}

Totals by_hand(const EntityType& type, const std::vector<AnyRecord>& rows, const Aggregate& request) {
  Totals totals;
  for (const AnyRecord& row : rows) {
    for (std::size_t g = 0; g < request.groups.size(); ++g) {
      std::string key;
      for (const std::uint16_t slot : request.groups[g]) add_value(row.at(slot), type.fields()[slot]->type, key);
      Total& total = totals[{g, key}];
      total.sums.resize(request.sums.size());
      ++total.count;
      for (std::size_t i = 0; i < request.sums.size(); ++i) {
        const Value& value = row.at(request.sums[i]);
        if (value.is_set()) total.sums[i] += value.integer;
      }
    }
  }
  return totals;
}

Totals counted(Reader& reader, const Aggregate& request) {
  Totals totals;
  const auto done = reader.aggregate(request, [&](const AggregateRow& row) {
    std::string key;
    for (std::size_t i = 0; i < row.values.size(); ++i)
      add_value(row.values[i], request.type->fields()[request.groups[row.group][i]]->type, key);
    CHECK(totals.emplace(std::pair(row.group, key), Total{row.count, {row.sums.begin(), row.sums.end()}}).second);
  });
  INFO((done.ok() ? std::string() : done.error().text()));
  REQUIRE(done.ok());
  return totals;
}

}  // namespace

CONFORMS("groups of every type, single and crossed, count and sum as by hand") {
  Dice dice(seeded_random());
  store.prepare(sample_schema(true));
  const EntityType& type = store.sample();
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 300; ++i) {
    rows.push_back(store.row(type));
    dice.fill(type, rows.back());
    for (const AnyField* field : {static_cast<const AnyField*>(&Sample.pieces), static_cast<const AnyField*>(&Sample.weight),
                                  static_cast<const AnyField*>(&Sample.amount)})
      if (rows.back().get(*field).is_set()) {  // no sum may overflow here
        Value small = rows.back().get(*field);
        small.integer %= 1000;
        rows.back().set(*field, small);
      }
  }
  store.insert(rows);
  Aggregate request{.type = &type, .filter = nullptr, .groups = {{}}, .sums = {Sample.pieces.slot, Sample.weight.slot, Sample.amount.slot}};
  for (const AnyField* field : type.fields()) request.groups.push_back({field->slot});
  request.groups.push_back({Sample.stage.slot, Sample.urgent.slot});
  request.groups.push_back({Sample.amount.slot, Sample.owner.slot, Sample.due.slot});
  const auto reader = store.reader();
  CHECK(counted(*reader, request) == by_hand(type, rows, request));

  const Expr filter = Sample.stage == "won" || is_null(Sample.due);
  request.filter = &filter;
  CHECK(counted(*reader, request) == by_hand(type, rows_of(*reader, store, {.type = &type, .filter = &filter}), request));
}

CONFORMS("a writer counts its own changes") {
  AnyRecord row = store.row(store.sample());
  row.set(Sample.stage, Codec<Picklist>::pack("new"));
  store.insert(row);
  store.write([&](Writer& writer) {
    const AnyRecord before = row;
    row.set(Sample.stage, Codec<Picklist>::pack("won"));
    row.put(common::revision, Codec<Int>::pack(2));
    REQUIRE(store.put(writer, row, &before).ok());
    AnyRecord fresh = store.row(store.sample());
    fresh.set(Sample.stage, Codec<Picklist>::pack("won"));
    REQUIRE(store.put(writer, fresh).ok());
    std::map<std::string, std::int64_t> counts;
    REQUIRE(writer
                .aggregate({.type = &store.sample(), .filter = nullptr, .groups = {{Sample.stage.slot}}, .sums = {}},
                           [&](const AggregateRow& r) { counts[std::string(r.values[0].view())] = r.count; })
                .ok());
    CHECK(counts == std::map<std::string, std::int64_t>{{"won", 2}});
  });
}

CONFORMS("no rows make no groups") {
  CHECK(counted(*store.reader(), {.type = &store.sample(), .filter = nullptr, .groups = {{Sample.stage.slot}}, .sums = {}}).empty());
}

CONFORMS("a sum that does not fit is an error") {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 2; ++i) {
    rows.push_back(store.row(store.sample()));
    rows.back().set(Sample.pieces, Codec<Int>::pack(INT64_MAX - 1));
  }
  store.insert(rows);
  const auto done = store.reader()->aggregate(
      {.type = &store.sample(), .filter = nullptr, .groups = {{Sample.stage.slot}}, .sums = {Sample.pieces.slot}}, [](const AggregateRow&) {});
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().code() == Code::limit);
  CHECK_FALSE(refusal(done).empty());
}
