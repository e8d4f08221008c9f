// Scans: conditions on every type, with nulls; which slots are filled; stopping.
#include <algorithm>

#include "fixture.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::store;
using Op = Expr::Op;

namespace {

// Pieces of the rows that pass, in the order of their rids.
std::vector<std::int64_t> passing(Fixture& store, const Expr& filter) {
  std::vector<std::int64_t> out;
  for (const AnyRecord& row : rows_of(*store.reader(), store, {.type = &store.sample(), .filter = &filter}))
    out.push_back(row.get(Sample.pieces).integer);
  return out;
}

using Rows = std::vector<std::int64_t>;

// Rows with pieces 1, 2, 3 … and the given values in `field`.
void fill(Fixture& store, const AnyField& field, const std::vector<Value>& values) {
  std::vector<AnyRecord> rows;
  for (const Value& value : values) {
    rows.push_back(store.row(store.sample()));
    rows.back().set(Sample.pieces, Codec<Int>::pack(static_cast<std::int64_t>(rows.size())));
    rows.back().set(field, value);
  }
  store.insert(rows);
}

// Every comparison of `field` with `literal`: for each operator the rows that pass, and those that pass its negation.
void check_comparisons(Fixture& store, const AnyField& field, const Value& literal, const std::vector<Rows>& expected) {
  const Op ops[] = {Op::equal, Op::not_equal, Op::less, Op::less_equal, Op::greater, Op::greater_equal};
  const std::size_t opposite[] = {1, 0, 5, 4, 3, 2};
  for (std::size_t i = 0; i < 6; ++i) {
    CAPTURE(field.name);
    CAPTURE(i);
    const Expr condition = Expr::compare(ops[i], field.entity, field.number, literal);
    CHECK(passing(store, condition) == expected[i]);
    CHECK(passing(store, !condition) == expected[opposite[i]]);
  }
}

template <class T>
Value value(T v) {
  return Codec<T>::pack(v);
}

}  // namespace

CONFORMS("numbers compare by value, and null with nothing") {
  for (const AnyField* field : std::initializer_list<const AnyField*>{&Sample.ranking}) {
    fill(store, *field, {value<Int>(-5), Value::null(Type::integer), value<Int>(3), value<Int>(INT64_MAX), value<Int>(3), value<Int>(INT64_MIN)});
    check_comparisons(store, *field, value<Int>(3), {{3, 5}, {1, 4, 6}, {1, 6}, {1, 3, 5, 6}, {4}, {3, 4, 5}});
    check_comparisons(store, *field, value<Int>(INT64_MAX), {{4}, {1, 3, 5, 6}, {1, 3, 5, 6}, {1, 3, 4, 5, 6}, {}, {4}});
    CHECK(passing(store, is_null(*field)) == Rows{2});
    CHECK(passing(store, !is_null(*field)) == Rows{1, 3, 4, 5, 6});
  }
}

CONFORMS("texts compare byte by byte, in every case and script") {
  fill(store, Sample.code, {value<Text>("b"), value<Text>("B"), Value::null(Type::text), value<Text>("上"), value<Text>(""), value<Text>("ba")});
  check_comparisons(store, Sample.code, value<Text>("b"), {{1}, {2, 4, 5, 6}, {2, 5}, {1, 2, 5}, {4, 6}, {1, 4, 6}});
  check_comparisons(store, Sample.code, value<Text>(""), {{5}, {1, 2, 4, 6}, {}, {5}, {1, 2, 4, 6}, {1, 2, 4, 5, 6}});
}

