#include "expr/condition/translate.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "base/check.h"
#include "expr/condition/comparison.h"
#include "expr/row_formula.h"
#include "guanxi/money.h"

namespace guanxi::condition {
namespace {

constexpr Message lists_only{"condition.lists_only",
                             "Character {0}: the records of {1} can be asked with “some … satisfies”, “every … satisfies” and "
                             "“count(…)” beside a number, not otherwise.",
                             "第 {0} 个字符：对 {1} 的记录只能用“some … satisfies”“every … satisfies”以及“count(…)”与数字比较来查询。"};
constexpr Message mixed{"condition.mixed",
                        "Character {0}: this looks at {1} and {2} at once, which are fields of different records: compare each with a constant.",
                        "第 {0} 个字符：此处同时用到不同记录的字段 {1} 和 {2}：请分别与常量比较。"};
constexpr Message no_currency{"condition.currency", "Character {0}: there is no currency “{1}”: use a code of ISO 4217 such as CNY.",
                              "第 {0} 个字符：没有币种“{1}”：请使用 ISO 4217 代码，如 CNY。"};

constexpr Message filter_apart{"condition.filter_apart",
                               "Character {0}: a saved filter stands beside “and”, “or”, “not” and “if”, with its name as a text: filter(\"…\").",
                               "第 {0} 个字符：已保存的筛选条件只能与“and”“or”“not”“if”组合，名称须为文本：filter(\"…\")。"};

using feel::Kind;
using feel::Node;
using feel::Op;

// One node of an expression, evaluated on the row.
class NodeFormula final : public RowFormula {
 public:
  NodeFormula(std::shared_ptr<const Checked> checked, std::uint32_t node, Goal goal, const Circumstances& circumstances, std::vector<std::uint32_t> operands,
              std::optional<RowComparison> comparison)
      : checked_(std::move(checked)), node_(node), goal_(goal), circumstances_(circumstances), operands_(std::move(operands)), comparison_(std::move(comparison)) {
    for (const std::uint32_t operand : operands_) fields_.push_back(checked_->operands[operand].field);
  }

  std::span<const AnyField* const> fields() const noexcept override { return fields_; }
  const RowComparison* comparison() const noexcept override { return comparison_ ? &*comparison_ : nullptr; }

  bool holds(std::span<const Value> values) const override {
    if (faulty_) return false;
    Run run(*checked_, circumstances_);
    for (std::size_t i = 0; i < operands_.size(); ++i) run.set(operands_[i], values[i]);
    const bool holds = met(run.run(node_), goal_);
    if (auto fault = run.fault()) note(std::move(*fault));
    return holds;
  }

  std::optional<Error> fault() const override {
    const std::lock_guard lock(mutex_);
    return fault_ ? std::optional(fault_->clone()) : std::nullopt;
  }

 private:
  void note(Error error) const {
    const std::lock_guard lock(mutex_);
    if (!fault_) fault_.emplace(std::move(error));
    faulty_ = true;
  }

  std::shared_ptr<const Checked> checked_;
  std::uint32_t node_;
  Goal goal_;
  Circumstances circumstances_;
  std::vector<std::uint32_t> operands_;
  std::vector<const AnyField*> fields_;
  std::optional<RowComparison> comparison_;
  mutable std::atomic<bool> faulty_ = false;
  mutable std::mutex mutex_;
  mutable std::optional<Error> fault_;
};

class Translator {
 public:
  Translator(std::shared_ptr<const Checked> checked, const Meaning& meaning)
      : shared_(std::move(checked)), checked_(*shared_), meaning_(meaning), run_(checked_, meaning.circumstances) {}

  // The goal on the record at `place`.
  Result<Expr> reach(std::uint32_t node, Goal goal, std::uint32_t place) {
    const Node& at = checked_.program.nodes[node];
    if (checked_.amounts.contains(node) || checked_.operand_of(node) != nullptr) return leaf(node, goal, place);
    switch (at.op) {
      case Op::all:
      case Op::any: return joined(at, goal, place);
      case Op::choose: return chosen(at, goal, place);
      case Op::some:
      case Op::every: return at.b == 3 && is_list(link(at, 2)) ? quantified(at, goal, place) : leaf(node, goal, place);
      case Op::builtin:
        if (at.b == 1 && name_of(at) == "not") return reach(link(at, 0), opposite(goal), place);
        break;
      default: break;
    }
    if (checked_.is_filter(node)) return filtered(node, goal, place);
    if (counts(at)) return counted(node, goal, place);
    return leaf(node, goal, place);
  }

