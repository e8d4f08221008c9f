#include "expr/sql.h"

#include <limits>
#include <optional>
#include <utility>

#include "base/check.h"
#include "expr/evaluate.h"
#include "expr/kinds.h"

namespace guanxi {
namespace {

constexpr Message too_many{"expr.too_many_values", "The condition has more than {0} values: ask in parts.", "条件中的值超过 {0} 个，请分批查询。"};

constexpr Message leads_nowhere{"expr.leads_nowhere", "The condition follows a reference to an entity that does not exist.",
                                "条件经由引用字段指向了不存在的对象。"};

constexpr std::size_t most_parameters = 30'000;  // SQLite's own limit is 32,766
constexpr int deepest = 200;                     // as in Predicate::compile

std::uint8_t scale_of(const AnyField& field) noexcept { return field.type == Type::decimal ? field.scale : std::uint8_t{0}; }

// A number brought to a field's scale: the greatest stored number that is not above it, and whether it is the number
// itself. Beyond what a field can hold there is only a side.
struct Rescaled {
  enum Where { inside, below_all, above_all } where = inside;
  std::int64_t floor = 0;
  bool exact = true;
};

__extension__ using Wide = __int128;

Rescaled rescale(std::int64_t coefficient, std::uint32_t from, std::uint32_t to) noexcept {
  Wide n = coefficient;
  for (; from < to; ++from) {
    n *= 10;
    if (n > std::numeric_limits<std::int64_t>::max()) return {Rescaled::above_all};
    if (n < std::numeric_limits<std::int64_t>::min()) return {Rescaled::below_all};
  }
  bool exact = true;
  for (; from > to; --from) {
    const Wide floor = n / 10 - (n % 10 < 0 ? 1 : 0);
    exact = exact && floor * 10 == n;
    n = floor;
  }
  return {Rescaled::inside, static_cast<std::int64_t>(n), exact};
}

// What a comparison says about every number that is set; nothing when it depends on the number.
std::optional<bool> settled(Expr::Op op, const Rescaled& literal) noexcept {
  const bool misses = literal.where != Rescaled::inside || !literal.exact;
  if (misses && op == Expr::Op::equal) return false;
  if (misses && op == Expr::Op::not_equal) return true;
  if (literal.where == Rescaled::inside) return std::nullopt;
  const bool asks_less = op == Expr::Op::less || op == Expr::Op::less_equal;
  return asks_less == (literal.where == Rescaled::above_all);
}

// The literal as the field would hold it; nothing when it cannot.
std::optional<Value> stored_as(const AnyField& field, const Value& literal) noexcept {
  if (!literal.is_set() || !is_number(field.type)) return literal;
  const Rescaled stored = rescale(literal.integer, literal.type == Type::decimal ? literal.length : 0, scale_of(field));
  if (stored.where != Rescaled::inside || !stored.exact) return std::nullopt;
  return Value::number(Type::integer, stored.floor);
}

// The least text that is greater than every text with this prefix; nothing when there is none.
std::optional<std::string> behind(std::string_view prefix) {
  std::string next(prefix);
  while (!next.empty() && static_cast<unsigned char>(next.back()) == 0xff) next.pop_back();
  if (next.empty()) return std::nullopt;
  next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);
  return next;
}

}  // namespace

std::string_view sql_sign(Expr::Op op) noexcept {
  switch (op) {
    case Expr::Op::equal: return " = ";
    case Expr::Op::not_equal: return " <> ";
    case Expr::Op::less: return " < ";
    case Expr::Op::less_equal: return " <= ";
    case Expr::Op::greater: return " > ";
    default: return " >= ";
  }
}

Result<void> SqlWriter::condition(const Expr& condition, std::uint16_t entity, std::string_view alias) {
  return term(condition, 0, entity, alias);
}

Result<void> SqlWriter::term(const Expr& condition, std::size_t at, std::uint16_t entity, std::string_view alias) {
  entity_ = entity;
  GUANXI_CHECK(node({condition, entity, alias, false, false, 0}, at));
  if (out_.parameters.size() > most_parameters) return Error(Code::limit, too_many, {std::to_string(most_parameters)});
  return {};
}

void SqlWriter::parameter(const Value& value) {
  out_.parameters.push_back(value);
  out_.text += dialect_ == SqlDialect::sqlite ? '?' : '$';
  out_.text += std::to_string(out_.parameters.size());
}

void SqlWriter::parameter_text(std::string text) {
  out_.owned.push_back(std::move(text));
  parameter(Value::of_bytes(Type::text, out_.owned.back().data(), out_.owned.back().size()));
}

void SqlWriter::constant(bool truth) {
  out_.text += dialect_ == SqlDialect::sqlite ? (truth ? "1" : "0") : (truth ? "TRUE" : "FALSE");
}

void SqlWriter::unknown() { out_.text += dialect_ == SqlDialect::sqlite ? "NULL" : "NULL::boolean"; }