CONFORMS("decimals compare by exact value at any scale") {
  fill(store, Sample.weight, {value<Decimal>({150, 2}), value<Decimal>({-1, 2}), Value::null(Type::decimal), value<Decimal>({INT64_MAX, 2}), value<Decimal>({200, 2})});
  check_comparisons(store, Sample.weight, value<Decimal>({15, 1}), {{1}, {2, 4, 5}, {2}, {1, 2}, {4, 5}, {1, 4, 5}});
  check_comparisons(store, Sample.weight, value<Decimal>({2, 0}), {{5}, {1, 2, 4}, {1, 2}, {1, 2, 5}, {4}, {4, 5}});
  check_comparisons(store, Sample.weight, value<Decimal>({1501, 3}), {{}, {1, 2, 4, 5}, {1, 2}, {1, 2}, {4, 5}, {4, 5}});
  check_comparisons(store, Sample.weight, value<Decimal>({-9, 3}), {{}, {1, 2, 4, 5}, {2}, {2}, {1, 4, 5}, {1, 4, 5}});
  check_comparisons(store, Sample.weight, value<Decimal>({INT64_MAX, 0}), {{}, {1, 2, 4, 5}, {1, 2, 4, 5}, {1, 2, 4, 5}, {}, {}});
}

CONFORMS("amounts compare within a currency") {
  const Currency usd{840};
  fill(store, Sample.amount, {value<Money>({100, CNY}), value<Money>({100, usd}), Value::null(Type::money), value<Money>({-7, CNY}), value<Money>({200, usd})});
  check_comparisons(store, Sample.amount, value<Money>({100, CNY}), {{1}, {4}, {4}, {1, 4}, {}, {1}});
  check_comparisons(store, Sample.amount, value<Money>({150, usd}), {{}, {2, 5}, {2}, {2}, {5}, {5}});
  check_comparisons(store, Sample.amount, value<Money>({100, Currency{392}}), {{}, {}, {}, {}, {}, {}});
  CHECK(passing(store, in(Sample.amount, {Money{100, usd}, Money{-7, CNY}})) == Rows{2, 4});
  CHECK(passing(store, !in(Sample.amount, {Money{100, usd}, Money{200, usd}})).empty());
  CHECK(passing(store, !in(Sample.amount, {Money{7, usd}, Money{100, usd}})) == Rows{5});
}

CONFORMS("dates, instants, truth values and references compare") {
  fill(store, Sample.due, {value<Date>({10}), value<Date>({-719162}), Value::null(Type::date), value<Date>({11})});
  check_comparisons(store, Sample.due, value<Date>({10}), {{1}, {2, 4}, {2}, {1, 2}, {4}, {1, 4}});
  fill(store, Sample.seen, {});
  std::vector<AnyRecord> rows;
  const Id first = store.id(), second = store.id();
  for (int i = 10; i < 14; ++i) {
    rows.push_back(store.row(store.sample()));
    rows.back().set(Sample.pieces, value<Int>(i));
    if (i != 13) rows.back().set(Sample.urgent, value<Bool>(i == 11));
    if (i != 13) rows.back().set(Sample.seen, value<Instant>({i * 1'000'000'000'000}));
    if (i != 13) rows.back().set(Sample.owner, Codec<Id>::pack(i == 12 ? second : first));
  }
  store.insert(rows);
  const Expr ours = Sample.pieces >= 10;
  CHECK(passing(store, ours && Sample.urgent == true) == Rows{11});
  CHECK(passing(store, ours && Sample.urgent != true) == Rows{10, 12});
  CHECK(passing(store, ours && Sample.seen < Instant{12'000'000'000'000}) == Rows{10, 11});
  CHECK(passing(store, ours && Sample.owner == Ref<UserEntity>(first)) == Rows{10, 11});
  CHECK(passing(store, ours && !(Sample.owner == Ref<UserEntity>(first))) == Rows{12});
  CHECK(passing(store, ours && in(Sample.owner, {Ref<UserEntity>(first), Ref<UserEntity>(second)})) == Rows{10, 11, 12});
  const Id id = rows[2].id();
  CHECK(passing(store, Sample.id == id) == Rows{12});
  CHECK(passing(store, Expr::in(Sample.number, Sample.id.number, {Codec<Id>::pack(id), Codec<Id>::pack(id)})) == Rows{12});
  CHECK(passing(store, Sample.id == store.id()).empty());
}

