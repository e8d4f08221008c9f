// Order and keyset paging: pages together are the whole list, whatever the order, the limit and the data.
#include <algorithm>

#include "expr/evaluate.h"
#include "fixture.h"
#include "refusal.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

// The rows sorted as storage.h says.
std::vector<std::int64_t> sorted_rids(const EntityType& type, std::vector<AnyRecord> rows, const std::vector<OrderTerm>& terms) {
  std::sort(rows.begin(), rows.end(), [&](const AnyRecord& a, const AnyRecord& b) {
    for (const OrderTerm& term : terms) {
      const std::uint16_t slot = type.find(term.field)->slot;
      if (const auto c = order(a.at(slot), b.at(slot)); c != 0) return (c < 0) != term.descending;
    }
    return (a.rid() < b.rid()) != (!terms.empty() && terms.back().descending);
  });
  return rids_of(rows);
}

// Reads page by page, each with a reader of its own, until there are no more.
std::vector<std::int64_t> paged(Fixture& store, Scan request, std::size_t limit) {
  std::vector<std::int64_t> rids;
  std::string after;
  ScanEnd end;
  do {
    request.after = after;
    request.limit = limit;
    const auto page = rows_of(*store.reader(), store, request, &end);
    if (!end.residual) REQUIRE(page.size() <= limit);
    if (end.more) REQUIRE((page.size() == limit || end.residual));
    for (const std::int64_t rid : rids_of(page)) rids.push_back(rid);
    after = end.after;
  } while (end.more);
  return rids;
}

std::vector<AnyRecord> random_rows(Fixture& store, Dice& dice, int count, const EntityType& type) {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < count; ++i) {
    rows.push_back(store.row(type));
    dice.fill(type, rows.back());
    dice.pool.push_back(rows.back().id());
  }
  store.insert(rows);
  return rows;
}

}  // namespace

CONFORMS("every field orders in both directions, nulls first and last when descending") {
  Dice dice(seeded_random());
  store.prepare(sample_schema(true));
  const EntityType& type = store.sample();
  const auto rows = random_rows(store, dice, 120, type);
  for (const AnyField* field : type.fields()) {
    for (const bool descending : {false, true}) {
      CAPTURE(field->name);
      CAPTURE(descending);
      const std::vector<OrderTerm> order{{field->number, descending}};
      const auto expected = sorted_rids(type, rows, order);
      CHECK(rids_of(rows_of(*store.reader(), store, {.type = &type, .order = order})) == expected);
      CHECK(paged(store, {.type = &type, .order = order}, 7) == expected);
    }
  }
}

CONFORMS("pages of any size are the whole list, in orders of several terms and under conditions") {
  Dice dice(seeded_random());
  const EntityType& type = store.sample();
  const auto rows = random_rows(store, dice, 60, type);
  const auto fields = type.fields();
  for (int round = 0; round < 25; ++round) {
    std::vector<OrderTerm> order;
    for (int i = dice.below(4); i > 0; --i)
      order.push_back({fields[static_cast<std::size_t>(dice.below(static_cast<int>(fields.size())))]->number, dice.one_in(2)});
    const Expr filter = round % 2 == 0 ? Expr{} : dice.condition(type, 2);
    const Scan scan{.type = &type, .filter = &filter, .order = order};
    const auto whole = rids_of(rows_of(*store.reader(), store, scan));
    if (filter.always()) CHECK(whole == sorted_rids(type, rows, order));
    for (std::size_t limit = 1; limit <= rows.size() + 1; limit += limit < 5 ? 1 : 11) {
      CAPTURE(round);
      CAPTURE(limit);
      REQUIRE(paged(store, scan, limit) == whole);
    }
  }
}

CONFORMS("a limit that is just met says that no rows are left") {
  Dice dice(seeded_random());
  random_rows(store, dice, 10, store.sample());
  ScanEnd end;
  CHECK(rows_of(*store.reader(), store, {.type = &store.sample(), .limit = 10}, &end).size() == 10);
  CHECK_FALSE(end.more);
  CHECK(rows_of(*store.reader(), store, {.type = &store.sample(), .limit = 9}, &end).size() == 9);
  CHECK(end.more);
}

