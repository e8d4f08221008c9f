// Random conditions on random rows: every backend gives the rows that a plain evaluation gives.
#include <algorithm>

#include "expr/naive.h"
#include "fixture.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::store;

CONFORMS("random conditions find what a plain evaluation finds") {
  Dice dice(seeded_random());
  store.prepare(sample_schema(true));
  const EntityType& type = store.sample();
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 80; ++i) {
    rows.push_back(store.row(type));
    dice.fill(type, rows.back());
    dice.pool.push_back(rows.back().id());
    if (dice.pool.size() > 12) dice.pool.erase(dice.pool.begin());
  }
  store.insert(rows);
  const auto find = [&](std::uint16_t entity, std::uint16_t field) { return store.schema().find(entity)->find(field); };
  const auto rows_of_entity = [&](std::uint16_t entity) { return entity == Sample.number ? std::span<const AnyRecord>(rows) : std::span<const AnyRecord>(); };
  const auto reader = store.reader();
  for (int round = 0; round < 1500; ++round) {
    const Expr filter = dice.condition(type, dice.below(5));
    const Naive naive(filter.nodes(), find, rows_of_entity);
    std::vector<std::int64_t> expected;
    for (const AnyRecord& row : rows)
      if (naive.passes(row)) expected.push_back(row.rid());
    CAPTURE(round);
    REQUIRE(rids_of(rows_of(*reader, store, {.type = &type, .filter = &filter})) == expected);
  }
}