CONFORMS("sets hold codes, texts hold pieces, and wildcards are plain characters") {
  fill(store, Sample.tags, {value<CodeSet>("|bank|customer|"), value<CodeSet>("|customer|"), Value::null(Type::set), value<CodeSet>("|custom|")});
  CHECK(passing(store, contains(Sample.tags, "customer")) == Rows{1, 2});
  CHECK(passing(store, !contains(Sample.tags, "customer")) == Rows{4});
  CHECK(passing(store, contains(Sample.tags, "custom")) == Rows{4});
  CHECK(passing(store, contains(Sample.tags, "bank|customer")).empty());
  CHECK(passing(store, contains(Sample.tags, "")).empty());
  std::vector<AnyRecord> rows;
  for (const char* title : {"100%", "100 per cent", "a_b", "aXb", "上海泛微", "back\\slash", "Ab"}) {
    rows.push_back(store.row(store.sample()));
    rows.back().set(Sample.pieces, value<Int>(static_cast<std::int64_t>(10 + rows.size())));
    rows.back().set(Sample.title, value<Text>(title));
  }
  store.insert(rows);
  CHECK(passing(store, contains(Sample.title, "0%")) == Rows{11});
  CHECK(passing(store, starts_with(Sample.title, "100%")) == Rows{11});
  CHECK(passing(store, contains(Sample.title, "a_b")) == Rows{13});
  CHECK(passing(store, starts_with(Sample.title, "a_")) == Rows{13});
  CHECK(passing(store, contains(Sample.title, "泛")) == Rows{15});
  CHECK(passing(store, starts_with(Sample.title, "上")) == Rows{15});
  CHECK(passing(store, contains(Sample.title, "\\s")) == Rows{16});
  CHECK(passing(store, starts_with(Sample.title, "a")) == Rows{13, 14});
  CHECK(passing(store, contains(Sample.title, "")).size() == 7);
  CHECK(passing(store, starts_with(Sample.title, "") && Sample.pieces > 15) == Rows{16, 17});
}

CONFORMS("a list is any of its equalities, with null as SQL has it") {
  fill(store, Sample.stage, {value<Picklist>("won"), value<Picklist>("lost"), Value::null(Type::picklist)});
  const auto listed = [](std::vector<Value> values) { return Expr::in(Sample.number, Sample.stage.number, values); };
  const Value won = value<Picklist>("won"), null = Value::null(Type::picklist);
  CHECK(passing(store, listed({won})) == Rows{1});
  CHECK(passing(store, !listed({won})) == Rows{2});
  CHECK(passing(store, listed({won, null})) == Rows{1});
  CHECK(passing(store, !listed({won, null})).empty());
  CHECK(passing(store, listed({})).empty());
  CHECK(passing(store, !listed({})) == Rows{1, 2, 3});
}

CONFORMS("a comparison with a null literal is unknown, and so is its negation") {
  fill(store, Sample.ranking, {value<Int>(1), Value::null(Type::integer)});
  for (const Op op : {Op::less, Op::less_equal, Op::greater, Op::greater_equal}) {
    const Expr unknown = Expr::compare(op, Sample.number, Sample.ranking.number, Value::null(Type::integer));
    CHECK(passing(store, unknown).empty());
    CHECK(passing(store, !unknown).empty());
    CHECK(passing(store, unknown || Sample.ranking == 1) == Rows{1});
    CHECK(passing(store, !(unknown && Sample.ranking == 2)) == Rows{1});
  }
}

