#include "crm/expressions/ask.h"

#include "base/check.h"
#include "crm/each_live.h"
#include "crm/expressions/row_values.h"
#include "crm/expressions/rulebook.h"
#include "crm/messages.h"
#include "expr/condition/translate.h"
#include "expr/feel/evaluation.h"
#include "expr/sql.h"

namespace guanxi::ask {
namespace {

constexpr Message no_filter{"filter.unknown", "There is no saved filter \"{0}\" of yours, and no shared one: look at the list of saved filters.",
                            "没有您的或共享的筛选条件“{0}”：请查看已保存的筛选条件。"};
constexpr Message no_lists{"ask.no_lists", "Character {0}: an expression on one record sees those it refers to, not the records of {1}.",
                           "第 {0} 个字符：对单条记录求值时只能使用它引用的记录，不能使用 {1} 的记录。"};
constexpr Message no_segment{"segment.unknown", "There is no segment \"{0}\" of yours, and no shared one: look at the list of segments.",
                             "没有您的或共享的客户细分“{0}”：请查看客户细分列表。"};

// What an expression means in a session: who asks, and what of related records may be seen.
class Asking {
 public:
  Asking(SessionState& session, Snapshot snapshot)
      : session_(session), snapshot_(std::move(snapshot)), circumstances_{session.engine->now(), session.principal.user} {}

  Result<std::shared_ptr<const condition::Checked>> check(std::uint16_t entity, std::string_view feel) const {
    return condition::check_condition(feel, entity, snapshot_.rules->vocabulary());
  }
  Result<Expr> translate(const std::shared_ptr<const condition::Checked>& checked, std::uint32_t node) const {
    const auto visible = [&](std::uint16_t entity) -> std::optional<Expr> {
      const EntityType* const type = snapshot_.schema->find(entity);
      return type == nullptr ? std::nullopt : snapshot_.policy->filter(session_.principal, access::Action::read, *type, *snapshot_.schema);
    };
    return condition::translate(checked, node, circumstances_, visible);
  }
  Result<Expr> condition(std::uint16_t entity, std::string_view feel) const {
    GUANXI_ASSIGN(const auto checked, check(entity, feel));
    return translate(checked, checked->root);
  }
  const Snapshot& snapshot() const noexcept { return snapshot_; }

 private:
  SessionState& session_;
  Snapshot snapshot_;
  condition::Circumstances circumstances_;
};

// Names as people would write them; tables are called after their entities.
class ReadableNames final : public SqlNames {
 public:
  explicit ReadableNames(const Schema& schema) noexcept : schema_(schema) {}

  const AnyField* find(std::uint16_t entity, std::uint16_t field) const override {
    const EntityType* const type = schema_.find(entity);
    return type == nullptr ? nullptr : type->find(field);
  }
  void value(std::string& out, const AnyField& field, std::string_view alias) const override { out.append(alias).append(".").append(field.name); }
  void currency(std::string& out, const AnyField& field, std::string_view alias) const override {
    value(out, field, alias);
    out += "_currency";
  }
  void table(std::string& out, std::uint16_t entity, std::string_view alias) const override {
    out.append(schema_.find(entity)->name()).append(" ").append(alias);
  }
  void rows(std::string&, std::uint16_t, std::string_view) const override {}

