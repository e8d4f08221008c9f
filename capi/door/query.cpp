// Questions, and the rows that answer them.
#include "capi/door/query.h"

#include "capi/door/arrow.h"
#include "capi/door/rows.h"
#include "crm/view.h"
#include "expr/row_formula.h"
#include "model/validate.h"

gx_query::gx_query(std::shared_ptr<guanxi::door::SessionBox> of, std::shared_ptr<const guanxi::Schema> in,
                   guanxi::door::Question&& asked) noexcept
    : Head{guanxi::door::mark_of<gx_query>}, box(std::move(of)), schema(std::move(in)), question(std::move(asked)) {}

namespace guanxi::door {
namespace {

constexpr Message records_only{"door.records_only", "\"{0}\" is no list of records: it has neither order, page nor search.",
                               "“{0}”不是记录列表：没有排序、分页和检索。"};
constexpr Message no_condition{"door.no_condition", "\"{0}\" takes no condition: set its arguments.", "“{0}”不接受条件：请设置其参数。"};
constexpr Message no_arguments{"door.no_arguments", "A list of records has no arguments: use a condition.", "记录列表没有参数：请使用条件。"};
constexpr Message bad_page{"door.bad_page", "A page of {0} rows cannot be: give 0 for all, or how many.", "每页 {0} 行无效：请给出行数，0 表示全部。"};

constexpr Message bad_token{"door.bad_token", "The token to go on from is none: pass the one of gx_cursor_token.",
                            "续读标记无效：请传入 gx_cursor_token 返回的标记。"};

constexpr std::size_t page_size = 256;
constexpr std::int64_t most_hits = 1000;

const QueryEntry* entry_of(std::uint32_t number) noexcept {
  for (const QueryEntry& entry : queries())
    if (number_of(*entry.arguments) == number) return &entry;
  return nullptr;
}

Result<void> check_records(const gx_query& query) {
  if (query.question.entry == nullptr) return {};
  return Error(Code::unsupported, records_only, {std::string(name_of(*query.question.entry->arguments))});
}

Result<Question> question_of(const Core& core, const Schema& schema, std::uint32_t number) {
  Question question;
  question.entry = entry_of(number);
  if (question.entry == nullptr) {
    question.type = number > 0xffff ? nullptr : schema.find(static_cast<std::uint16_t>(number));
    if (question.type == nullptr) return Error(Code::not_found, messages::no_shape, {std::to_string(number)});
    return question;
  }
  GUANXI_ASSIGN(question.type, core.type(schema, number_of(*question.entry->rows)));
  GUANXI_ASSIGN(const EntityType* arguments, core.type(schema, number));
  question.arguments = arguments->record();
  return question;
}

// The first rows that have the words; a Session searches among live ones alone.
Result<std::vector<AnyRecord>> search(Session& session, const Question& question, std::size_t limit) {
  if (!question.options.archived) return session.search(question.type->number(), *question.text, limit, question.condition);
  std::vector<AnyRecord> hits;
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  const std::optional<Expr> filter = view.readable(*question.type, question.condition, true);
  if (!filter) return hits;
  const store::Search request{.type = question.type, .text = *question.text, .filter = &*filter, .limit = limit};
  GUANXI_CHECK(view.reader().search(request, [&](AnyRecord& row) {
    hits.push_back(std::move(row));
    return hits.size() < limit;
  }));
  GUANXI_CHECK(check_finished(question.condition));
  return hits;
}

// What the query would give without a page.
Result<std::int64_t> count(Session& session, const Question& question) {
  if (question.text) {
    GUANXI_ASSIGN(const auto hits, search(session, question, static_cast<std::size_t>(most_hits)));
    return static_cast<std::int64_t>(hits.size());
  }
  if (!question.options.archived) return session.count(question.type->number(), question.condition);
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  const std::optional<Expr> filter = view.readable(*question.type, question.condition, true);
  std::int64_t total = 0;
  const store::Aggregate request{.type = question.type, .filter = filter ? &*filter : nullptr, .groups = {{}}, .sums = {}};
  if (filter) GUANXI_CHECK(view.reader().aggregate(request, [&](const store::AggregateRow& row) { total = row.count; }));
  GUANXI_CHECK(check_finished(question.condition));
  return total;
}

// Tokens are bytes inside and text outside.
std::string hexadecimal(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

Result<std::string> token_in(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  std::string out;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) return Error(Code::invalid, bad_token);
    out += static_cast<char>(high * 16 + low);
  }
  if (text.size() % 2 != 0) return Error(Code::invalid, bad_token);
  return out;
}

// A condition of a query that is no list of records is about the entity that its arguments name.
Result<const EntityType*> type_of_condition(const gx_query& query) {
  const Question& question = query.question;
  if (question.entry == nullptr) return question.type;
  if (!question.entry->takes_condition) return Error(Code::unsupported, no_condition, {std::string(name_of(*question.entry->arguments))});
  const EntityType* type = query.schema->find(question.arguments->get(DimensionsQuery.entity).view());
  if (type == nullptr) return Error(Code::not_found, messages::no_shape, {"?"});
  return type;
}

}  // namespace