CONFORMS("references are followed in both directions") {
  std::vector<AnyRecord> rows;
  for (int i = 1; i <= 4; ++i) {
    rows.push_back(store.row(store.sample()));
    rows.back().set(Sample.pieces, value<Int>(i));
    const Id parent = i > 1 ? rows[0].id() : Id{};
    if (i > 1) rows.back().set(Sample.parent, Codec<Id>::pack(parent));
  }
  AnyRecord account = store.row(store.type(Account));
  account.set(Account.name, value<Text>("样品客户"));
  store.insert(account);
  const Id customer = account.id(), nobody = store.id();
  rows[3].set(Sample.account, Codec<Id>::pack(customer));
  rows[2].set(Sample.account, Codec<Id>::pack(nobody));
  store.insert(rows);
  CHECK(passing(store, through(Sample.parent, Sample.pieces == 1)) == Rows{2, 3, 4});
  CHECK(passing(store, !through(Sample.parent, Sample.pieces == 1)) == Rows{1});
  CHECK(passing(store, exists(Sample.parent)) == Rows{1});
  CHECK(passing(store, !exists(Sample.parent)) == Rows{2, 3, 4});
  CHECK(passing(store, exists(Sample.parent, Sample.pieces == 7)).empty());
  CHECK(passing(store, through(Sample.account, starts_with(Account.name, "样"))) == Rows{4});
  CHECK(passing(store, through(Sample.account, {})) == Rows{4});
  CHECK(passing(store, through(Sample.account, !is_null(Account.tier))).empty());
  CHECK(passing(store, through(Sample.parent, exists(Sample.parent, through(Sample.account, {})))) == Rows{2, 3, 4});
  const Expr has_sample = exists(Sample.account, Sample.pieces == 4);
  CHECK(rows_of(*store.reader(), store, {.type = &store.type(Account), .filter = &has_sample}).size() == 1);
}

CONFORMS("a condition that cannot be meant is refused") {
  const auto refused = [&](const Expr& filter) {
    const auto scanned = store.reader()->scan({.type = &store.sample(), .filter = &filter}, [](AnyRecord&) { return true; });
    REQUIRE_FALSE(scanned.ok());
    CHECK(scanned.error().code() == Code::invalid);
    return refusal(scanned);
  };
  CHECK(refused(Expr::is_null(Sample.number, 777)).find("777") != std::string::npos);
  CHECK(refused(Account.name == "x").find("follow a reference") != std::string::npos);
  CHECK(refused(Expr::compare(Op::equal, Sample.number, Sample.due.number, value<Int>(3))).find("due") != std::string::npos);
}

CONFORMS("slots that are not asked for stay absent; id and revision are always there") {
  AnyRecord row = store.row(store.sample());
  row.set(Sample.title, value<Text>("a"));
  row.set(Sample.amount, value<Money>({5, CNY}));
  store.insert(row);
  const std::uint16_t slots[] = {Sample.amount.slot, Sample.due.slot};
  const auto rows = rows_of(*store.reader(), store, {.type = &store.sample(), .slots = slots});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].id() == row.id());
  CHECK(rows[0].revision() == 1);
  CHECK(rows[0].rid() == row.rid());
  CHECK(rows[0].get(Sample.amount) == row.get(Sample.amount));
  CHECK(rows[0].get(Sample.due).state == State::null);
  CHECK(rows[0].get(Sample.title).state == State::absent);
}

CONFORMS("a sink that says no gets no more rows, and the token leads on from there") {
  fill(store, Sample.ranking, {value<Int>(1), value<Int>(2), value<Int>(3)});
  const OrderTerm order[] = {descending(Sample.ranking)};
  std::vector<std::int64_t> got;
  const auto reader = store.reader();
  const auto first = reader->scan({.type = &store.sample(), .order = order},
                                  [&](AnyRecord& row) { return got.push_back(row.get(Sample.ranking).integer), got.size() < 2; });
  REQUIRE(first.ok());
  CHECK(got == Rows{3, 2});
  for (const AnyRecord& row : rows_of(*reader, store, {.type = &store.sample(), .order = order, .after = first->after}))
    got.push_back(row.get(Sample.ranking).integer);
  CHECK(got == Rows{3, 2, 1});
}

CONFORMS("rows without an order come by rid") {
  fill(store, Sample.ranking, {value<Int>(3), value<Int>(1), value<Int>(2)});
  const auto rids = rids_of(rows_of(*store.reader(), store, {.type = &store.sample()}));
  CHECK(rids.size() == 3);
  CHECK(std::is_sorted(rids.begin(), rids.end()));
}
