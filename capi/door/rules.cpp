// Conditions in FEEL, expressions and decisions.
#include "capi/door/query.h"
#include "capi/door/rows.h"
#include "base/json_text.h"
#include "crm/expressions/ask.h"
#include "guanxi/dmn.h"

namespace guanxi::door {
namespace {

constexpr Message other_entity{"door.other_entity", "\"{0}\" is about {1}, the query about {2}.", "“{0}”针对的是 {1}，而查询针对的是 {2}。"};

Result<const EntityType*> records_of(const gx_query& query) {
  if (query.question.entry == nullptr) return query.question.type;
  const EntityType* const type = query.question.entry->takes_condition ? query.schema->find(query.question.arguments->get(DimensionsQuery.entity).view()) : nullptr;
  if (type == nullptr) return Error(Code::unsupported, messages::no_shape, {std::string(name_of(*query.question.entry->arguments))});
  return type;
}

std::string json_of(const ConditionPlan& plan) {
  JsonText json;
  json.open('{').name("by_database").texts(plan.by_database).name("by_row").texts(plan.by_row).text("sql", plan.sql);
  return json.name("values").texts(plan.values).close('}').take();
}

std::string json_of(const Evaluation& evaluation) {
  JsonText json;
  return json.open('{').raw("value", evaluation.json).text("feel", evaluation.text).text("why", evaluation.why).close('}').take();
}

std::string json_of_decision(const Evaluation& evaluation) {
  JsonText json;
  json.open('{').raw("value", evaluation.json).text("feel", evaluation.text).text("why", evaluation.why).name("tables");
  json.objects(evaluation.tables, [&](const TableMatch& table) {
    json.text("decision", table.decision).name("rules").list(table.rules, [&](std::uint32_t rule) { json.number(rule); });
  });
  return json.close('}').take();
}

Result<void> narrow(gx_query& query, std::string_view name, NamedCondition named) {
  GUANXI_ASSIGN(const EntityType* type, records_of(query));
  const EntityType* const about = query.schema->find(named.entity);
  if (named.entity != type->number())
    return Error(Code::invalid, other_entity, {std::string(name), std::string(about == nullptr ? "?" : about->name()), std::string(type->name())});
  query.question.condition = query.question.condition && std::move(named.condition);
  return {};
}

Instant now_of(Session& session) { return SessionAccess::state(session).engine->now(); }

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using namespace guanxi::door;

int32_t gx_query_where_feel(gx_query* query, const char* feel, int64_t len, gx_error** err) {
  return in_session(query, err, [&](Session& session) -> Status {
    GUANXI_ASSIGN(const EntityType* type, records_of(*query));
    GUANXI_ASSIGN(const std::string_view text, text_in(feel, len));
    GUANXI_ASSIGN(Expr condition, session.condition(type->number(), text));
    query->question.condition = query->question.condition && std::move(condition);
    return GX_OK;
  });
}

int32_t gx_query_filter(gx_query* query, const char* name, int64_t len, gx_error** err) {
  return in_session(query, err, [&](Session& session) -> Status {
    GUANXI_ASSIGN(const std::string_view wanted, text_in(name, len));
    GUANXI_ASSIGN(NamedCondition named, session.filter(wanted));
    GUANXI_CHECK(narrow(*query, wanted, std::move(named)));
    return GX_OK;
  });
}

int32_t gx_query_segment(gx_query* query, const char* name, int64_t len, gx_error** err) {
  return in_session(query, err, [&](Session& session) -> Status {
    GUANXI_ASSIGN(const std::string_view wanted, text_in(name, len));
    GUANXI_ASSIGN(NamedCondition named, session.segment(wanted));
    GUANXI_CHECK(narrow(*query, wanted, std::move(named)));
    return GX_OK;
  });
}

int32_t gx_session_explain(gx_session* session, uint32_t entity, const char* feel, int64_t len, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& asked) -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(const std::string_view text, text_in(feel, len));
    GUANXI_ASSIGN(const ConditionPlan plan, asked.explain(static_cast<std::uint16_t>(entity > 0xffff ? 0 : entity), text));
    *out = make_text(session->box->core, json_of(plan));
    return GX_OK;
  });
}

int32_t gx_session_evaluate(gx_session* session, const gx_record* record, const char* feel, int64_t len, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& asked) -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_CHECK(check_handle(record));
    GUANXI_ASSIGN(const std::string_view text, text_in(feel, len));
    GUANXI_ASSIGN(const Evaluation evaluation, ask::evaluate(SessionAccess::state(asked), record->row, text));
    *out = make_text(session->box->core, json_of(evaluation));
    return GX_OK;
  });
}

int32_t gx_session_feel(gx_session* session, const char* feel, int64_t len, const char* json, int64_t json_len, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& asked) -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(const std::string_view text, text_in(feel, len));
    GUANXI_ASSIGN(const std::string_view context, text_in(json, json_len));
    const std::string_view given = context.empty() ? std::string_view("{}") : context;
    GUANXI_ASSIGN(const Formula formula, Formula::parse_for(text, given));
    GUANXI_ASSIGN(const Evaluation evaluation, formula.evaluate(given, now_of(asked), asked.language()));
    *out = make_text(session->box->core, json_of(evaluation));
    return GX_OK;
  });
}

int32_t gx_session_decide(gx_session* session, const char* model, int64_t model_len, const char* decision, int64_t len, const char* json,
                          int64_t json_len, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& asked) -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(const std::string_view xml, text_in(model, model_len));
    GUANXI_ASSIGN(const std::string_view name, text_in(decision, len));
    GUANXI_ASSIGN(const std::string_view inputs, text_in(json, json_len));
    GUANXI_ASSIGN(const auto loaded, session->box->core->models.of(xml));
    GUANXI_ASSIGN(const Evaluation evaluation, loaded->decide(name, inputs.empty() ? "{}" : inputs, now_of(asked), asked.language()));
    *out = make_text(session->box->core, json_of_decision(evaluation));
    return GX_OK;
  });
}