Rows::Rows(const EntityType* type, std::shared_ptr<const Schema> schema, std::vector<AnyRecord> rows)
    : schema_(std::move(schema)), rows_(std::move(rows)), done_(true) {
  question_.type = type;
}

Result<AnyRecord*> Rows::next(Session& session) {
  GUANXI_CHECK(fill(session));
  return next_at_hand();
}

Result<void> Rows::fill(Session& session) {
  if (at_ < rows_.size() || done_) return {};
  rows_.clear();
  at_ = 0;
  if (question_.entry != nullptr) {
    const AnyRecord& arguments = *question_.arguments;
    AnyRecord checked(arguments);
    GUANXI_CHECK(validate(*schema_, EntityType(*question_.entry->arguments), checked, nullptr));
    GUANXI_ASSIGN(rows_, question_.entry->answer(session, checked, question_.condition));
    done_ = true;
    return {};
  }
  if (!question_.text) return fill_page(session);
  const std::int64_t wanted = question_.limit == 0 ? most_hits : std::min(question_.limit, most_hits);
  GUANXI_ASSIGN(rows_, search(session, question_, static_cast<std::size_t>(wanted)));
  done_ = true;
  return {};
}

Result<void> Rows::fill_page(Session& session) {
  FindOptions options = question_.options;
  options.limit = page_size;
  if (question_.limit > 0) options.limit = static_cast<std::size_t>(std::min<std::int64_t>(question_.limit - given_, page_size));
  GUANXI_ASSIGN(auto page, session.find(question_.type->number(), question_.condition, options));
  given_ += static_cast<std::int64_t>(page.rows.size());
  done_ = page.next.empty() || (question_.limit > 0 && given_ >= question_.limit);
  rows_ = std::move(page.rows);
  token_ = hexadecimal(page.next);
  question_.options.after = std::move(page.next);
  return {};
}

}  // namespace guanxi::door

using namespace guanxi;
using door::in_session;
using door::on;
using door::Status;

int32_t gx_query_new(gx_session* session, uint32_t number, gx_query** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    std::shared_ptr<const Schema> schema = in.schema();
    GUANXI_ASSIGN(door::Question question, door::question_of(*session->box->core, *schema, number));
    *out = door::make<gx_query>(session->box->core, session->box, std::move(schema), std::move(question));
    return GX_OK;
  });
}

int32_t gx_query_where(gx_query* query, const gx_term* terms, int64_t count, gx_error** err) {
  return on(query, err, [&]() -> Status {
    GUANXI_ASSIGN(const EntityType* type, door::type_of_condition(*query));
    GUANXI_ASSIGN(Expr condition, door::condition_in(*query->schema, *type, terms, count));
    query->question.condition = query->question.condition && std::move(condition);
    return GX_OK;
  });
}

int32_t gx_query_search(gx_query* query, const char* text, int64_t len, gx_error** err) {
  return on(query, err, [&]() -> Status {
    GUANXI_CHECK(door::check_records(*query));
    GUANXI_ASSIGN(const std::string_view wanted, door::text_in(text, len));
    query->question.text = std::string(wanted);
    return GX_OK;
  });
}

int32_t gx_query_order(gx_query* query, uint32_t field, int32_t descending, gx_error** err) {
  return on(query, err, [&]() -> Status {
    GUANXI_CHECK(door::check_records(*query));
    GUANXI_ASSIGN(const AnyField* by, door::field_of(*query->question.type, field));
    query->question.options.order.push_back({by->number, descending != 0});
    return GX_OK;
  });
}

