#include "crm/expressions/ask.h"

#include "base/check.h"
#include "crm/expressions/filters.h"
#include "crm/expressions/row_values.h"
#include "crm/expressions/rulebook.h"
#include "crm/messages.h"
#include "expr/condition/plan.h"
#include "expr/feel/evaluation.h"

namespace guanxi::ask {
namespace {

constexpr Message no_lists{"ask.no_lists", "Character {0}: an expression on one record sees those it refers to, not the records of {1}.",
                           "第 {0} 个字符：对单条记录求值时只能使用它引用的记录，不能使用 {1} 的记录。"};
constexpr Message no_segment{"segment.unknown", "There is no segment \"{0}\" of yours, and no shared one: look at the list of segments.",
                             "没有您的或共享的客户细分“{0}”：请查看客户细分列表。"};

// What an expression means in a session: who asks, and what of related records may be seen.
class Asking {
 public:
  Asking(SessionState& session, View& view)
      : session_(session), snapshot_(view.snapshot()), filters_(view.reader(), *snapshot_.rules, {session.engine->now(), session.principal.user}, visible_) {}
  Asking(const Asking&) = delete;

  SavedFilters& filters() noexcept { return filters_; }
  const Snapshot& snapshot() const noexcept { return snapshot_; }

 private:
  struct Visible {
    const Asking* of;
    std::optional<Expr> operator()(std::uint16_t entity) const {
      const EntityType* const type = of->snapshot_.schema->find(entity);
      if (type == nullptr) return std::nullopt;
      return of->snapshot_.policy->filter(of->session_.principal, access::Action::read, *type, *of->snapshot_.schema);
    }
  };

  SessionState& session_;
  Snapshot snapshot_;
  Visible visible_{this};
  SavedFilters filters_;
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

Result<NamedCondition> compiled(Asking& asking, View& view, std::string_view entity, std::string_view text) {
  GUANXI_ASSIGN(const EntityType* type, entity_of(view.schema(), entity));
  NamedCondition out{type->number(), std::string(text), {}};
  if (!text.empty()) {
    GUANXI_ASSIGN(out.condition, asking.filters().condition(text, type->number()));
  }
  return out;
}

}  // namespace

Result<Expr> condition(SessionState& session, std::uint16_t entity, std::string_view feel) {
  GUANXI_ASSIGN(View view, View::open(session));
  return Asking(session, view).filters().condition(feel, entity);
}

Result<ConditionPlan> explain(SessionState& session, std::uint16_t entity, std::string_view feel) {
  GUANXI_ASSIGN(View view, View::open(session));
  Asking asking(session, view);
  GUANXI_ASSIGN(const auto checked, condition::check_condition(feel, entity, asking.snapshot().rules->vocabulary(), condition::Filters::by_name));
  const Schema& schema = *asking.snapshot().schema;
  GUANXI_ASSIGN(condition::Plan found, condition::plan(checked, asking.filters().meaning(), ReadableNames(schema), schema.find(entity)->name()));
  ConditionPlan plan{std::move(found.by_database), std::move(found.by_row), std::move(found.sql.text), {}};
  for (const Value& value : found.sql.parameters) plan.values.push_back(shown(value));
  return plan;
}

Result<NamedCondition> filter(SessionState& session, std::string_view name) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto row, named<SavedFilter>(view.reader(), view.schema(), session.principal.user, name));
  if (!row) return no_such_filter(name);
  Asking asking(session, view);
  asking.filters().begin(row->id(), name);
  return compiled(asking, view, (*row)[SavedFilter.entity], (*row)[SavedFilter.condition]);
}

Result<NamedCondition> segment(SessionState& session, std::string_view name) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto row, named<Segment>(view.reader(), view.schema(), session.principal.user, name));
  if (!row) return Error(Code::not_found, no_segment, {std::string(name)});
  const std::string_view text = (*row)[Segment.condition];
  Asking asking(session, view);
  GUANXI_ASSIGN(NamedCondition out, compiled(asking, view, (*row)[Segment.entity], text));
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