CONFORMS("paging goes on where it was when rows come and go between pages") {
  Dice dice(seeded_random());
  const EntityType& type = store.sample();
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 100; ++i) {
    rows.push_back(store.row(type));
    rows.back().set(Sample.ranking, Codec<Int>::pack(i * 10));
  }
  store.insert(rows);
  const Expr live = is_null(Sample.archived_at);
  const OrderTerm order[] = {ascending(Sample.ranking)};
  std::vector<std::int64_t> got;
  ScanEnd end;
  end.more = true;
  for (int page = 0; end.more; ++page) {
    const std::string after = end.after;
    for (const AnyRecord& row : rows_of(*store.reader(), store, {.type = &type, .filter = &live, .order = order, .after = after, .limit = 10}, &end))
      got.push_back(row.get(Sample.ranking).integer);
    // One before the place and one behind it come; the last one given and the next one go.
    AnyRecord before = store.row(type), behind = store.row(type);
    before.set(Sample.ranking, Codec<Int>::pack(got.back() - 5));
    behind.set(Sample.ranking, Codec<Int>::pack(got.back() + 5));
    store.insert(before);
    if (page == 3) store.insert(behind);
    for (AnyRecord& row : rows)
      if (const auto ranking = row.get(Sample.ranking).integer; ranking == got.back() || (page == 5 && ranking == got.back() + 10))
        store.update(row, [](AnyRecord& r) { r.set(Sample.archived_at, Codec<Instant>::pack({1})); });
  }
  CHECK(std::is_sorted(got.begin(), got.end()));
  CHECK(std::adjacent_find(got.begin(), got.end()) == got.end());
  CHECK(got.size() == 100);  // one came behind, one went
}

CONFORMS("a writer pages over committed rows and its own as one list") {
  Dice dice(seeded_random());
  const EntityType& type = store.sample();
  auto rows = random_rows(store, dice, 40, type);
  store.write([&](Writer& writer) {
    for (int i = 0; i < 30; ++i) {
      AnyRecord row = store.row(type);
      dice.fill(type, row);
      REQUIRE(store.put(writer, row).ok());
      rows.push_back(row);
      AnyRecord& old = rows[static_cast<std::size_t>(dice.below(40))];
      const AnyRecord before = old;
      dice.fill(type, old);
      old.put(common::revision, Codec<Int>::pack(before.revision() + 1));
      REQUIRE(store.put(writer, old, &before).ok());
    }
    for (const AnyField* field : {static_cast<const AnyField*>(&Sample.ranking), static_cast<const AnyField*>(&Sample.weight)}) {
      for (const bool descending : {false, true}) {
        const std::vector<OrderTerm> order{{field->number, descending}};
        std::vector<std::int64_t> rids;
        ScanEnd end;
        do {
          const std::string after = end.after;
          const auto page = rows_of(writer, store, {.type = &type, .order = order, .after = after, .limit = 6}, &end);
          for (const std::int64_t rid : rids_of(page)) rids.push_back(rid);
        } while (end.more);
        CHECK(rids == sorted_rids(type, rows, order));
      }
    }
  });
}

CONFORMS("a token of another order, and no token at all, are refused") {
  AnyRecord row = store.row(store.sample());
  row.set(Sample.title, Codec<Text>::pack("a"));
  store.insert(row);
  const OrderTerm by_title[] = {ascending(Sample.title)}, by_date[] = {ascending(Sample.due), ascending(Sample.title)};
  ScanEnd end;
  rows_of(*store.reader(), store, {.type = &store.sample(), .order = by_title}, &end);
  for (const std::string& token : {end.after, std::string("nonsense"), std::string(3, '\xff')}) {
    const auto scanned = store.reader()->scan({.type = &store.sample(), .order = by_date, .after = token}, [](AnyRecord&) { return true; });
    REQUIRE_FALSE(scanned.ok());
    CHECK(scanned.error().code() == Code::invalid);
    CHECK_FALSE(refusal(scanned).empty());
  }
}

CONFORMS("an order by a field that is not there is refused") {
  const OrderTerm order[] = {{777, false}};
  const auto scanned = store.reader()->scan({.type = &store.sample(), .order = order}, [](AnyRecord&) { return true; });
  REQUIRE_FALSE(scanned.ok());
  CHECK(scanned.error().code() == Code::invalid);
  CHECK(refusal(scanned).find("777") != std::string::npos);
}