// The compiler of predicates words what is wrong with a condition.
Error SqlWriter::fault(const Place& place) const {
  const auto find = [&](std::uint16_t entity, std::uint16_t field) { return names_.find(entity, field); };
  auto compiled = Predicate::compile(place.condition, entity_, find);
  if (!compiled) return std::move(compiled).error();
  return Error(Code::invalid, leads_nowhere);
}

Result<void> SqlWriter::node(const Place& place, std::size_t at) {
  if (place.depth > deepest) return fault(place);
  switch (place.condition.nodes()[at].op) {
    case Expr::Op::always: return constant(true), Result<void>();
    case Expr::Op::all:
    case Expr::Op::any: return joined(place, at);
    case Expr::Op::negate: return negation(place, at);
    case Expr::Op::through:
    case Expr::Op::exists: return link(place, at);
    case Expr::Op::formula: return formula(place, at);
    default: return leaf(place, at);
  }
}

Result<void> SqlWriter::joined(const Place& place, std::size_t at) {
  const auto& nodes = place.condition.nodes();
  const std::size_t end = at + nodes[at].size;
  const std::string_view word = nodes[at].op == Expr::Op::all ? " AND " : " OR ";
  const Place inner{place.condition, place.entity, place.alias, place.exact, place.denied, place.depth + 1};
  out_.text += '(';
  for (std::size_t child = at + 1; child < end; child += nodes[child].size) {
    if (child != at + 1) out_.text += word;
    GUANXI_CHECK(node(inner, child));
  }
  out_.text += ')';
  return {};
}

Result<void> SqlWriter::negation(const Place& place, std::size_t at) {
  out_.text += "NOT (";
  GUANXI_CHECK(node({place.condition, place.entity, place.alias, true, !place.denied, place.depth + 1}, at + 1));
  out_.text += ')';
  return {};
}

Result<void> SqlWriter::leaf(const Place& place, std::size_t at) {
  const Expr::Node& node = place.condition.nodes()[at];
  const AnyField* field = node.entity == place.entity ? names_.find(node.entity, node.field) : nullptr;
  if (field == nullptr) return fault(place);
  switch (node.op) {
    case Expr::Op::is_null:
      value(place, *field);
      out_.text += " IS NULL";
      return {};
    case Expr::Op::in: return list(place, at, *field);
    case Expr::Op::contains:
    case Expr::Op::starts_with: return part(place, *field, node.op, node.literal);
    default: return compare(place, *field, node.op, node.literal);
  }
}

Result<void> SqlWriter::compare(const Place& place, const AnyField& field, Expr::Op op, const Value& literal) {
  if (!literal.is_set()) return unknown(), Result<void>();
  if (!alike(field.type, literal.type)) return fault(place);
  if (is_number(field.type)) {
    number(place, field, op, literal);
  } else if (field.type == Type::money) {
    money(place, field, op, literal);
  } else {
    value(place, field);
    out_.text += sql_sign(op);
    parameter(literal);
  }
  return {};
}

void SqlWriter::number(const Place& place, const AnyField& field, Expr::Op op, const Value& literal) {
  const Rescaled stored = rescale(literal.integer, literal.type == Type::decimal ? literal.length : 0, scale_of(field));
  if (const auto truth = settled(op, stored)) return same_for_all(place, field, *truth);
  // Between two stored numbers "at least" means above the lower one, and "less" means up to it.
  if (!stored.exact) op = op == Expr::Op::less || op == Expr::Op::less_equal ? Expr::Op::less_equal : Expr::Op::greater;
  value(place, field);
  out_.text += sql_sign(op);
  parameter(Value::number(Type::integer, stored.floor));
}

// True (or false) where the field is set, unknown where it is not.
void SqlWriter::same_for_all(const Place& place, const AnyField& field, bool truth) {
  value(place, field);
  out_.text += truth ? " = " : " <> ";
  value(place, field);
}

void SqlWriter::money(const Place& place, const AnyField& field, Expr::Op op, const Value& literal) {
  out_.text += place.exact ? "CASE WHEN " : "(";
  names_.currency(out_.text, field, place.alias);
  out_.text += " = ";
  parameter(Value::number(Type::integer, literal.length));
  out_.text += place.exact ? " THEN " : " AND ";
  value(place, field);
  out_.text += sql_sign(op);
  parameter(Value::number(Type::integer, literal.integer));
  out_.text += place.exact ? " END" : ")";
}

Result<void> SqlWriter::list(const Place& place, std::size_t at, const AnyField& field) {
  const auto& nodes = place.condition.nodes();
  const std::size_t end = at + nodes[at].size;
  if (end == at + 1) return constant(false), Result<void>();
  for (std::size_t i = at + 1; i < end; ++i)
    if (nodes[i].literal.is_set() && !alike(field.type, nodes[i].literal.type)) return fault(place);
  const std::span<const Expr::Node> literals(nodes.data() + at + 1, nodes.data() + end);
  if (field.type == Type::money) return any_amount(place, field, literals), Result<void>();
  const std::size_t start = out_.text.size();
  value(place, field);
  out_.text += " IN (";
  bool first = true;
  for (const Expr::Node& node : literals) {
    const auto stored = stored_as(field, node.literal);
    if (!stored) continue;  // equal to no number that the field can hold
    if (!std::exchange(first, false)) out_.text += ',';
    if (stored->is_set())
      parameter(*stored);
    else
      out_.text += "NULL";
  }
  out_.text += ')';
  if (!first) return {};
  out_.text.resize(start);
  return same_for_all(place, field, false), Result<void>();
}

