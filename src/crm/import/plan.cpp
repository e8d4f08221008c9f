// Looks at the head of a file and proposes how to import it.
#include <algorithm>

#include "base/check.h"
#include "base/excerpt.h"
#include "base/plain.h"
#include "crm/import/error_columns.h"
#include "crm/import/guess.h"
#include "crm/import/head.h"
#include "crm/import/options.h"
#include "crm/import/template.h"
#include "crm/import/warnings.h"
#include "guanxi/import.h"
#include "guanxi/text.h"

namespace guanxi {
namespace import {
namespace {

constexpr Message no_such_header{"import.unknown_header", "The mapping names the column “{0}”, which the file does not have: its columns are {1}.",
                                 "映射中的列“{0}”在文件中不存在：现有列为 {1}。"};

constexpr std::size_t head_rows = 1000;
constexpr std::size_t most_samples = 3;

std::vector<std::string> samples_of(const Head& head, std::size_t column) {
  std::vector<std::string> samples;
  for (const std::string_view value : head.values(column)) {
    if (samples.size() == most_samples) break;
    if (const std::string_view text = trim(value); !text.empty()) samples.push_back(excerpt(text));
  }
  return samples;
}

void guess_all(const EntityType& type, const Head& head, std::vector<ImportColumn>& columns) {
  std::vector<std::string> headers;  // those of an error file say nothing
  std::vector<std::vector<std::string_view>> values;
  for (std::size_t i = 0; i < head.headers.size(); ++i) {
    const bool left_out = is_error_column(head.headers[i]);
    headers.push_back(left_out ? std::string() : head.headers[i]);
    values.push_back(left_out ? std::vector<std::string_view>() : head.values(i));
  }
  const std::vector<Guess> guesses = guess_columns(type, headers, values);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (guesses[i].field == nullptr) continue;
    columns[i].field = guesses[i].field->name;
    columns[i].how = guesses[i].how;
  }
}

// A field chosen by hand is no longer anybody else's.
Result<void> map_by_hand(const EntityType& type, const std::string& header, const std::string& field, std::vector<ImportColumn>& columns) {
  const auto chosen = std::find_if(columns.begin(), columns.end(), [&](const ImportColumn& column) { return column.header == header; });
  if (chosen == columns.end()) {
    std::string headers;
    for (const ImportColumn& column : columns) headers.append(headers.empty() ? "" : ", ").append(column.header);
    return Error(Code::not_found, no_such_header, {header, headers});
  }
  if (!field.empty()) GUANXI_CHECK(field_named(type, field));
  for (ImportColumn& column : columns)
    if (column.field == field && !column.how.empty()) column.field.clear(), column.how.clear();
  chosen->field = field;
  chosen->how.clear();
  return {};
}

// "张三" stands without a blank and with the family name first.
bool is_written_in_han(const Head& head, std::size_t column) {
  for (const std::string_view value : head.values(column)) {
    if (trim(value).empty()) continue;
    std::size_t at = 0;
    return text::is_han(text::next(trim(value), at));
  }
  return false;
}

bool has_default(const ImportPlan& plan, std::string_view field) {
  const auto& defaults = plan.options.defaults;
  return std::any_of(defaults.begin(), defaults.end(), [&](const auto& entry) { return entry.first == field; });
}

// A person's name is put together where the file has only its parts.
void compose_name(const EntityType& type, const Head& head, ImportPlan& plan) {
  const auto column_of = [&](std::string_view field) {
    return std::find_if(plan.columns.begin(), plan.columns.end(), [&](const ImportColumn& column) { return column.field == field; });
  };
  if (type.find("given_name") == nullptr || column_of("name") != plan.columns.end() || has_default(plan, "name")) return;
  const auto given = column_of("given_name");
  const auto family = column_of("family_name");
  if (given == plan.columns.end() || family == plan.columns.end()) return;
  const bool han = is_written_in_han(head, static_cast<std::size_t>(family - plan.columns.begin()));
  plan.options.defaults.emplace_back("name", han ? "{" + family->header + "}{" + given->header + "}" : "{" + given->header + "} {" + family->header + "}");
}

void guess_date_orders(const EntityType& type, const Settings& settings, const Head& head, std::vector<ImportColumn>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const AnyField* field = columns[i].field.empty() ? nullptr : type.find(columns[i].field);
    if (field == nullptr || (field->type != Type::date && field->type != Type::instant)) continue;
    columns[i].date_order = name_of(settings.date_order.value_or(guess_date_order(head.values(i))));
  }
}

}  // namespace
}  // namespace import

Result<ImportPlan> plan_import(Session& session, const std::string& path, const ImportOptions& options) {
  const auto schema = session.schema();
  GUANXI_ASSIGN(const import::Settings settings, import::check_options(*schema, options));
  GUANXI_ASSIGN(const import::Head head, import::read_head(path, options.csv, import::head_rows));
  ImportPlan plan;
  plan.options = options;
  plan.path = path;
  plan.encoding = head.encoding;
  plan.separator = head.separator;
  for (std::size_t i = 0; i < head.headers.size(); ++i) {
    ImportColumn& column = plan.columns.emplace_back();
    column.header = head.headers[i];
    column.samples = import::samples_of(head, i);
  }
  import::guess_all(*settings.type, head, plan.columns);
  for (const auto& [header, field] : options.mapping) GUANXI_CHECK(import::map_by_hand(*settings.type, header, field, plan.columns));
  import::compose_name(*settings.type, head, plan);
  for (const auto& [field, text] : plan.options.defaults) {
    GUANXI_CHECK(import::field_named(*settings.type, field));
    GUANXI_CHECK(import::Template::read(text, head.headers));
  }
  import::guess_date_orders(*settings.type, settings, head, plan.columns);
  plan.warnings = import::warnings_of(*settings.type, settings, head, plan, session.language());
  return plan;
}

}  // namespace guanxi
