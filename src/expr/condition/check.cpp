#include <algorithm>

#include "base/check.h"
#include "expr/condition/checked.h"
#include "expr/feel/check.h"

namespace guanxi::condition {
namespace {

constexpr Message unknown_name{"condition.name", "Character {0}: {2} has nothing called “{1}”. Perhaps you mean one of: {3}.",
                               "第 {0} 个字符：{2} 没有名为“{1}”的内容。您要找的可能是：{3}。"};
constexpr Message no_entity{"condition.entity", "There is no entity number {0} to ask.", "没有编号为 {0} 的对象可供查询。"};
constexpr Message plain_amount{"condition.plain_amount",
                               "Character {0}: an amount has a currency. Compare it with money(1000, \"CNY\"), or its number as {1}.amount.",
                               "第 {0} 个字符：金额带有币种。请与 money(1000, \"CNY\") 比较，或用 {1}.amount 取其数值。"};
constexpr Message no_code{"condition.code", "Character {0}: “{1}” is none of the values of {2}: {3}.", "第 {0} 个字符：“{1}”不是 {2} 的取值；可用：{3}。"};
constexpr Message no_truth{"condition.no_truth", "A condition is true or false; this comes to {0}: compare it with something.",
                           "条件应得出真或假；此处得出的是 {0}：请与某个值比较。"};
constexpr Message no_id{"condition.id", "Character {0}: “{1}” is no record's id, with which {2} could be compared.",
                        "第 {0} 个字符：“{1}”不是记录编号，不能与 {2} 比较。"};

using feel::Kind;
using feel::Node;
using feel::Op;

bool is_comparison(Op op) { return op >= Op::equal && op <= Op::greater_equal; }

// Resolves names to operands, from the root down.
class Resolver {
 public:
  Resolver(Checked& checked) : out_(checked), program_(checked.program) {}

  Denoted walk(std::uint32_t node, std::uint32_t level) {
    const Denoted found = look_at(node, level);
    if (found.what != Denoted::value) out_.denoted[node] = found;
    return found;
  }
  std::optional<Error> take_error() { return std::move(error_); }

 private:
  Denoted look_at(std::uint32_t node, std::uint32_t level) {
    const Node at = program_.nodes[node];
    switch (at.op) {
      case Op::local: return variable(node, level);
      case Op::path: return part(node, level);
      case Op::some:
      case Op::every: return quantified(at, level);
      case Op::filter: return filtered(at, level);
      case Op::item: return at.b + 1 == level ? bound(at.a) : Denoted{};
      default: return others(node, level);
    }
  }

  Denoted bound(std::uint32_t slot) const {
    const auto found = rows_.find(slot);
    return found == rows_.end() ? Denoted{} : Denoted{Denoted::record, found->second};
  }

  // Outermost names are the row's; those of the expression's own frame may be rows of a list.
  Denoted variable(std::uint32_t node, std::uint32_t level) {
    const Node at = program_.nodes[node];
    if (at.aux + 1U == level) return bound(at.a);
    if (at.aux != level) return {};
    out_.uses_money = out_.uses_money || at.a == out_.money_slot;
    if (at.a >= out_.user_slot) return {};
    return named(node, 0, out_.vocabulary->word(out_.places[0].entity, at.a), level);
  }

  Denoted part(std::uint32_t node, std::uint32_t level) {
    const Node at = program_.nodes[node];
    const Denoted of = walk(at.a, level);
    if (of.what != Denoted::record) return {};
    const Word* const word = out_.vocabulary->find(out_.places[of.place].entity, program_.constants[at.b].view());
    return word == nullptr ? Denoted{} : named(node, of.place, *word, level);
  }

  Denoted named(std::uint32_t node, std::uint32_t place, const Word& word, std::uint32_t level) {
    if (word.what == Word::children) return {Denoted::list, new_place({place, word.of, word.of->entity, true})};
    const std::uint32_t read = operand({place, word.of});
    out_.reads[node] = read;
    program_.nodes[node] = Node{Op::local, 0, static_cast<std::uint16_t>(level), out_.first_operand + read, 0, program_.nodes[node].position};
    program_.node_types[node] = out_.vocabulary->value_type(*word.of);
    if (word.of->type != Type::id || word.of->target == 0 || !out_.vocabulary->knows(word.of->target)) return {};
    return {Denoted::record, referred({place, word.of, word.of->target, false})};
  }

