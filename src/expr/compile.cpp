#include <algorithm>
#include <string>

#include "base/check.h"
#include "expr/evaluate.h"
#include "expr/kinds.h"

namespace guanxi {
namespace {

constexpr Message unknown_field{"expr.unknown_field", "The condition asks for field {1} of entity {0}, which does not exist.",
                                "条件引用了对象 {0} 的字段 {1}，但该字段不存在。"};
constexpr Message foreign_field{"expr.foreign_field",
                                "The condition uses field {1} of entity {0}, but these rows are of entity {2}: follow a reference to get there.",
                                "条件用到对象 {0} 的字段 {1}，而当前数据属于对象 {2}；请通过引用字段关联。"};
constexpr Message unlike{"expr.unlike", "Field {0} holds {1} and does not compare with {2}.", "字段“{0}”的类型是 {1}，不能与 {2} 比较。"};
constexpr Message no_text{"expr.no_text", "Field {0} holds {1}: only texts and sets can be searched for a part.",
                          "字段“{0}”的类型是 {1}；只有文本和多选字段可以按部分内容查找。"};
constexpr Message no_reference{"expr.no_reference", "Field {0} holds {1} and does not say which entity it points to.",
                               "字段“{0}”的类型是 {1}，无法确定它指向哪个对象。"};
constexpr Message too_deep{"expr.too_deep", "The condition is nested more than {0} deep: simplify it.", "条件嵌套超过 {0} 层，请简化。"};

constexpr int max_depth = 200;

std::string_view name_of(Type type) noexcept {
  switch (type) {
    case Type::boolean: return "boolean";
    case Type::integer: return "integer";
    case Type::decimal: return "decimal";
    case Type::money: return "money";
    case Type::date: return "date";
    case Type::instant: return "instant";
    case Type::text: return "text";
    case Type::picklist: return "picklist";
    case Type::set: return "set";
    case Type::id: return "id";
    case Type::none: break;
  }
  return "nothing";
}


Error fault(const Message& message, const AnyField& field, Type literal = Type::none) {
  return Error(Code::invalid, message, {std::string(field.name), std::string(name_of(field.type)), std::string(name_of(literal))})
      .at_field(field.name);
}

}  // namespace

// Emits steps from the last to the first, so that the place to go to is always known.
class PredicateCompiler {
 public:
  PredicateCompiler(std::shared_ptr<const Expr> source, std::uint16_t entity, FieldFinder find)
      : nodes_(source->nodes()), entity_(entity), find_(find) {
    out_.source_ = std::move(source);
  }

  Result<Predicate> run(std::size_t root, int depth) {
    GUANXI_ASSIGN(out_.first_, emit(root, {Predicate::yes, Predicate::no}, false, depth));
    for (const auto& step : out_.steps_)
      if (step.kind != Kind::formula) out_.slots_.push_back(step.slot);
    for (const auto& operands : out_.operands_) out_.slots_.insert(out_.slots_.end(), operands.begin(), operands.end());
    std::sort(out_.slots_.begin(), out_.slots_.end());
    out_.slots_.erase(std::unique(out_.slots_.begin(), out_.slots_.end()), out_.slots_.end());
    return std::move(out_);
  }

 private:
  using Kind = Predicate::Kind;
  using Step = Predicate::Step;
  struct Exits {
    std::uint32_t on_true, on_false;
  };

  // The place where the evaluation of node `at` begins.
  Result<std::uint32_t> emit(std::size_t at, Exits to, bool negated, int depth) {
    if (depth > max_depth) return Error(Code::limit, too_deep, {std::to_string(max_depth)});
    switch (nodes_[at].op) {
      case Expr::Op::always: return negated ? to.on_false : to.on_true;
      case Expr::Op::negate: return emit(at + 1, to, !negated, depth + 1);
      case Expr::Op::all:
      case Expr::Op::any: return emit_joined(at, to, negated, depth);
      case Expr::Op::through:
      case Expr::Op::exists: return emit_link(at, to, negated, depth);
      case Expr::Op::formula: return emit_formula(at, to, negated);
      default: return emit_leaf(at, to, negated);
    }
  }

  Result<std::uint32_t> emit_joined(std::size_t at, Exits to, bool negated, int depth) {
    std::vector<std::size_t> children;
    for (std::size_t child = at + 1; child < at + nodes_[at].size; child += nodes_[child].size) children.push_back(child);
    const bool conjunction = (nodes_[at].op == Expr::Op::all) != negated;
    std::uint32_t entry = conjunction ? to.on_true : to.on_false;
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      const Exits exits = conjunction ? Exits{entry, to.on_false} : Exits{to.on_true, entry};
      GUANXI_ASSIGN(entry, emit(*child, exits, negated, depth + 1));
    }
    return entry;
  }

  Result<std::uint32_t> emit_leaf(std::size_t at, Exits to, bool negated) {
    const Expr::Node& node = nodes_[at];
    GUANXI_ASSIGN(const AnyField* field, field_of(node));
    Step step = step_of(*field, to, negated);
    step.op = node.op;
    step.literal = node.literal;
    if (node.op == Expr::Op::is_null) return push(step);
    if (node.op == Expr::Op::in) return emit_list(at, *field, step, to);
    GUANXI_ASSIGN(step.kind, kind_of(*field, node));
    return node.literal.is_set() ? push(step) : to.on_false;  // unknown on every row
  }