int32_t gx_query_page(gx_query* query, int64_t limit, const char* after, int64_t len, gx_error** err) {
  return on(query, err, [&]() -> Status {
    GUANXI_CHECK(door::check_records(*query));
    if (limit < 0) return Error(Code::invalid, door::bad_page, {std::to_string(limit)});
    GUANXI_ASSIGN(const std::string_view token, door::text_in(after, len));
    GUANXI_ASSIGN(query->question.options.after, door::token_in(token));
    query->question.limit = limit;
    return GX_OK;
  });
}

int32_t gx_query_archived(gx_query* query, int32_t archived, gx_error** err) {
  return on(query, err, [&]() -> Status {
    GUANXI_CHECK(door::check_records(*query));
    query->question.options.archived = archived != 0;
    return GX_OK;
  });
}

int32_t gx_query_set(gx_query* query, const uint32_t* arguments, int64_t count, const gx_value* values, gx_error** err) {
  return on(query, err, [&]() -> Status {
    if (query->question.entry == nullptr) return Error(Code::unsupported, door::no_arguments);
    GUANXI_ASSIGN(const EntityType* type, query->box->core->type(*query->schema, query->question.arguments->entity()));
    GUANXI_CHECK(door::apply(*type, arguments, count, values, *query->question.arguments));
    return GX_OK;
  });
}

int32_t gx_query_count(gx_query* query, int64_t* out, gx_error** err) {
  if (out != nullptr) *out = 0;
  return in_session(query, err, [&](Session& session) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_CHECK(door::check_records(*query));
    GUANXI_ASSIGN(*out, door::count(session, query->question));
    return GX_OK;
  });
}

int32_t gx_query_open(gx_query* query, gx_cursor** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(query, err, [&](Session& session) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    door::Rows rows(query->question, query->schema);
    GUANXI_CHECK(rows.fill(session));
    *out = door::make_cursor(query->box, std::move(rows));
    return GX_OK;
  });
}

int32_t gx_query_arrow(gx_query* query, const uint32_t* fields, int64_t count, void* out, gx_error** err) {
  return in_session(query, err, [&](Session&) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_CHECK(door::check_count(count, fields));
    GUANXI_CHECK(door::export_arrow(query->box, door::Rows(query->question, query->schema), {fields, static_cast<std::size_t>(count)}, out));
    return GX_OK;
  });
}

void gx_query_free(gx_query* query) { door::dispose(query); }

int32_t gx_session_get(gx_session* session, uint32_t entity, const uint8_t* id16, gx_record** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_ASSIGN(const Id id, door::id_in(id16));
    if (entity > 0xffff) return Error(Code::not_found, door::messages::no_shape, {std::to_string(entity)});
    GUANXI_ASSIGN(AnyRecord row, in.get(static_cast<std::uint16_t>(entity), id));
    *out = door::make_record(*session->box, std::move(row));
    return GX_OK;
  });
}

int32_t gx_session_duplicates(gx_session* session, const gx_record* record, gx_cursor** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_CHECK(door::check_handle(record));
    GUANXI_ASSIGN(const auto hits, in.duplicates_of(record->row));
    std::shared_ptr<const Schema> schema = in.schema();
    GUANXI_ASSIGN(const EntityType* type, session->box->core->type(*schema, number_of(DuplicateRow)));
    auto rows = door::rows_of(hits, *schema);
    *out = door::make_cursor(session->box, door::Rows(type, std::move(schema), std::move(rows)));
    return GX_OK;
  });
}

int32_t gx_session_changes(gx_session* session, int64_t since, int64_t limit, gx_cursor** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    if (limit < 1 || limit > 100'000) return Error(Code::limit, door::messages::bad_limit, {std::to_string(limit)});
    GUANXI_ASSIGN(const auto entries, in.changes_since(since, static_cast<std::size_t>(limit)));
    std::shared_ptr<const Schema> schema = in.schema();
    GUANXI_ASSIGN(const EntityType* type, session->box->core->type(*schema, number_of(ChangeRow)));
    *out = door::make_cursor(session->box, door::Rows(type, std::move(schema), door::rows_of(entries)));
    return GX_OK;
  });
}
