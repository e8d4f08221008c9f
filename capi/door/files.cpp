// Import and export of files.
#include "base/json_text.h"
#include "capi/door/query.h"
#include "guanxi/import.h"

namespace guanxi::door {
namespace {

constexpr Message bad_separator{"door.bad_separator", "\"{0}\" separates no columns: use one of , ; | or a tab, or leave it empty.", "“{0}”不能作为分隔符：请使用 , ; | 或制表符，或留空。"};
constexpr Message bad_batch{"door.bad_batch", "A batch of {0} rows cannot be: give 0 for 1000, or how many.", "每批 {0} 行无效：请给出行数，0 表示 1000。"};
constexpr Message bad_choice{"door.bad_choice", "There is no choice {0} for {1}: use a constant of guanxi.h.", "{1} 没有选项 {0}：请使用 guanxi.h 中的常量。"};

constexpr std::size_t least_import = offsetof(gx_import_options, dry_run), least_export = offsetof(gx_export_options, labels);

std::string plan_json(const ImportPlan& plan) {
  JsonText json;
  json.open('{').text("entity", plan.options.entity).text("encoding", name_of(plan.encoding)).text("separator", std::string(1, plan.separator));
  json.name("columns").objects(plan.columns, [&](const ImportColumn& one) {
    json.text("header", one.header).text("field", one.field).text("how", one.how).text("date_order", one.date_order).name("samples").texts(one.samples);
  });
  return json.name("warnings").texts(plan.warnings).close('}').take();
}

std::string import_json(const ImportReport& report) {
  JsonText json;
  json.open('{').number("change_set", report.change_set).number("rows", report.rows).number("created", report.created)
      .number("updated", report.updated).number("unchanged", report.unchanged).number("refused", report.refused)
      .number("warned", report.warned).number("mended", report.mended).flag("resumed", report.resumed).flag("stopped", report.stopped)
      .number("milliseconds", static_cast<std::int64_t>(report.seconds * 1000));
  json.name("problems").objects(report.problems, [&](const ImportProblem& one) {
    json.number("row", one.row).number("line", one.line).text("column", one.column).text("value", one.value).text("reason", one.reason);
  });
  return json.close('}').take();
}

Result<std::vector<std::pair<std::string, std::string>>> pairs_in(const gx_pair* pairs, std::int64_t count) {
  GUANXI_CHECK(check_count(count, pairs));
  std::vector<std::pair<std::string, std::string>> out;
  for (std::int64_t i = 0; i < count; ++i) {
    GUANXI_ASSIGN(const std::string_view name, text_in(pairs[i].name));
    GUANXI_ASSIGN(const std::string_view value, text_in(pairs[i].value));
    out.emplace_back(name, value);
  }
  return out;
}

// Takes the texts of the options where they are not empty.
Result<void> texts_in(std::initializer_list<std::pair<const gx_str*, std::string*>> texts) {
  for (const auto& [from, to] : texts) {
    GUANXI_ASSIGN(const std::string_view text, text_in(*from));
    if (!text.empty()) *to = text;
  }
  return {};
}

Result<const EntityType*> entity_in(const Schema& schema, std::uint32_t number) {
  const std::uint32_t wanted = number == 0 ? number_of(Account) : number;
  const EntityType* type = wanted > 0xffff ? nullptr : schema.find(static_cast<std::uint16_t>(wanted));
  if (type == nullptr) return Error(Code::not_found, messages::no_shape, {std::to_string(number)});
  return type;
}

Result<void> csv_in(const gx_import_options& from, CsvOptions& out) {
  GUANXI_ASSIGN(const std::string_view encoding, text_in(from.encoding));
  if (!encoding.empty()) {
    GUANXI_ASSIGN(out.encoding, encoding_named(encoding));
  }
  GUANXI_ASSIGN(const std::string_view separator, text_in(from.separator));
  if (separator.size() > 1 || (!separator.empty() && std::string_view(",;|\t").find(separator[0]) == std::string_view::npos))
    return Error(Code::invalid, bad_separator, {std::string(separator)});
  if (!separator.empty()) out.separator = separator[0];
  return {};
}

Result<ImportOptions> import_options(const Schema& schema, const gx_import_options* given) {
  GUANXI_ASSIGN(const gx_import_options from, copy_struct(given, "gx_import_options", least_import));
  ImportOptions out;
  GUANXI_ASSIGN(const EntityType* type, entity_in(schema, from.entity));
  out.entity = type->name();
  GUANXI_CHECK(csv_in(from, out.csv));
  GUANXI_ASSIGN(out.mapping, pairs_in(from.mapping, from.mapping_count));
  GUANXI_ASSIGN(out.defaults, pairs_in(from.defaults, from.defaults_count));
  if (from.on_duplicate < GX_DUPLICATE_REFUSE || from.on_duplicate > GX_DUPLICATE_ALLOW)
    return Error(Code::misuse, bad_choice, {std::to_string(from.on_duplicate), "on_duplicate"});
  if (from.batch < 0) return Error(Code::misuse, bad_batch, {std::to_string(from.batch)});
  out.on_duplicate = static_cast<OnDuplicate>(from.on_duplicate);
  out.dry_run = from.dry_run != 0;
  out.keep_unknown_codes = from.strict_codes == 0;
  out.create_missing_references = from.create_references != 0;
  out.resume = from.start_anew == 0;
  out.offset_minutes = from.offset_minutes;
  if (from.batch > 0) out.batch = static_cast<std::size_t>(from.batch);
  GUANXI_CHECK(texts_in({{&from.key, &out.key}, {&from.external_system, &out.external_system}, {&from.external_column, &out.external_column},
                         {&from.date_order, &out.date_order}, {&from.currency, &out.currency}, {&from.error_file, &out.error_file},
                         {&from.reason, &out.reason}}));
  return out;
}

Result<ExportOptions> export_options(const Schema& schema, const gx_export_options* given) {
  GUANXI_ASSIGN(const gx_export_options from, copy_struct(given, "gx_export_options", least_export));
  ExportOptions out;
  GUANXI_ASSIGN(const EntityType* type, entity_in(schema, from.entity));
  out.entity = type->number();
  if (from.format != GX_EXPORT_CSV && from.format != GX_EXPORT_JSON_LINES)
    return Error(Code::misuse, bad_choice, {std::to_string(from.format), "format"});
  out.format = from.format == GX_EXPORT_CSV ? ExportFormat::csv : ExportFormat::json_lines;
  out.labels = from.labels != 0;
  out.bom = from.bom != 0;
  GUANXI_CHECK(check_count(from.fields_count, from.fields));
  for (std::int64_t i = 0; i < from.fields_count; ++i) {
    GUANXI_ASSIGN(const AnyField* field, field_of(*type, from.fields[i]));
    out.fields.emplace_back(field->name);
  }
  GUANXI_ASSIGN(out.condition, condition_in(schema, *type, from.terms, from.terms_count));
  GUANXI_ASSIGN(const std::string_view encoding, text_in(from.encoding));
  if (!encoding.empty()) {
    GUANXI_ASSIGN(out.encoding, encoding_named(encoding));
  }
  return out;
}

Result<std::string> path_in(const char* path, std::int64_t len) {
  GUANXI_CHECK(check_place(path, "path"));
  GUANXI_ASSIGN(const std::string_view text, text_in(path, len));
  return std::string(text);
}

Result<ImportPlan> plan(Session& session, const char* path, std::int64_t len, const gx_import_options* options) {
  GUANXI_ASSIGN(const std::string file, path_in(path, len));
  GUANXI_ASSIGN(const ImportOptions with, import_options(*session.schema(), options));
  return plan_import(session, file, with);
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::in_session;
using door::Status;

int32_t gx_session_plan_import(gx_session* session, const char* path, int64_t len, const gx_import_options* options, gx_text** plan,
                               gx_error** err) {
  if (plan != nullptr) *plan = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(door::check_place(plan, "plan"));
    GUANXI_ASSIGN(const ImportPlan made, door::plan(in, path, len, options));
    *plan = door::make_text(session->box->core, door::plan_json(made));
    return GX_OK;
  });
}

int32_t gx_session_import(gx_session* session, const char* path, int64_t len, const gx_import_options* options, gx_progress progress,
                          void* user_data, gx_text** report, gx_error** err) {
  if (report != nullptr) *report = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_ASSIGN(const ImportPlan made, door::plan(in, path, len, options));
    const Progress tell = door::progress_of(progress, user_data);
    const auto bytes = [&](const ImportProgress& now) { return tell(now.bytes, now.total_bytes); };
    GUANXI_ASSIGN(const ImportReport done, run_import(in, made, tell ? bytes : std::function<bool(const ImportProgress&)>()));
    if (report != nullptr) *report = door::make_text(session->box->core, door::import_json(done));
    return GX_OK;
  });
}

int32_t gx_session_export(gx_session* session, const char* path, int64_t len, const gx_export_options* options, gx_progress progress,
                          void* user_data, int64_t* out, gx_error** err) {
  if (out != nullptr) *out = 0;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_ASSIGN(const std::string file, door::path_in(path, len));
    GUANXI_ASSIGN(const ExportOptions with, door::export_options(*in.schema(), options));
    GUANXI_ASSIGN(const std::uint64_t records, export_records(in, file, with, door::progress_of(progress, user_data)));
    if (out != nullptr) *out = static_cast<int64_t>(records);
    return GX_OK;
  });
}