  std::uint32_t operand(const Operand& wanted) {
    auto& all = out_.operands;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Operand& o) { return o.place == wanted.place && o.field == wanted.field; });
    if (found != all.end()) return static_cast<std::uint32_t>(found - all.begin());
    all.push_back(wanted);
    return static_cast<std::uint32_t>(all.size() - 1);
  }

  std::uint32_t new_place(const Place& place) {
    out_.places.push_back(place);
    return static_cast<std::uint32_t>(out_.places.size() - 1);
  }

  std::uint32_t referred(const Place& wanted) {
    for (std::uint32_t i = 1; i < out_.places.size(); ++i) {
      const Place& place = out_.places[i];
      if (place.parent == wanted.parent && place.reference == wanted.reference && !place.listed) return i;
    }
    return new_place(wanted);
  }

  Denoted quantified(const Node& at, std::uint32_t level) {
    for (std::uint32_t i = 1; i + 1 < at.b; i += 2) {
      const Denoted domain = walk(program_.links[at.a + i + 1], level);
      if (domain.what == Denoted::list) rows_[feel::unmarked(program_.links[at.a + i])] = domain.place;
    }
    walk(program_.links[at.a], level);
    return {};
  }

  Denoted filtered(const Node& at, std::uint32_t level) {
    const Denoted list = walk(at.a, level);
    if (list.what == Denoted::list) rows_[at.aux] = list.place;
    walk(at.b, level);
    return list.what == Denoted::list ? list : Denoted{};
  }

  Denoted others(std::uint32_t node, std::uint32_t level) {
    each_child(program_, node, level, [&](std::uint32_t child, std::uint32_t deeper) { walk(child, deeper); });
    const Node at = program_.nodes[node];
    if (is_comparison(at.op)) compared(node, at);
    if (at.op == Op::between) between_amounts(node, at);
    if (at.op == Op::in) codes(program_.links[at.a], std::span(program_.links).subspan(at.a + 1, at.b - 1));
    if (at.op == Op::builtin && at.b == 2 && feel::builtins()[at.aux].name == "list contains")
      codes(program_.links[at.a], std::span(program_.links).subspan(at.a + 1, 1));
    return {};
  }

  void compared(std::uint32_t node, const Node& at) {
    const std::uint32_t sides[]{at.a, at.b};
    codes(at.a, std::span(sides).subspan(1));
    codes(at.b, std::span(sides).first(1));
    const bool left = is_amount(at.a), right = is_amount(at.b);
    const feel::Type* const number = feel::simple_type(Kind::number);
    if (left && right) return know_currency(node, at);
    if ((left && program_.node_types[at.b] == number) || (right && program_.node_types[at.a] == number)) refuse_plain(left ? at.a : at.b);
  }

  bool is_amount(std::uint32_t node) const { return program_.node_types[node] == out_.vocabulary->money(); }

  void refuse_plain(std::uint32_t amount) {
    fail(Error(Code::invalid, plain_amount, {std::to_string(out_.character_of(amount)), words_of(out_, amount)}));
  }

  // if a = null or b = null then a = b else if a.currency = b.currency then a.amount = b.amount else null
  void know_currency(std::uint32_t node, const Node at) {
    out_.amounts[node] = {at.op, at.a, at.b};
    const std::uint32_t here = at.position;
    const feel::Type* const truth = feel::simple_type(Kind::boolean);
    const auto two = [&](Op op, std::uint32_t a, std::uint32_t b) { return program_.add(Node{op, 0, 0, a, b, here}, truth); };
    const auto part_of = [&](std::uint32_t of, std::string_view name, Kind kind) {
      return program_.add(Node{Op::path, 0, 0, of, program_.text(name), here}, feel::simple_type(kind));
    };
    const std::uint32_t null = program_.constant(feel::Value{}, here);
    const std::uint32_t empty[]{two(Op::equal, at.a, null), two(Op::equal, at.b, null)};
    const bool ordered = at.op != Op::equal && at.op != Op::not_equal;
    const std::uint32_t without = ordered ? null : two(at.op, at.a, at.b);
    const std::uint32_t amounts = two(at.op, part_of(at.a, "amount", Kind::number), part_of(at.b, "amount", Kind::number));
    const std::uint32_t currencies = two(Op::equal, part_of(at.a, "currency", Kind::string), part_of(at.b, "currency", Kind::string));
    const std::uint32_t inner = program_.add(Op::choose, std::initializer_list<std::uint32_t>{currencies, amounts, null}, here, 0, truth);
    const std::uint32_t open = program_.add(Op::any, empty, here, 0, truth);
    const std::uint32_t outer = program_.add(Op::choose, std::initializer_list<std::uint32_t>{open, without, inner}, here, 0, truth);
    program_.nodes[node] = program_.nodes[outer];
  }

