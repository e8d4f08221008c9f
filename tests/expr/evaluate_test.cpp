#include <doctest/doctest.h>

#include "sample.h"

using namespace guanxi;

namespace {

Predicate compiled(const Expr& condition, std::uint16_t entity = Order.number) {
  auto predicate = Predicate::compile(condition, entity, find_sample);
  REQUIRE(predicate.ok());
  return std::move(predicate).value();
}

bool passes(const Expr& condition, const AnyRecord& row) { return compiled(condition).passes(row); }

// The sentence with which a condition is refused.
std::string refused(const Expr& condition, Language language = Language::english) {
  const auto predicate = Predicate::compile(condition, Order.number, find_sample);
  REQUIRE_FALSE(predicate.ok());
  return predicate.error().text(language);
}

}  // namespace

TEST_CASE("the empty condition passes every row and its negation none") {
  const Record<Order> row;
  CHECK(compiled({}).always());
  CHECK(passes({}, row));
  CHECK_FALSE(passes(!Expr{}, row));
  CHECK(passes(Order.pieces == 3 || !!Expr{}, row));
}

TEST_CASE("a comparison with null is neither true nor false") {
  Record<Order> row;
  for (const bool absent : {true, false}) {
    if (!absent) row[Order.pieces] = nullptr;
    CHECK_FALSE(passes(Order.pieces == 3, row));
    CHECK_FALSE(passes(!(Order.pieces == 3), row));
    CHECK_FALSE(passes(Order.pieces != 3, row));
    CHECK_FALSE(passes(!(Order.pieces == 3 && Order.urgent == true), row));
    CHECK(passes(is_null(Order.pieces), row));
    CHECK_FALSE(passes(!is_null(Order.pieces), row));
  }
  const Expr unknown = Expr::compare(Expr::Op::less, Order.number, Order.pieces.number, Value::null(Type::integer));
  row[Order.pieces] = 3;
  CHECK_FALSE(passes(unknown, row));
  CHECK_FALSE(passes(!unknown, row));
  CHECK(passes(unknown || Order.pieces == 3, row));
}

TEST_CASE("a false term decides an unknown conjunction, a true one an unknown disjunction") {
  Record<Order> row;
  row[Order.pieces] = 3;
  CHECK(passes(!(Order.urgent == true && Order.pieces == 4), row));
  CHECK(passes(Order.urgent == true || Order.pieces == 3, row));
  CHECK_FALSE(passes(!(Order.urgent == true && Order.pieces == 3), row));
}

TEST_CASE("decimals and integers compare by exact value") {
  Record<Order> row;
  row[Order.weight] = Decimal{150, 2};
  CHECK(passes(Order.weight == Decimal{15, 1}, row));
  CHECK(passes(Order.weight > Decimal{1, 0}, row));
  CHECK(passes(Expr::compare(Expr::Op::less, Order.number, Order.weight.number, Codec<Int>::pack(2)), row));
  CHECK(passes(in(Order.weight, {Decimal{1, 0}, Decimal{1500, 3}}), row));
  row[Order.weight] = Decimal{9007199254740993, 0};  // no double holds it
  CHECK_FALSE(passes(Order.weight == Decimal{9007199254740992, 0}, row));
  CHECK(passes(Order.weight > Decimal{90071992547409929, 1}, row));
}

TEST_CASE("amounts of unlike currencies do not compare") {
  const Currency usd{840};
  Record<Order> row;
  row[Order.amount] = Money{100, CNY};
  CHECK(passes(Order.amount == Money{100, CNY}, row));
  CHECK_FALSE(passes(Order.amount == Money{100, usd}, row));
  CHECK_FALSE(passes(Order.amount != Money{100, usd}, row));
  CHECK_FALSE(passes(!(Order.amount == Money{100, usd}), row));
  CHECK(passes(in(Order.amount, {Money{100, usd}, Money{100, CNY}}), row));
  CHECK(passes(!in(Order.amount, {Money{1, CNY}, Money{2, CNY}}), row));
  CHECK_FALSE(passes(!in(Order.amount, {Money{1, CNY}, Money{100, usd}}), row));
}

TEST_CASE("in is any of its equalities") {
  Record<Order> row;
  CHECK_FALSE(passes(Expr::in(Order.number, Order.stage.number, {}), row));
  CHECK(passes(!Expr::in(Order.number, Order.stage.number, {}), row));
  CHECK_FALSE(passes(!in(Order.stage, {"won"}), row));
  row[Order.stage] = "won";
  CHECK(passes(in(Order.stage, {"won", "lost"}), row));
  CHECK(passes(!in(Order.stage, {"lost", "new"}), row));
  const Value won = Value::of_bytes(Type::picklist, "won", 3), lost = Value::of_bytes(Type::picklist, "lost", 4);
  const Value none = Value::null(Type::picklist);
  CHECK(passes(Expr::in(Order.number, Order.stage.number, {none, won}), row));
  CHECK_FALSE(passes(Expr::in(Order.number, Order.stage.number, {none, lost}), row));
  CHECK_FALSE(passes(!Expr::in(Order.number, Order.stage.number, {lost, none}), row));
}

