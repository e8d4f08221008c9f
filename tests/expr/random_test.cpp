// Random conditions on random rows, against an evaluator that computes with true, false and unknown as SQL's book says.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "sample.h"

using namespace guanxi;
using Op = Expr::Op;

namespace {

enum class Truth { no, unknown, yes };
Truth truth(bool b) { return b ? Truth::yes : Truth::no; }
Truth negated(Truth t) { return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown; }

struct Naive {
  const World& world;
  const std::vector<Expr::Node>& nodes;

  static Truth compared(Op op, const Value& a, const Value& b) {
    if (!a.is_set() || !b.is_set() || (a.type == Type::money && a.length != b.length)) return Truth::unknown;
    if (op == Op::contains && a.type == Type::set)
      return truth(("|" + std::string(a.view())).find("|" + std::string(b.view()) + "|") != std::string::npos && b.length > 0);
    if (op == Op::contains) return truth(std::string(a.view()).find(b.view()) != std::string::npos);
    if (op == Op::starts_with) return truth(a.view().substr(0, b.length) == b.view());
    const int c = sign(a, b);
    switch (op) {
      case Op::equal: return truth(c == 0);
      case Op::not_equal: return truth(c != 0);
      case Op::less: return truth(c < 0);
      case Op::less_equal: return truth(c <= 0);
      case Op::greater: return truth(c > 0);
      default: return truth(c >= 0);
    }
  }

  static int sign(const Value& a, const Value& b) {
    if (a.has_bytes()) return std::string(a.view()).compare(b.view());
    const auto exact = [](const Value& v) {  // the sample's decimals have at most two digits
      return v.type != Type::decimal ? v.integer * 100 : v.length == 2 ? v.integer : v.length == 1 ? v.integer * 10 : v.integer * 100;
    };
    return exact(a) < exact(b) ? -1 : exact(a) > exact(b);
  }

  Truth at(std::size_t i, const AnyRecord& row) const {
    const Expr::Node& n = nodes[i];
    const AnyField* field = find_sample(n.entity, n.field);
    switch (n.op) {
      case Op::always: return Truth::yes;
      case Op::negate: return negated(at(i + 1, row));
      case Op::all:
      case Op::any: return joined(i, row);
      case Op::in: {
        Truth best = Truth::no;
        for (std::size_t k = i + 1; k < i + n.size; ++k) best = std::max(best, compared(Op::equal, row.get(*field), nodes[k].literal));
        return best;
      }
      case Op::is_null: return truth(!row.get(*field).is_set());
      case Op::through: return some(i, Buyer.number, common::id, row.get(*field));
      case Op::exists: return some(i, n.entity, field->slot, row.at(common::id));
      default: return compared(n.op, row.get(*field), n.literal);
    }
  }

  Truth joined(std::size_t i, const AnyRecord& row) const {
    const bool all = nodes[i].op == Op::all;
    Truth result = truth(all);
    for (std::size_t k = i + 1; k < i + nodes[i].size; k += nodes[k].size)
      result = all ? std::min(result, at(k, row)) : std::max(result, at(k, row));
    return result;
  }

  Truth some(std::size_t i, std::uint16_t entity, std::uint16_t slot, const Value& id) const {
    for (const AnyRecord& row : world.of(entity))
      if (id.is_set() && row.at(slot) == id && at(i + 1, row) == Truth::yes) return Truth::yes;
    return Truth::no;
  }
};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
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
    if (what == 8) return exists(Order.buyer, tree(Order, depth - 1));
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

std::uint64_t seed() {
  const char* given = std::getenv("GUANXI_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device()();
}

}  // namespace

TEST_CASE("random conditions agree with the book") {
  const std::uint64_t start = seed();
  MESSAGE("GUANXI_SEED=" << start);
  Dice dice(start);
  World world;
  for (std::uint8_t i = 1; i <= 12; ++i) {
    world.buyers.push_back(dice.row(Buyer, i));
    world.orders.push_back(dice.row(Order, i));
  }
  for (int round = 0; round < 3000; ++round) {
    const AnyEntity& entity = round % 3 == 0 ? static_cast<const AnyEntity&>(Buyer) : Order;
    const Expr condition = dice.tree(entity, dice.below(6));
    const auto predicate = Predicate::compile(condition, entity.number, find_sample);
    REQUIRE(predicate.ok());
    const Naive naive{world, condition.nodes()};
    for (const AnyRecord& row : world.of(entity.number)) {
      CAPTURE(round);
      REQUIRE(predicate->passes(row, &world) == (naive.at(0, row) == Truth::yes));
    }
  }
}
