// Conditions as they come through the door: prefix terms, checked one by one before an Expr is made of them.
#include "capi/door/query.h"

namespace guanxi::door {
namespace {

constexpr Message bad_terms{"door.bad_terms", "Term {0} of the condition does not fit: its operator, size or terms below are wrong.",
                            "条件的第 {0} 项不正确：运算符、size 或其下的项有误。"};
constexpr Message no_term_field{"door.no_term_field", "Term {0} of the condition names the entity {1} and field {2}, which there are not, or not here.",
                           "条件的第 {0} 项引用的对象 {1} 字段 {2} 不存在，或不能用在这里。"};
constexpr Message too_deep{"door.condition_limit", "A condition has at most {0} terms.", "条件最多 {0} 项。"};

constexpr std::int64_t most_terms = 10'000;
constexpr int most_levels = 100;

class Reading {
 public:
  Reading(const Schema& schema, const gx_term* terms) : schema_(schema), terms_(terms) {}

  // The condition that begins at `at` and must end at `end`, on rows of `type`.
  Result<Expr> condition(const EntityType& type, std::int64_t at, std::int64_t end, int level) {
    const gx_term& term = terms_[at];
    if (level > most_levels || term.size != static_cast<std::uint64_t>(end - at) || term.op > GX_OP_EXISTS) return bad(at);
    switch (term.op) {
      case GX_OP_ALWAYS: return end == at + 1 ? Result<Expr>(Expr()) : bad(at);
      case GX_OP_ALL:
      case GX_OP_ANY:
      case GX_OP_NOT: return joined(type, at, end, level);
      case GX_OP_THROUGH:
      case GX_OP_EXISTS: return linked(type, at, end, level);
      case GX_OP_IN: return among(type, at, end);
      case GX_OP_LITERAL: return bad(at);
      default: return compared(type, at, end);
    }
  }

 private:
  static Error bad(std::int64_t at) { return Error(Code::invalid, bad_terms, {std::to_string(at)}); }

  // The end of the term that begins at `at`, at most `end`.
  std::int64_t end_of(std::int64_t at, std::int64_t end) const { return terms_[at].size == 0 ? end + 1 : at + terms_[at].size; }

  Result<const AnyField*> field(const EntityType* type, std::int64_t at) const {
    const gx_term& term = terms_[at];
    const AnyField* found = type == nullptr || term.entity != type->number() ? nullptr : type->find(term.field);
    if (found == nullptr) return Error(Code::not_found, no_term_field, {std::to_string(at), std::to_string(term.entity), std::to_string(term.field)});
    return found;
  }

  Result<Expr> joined(const EntityType& type, std::int64_t at, std::int64_t end, int level) {
    const std::uint16_t op = terms_[at].op;
    std::optional<Expr> all;
    for (std::int64_t next = at + 1; next < end;) {
      const std::int64_t to = end_of(next, end);
      if (to > end || (op == GX_OP_NOT && to != end)) return bad(next);
      GUANXI_ASSIGN(Expr one, condition(type, next, to, level + 1));
      if (!all)
        all = std::move(one);
      else
        all = op == GX_OP_ALL ? std::move(*all) && std::move(one) : std::move(*all) || std::move(one);
      next = to;
    }
    if (!all) return bad(at);
    return op == GX_OP_NOT ? !std::move(*all) : std::move(*all);
  }

  Result<Expr> linked(const EntityType& type, std::int64_t at, std::int64_t end, int level) {
    const gx_term& term = terms_[at];
    const bool through = term.op == GX_OP_THROUGH;
    const EntityType* owner = through ? &type : schema_.find(term.entity);
    GUANXI_ASSIGN(const AnyField* link, field(owner, at));
    const EntityType* below = through ? schema_.find(link->target) : owner;
    if (link->type != Type::id || below == nullptr || (!through && link->target != type.number())) return bad(at);
    Expr inner;
    if (at + 1 < end) {
      GUANXI_ASSIGN(inner, condition(*below, at + 1, end, level + 1));
    }
    return through ? Expr::through(term.entity, term.field, std::move(inner)) : Expr::exists(term.entity, term.field, std::move(inner));
  }

  Result<Value> literal(const AnyField& of, std::int64_t at) const {
    if (terms_[at].literal.state != GX_STATE_SET) return bad(at);
    const bool piece = terms_[at].op == GX_OP_CONTAINS || terms_[at].op == GX_OP_STARTS_WITH;
    if (!piece) return value_in(of, terms_[at].literal);
    const gx_value& text = terms_[at].literal;  // a piece of a text, or one code of a set
    const bool holds_text = of.type == Type::text || of.type == Type::picklist || of.type == Type::set;
    if (!holds_text || text.type < GX_TYPE_TEXT || text.type > GX_TYPE_SET) return bad(at);
    GUANXI_ASSIGN(const std::string_view checked, text_in(text.as.bytes, text.length));
    return Value::of_bytes(Type::text, checked.data(), checked.size());
  }

  Result<Expr> compared(const EntityType& type, std::int64_t at, std::int64_t end) {
    const gx_term& term = terms_[at];
    if (end != at + 1) return bad(at);
    GUANXI_ASSIGN(const AnyField* of, field(&type, at));
    if (term.op == GX_OP_IS_NULL) return Expr::is_null(term.entity, term.field);
    GUANXI_ASSIGN(const Value value, literal(*of, at));
    return Expr::compare(static_cast<Expr::Op>(term.op), term.entity, term.field, value);
  }

  Result<Expr> among(const EntityType& type, std::int64_t at, std::int64_t end) {
    GUANXI_ASSIGN(const AnyField* of, field(&type, at));
    std::vector<Value> values;
    for (std::int64_t next = at + 1; next < end; ++next) {
      if (terms_[next].op != GX_OP_LITERAL || terms_[next].size != 1) return bad(next);
      GUANXI_ASSIGN(const Value value, literal(*of, next));
      values.push_back(value);
    }
    return Expr::in(terms_[at].entity, terms_[at].field, values);
  }

  const Schema& schema_;
  const gx_term* terms_;
};

}  // namespace

Result<Expr> condition_in(const Schema& schema, const EntityType& type, const gx_term* terms, std::int64_t count) {
  GUANXI_CHECK(check_count(count, terms));
  if (count == 0) return Expr();
  if (count > most_terms) return Error(Code::limit, too_deep, {std::to_string(most_terms)});
  return Reading(schema, terms).condition(type, 0, count, 0);
}

}  // namespace guanxi::door