 private:
  std::uint32_t link(const Node& at, std::uint32_t i) const { return checked_.program.links[at.a + i]; }
  static std::string_view name_of(const Node& at) { return feel::builtins()[at.aux].name; }
  const Denoted* denoted(std::uint32_t node) const {
    const auto found = checked_.denoted.find(node);
    return found == checked_.denoted.end() ? nullptr : &found->second;
  }
  bool is_list(std::uint32_t node) const {
    const Denoted* const d = denoted(node);
    return d != nullptr && d->what == Denoted::list;
  }
  std::string here(std::uint32_t node) const { return std::to_string(checked_.character_of(node)); }

  Result<Expr> joined(const Node& at, Goal goal, std::uint32_t place) {
    const bool both = (at.op == Op::all) == (goal == Goal::yes || goal == Goal::not_no);
    std::optional<Expr> out;
    for (std::uint32_t i = 0; i < at.b; ++i) {
      GUANXI_ASSIGN(Expr term, reach(link(at, i), goal, place));
      if (!out)
        out = std::move(term);
      else
        out = both ? std::move(*out) && std::move(term) : std::move(*out) || std::move(term);
    }
    return std::move(*out);
  }

  Result<Expr> chosen(const Node& at, Goal goal, std::uint32_t place) {
    GUANXI_ASSIGN(Expr is, reach(link(at, 0), Goal::yes, place));
    GUANXI_ASSIGN(Expr is_not, reach(link(at, 0), Goal::not_yes, place));
    GUANXI_ASSIGN(Expr then, reach(link(at, 1), goal, place));
    GUANXI_ASSIGN(Expr otherwise, reach(link(at, 2), goal, place));
    return (std::move(is) && std::move(then)) || (std::move(is_not) && std::move(otherwise));
  }

  // filter("name")
  Result<Expr> filtered(std::uint32_t node, Goal goal, std::uint32_t place) {
    const std::uint32_t name = link(checked_.program.nodes[node], 1);
    if (place != 0 || !checked_.program.is_constant(name)) return Error(Code::invalid, filter_apart, {here(node)});
    const feel::Value& text = checked_.program.constant_of(name);
    if (!text.is(Kind::string)) return Error(Code::invalid, filter_apart, {here(node)});
    return meaning_.filter(text.view(), checked_.places[0].entity, goal);
  }

  // ---- Records that are reached by references ----

  // From `place` down to `target`, the places between them; nothing when there is no such way.
  std::optional<std::vector<std::uint32_t>> way(std::uint32_t place, std::uint32_t target) const {
    std::vector<std::uint32_t> out;
    for (; target != place; target = checked_.places[target].parent) {
      if (target == 0 || checked_.places[target].listed) return std::nullopt;
      out.push_back(target);
    }
    return out;
  }

  Expr seen_of(std::uint16_t entity) const { return meaning_.visible(entity).value_or(Expr::never()); }

  // The condition on the record at the end of a way, as one on the record at its beginning.
  Expr along(const std::vector<std::uint32_t>& way, Expr inner) const {
    for (const std::uint32_t at : way) {
      const Place& place = checked_.places[at];
      inner = Expr::through(place.reference->entity, place.reference->number, std::move(inner) && seen_of(place.entity));
    }
    return inner;
  }

  // A record that is not there is one whose fields are all null.
  Result<Expr> at_end(std::uint32_t node, Goal goal, const std::vector<std::uint32_t>& way, Expr inner) {
    if (way.empty()) return inner;
    run_.clear();
    const bool met_without = met(run_.run(node), goal);
    if (auto fault = run_.fault()) return std::move(*fault);
    Expr there = along(way, std::move(inner));
    return met_without ? std::move(there) || !along(way, {}) : std::move(there);
  }

  // ---- Lists of records that point here ----

  struct List {
    std::uint32_t place;
    Expr filter;  // of the list's filters
  };

  // The rows of a list, for the goals of which `on_row` asks each of them.
  Result<Expr> on_list(std::uint32_t node, std::uint32_t place, bool negated, FunctionRef<Result<Expr>(std::uint32_t row)> on_row, std::int64_t least = 1) {
    const std::uint32_t row = denoted(node)->place;
    const Place& rows = checked_.places[row];
    const auto reached = way(place, rows.parent);
    if (!reached) return misplaced(node);
    GUANXI_ASSIGN(Expr inner, on_row(row));
    for (std::uint32_t at = node; checked_.program.nodes[at].op == Op::filter; at = checked_.program.nodes[at].a) {
      GUANXI_ASSIGN(Expr kept, reach(checked_.program.nodes[at].b, Goal::yes, row));
      inner = std::move(kept) && std::move(inner);
    }
    inner = std::move(inner) && Expr::is_null(rows.entity, archived_at) && seen_of(rows.entity);
    Expr there = Expr::at_least(least, rows.reference->entity, rows.reference->number, std::move(inner));
    if (there.always()) return negated ? Expr::never() : Expr();
    if (reached->empty()) return negated ? !std::move(there) : std::move(there);
    // Behind a reference to nothing there is an empty list.
    Expr some = along(*reached, std::move(there));
    return negated ? !std::move(some) : std::move(some);
  }

