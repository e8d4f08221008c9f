#include "expr/condition/comparison.h"

#include <algorithm>
#include <limits>

namespace guanxi::condition {
namespace {

using feel::Node;
using feel::Op;
using Term = RowComparison::Term;

__extension__ using Big = __int128;
constexpr Big digits_34 = Big{10'000'000'000'000'000} * 1'000'000'000'000'000'000;  // 10^34
constexpr int most_scale = 36;

bool is_comparison_of_two(Op op) { return op >= Op::equal && op <= Op::greater_equal; }

bool is_numeric(const AnyField& field) { return field.type == Type::integer || field.type == Type::decimal; }
int scale_of(const AnyField& field) { return field.type == Type::decimal ? field.scale : 0; }

// Any magnitude up to 34 digits and what is beyond.
Big times(Big a, Big b) {
  const Big left = a < 0 ? -a : a, right = b < 0 ? -b : b;
  return right != 0 && left > digits_34 / right ? digits_34 : a * b;
}
Big to_scale(Big n, int from, int to) {
  for (; from < to; ++from) n = times(n, 10);
  return n;
}
Big floor_of(Big n, Big by) { return n / by - (n % by < 0 ? 1 : 0); }

std::uint32_t index_of(const Checked& checked, const Operand* operand) { return static_cast<std::uint32_t>(operand - checked.operands.data()); }

// What both readings of a side have in common: how arithmetic in FEEL is taken apart.
template <class Side>
class Reader {
 public:
  Reader(const Checked& checked, Run& run) : checked_(checked), run_(run) {}

  std::optional<Side> side(std::uint32_t node) {
    if (++nodes_ > 100) return std::nullopt;
    if (const Operand* const operand = checked_.operand_of(node)) return is_numeric(*operand->field) ? Side::of(*operand, index_of(checked_, operand)) : std::nullopt;
    if (!reads(node)) return constant(node, false);
    const Node at = checked_.program.nodes[node];
    switch (at.op) {
      case Op::negate: return joined(at.op, Side::of(Value::number(Type::decimal, -1, 0)), side(at.a));
      case Op::add:
      case Op::subtract:
      case Op::multiply: return joined(at.op, side(at.a), side(at.b));
      case Op::divide: return reads(at.b) ? std::nullopt : joined(Op::multiply, side(at.a), constant(at.b, true));
      default: return std::nullopt;
    }
  }

 private:
  static std::optional<Side> joined(Op op, const std::optional<Side>& a, const std::optional<Side>& b) {
    if (!a || !b) return std::nullopt;
    return Side::joined(op, *a, *b);
  }

  bool reads(std::uint32_t node) const {
    if (checked_.operand_of(node) != nullptr) return true;
    bool found = false;
    each_child(checked_.program, node, 1, [&](std::uint32_t child, std::uint32_t) { found = found || reads(child); });
    return found;
  }

  std::optional<Side> constant(std::uint32_t node, bool inverse) {
    const feel::Value value = run_.run(node);
    if (run_.fault() || !value.is(feel::Kind::number)) return std::nullopt;
    auto number = decimal_of(value);
    if (number && inverse) number = inverse_of(*number);
    return number ? Side::of(*number) : std::nullopt;
  }

  // 1 / n where that has an end: then a quotient that can be written in full is a product.
  static std::optional<Value> inverse_of(const Value& n) {
    if (n.integer == 0) return std::nullopt;
    Big one = 1;
    for (std::uint32_t i = 0; i < n.length; ++i) one *= 10;
    std::uint32_t scale = 0;
    for (; scale < 18 && one % n.integer != 0; ++scale) one = times(one, 10);
    const Big quotient = one / n.integer;
    if (one % n.integer != 0 || one >= digits_34 || quotient != static_cast<std::int64_t>(quotient)) return std::nullopt;
    return Value::number(Type::decimal, static_cast<std::int64_t>(quotient), scale);
  }

  const Checked& checked_;
  Run& run_;
  int nodes_ = 0;
};

// (slope * X + shift) / 10^scale, X being what a field stores. Nothing of it needs more than the 34 digits that FEEL has.
struct Line {
  const Operand* of_operand = nullptr;
  Big slope = 0, shift = 0;
  int scale = 0;

  static std::optional<Line> of(const Operand& operand, std::uint32_t) { return Line{&operand, 1, 0, scale_of(*operand.field)}; }
  static std::optional<Line> of(const Value& number) { return Line{nullptr, 0, number.integer, static_cast<int>(number.length)}; }

  static std::optional<Line> joined(Op op, const Line& a, const Line& b) {
    const Operand* const operand = a.of_operand != nullptr ? a.of_operand : b.of_operand;
    if (b.of_operand != nullptr && b.of_operand != operand) return std::nullopt;
    if (op == Op::multiply || op == Op::negate) {
      const Line &factor = a.slope == 0 ? a : b, &line = a.slope == 0 ? b : a;
      if (factor.slope != 0) return std::nullopt;
      return kept({operand, times(factor.shift, line.slope), times(factor.shift, line.shift), a.scale + b.scale});
    }
    const int scale = std::max(a.scale, b.scale);
    const auto left = a.at_scale(scale), right = b.at_scale(scale);
    if (!left || !right) return std::nullopt;
    const Big sign = op == Op::subtract ? -1 : 1;
    return kept({operand, left->slope + sign * right->slope, left->shift + sign * right->shift, scale});
  }

  std::optional<Line> at_scale(int wanted) const {
    return kept({of_operand, to_scale(slope, scale, wanted), to_scale(shift, scale, wanted), wanted});
  }

  static std::optional<Line> kept(const Line& line) {
    constexpr Big most = Big{1} << 63;
    const Big reach = times(line.slope, most), shift = line.shift < 0 ? -line.shift : line.shift;
    if (line.scale > most_scale || (reach < 0 ? -reach : reach) + shift >= digits_34) return std::nullopt;
    return line;
  }
};

// A side as SQL computes it.
struct Terms {
  std::vector<Term> terms;

  static std::optional<Terms> of(const Operand& operand, std::uint32_t index) {
    return Terms{{{Term::operand, static_cast<std::uint8_t>(scale_of(*operand.field)), index, 0}}};
  }
  static std::optional<Terms> of(const Value& number) {
    return Terms{{{Term::number, static_cast<std::uint8_t>(number.length), 0, number.integer}}};
  }
  static std::optional<Terms> joined(Op op, const Terms& a, const Terms& b) {
    const bool times = op == Op::multiply || op == Op::negate;
    const int x = a.terms.front().scale, y = b.terms.front().scale, scale = times ? x + y : std::max(x, y);
    if (scale > most_scale) return std::nullopt;
    Terms out{{{times ? Term::multiply : op == Op::add ? Term::add : Term::subtract, static_cast<std::uint8_t>(scale), 0, 0}}};
    for (const Terms* side : {&a, &b}) out.terms.insert(out.terms.end(), side->terms.begin(), side->terms.end());
    return out;
  }
};

bool are_alike(const AnyField& a, const AnyField& b) {
  const auto is_text = [](Type t) { return t == Type::text || t == Type::picklist; };
  return a.type == b.type || (is_text(a.type) && is_text(b.type));
}

}  // namespace

Op turned(Op op) noexcept {
  switch (op) {
    case Op::less: return Op::greater;
    case Op::less_equal: return Op::greater_equal;
    case Op::greater: return Op::less;
    case Op::greater_equal: return Op::less_equal;
    default: return op;
  }
}

Comparison::Comparison(const Checked& checked, Run& run, std::uint32_t node) : checked_(checked), run_(run) {
  const Node& at = checked.program.nodes[node];
  if (const auto found = checked.amounts.find(node); found != checked.amounts.end()) {
    is_one_ = amounts_ = true;
    op_ = found->second.op;
    a_ = found->second.a;
    b_ = found->second.b;
  } else if (is_comparison_of_two(at.op)) {
    is_one_ = true;
    op_ = at.op;
    a_ = at.a;
    b_ = at.b;
  }
}

Leaf Comparison::on_one_field(Goal goal) const {
  if (!is_one_ || amounts_) return std::nullopt;
  Reader<Line> reader(checked_, run_);
  const auto a = reader.side(a_), b = reader.side(b_);
  if (!a || !b) return std::nullopt;
  const bool equality = op_ == Op::equal || op_ == Op::not_equal;
  if (equality && a->of_operand != nullptr && b->of_operand != nullptr) return std::nullopt;  // two nulls are equal
  const auto all = Line::joined(Op::subtract, *a, *b);
  if (!all || all->of_operand == nullptr || all->slope == 0) return std::nullopt;
  const AnyField& field = *all->of_operand->field;
  // slope * X + shift op 0
  const Op op = all->slope < 0 ? turned(op_) : op_;
  const Big slope = all->slope < 0 ? -all->slope : all->slope, limit = all->slope < 0 ? all->shift : -all->shift;
  const Big floor = floor_of(limit, slope);
  const bool exact = floor * slope == limit;
  if (equality && !exact) return (op == Op::equal) == (goal == Goal::no || goal == Goal::not_yes) ? Expr() : Expr::never();
  if (floor != static_cast<std::int64_t>(floor)) return std::nullopt;
  const Op asked = exact ? op : op == Op::less || op == Op::less_equal ? Op::less_equal : Op::greater;
  const auto number = feel::Value::number(static_cast<std::int64_t>(floor), static_cast<std::int16_t>(-scale_of(field)));
  return comparison(field, asked, number, goal);
}

std::optional<RowComparison> Comparison::in_sql(Goal goal, std::span<const std::uint32_t> operands) const {
  if (!is_one_) return std::nullopt;
  const auto place_of = [&](std::uint32_t index) {
    return static_cast<std::uint32_t>(std::find(operands.begin(), operands.end(), index) - operands.begin());
  };
  RowComparison out{op_of(op_), goal == Goal::yes || goal == Goal::not_no, goal == Goal::not_yes || goal == Goal::not_no, {}, {}};
  const Operand *const left = checked_.operand_of(a_), *const right = checked_.operand_of(b_);
  if (left != nullptr && right != nullptr && !is_numeric(*left->field)) {
    const bool equality = op_ == Op::equal || op_ == Op::not_equal;
    const Type type = left->field->type;
    if (!are_alike(*left->field, *right->field) || type == Type::set || type == Type::id || (type == Type::boolean && !equality)) return std::nullopt;
    if ((type == Type::money) != amounts_) return std::nullopt;
    out.left = {{Term::operand, 0, place_of(index_of(checked_, left))}};
    out.right = {{Term::operand, 0, place_of(index_of(checked_, right))}};
    return out;
  }
  Reader<Terms> reader(checked_, run_);
  auto a = reader.side(a_), b = reader.side(b_);
  if (amounts_ || !a || !b) return std::nullopt;
  for (Terms* side : {&*a, &*b})
    for (Term& term : side->terms)
      if (term.what == Term::operand) term.operand_at = place_of(term.operand_at);
  out.left = std::move(a->terms);
  out.right = std::move(b->terms);
  return out;
}

}  // namespace guanxi::condition
