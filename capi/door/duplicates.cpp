// Duplicates: search, explanation, index, merge and unmerge, whose answers are JSON.
#include "guanxi/duplicates.h"

#include <algorithm>
#include <cstring>

#include "base/json_text.h"
#include "capi/door/door.h"

namespace guanxi::door {
namespace {

constexpr Message bad_listed{"door.bad_listed", "A report lists 0 to 100,000 pairs, not {0}.", "报告可列出 0 至 100000 对，不能是 {0}。"};

constexpr Message negative{"door.negative", "How many hits and how much effort are no negative numbers: {0} is.", "条数和工作量不能为负数：{0}。"};

Result<std::uint16_t> entity_number(const Session& session, std::uint32_t entity) {
  if (entity > 0xffff || session.schema()->find(static_cast<std::uint16_t>(entity)) == nullptr)
    return Error(Code::not_found, messages::no_shape, {std::to_string(entity)});
  return static_cast<std::uint16_t>(entity);
}

void add_id(JsonText& json, std::string_view name, const Id& id) {
  if (id.empty()) json.raw(name, "null");
  else json.text(name, id.text());
}

std::string report_json(const DuplicateSearch& found) {
  JsonText json;
  json.open('{').number("records", found.records).number("pairs", found.pairs).number("groups", found.groups).number("oversize", found.oversize).number("queued", found.queued)
      .number("dismissed", found.dismissed).number("change_set", found.change_set);
  json.name("listed").objects(found.listed, [&](const DuplicateSearchPair& pair) {
    add_id(json, "low", pair.low);
    add_id(json, "high", pair.high);
    json.text("low_name", pair.low_name).text("high_name", pair.high_name).text("verdict", pair.verdict).decimals("score", pair.score);
    add_id(json, "cluster", pair.group);
  });
  return json.close('}').take();
}

std::string report_json(const DuplicateCheck& check) {
  JsonText json;
  json.open('{').text("verdict", check.verdict).flag("partial", check.partial);
  json.name("hits").objects(check.hits, [&](const DuplicateHit& hit) {
    add_id(json, "record", hit.record);
    json.text("name", hit.name).flag("masked", hit.masked).flag("certain", hit.certain).flag("strong", hit.strong).text("reason", hit.reason)
        .text("verdict", hit.verdict).decimals("score", hit.score).text("explanation", hit.explanation);
  });
  return json.close('}').take();
}

std::string report_json(const DuplicateExplanation& why) {
  JsonText json;
  return json.open('{').text("verdict", why.verdict).decimals("score", why.score).text("text", why.text).close('}').take();
}

std::string report_json(const DuplicateIndex& index) {
  JsonText json;
  return json.open('{').number("records", index.records).number("bytes", index.bytes).number("read", index.read).flag("trained", index.trained).close('}').take();
}

void add_outcome(JsonText& json, const Outcome& outcome) {
  add_id(json, "record", outcome.record);
  json.number("change_set", outcome.change_set).number("affected", outcome.affected).flag("repeated", outcome.repeated);
}

std::string report_json(const MergeReport& report) {
  JsonText json;
  add_outcome(json.open('{'), report.outcome);
  json.name("values").objects(report.values, [&](const MergeReport::Value& value) {
    json.text("field", value.field).text("label", value.label).text("text", value.text);
    add_id(json, "from", value.from);
    json.text("rule", value.rule).flag("changes", value.changes).name("others").texts(value.others);
  });
  json.name("children").objects(report.children, [&](const MergeReport::Children& children) {
    json.text("entity", children.entity).number("moved", children.moved).number("folded", children.folded);
  });
  return json.close('}').take();
}

std::string report_json(const UnmergeReport& report) {
  JsonText json;
  add_outcome(json.open('{'), report.outcome);
  json.name("conflicts").objects(report.conflicts, [&](const UnmergeReport::Conflict& conflict) {
    json.text("entity", conflict.entity);
    add_id(json, "record", conflict.record);
    json.text("name", conflict.name).text("field", conflict.field).text("label", conflict.label).text("now", conflict.now)
        .text("before", conflict.before);
  });
  return json.close('}').take();
}

// A call that gives a report, where the caller wants it.
template <class Run>
std::int32_t reporting(gx_session* session, gx_text** report, gx_error** err, Run&& run) noexcept {
  if (report != nullptr) *report = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_ASSIGN(const std::string json, run(in));
    if (report != nullptr) *report = make_text(session->box->core, json);
    return GX_OK;
  });
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::reporting;

int32_t gx_session_check_duplicates(gx_session* session, const gx_record* record, const char* source, int64_t len, int64_t limit, int64_t effort,
                                    gx_text** report, gx_error** err) {
  return reporting(session, report, err, [&](Session& in) -> Result<std::string> {
    GUANXI_CHECK(door::check_handle(record));
    DuplicateCheckOptions options;
    if (source != nullptr) {
      GUANXI_ASSIGN(const std::string_view text, door::text_in(source, len));
      options.source = text;
    }
    if (const auto least = std::min(limit, effort); least < 0) return Error(Code::limit, door::negative, {std::to_string(least)});
    options.limit = static_cast<std::size_t>(limit);
    options.effort = static_cast<std::size_t>(effort);
    GUANXI_ASSIGN(const DuplicateCheck check, check_duplicates(in, record->row, options));
    return door::report_json(check);
  });
}

int32_t gx_session_find_duplicates(gx_session* session, uint32_t entity, int32_t related, int32_t queue, int64_t listed, gx_progress progress,
                                   void* user_data, gx_text** report, gx_error** err) {
  return reporting(session, report, err, [&](Session& in) -> Result<std::string> {
    if (listed < 0 || listed > 100'000) return Error(Code::limit, door::bad_listed, {std::to_string(listed)});
    GUANXI_ASSIGN(const std::uint16_t number, door::entity_number(in, entity));
    DuplicateSearchOptions options;
    options.related = related != 0;
    options.queue = queue != 0;
    options.listed = static_cast<std::size_t>(listed);
    GUANXI_ASSIGN(const DuplicateSearch found, find_duplicates(in, number, options, door::progress_of(progress, user_data)));
    return door::report_json(found);
  });
}

int32_t gx_session_explain_duplicates(gx_session* session, uint32_t entity, const uint8_t* a16, const uint8_t* b16, gx_text** report, gx_error** err) {
  return reporting(session, report, err, [&](Session& in) -> Result<std::string> {
    GUANXI_ASSIGN(const std::uint16_t number, door::entity_number(in, entity));
    GUANXI_ASSIGN(const Id a, door::id_in(a16));
    GUANXI_ASSIGN(const Id b, door::id_in(b16));
    GUANXI_ASSIGN(const DuplicateExplanation why, explain_duplicates(in, number, a, b));
    return door::report_json(why);
  });
}

int32_t gx_session_prepare_duplicates(gx_session* session, uint32_t entity, int32_t train, gx_progress progress, void* user_data, gx_text** report,
                                      gx_error** err) {
  return reporting(session, report, err, [&](Session& in) -> Result<std::string> {
    GUANXI_ASSIGN(const std::uint16_t number, door::entity_number(in, entity));
    GUANXI_ASSIGN(DuplicateIndex index, prepare_duplicates(in, number, door::progress_of(progress, user_data)));
    if (train != 0) {
      GUANXI_ASSIGN(index, train_duplicates(in, number));
    }
    return door::report_json(index);
  });
}

int32_t gx_session_merge(gx_session* session, const gx_record* arguments, const gx_command_options* options, int32_t dry_run, gx_text** report,
                         gx_error** err) {
  return reporting(session, report, err, [&](Session& in) -> Result<std::string> {
    GUANXI_CHECK(door::check_handle(arguments));
    GUANXI_ASSIGN(const CommandOptions with, door::command_options(options));
    GUANXI_ASSIGN(const MergeReport done, merge_records(in, arguments->row, with, dry_run != 0));
    return door::report_json(done);
  });
}

int32_t gx_session_unmerge(gx_session* session, const gx_record* arguments, const gx_command_options* options, int32_t dry_run, gx_text** report,
                           gx_error** err) {
  return reporting(session, report, err, [&](Session& in) -> Result<std::string> {
    GUANXI_CHECK(door::check_handle(arguments));
    GUANXI_ASSIGN(const CommandOptions with, door::command_options(options));
    GUANXI_ASSIGN(const UnmergeReport done, unmerge_records(in, arguments->row, with, dry_run != 0));
    return door::report_json(done);
  });
}

int32_t gx_session_canonical(gx_session* session, uint32_t entity, const uint8_t* id16, uint8_t* out16, gx_error** err) {
  if (out16 != nullptr) std::memset(out16, 0, 16);
  return door::in_session(session, err, [&](Session& in) -> door::Status {
    GUANXI_CHECK(door::check_place(out16, "out16"));
    GUANXI_ASSIGN(const std::uint16_t number, door::entity_number(in, entity));
    GUANXI_ASSIGN(const Id id, door::id_in(id16));
    GUANXI_ASSIGN(const Id to, canonical(in, number, id));
    std::memcpy(out16, to.bytes.data(), 16);
    return GX_OK;
  });
}