  Result<Expr> quantified(const Node& at, Goal goal, std::uint32_t place) {
    const bool some = at.op == Op::some;
    const bool negated = some == (goal == Goal::no || goal == Goal::not_yes);
    const Goal each = negated ? opposite_truth(goal) : goal;
    return on_list(link(at, 2), place, negated, [&](std::uint32_t row) { return reach(link(at, 0), each, row); });
  }

  // What one row must be for the quantifier not to reach the goal.
  static Goal opposite_truth(Goal goal) {
    switch (goal) {
      case Goal::yes: return Goal::not_yes;
      case Goal::not_yes: return Goal::yes;
      case Goal::no: return Goal::not_no;
      default: return Goal::no;
    }
  }

  // count(list) op constant
  bool counts(const Node& at) const {
    if (at.op < Op::equal || at.op > Op::greater_equal) return false;
    return is_count(at.a) || is_count(at.b);
  }
  bool is_count(std::uint32_t node) const {
    const Node& at = checked_.program.nodes[node];
    return at.op == Op::builtin && at.b == 1 && name_of(at) == "count" && is_list(link(at, 0));
  }

  Result<Expr> counted(std::uint32_t node, Goal goal, std::uint32_t place) {
    const Node& at = checked_.program.nodes[node];
    const bool left = is_count(at.a);
    const std::uint32_t list = link(checked_.program.nodes[left ? at.a : at.b], 0);
    const std::uint32_t other = left ? at.b : at.a;
    if (!is_constant(other)) return Error(Code::invalid, lists_only, {here(node), words_of(checked_, list)});
    const feel::Value limit = run_.run(other);
    if (!limit.is(Kind::number)) return constant(node, goal);
    const auto floor = limit.number().truncated();
    const bool exact = floor && compare(Decimal34::of(*floor), limit.number()) == 0;
    if (!floor || *floor < 0 || *floor > 1'000'000'000) return Error(Code::invalid, lists_only, {here(node), words_of(checked_, list)});
    const auto at_least = [&](std::int64_t n, bool negated) {
      return on_list(list, place, negated, [](std::uint32_t) { return Result<Expr>(Expr()); }, n);
    };
    const bool wanted = goal == Goal::yes || goal == Goal::not_no;
    Op op = left ? at.op : turned(at.op);
    switch (op) {
      case Op::less: return at_least(*floor + (exact ? 0 : 1), wanted);
      case Op::less_equal: return at_least(*floor + 1, wanted);
      case Op::greater: return at_least(*floor + 1, !wanted);
      case Op::greater_equal: return at_least(*floor + (exact ? 0 : 1), !wanted);
      default: break;
    }
    const bool equal = (op == Op::equal) == wanted;
    if (!exact) return equal ? Expr::never() : Expr();
    GUANXI_ASSIGN(Expr so_many, at_least(*floor, !equal));
    GUANXI_ASSIGN(Expr more, at_least(*floor + 1, equal));
    return equal ? std::move(so_many) && std::move(more) : std::move(so_many) || std::move(more);
  }

  // ---- Leaves ----

  struct Read {
    std::vector<std::uint32_t> operands;
    std::uint32_t list = 0;    // a node that stands for records, which no leaf can hold
    std::uint32_t filter = 0;  // or for a saved filter
  };

  void look(std::uint32_t node, std::uint32_t level, Read& read) const {
    if (const Operand* const operand = checked_.operand_of(node)) {
      const auto index = static_cast<std::uint32_t>(operand - checked_.operands.data());
      if (std::find(read.operands.begin(), read.operands.end(), index) == read.operands.end()) read.operands.push_back(index);
      return;
    }
    if (denoted(node) != nullptr) read.list = node;
    if (checked_.is_filter(node)) read.filter = node;
    if (checked_.program.nodes[node].op == Op::filter && is_list(node)) return;
    each_child(checked_.program, node, level, [&](std::uint32_t child, std::uint32_t deeper) { look(child, deeper, read); });
  }

  bool is_constant(std::uint32_t node) const {
    Read read;
    look(node, 1, read);
    return read.operands.empty() && read.list == 0 && read.filter == 0;
  }

  Result<Expr> constant(std::uint32_t node, Goal goal) {
    const bool reached = met(run_.run(node), goal);
    if (auto fault = run_.fault()) return std::move(*fault);
    return reached ? Expr() : Expr::never();
  }

  Error misplaced(std::uint32_t node) const {
    return Error(Code::invalid, lists_only, {here(node), words_of(checked_, node)});
  }

  Result<Expr> leaf(std::uint32_t node, Goal goal, std::uint32_t place) {
    Read read;
    look(node, 1, read);
    if (read.list != 0) return misplaced(read.list);
    if (read.filter != 0) return Error(Code::invalid, filter_apart, {here(read.filter)});
    if (read.operands.empty()) return constant(node, goal);
    const Operand& first = checked_.operands[read.operands.front()];
    for (const std::uint32_t operand : read.operands)
      if (checked_.operands[operand].place != first.place) return mixes(node, read.operands.front(), operand);
    const auto reached = way(place, first.place);
    if (!reached) return Error(Code::invalid, mixed, {here(node), name_of_operand(read.operands.front()), name_of_place(place)});
    GUANXI_ASSIGN(Leaf exact, said_exactly(node, goal));
    if (!exact) exact = formula(node, goal, checked_.places[first.place].entity, std::move(read.operands));
    return at_end(node, goal, *reached, std::move(*exact));
  }

  Expr formula(std::uint32_t node, Goal goal, std::uint16_t entity, std::vector<std::uint32_t> operands) {
    auto comparison = Comparison(checked_, run_, node).in_sql(goal, operands);
    return Expr::formula(entity, std::make_shared<const NodeFormula>(shared_, node, goal, meaning_.circumstances, std::move(operands), std::move(comparison)));
  }

  std::string name_of_operand(std::uint32_t operand) const {
    const auto node = std::find_if(checked_.reads.begin(), checked_.reads.end(), [&](const auto& read) { return read.second == operand; });
    return words_of(checked_, node->first);
  }
  std::string name_of_place(std::uint32_t place) const {
    return std::string(checked_.vocabulary->names().name_of(checked_.places[place].entity));
  }
  Error mixes(std::uint32_t node, std::uint32_t a, std::uint32_t b) const {
    return Error(Code::invalid, mixed, {here(node), name_of_operand(a), name_of_operand(b)});
  }

  // A leaf that the tree has a term for.
  Result<Leaf> said_exactly(std::uint32_t node, Goal goal) {
    const Node& at = checked_.program.nodes[node];
    if (const auto amounts = checked_.amounts.find(node); amounts != checked_.amounts.end()) {
      const MoneyComparison& m = amounts->second;
      return compared(m.op, m.a, m.b, goal);
    }
    if (const Operand* const operand = checked_.operand_of(node)) return truth(*operand->field, goal);
    switch (at.op) {
      case Op::equal: case Op::not_equal: case Op::less: case Op::less_equal: case Op::greater: case Op::greater_equal: {
        GUANXI_ASSIGN(Leaf plain, compared(at.op, at.a, at.b, goal));
        return plain ? std::move(plain) : Comparison(checked_, run_, node).on_one_field(goal);
      }
      case Op::between: return between(at, goal);
      case Op::in: return tested(at, goal);
      case Op::builtin: return called(at, goal);
      default: return Leaf();
    }
  }

  Result<Leaf> compared(Op op, std::uint32_t a, std::uint32_t b, Goal goal) {
    const Operand* left = checked_.operand_of(a);
    const Operand* right = checked_.operand_of(b);
    if (left == nullptr && right != nullptr) std::swap(left, right), std::swap(a, b), op = turned(op);
    if (left == nullptr || right != nullptr || !is_constant(b)) return Leaf();
    GUANXI_ASSIGN(const feel::Value value, value_of(b, *left->field));
    return comparison(*left->field, op, value, goal);
  }

  // The value of a constant beside a field.
  Result<feel::Value> value_of(std::uint32_t node, const AnyField& field) {
    const feel::Value value = run_.run(node);
    if (auto fault = run_.fault()) return std::move(*fault);
    if (field.type != Type::money || !value.is(Kind::context)) return value;
    const feel::Value* const code = find(value, "currency");
    if (code == nullptr || !code->is(Kind::string)) return value;
    const auto currency = Currency::parse(code->view());
    if (currency && currency->code() == code->view()) return value;
    return Error(Code::invalid, no_currency, {here(node), std::string(code->view())});
  }

  Result<Leaf> between(const Node& at, Goal goal) {
    const Operand* const operand = checked_.operand_of(link(at, 0));
    if (operand == nullptr || !is_constant(link(at, 1)) || !is_constant(link(at, 2))) return Leaf();
    feel::Range range;
    range.start = run_.run(link(at, 1));
    range.end = run_.run(link(at, 2));
    range.start_included = range.end_included = true;
    return within(*operand->field, range, goal);
  }

  // Simple values and lists of them together are one membership, ranges each a term of their own.
  Result<Leaf> tested(const Node& at, Goal goal) {
    const std::uint32_t value = link(at, 0);
    const Operand* const operand = checked_.operand_of(value);
    if (operand == nullptr) return at.b == 2 ? code_in_set(value, link(at, 1), goal) : Leaf();
    const bool any = goal == Goal::yes || goal == Goal::not_no;
    std::vector<feel::Value> items;
    std::vector<Expr> terms;
    for (std::uint32_t i = 1; i < at.b; ++i) {
      if (!is_constant(link(at, i)) || checked_.program.nodes[link(at, i)].op == Op::question) return Leaf();
      const feel::Value told = run_.run(link(at, i));
      if ((told.null() && told.reason != nullptr) || !add_test(*operand->field, told, goal, items, terms)) return Leaf();
    }
    if (!items.empty()) {
      Leaf listed = membership(*operand->field, items, goal);
      if (!listed) return Leaf();
      terms.push_back(std::move(*listed));
    }
    if (terms.empty()) return Leaf(any ? Expr::never() : Expr());
    Expr out = std::move(terms.front());
    for (std::size_t i = 1; i < terms.size(); ++i) out = any ? std::move(out) || std::move(terms[i]) : std::move(out) && std::move(terms[i]);
    return Leaf(std::move(out));
  }

  static bool add_test(const AnyField& field, const feel::Value& told, Goal goal, std::vector<feel::Value>& items, std::vector<Expr>& terms) {
    if (told.is(Kind::function) || told.is(Kind::boolean)) return false;
    if (told.is(Kind::range)) {
      Leaf in_range = within(field, *told.range, goal);
      if (in_range) terms.push_back(std::move(*in_range));
      return in_range.has_value();
    }
    if (!told.is(Kind::list)) return items.push_back(told), true;
    const auto composed = [](const feel::Value& v) { return v.kind >= Kind::list; };
    if (std::any_of(told.begin(), told.end(), composed)) return false;
    items.insert(items.end(), told.begin(), told.end());
    return true;
  }

  // "bank" in roles
  Result<Leaf> code_in_set(std::uint32_t code, std::uint32_t set, Goal goal) {
    const Operand* const operand = checked_.operand_of(set);
    if (operand == nullptr || operand->field->type != Type::set || !is_constant(code)) return Leaf();
    const feel::Value value = run_.run(code);
    if (!value.is(Kind::string)) return Leaf();
    // A null set has no code: false where FEEL's contains would be null.
    if (goal == Goal::no || goal == Goal::not_yes) return part(*operand->field, Expr::Op::contains, value, Goal::not_yes);
    return part(*operand->field, Expr::Op::contains, value, Goal::yes);
  }

  Result<Leaf> called(const Node& at, Goal goal) {
    const std::string_view name = name_of(at);
    const bool piece = name == "contains" || name == "list contains";
    if (at.b != 2 || (!piece && name != "starts with")) return Leaf();
    const Operand* const operand = checked_.operand_of(link(at, 0));
    if (operand == nullptr || !is_constant(link(at, 1))) return Leaf();
    if ((name == "list contains") != (operand->field->type == Type::set)) return Leaf();
    return part(*operand->field, piece ? Expr::Op::contains : Expr::Op::starts_with, run_.run(link(at, 1)), goal);
  }

  static constexpr std::uint16_t archived_at = 7;  // the common field's number

  std::shared_ptr<const Checked> shared_;
  const Checked& checked_;
  const Meaning& meaning_;
  Run run_;  // of constants
};

}  // namespace

Result<Expr> translate(std::shared_ptr<const Checked> checked, std::uint32_t node, const Meaning& meaning, Goal goal) {
  return Translator(std::move(checked), meaning).reach(node, goal, 0);
}

Result<Expr> translate(std::shared_ptr<const Checked> checked, const Meaning& meaning, Goal goal) {
  const std::uint32_t root = checked->root;
  return translate(std::move(checked), root, meaning, goal);
}

std::vector<std::uint32_t> terms_of(const Checked& checked) {
  const Node& root = checked.program.nodes[checked.root];
  if (root.op != Op::all || checked.amounts.contains(checked.root)) return {checked.root};
  const auto* const first = checked.program.links.data() + root.a;
  return {first, first + root.b};
}

}  // namespace guanxi::condition