 private:
  const Schema& schema_;
};

std::string shown(const Value& value) {
  if (!value.is_set()) return "null";
  if (value.type == Type::none) return "formula";
  if (value.type == Type::id) return Id::from_bytes(value.bytes).text();
  if (value.has_bytes()) return '"' + std::string(value.view()) + '"';
  return std::to_string(value.integer);
}

// Whoever made the row, or everybody where it is shared.
template <const auto& E>
Result<std::optional<Record<E>>> named(SessionState& session, View& view, std::string_view name) {
  const Expr mine = E.owner == Ref<UserEntity>(session.principal.user) || E.shared == true;
  std::optional<Record<E>> found;
  GUANXI_CHECK(each_live<E>(view.reader(), view.schema().of(E), E.id, E.name == Text(name) && mine, [&](Record<E>&& row) -> Result<void> {
    const bool own = row[E.owner] == Ref<UserEntity>(session.principal.user);
    if (!found || own) found.emplace(std::move(row));
    return {};
  }));
  return found;
}

Result<NamedCondition> compiled(SessionState& session, View& view, std::string_view entity, std::string_view text) {
  GUANXI_ASSIGN(const EntityType* type, entity_of(view.schema(), entity));
  NamedCondition out{type->number(), std::string(text), {}};
  if (!text.empty()) {
    GUANXI_ASSIGN(out.condition, Asking(session, view.snapshot()).condition(type->number(), text));
  }
  return out;
}

}  // namespace

Result<Expr> condition(SessionState& session, std::uint16_t entity, std::string_view feel) {
  GUANXI_ASSIGN(const View view, View::open(session));
  return Asking(session, view.snapshot()).condition(entity, feel);
}

Result<ConditionPlan> explain(SessionState& session, std::uint16_t entity, std::string_view feel) {
  GUANXI_ASSIGN(const View view, View::open(session));
  const Asking asking(session, view.snapshot());
  GUANXI_ASSIGN(const auto checked, asking.check(entity, feel));
  ConditionPlan plan;
  Expr by_database;
  for (const std::uint32_t term : condition::terms_of(*checked)) {
    GUANXI_ASSIGN(Expr one, asking.translate(checked, term));
    const bool exact = one.formulas().empty();
    (exact ? plan.by_database : plan.by_row).push_back(words_of(*checked, term));
    if (exact) by_database = std::move(by_database) && std::move(one);
  }
  Sql sql;
  GUANXI_CHECK(SqlWriter(sql, ReadableNames(*asking.snapshot().schema)).condition(by_database, entity, asking.snapshot().schema->find(entity)->name()));
  plan.sql = std::move(sql.text);
  for (const Value& value : sql.parameters) plan.values.push_back(shown(value));
  return plan;
}

Result<NamedCondition> filter(SessionState& session, std::string_view name) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto row, named<SavedFilter>(session, view, name));
  if (!row) return Error(Code::not_found, no_filter, {std::string(name)});
  return compiled(session, view, (*row)[SavedFilter.entity], (*row)[SavedFilter.condition]);
}

Result<NamedCondition> segment(SessionState& session, std::string_view name) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto row, named<Segment>(session, view, name));
  if (!row) return Error(Code::not_found, no_segment, {std::string(name)});
  const std::string_view text = (*row)[Segment.condition];
  GUANXI_ASSIGN(NamedCondition out, compiled(session, view, (*row)[Segment.entity], text));
  const auto listed = [&](Expr how) {
    return exists(SegmentMember.record, SegmentMember.segment == Ref<SegmentEntity>(row->id()) && is_null(SegmentMember.archived_at) && std::move(how));
  };
  const Expr excluded = SegmentMember.excluded == true;
  const Expr included = SegmentMember.excluded == false || is_null(SegmentMember.excluded);
  out.condition = (text.empty() ? listed(included) : std::move(out.condition) || listed(included)) && !listed(excluded);
  return out;
}

Result<Evaluation> evaluate(SessionState& session, const AnyRecord& record, std::string_view feel) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto checked, condition::check(feel, record.entity(), view.snapshot().rules->vocabulary()));
  for (const auto& [node, denoted] : checked->denoted)
    if (denoted.what == condition::Denoted::list) return Error(Code::invalid, no_lists, {std::to_string(checked->character_of(node)), words_of(*checked, node)});
  RowExpression expression(*checked, {session.engine->now(), session.principal.user});
  GUANXI_ASSIGN(const feel::Value value, expression.evaluate(record, view));
  return feel::evaluation_of(value, session.language);
}

}  // namespace guanxi::ask
