// Random conditions on random rows, against the plain evaluation.
#include <doctest/doctest.h>

#include "naive.h"
#include "sample.h"
#include "seed.h"

using namespace guanxi;
using Op = Expr::Op;

namespace {

class Dice {
 public:
  explicit Dice(std::mt19937_64 engine) : engine_(engine) {}
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

  // A value that often equals another roll; null now and then.
  Value value(Type type) {
    static constexpr std::string_view texts[] = {"", "a", "ab", "b", "上海", "上海市", "\xc3\xa9"};
    static constexpr std::string_view sets[] = {"|a|", "|a|ab|", "|ab|b|", "|b|"};
    if (below(5) == 0) return Value::null(type);
    switch (type) {
      case Type::boolean: return Value::number(type, below(2));
      case Type::decimal: return Value::number(type, below(41) - 20, static_cast<std::uint32_t>(below(3)));
      case Type::money: return Value::number(type, below(4), below(2) == 0 ? 156 : 840);
      case Type::text:
      case Type::picklist: return bytes(type, texts[below(7)]);
      case Type::set: return bytes(type, sets[below(4)]);
      case Type::id: {
        static const Id ids[] = {numbered(1), numbered(2), numbered(3)};
        return Codec<Id>::pack(ids[below(3)]);
      }
      default: return Value::number(type, below(5) - 2);
    }
  }

  Expr leaf(const AnyEntity& entity) {
    const AnyField& field = *entity.fields[static_cast<std::size_t>(below(entity.count))];
    switch (below(8)) {
      case 0: return is_null(field);
      case 1: {
        std::vector<Value> list;
        for (int i = below(4); i > 0; --i) list.push_back(value(field.type));
        return Expr::in(field.entity, field.number, list);
      }
      case 2:
        if (field.type != Type::text && field.type != Type::picklist && field.type != Type::set) break;
        return Expr::compare(below(2) == 0 || field.type == Type::set ? Op::contains : Op::starts_with, field.entity, field.number,
                             value(Type::text));
      default: break;
    }
    static constexpr Op ops[] = {Op::equal, Op::not_equal, Op::less, Op::less_equal, Op::greater, Op::greater_equal};
    return Expr::compare(ops[below(6)], field.entity, field.number, value(field.type));
  }

  Expr tree(const AnyEntity& entity, int depth) {
    const int what = depth == 0 ? 9 : below(10);
    if (what < 3) return tree(entity, depth - 1) && tree(entity, depth - 1);
    if (what < 6) return tree(entity, depth - 1) || tree(entity, depth - 1);
    if (what < 8) return !tree(entity, depth - 1);
    if (what == 8 && entity.number == Order.number) return through(Order.buyer, tree(Buyer, depth - 1));
    if (what == 8) return Expr::at_least(1 + below(2), Order.number, Order.buyer.number, tree(Order, depth - 1));
    return leaf(entity);
  }

  AnyRecord row(const AnyEntity& entity, std::uint8_t number) {
    AnyRecord row(entity);
    for (std::uint16_t i = 1; i < entity.count; ++i) row.put(i, value(entity.fields[i]->type));
    const Id id = numbered(number);
    row.put(common::id, Codec<Id>::pack(id));
    return row;
  }

 private:
  static Value bytes(Type type, std::string_view s) { return Value::of_bytes(type, s.data(), s.size()); }
  std::mt19937_64 engine_;
};

}  // namespace

TEST_CASE("random conditions agree with the book") {
  Dice dice(seeded_random());
  World world;
  for (std::uint8_t i = 1; i <= 12; ++i) {
    world.buyers.push_back(dice.row(Buyer, i));
    world.orders.push_back(dice.row(Order, i));
  }
  const auto rows = [&](std::uint16_t entity) { return std::span<const AnyRecord>(world.of(entity)); };
  for (int round = 0; round < 3000; ++round) {
    const AnyEntity& entity = round % 3 == 0 ? static_cast<const AnyEntity&>(Buyer) : Order;
    const Expr condition = dice.tree(entity, dice.below(6));
    const auto predicate = Predicate::compile(condition, entity.number, find_sample);
    REQUIRE(predicate.ok());
    const Naive naive(condition.nodes(), find_sample, rows);
    for (const AnyRecord& row : world.of(entity.number)) {
      CAPTURE(round);
      REQUIRE(predicate->passes(row, &world) == naive.passes(row));
    }
  }
}