TEST_CASE("texts compare as unsigned bytes") {
  Record<Order> row;
  row[Order.title] = "上海";
  CHECK(passes(Order.title > "zz", row));
  CHECK(passes(Order.title < "\xff", row));
  CHECK(passes(starts_with(Order.title, "上"), row));
  CHECK(passes(starts_with(Order.title, "\xe4"), row));
  CHECK(passes(starts_with(Order.title, ""), row));
  CHECK(passes(contains(Order.title, "海"), row));
  CHECK_FALSE(passes(contains(Order.title, "江"), row));
  CHECK(passes(!contains(Order.title, "江"), row));
}

TEST_CASE("a set contains codes, not pieces of codes") {
  Record<Order> row;
  row[Order.tags] = "|bank|customer|";
  CHECK(passes(contains(Order.tags, "bank"), row));
  CHECK_FALSE(passes(contains(Order.tags, "custom"), row));
  CHECK_FALSE(passes(contains(Order.tags, "bank|customer"), row));
  CHECK_FALSE(passes(contains(Order.tags, ""), row));
}

TEST_CASE("references are followed both ways, and a missing row is false") {
  World world;
  Record<Buyer> buyer;
  buyer[Buyer.id] = numbered(1);
  buyer[Buyer.level] = 5;
  Record<Order> order, loose;
  order[Order.id] = numbered(2);
  order[Order.buyer] = numbered(1);
  loose[Order.id] = numbered(3);
  loose[Order.anything] = numbered(1);
  world.buyers.push_back(buyer);
  world.orders = {order, loose};

  const Predicate high = compiled(through(Order.buyer, Buyer.level > 4));
  CHECK(high.linked());
  CHECK(high.passes(order, &world));
  CHECK_FALSE(high.passes(loose, &world));
  CHECK(compiled(!through(Order.buyer, Buyer.level > 4)).passes(loose, &world));
  CHECK(compiled(through(Order.anything, !(Buyer.level == 4))).passes(loose, &world));
  CHECK(compiled(exists(Order.buyer), Buyer.number).passes(buyer, &world));
  CHECK_FALSE(compiled(exists(Order.buyer, Order.pieces > 0), Buyer.number).passes(buyer, &world));
  CHECK(compiled(exists(Order.buyer, through(Order.buyer, Buyer.level == 5)), Buyer.number).passes(buyer, &world));
}

TEST_CASE("the slots that a condition reads are known") {
  const Predicate predicate = compiled(Order.urgent == true || (Order.pieces > 2 && !is_null(Order.pieces)));
  CHECK(predicate.slots() == std::vector<std::uint16_t>{Order.urgent.slot, Order.pieces.slot});
}

TEST_CASE("a predicate outlives its condition") {
  auto condition = std::make_unique<Expr>(Order.title == "a title beyond any small buffer");
  const Predicate predicate = compiled(*condition);
  condition.reset();
  Record<Order> row;
  row[Order.title] = "a title beyond any small buffer";
  CHECK(predicate.passes(row));
}

TEST_CASE("conditions that cannot be meant are refused with a sentence") {
  const Value text = Value::of_bytes(Type::text, "x", 1);
  CHECK(refused(Expr::is_null(Order.number, 77)) == "The condition asks for field 77 of entity 901, which does not exist.");
  CHECK(refused(Buyer.level == 1) ==
        "The condition uses field 11 of entity 902, but these rows are of entity 901: follow a reference to get there.");
  CHECK(refused(Expr::compare(Expr::Op::equal, Order.number, Order.pieces.number, text)) ==
        "Field pieces holds integer and does not compare with text.");
  CHECK(refused(Expr::in(Order.number, Order.due.number, {Codec<Int>::pack(1)})) ==
        "Field due holds date and does not compare with integer.");
  CHECK(refused(Expr::compare(Expr::Op::contains, Order.number, Order.pieces.number, Codec<Int>::pack(1))) ==
        "Field pieces holds integer: only texts and sets can be searched for a part.");
  CHECK(refused(through(Order.title, Buyer.level == 1)) == "Field title holds text and does not say which entity it points to.");
  CHECK(refused(through(Order.anything, {})) == "Field anything holds id and does not say which entity it points to.");
  CHECK(refused(Order.pieces == 1 && through(Order.anything, {}), Language::chinese) ==
        "字段“anything”的类型是 id，无法确定它指向哪个对象。");
  Expr deep = Order.pieces == 1;
  for (int i = 0; i < 300; ++i) deep = !std::move(deep);
  CHECK(refused(deep) == "The condition is nested more than 200 deep: simplify it.");
}

TEST_CASE("values sort with null first, amounts by currency, bytes unsigned") {
  const auto money = [](std::int64_t minor, std::uint16_t currency) { return Value::number(Type::money, minor, currency); };
  CHECK(order(Value::null(Type::integer), Codec<Int>::pack(INT64_MIN)) < 0);
  CHECK(order(Value{}, Value::null(Type::text)) == 0);
  CHECK(order(money(5, 156), money(4, 840)) < 0);
  CHECK(order(money(5, 156), money(4, 156)) > 0);
  CHECK(order(Codec<Text>::pack("\xff"), Codec<Text>::pack("a")) > 0);
  CHECK(order(Codec<Decimal>::pack({15, 1}), Codec<Decimal>::pack({150, 2})) == 0);
}