  Result<std::uint32_t> emit_list(std::size_t at, const AnyField& field, Step step, Exits to) {
    std::vector<Value> list;
    for (std::size_t i = at + 1; i < at + nodes_[at].size; ++i) {
      GUANXI_CHECK(check_alike(field, nodes_[i].literal));
      list.push_back(nodes_[i].literal);
    }
    if (list.empty()) return step.negated ? to.on_true : to.on_false;
    std::sort(list.begin(), list.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
    step.kind = Kind::list;
    step.extra = static_cast<std::uint32_t>(out_.lists_.size());
    out_.lists_.push_back(std::move(list));
    return push(step);
  }

  Result<std::uint32_t> emit_link(std::size_t at, Exits to, bool negated, int depth) {
    const Expr::Node& node = nodes_[at];
    const bool through = node.op == Expr::Op::through;
    GUANXI_ASSIGN(const AnyField* field, through ? field_of(node) : known(node));
    const std::uint16_t target = through ? target_of(at, *field) : node.entity;
    if (field->type != Type::id || target == 0) return fault(no_reference, *field);
    PredicateCompiler inner(out_.source_, target, find_);
    GUANXI_ASSIGN(Predicate predicate, inner.run(at + 1, depth + 1));
    Step step = step_of(*field, to, negated);
    if (!through) step.slot = common::id;
    step.kind = Kind::link;
    step.extra = static_cast<std::uint32_t>(out_.links_.size());
    out_.links_.push_back({target, through ? common::id : field->slot, std::make_shared<const Predicate>(std::move(predicate)),
                           node.literal.is_set() ? node.literal.integer : 1});
    return push(step);
  }

  Result<std::uint32_t> emit_formula(std::size_t at, Exits to, bool negated) {
    Step step;
    step.kind = Kind::formula;
    step.literal = nodes_[at].literal;
    step.negated = negated;
    step.on_true = to.on_true;
    step.on_false = to.on_false;
    step.extra = static_cast<std::uint32_t>(out_.operands_.size());
    std::vector<std::uint16_t> slots;
    for (std::size_t i = at + 1; i < at + nodes_[at].size; ++i) {
      GUANXI_ASSIGN(const AnyField* field, field_of(nodes_[i]));
      slots.push_back(field->slot);
    }
    out_.operands_.push_back(std::move(slots));
    return push(step);
  }

  // A reference to any entity leads to the one that the inner condition is about.
  std::uint16_t target_of(std::size_t at, const AnyField& field) const {
    if (field.target != 0) return field.target;
    const std::size_t end = at + nodes_[at].size;
    do ++at;
    while (at < end && nodes_[at].entity == 0);
    return at < end ? nodes_[at].entity : std::uint16_t{0};
  }

  static Step step_of(const AnyField& field, Exits to, bool negated) {
    Step step;
    step.slot = field.slot;
    step.negated = negated;
    step.on_true = to.on_true;
    step.on_false = to.on_false;
    return step;
  }

  std::uint32_t push(const Step& step) {
    out_.steps_.push_back(step);
    return static_cast<std::uint32_t>(out_.steps_.size() - 1);
  }

  Result<const AnyField*> known(const Expr::Node& node) {
    if (const AnyField* field = find_(node.entity, node.field)) return field;
    return Error(Code::invalid, unknown_field, {std::to_string(node.entity), std::to_string(node.field)});
  }

  Result<const AnyField*> field_of(const Expr::Node& node) {
    if (node.entity == entity_) return known(node);
    return Error(Code::invalid, foreign_field,
                 {std::to_string(node.entity), std::to_string(node.field), std::to_string(entity_)});
  }

  static Result<void> check_alike(const AnyField& field, const Value& literal) {
    if (!literal.is_set() || alike(field.type, literal.type)) return {};
    return fault(unlike, field, literal.type);
  }

  static Result<Kind> kind_of(const AnyField& field, const Expr::Node& node) {
    GUANXI_CHECK(check_alike(field, node.literal));
    if (node.op == Expr::Op::contains || node.op == Expr::Op::starts_with) {
      if (!is_text(field.type)) return fault(no_text, field);
      if (node.op == Expr::Op::starts_with) return Kind::prefix;
      return field.type == Type::set ? Kind::member : Kind::piece;
    }
    if (field.type == Type::money) return Kind::money;
    if (field.type >= Type::text) return Kind::bytes;
    return field.type == Type::decimal || node.literal.type == Type::decimal ? Kind::decimal : Kind::integer;
  }

  const std::vector<Expr::Node>& nodes_;
  std::uint16_t entity_;
  FieldFinder find_;
  Predicate out_;
};

Result<Predicate> Predicate::compile(const Expr& condition, std::uint16_t entity, FieldFinder find) {
  return PredicateCompiler(std::make_shared<const Expr>(condition), entity, find).run(0, 0);
}

}  // namespace guanxi