  void between_amounts(std::uint32_t node, const Node& at) {
    const std::uint32_t value = program_.links[at.a], low = program_.links[at.a + 1], high = program_.links[at.a + 2];
    if (!is_amount(value)) return;
    if (!is_amount(low) || !is_amount(high)) return refuse_plain(value);
    std::uint32_t ends[2];
    for (const auto& [end, op] : {std::pair{low, Op::greater_equal}, std::pair{high, Op::less_equal}}) {
      const std::uint32_t one = program_.add(Node{op, 0, 0, value, end, at.position}, feel::simple_type(Kind::boolean));
      know_currency(one, program_.nodes[one]);
      ends[end == low ? 0 : 1] = one;
    }
    const std::uint32_t both = program_.add(Op::all, ends, at.position, 0, feel::simple_type(Kind::boolean));
    program_.nodes[node] = program_.nodes[both];
  }

  // Constants beside a field with a list of values become its codes; beside a reference, ids as they are written.
  void codes(std::uint32_t of, std::span<const std::uint32_t> constants) {
    const Operand* const operand = out_.operand_of(of);
    if (operand == nullptr || (operand->field->picklist.empty() && operand->field->type != Type::id)) return;
    for (const std::uint32_t node : std::vector(constants.begin(), constants.end())) code(*operand->field, of, node);
  }

  void code(const AnyField& field, std::uint32_t of, std::uint32_t node) {
    const Node at = program_.nodes[node];
    if (at.op == Op::list || at.op == Op::tests) {
      for (std::uint32_t i = 0; i < at.b; ++i) code(field, of, program_.links[at.a + i]);
      return;
    }
    if (at.op != Op::constant || !program_.constants[at.a].is(Kind::string)) return;
    const std::string written(program_.constants[at.a].view());
    std::optional<std::string> meant;
    if (field.type == Type::id) {
      if (const auto id = Id::parse(written)) meant = id->text();
    } else {
      meant = out_.vocabulary->names().code_of(field, written);
    }
    if (meant) {
      program_.constants[at.a] = program_.memory.string(*meant);
      return;
    }
    const std::string here = std::to_string(out_.character_of(node)), name = words_of(out_, of);
    if (field.type == Type::id) return fail(Error(Code::invalid, no_id, {here, written, name}));
    fail(Error(Code::invalid, no_code, {here, written, name, out_.vocabulary->names().codes(field)}));
  }

  void fail(Error error) {
    if (!error_) error_.emplace(std::move(error));
  }

  Checked& out_;
  feel::Program& program_;
  std::map<std::uint32_t, std::uint32_t> rows_;  // places by the slot of an iterator or a filter's item
  std::optional<Error> error_;
};

// The names that begin as the unknown one does, or the first ones.
std::string suggestions(std::span<const feel::Member> members, std::string_view unknown) {
  std::vector<std::string_view> like, first;
  for (const feel::Member& member : members) {
    const std::size_t begin = std::min<std::size_t>({3, unknown.size(), member.name.size()});
    if (begin > 1 && std::string_view(member.name).substr(0, begin) == unknown.substr(0, begin)) like.push_back(member.name);
    first.push_back(member.name);
  }
  std::string out;
  const auto& shown = like.empty() ? first : like;
  for (std::size_t i = 0; i < shown.size() && i < 40; ++i) out.append(i == 0 ? "" : ", ").append(shown[i]);
  return out;
}

// Where names are declared: the row's words, “me” (本人), money() and filter() (筛选); a field of that name goes first.
feel::Scope root_scope(Checked& out, std::uint16_t entity, Filters filters) {
  feel::Scope scope;
  const auto members = out.vocabulary->members(entity);
  for (const feel::Member& member : members) scope.variables.push_back({member.name, static_cast<std::uint32_t>(scope.variables.size()), member.type});
  out.user_slot = static_cast<std::uint32_t>(members.size());
  out.money_slot = out.user_slot + 1;
  out.filter_slot = out.user_slot + 2;
  out.first_operand = out.user_slot + 3;
  const auto add = [&](std::string_view name, std::uint32_t slot, const feel::Type* type) {
    const auto taken = [&](const feel::Variable& v) { return v.name == name; };
    if (std::none_of(scope.variables.begin(), scope.variables.end(), taken)) scope.variables.push_back({std::string(name), slot, type});
  };
  add("me", out.user_slot, feel::simple_type(Kind::string));
  add("本人", out.user_slot, feel::simple_type(Kind::string));
  add("money", out.money_slot, out.vocabulary->money_function());
  if (filters == Filters::none) return scope;
  add("filter", out.filter_slot, out.vocabulary->filter_function());
  add("筛选", out.filter_slot, out.vocabulary->filter_function());
  return scope;
}