void SqlWriter::any_amount(const Place& place, const AnyField& field, std::span<const Expr::Node> literals) {
  out_.text += '(';
  for (const Expr::Node& node : literals) {
    if (&node != literals.data()) out_.text += " OR ";
    if (node.literal.is_set())
      money(place, field, Expr::Op::equal, node.literal);
    else
      unknown();
  }
  out_.text += ')';
}

Result<void> SqlWriter::part(const Place& place, const AnyField& field, Expr::Op op, const Value& literal) {
  if (!literal.is_set()) return unknown(), Result<void>();
  if (!is_text(field.type) || !is_text(literal.type)) return fault(place);
  const std::string_view text = literal.view();
  if (op == Expr::Op::starts_with) return prefix(place, field, text), Result<void>();
  const bool member = field.type == Type::set;
  if (member && (text.empty() || text.find('|') != text.npos)) return same_for_all(place, field, false), Result<void>();
  const bool sqlite = dialect_ == SqlDialect::sqlite;
  out_.text += sqlite ? "instr(" : "strpos(";
  value(place, field);
  out_.text += ',';
  if (member)
    parameter_text('|' + std::string(text) + '|');
  else
    parameter(literal);
  out_.text += ") > 0";
  return {};
}

// As a range, so that an index serves it.
void SqlWriter::prefix(const Place& place, const AnyField& field, std::string_view text) {
  if (dialect_ == SqlDialect::postgres) {
    out_.text += "starts_with(";
    value(place, field);
    out_.text += ',';
    parameter_text(std::string(text));
    out_.text += ')';
    return;
  }
  if (text.empty()) return same_for_all(place, field, true);
  out_.text += '(';
  value(place, field);
  out_.text += " >= ";
  parameter_text(std::string(text));
  if (auto end = behind(text)) {
    out_.text += " AND ";
    value(place, field);
    out_.text += " < ";
    parameter_text(*std::move(end));
  }
  out_.text += ')';
}

// Whether an index finds the rows that pass: one of the terms that must hold names a value of an indexed field.
bool SqlWriter::is_found_by_index(const Expr& condition, std::size_t at) const {
  const auto& nodes = condition.nodes();
  const std::size_t end = at + nodes[at].size;
  for (std::size_t term = nodes[at].op == Expr::Op::all ? at + 1 : at; term < end; term += nodes[term].size) {
    const Expr::Node& node = nodes[term];
    if (node.op != Expr::Op::equal && node.op != Expr::Op::in && node.op != Expr::Op::starts_with) continue;
    const AnyField* field = names_.find(node.entity, node.field);
    if (field != nullptr && !field->custom() && (field->has(indexed) || field->slot == common::id)) return true;
  }
  return false;
}

// A link is true or false, never unknown, and so is not touched by what stands around it. Where an index finds the rows
// at its other end these are gathered first, so that they may lead; elsewhere each row looks whether it has one.
Result<void> SqlWriter::link(const Place& place, std::size_t at) {
  const auto& nodes = place.condition.nodes();
  const Expr::Node& node = nodes[at];
  const bool through = node.op == Expr::Op::through;
  const AnyField* field = through && node.entity != place.entity ? nullptr : names_.find(node.entity, node.field);
  if (field == nullptr || field->type != Type::id) return fault(place);
  std::uint16_t other = through ? field->target : node.entity;
  for (std::size_t i = at + 1; other == 0 && i < at + node.size; ++i) other = nodes[i].entity;
  const AnyField* id = other == 0 ? nullptr : names_.find(other, 1);
  const AnyField* own_id = names_.find(place.entity, 1);
  if (id == nullptr || own_id == nullptr) return fault(place);
  const AnyField &here = through ? *field : *own_id, &there = through ? *id : *field;
  const bool counted = node.literal.is_set();
  const bool gathered = !counted && !place.exact && is_found_by_index(place.condition, at + 1);  // beside a null IN may be unknown
  const std::string alias = "t" + std::to_string(++aliases_);
  if (gathered) value(place, here);
  out_.text += gathered ? " IN (SELECT " : counted ? "(SELECT count(*)" : "EXISTS (SELECT ";
  if (!counted) names_.value(out_.text, there, alias);
  out_.text += " FROM ";
  names_.table(out_.text, other, alias);
  out_.text += " WHERE ";
  if (!gathered) {
    names_.value(out_.text, there, alias);
    out_.text += " = ";
    value(place, here);
    out_.text += " AND ";
  }
  GUANXI_CHECK(this->node({place.condition, other, alias, false, place.denied, place.depth + 1}, at + 1));
  names_.rows(out_.text, other, alias);
  out_.text += ')';
  if (!counted) return {};
  out_.text += " >= ";
  parameter(node.literal);
  return {};
}

}  // namespace guanxi