Error unknown(const Checked& out, const feel::Parser::Unknown& first) {
  const std::uint16_t entity = out.places[0].entity;
  return Error(Code::not_found, unknown_name,
               {std::to_string(feel::character_at(out.source, first.position)), first.name, std::string(out.vocabulary->names().name_of(entity)),
                suggestions(out.vocabulary->members(entity), first.name)});
}

}  // namespace

Result<std::shared_ptr<const Checked>> check(std::string_view text, std::uint16_t entity, std::shared_ptr<const Vocabulary> vocabulary, Filters filters) {
  if (!vocabulary->knows(entity)) return Error(Code::not_found, no_entity, {std::to_string(entity)});
  auto out = std::make_shared<Checked>();
  out->vocabulary = std::move(vocabulary);
  out->source = text;
  out->program.zones = &out->vocabulary->zones();
  out->places.push_back({0, nullptr, entity, false});
  const feel::Scope root = root_scope(*out, entity, filters);
  const feel::Scope scope{&root, 1, {}};
  GUANXI_ASSIGN(out->money_node, feel::Parser(out->program, "function(amount: number, currency: string) {amount: amount, currency: currency}", scope, out->slots).expression());
  feel::Parser parser(out->program, out->source, scope, out->slots);
  GUANXI_ASSIGN(out->root, parser.expression());
  if (!parser.unknown().empty()) return unknown(*out, parser.unknown().front());
  Resolver resolver(*out);
  resolver.walk(out->root, 1);
  if (auto error = resolver.take_error()) return std::move(*error);
  if (auto fault = feel::type_fault(out->program, out->source)) return std::move(*fault);
  out->outer_slots = out->first_operand + static_cast<std::uint32_t>(out->operands.size());
  return std::shared_ptr<const Checked>(std::move(out));
}

Result<std::shared_ptr<const Checked>> check_condition(std::string_view text, std::uint16_t entity, std::shared_ptr<const Vocabulary> vocabulary, Filters filters) {
  GUANXI_ASSIGN(auto checked, check(text, entity, std::move(vocabulary), filters));
  const feel::Type& type = *checked->program.node_types[checked->root];
  if (type.form == feel::Type::any || &type == feel::simple_type(Kind::boolean) || &type == feel::simple_type(Kind::null)) return checked;
  static constexpr std::string_view forms[]{"Any", "", "a list", "a range", "a context", "a function"};
  const std::string name(type.form == feel::Type::simple ? feel::name_of(type.kind) : forms[type.form]);
  return Error(Code::invalid, no_truth, {name});
}

const Operand* Checked::operand_of(std::uint32_t node) const noexcept {
  const auto found = reads.find(node);
  return found == reads.end() ? nullptr : &operands[found->second];
}

bool Checked::is_filter(std::uint32_t node) const noexcept {
  const Node& at = program.nodes[node];
  if (at.op != Op::call || at.b != 2) return false;
  const Node& function = program.nodes[program.links[at.a]];
  return function.op == Op::local && function.a == filter_slot && function.aux > 0 && !reads.contains(program.links[at.a]);
}

std::size_t Checked::character_of(std::uint32_t node) const noexcept { return feel::character_at(source, program.nodes[node].position); }

void each_child(const feel::Program& program, std::uint32_t node, std::uint32_t level,
                FunctionRef<void(std::uint32_t child, std::uint32_t level)> visit) {
  const Node at = program.nodes[node];
  switch (at.op) {
    case Op::constant: case Op::local: case Op::item: case Op::unknown: case Op::table: return;
    case Op::path: case Op::negate: case Op::instance_of: case Op::coerce: case Op::question: return visit(at.a, level);
    case Op::function: return visit(program.bodies[at.a].node, level + 1);
    case Op::range: case Op::equal: case Op::not_equal: case Op::less: case Op::less_equal: case Op::greater: case Op::greater_equal:
    case Op::add: case Op::subtract: case Op::multiply: case Op::divide: case Op::power: case Op::filter: case Op::span:
      visit(at.a, level);
      return visit(at.b, level);
    default: break;
  }
  for (std::uint32_t i = 0; i < at.b; ++i)
    if (const std::uint32_t link = program.links[at.a + i]; (link & feel::link_mark) == 0) visit(link, level);
}

}  // namespace guanxi::condition
