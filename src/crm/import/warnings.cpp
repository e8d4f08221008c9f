#include "crm/import/warnings.h"

#include <algorithm>

#include "base/excerpt.h"
#include "base/parse.h"
#include "crm/import/error_columns.h"
#include "crm/messages.h"

namespace guanxi::import {
namespace {

constexpr Message renamed{"import.header_twice", "A header stands twice: the later column is called “{0}” here.", "表头有重复：后一列在此称为“{0}”。"};
constexpr Message left_out{"import.columns_left_out", "Not imported: {0}. Map these columns to fields if they are needed.", "以下列不会导入：{0}。如需导入，请指定对应字段。"};
constexpr Message nothing{"import.nothing_matched", "No column was recognised as a field of {0}: map the columns by hand.", "没有识别出任何属于{0}的列：请手工指定对应字段。"};
constexpr Message missing{"import.required_without_column", "No column gives {0}, which every {1} needs: map one to it, or set a default.",
                          "没有列对应“{0}”，而每条{1}都必须有它：请指定一列或设置默认值。"};
constexpr Message composed{"import.default_from_columns", "{0} is put together from columns: {1}.", "{0}由多列合成：{1}。"};
constexpr Message garbled{"import.mojibake_in_head", "The column “{0}” holds text that was read in a wrong encoding (“{1}”): such rows are refused.",
                          "列“{0}”含有因编码错误而产生的乱码（“{1}”）：这类行会被退回。"};
constexpr Message open_order{"import.date_order_open", "The dates in “{0}”, such as {1}, can be read in two ways: set the order (mdy or dmy).",
                             "列“{0}”中的日期（如 {1}）有两种读法：请指定顺序（mdy 或 dmy）。"};

std::string say(const Message& message, std::vector<std::string> arguments, Language language) {
  return Error(Code::invalid, message, std::move(arguments)).text(language);
}

std::string list_left_out(const ImportPlan& plan) {
  std::string list;
  for (const ImportColumn& column : plan.columns)
    if (column.field.empty() && !is_error_column(column.header)) list.append(list.empty() ? "" : ", ").append(column.header);
  return list;
}

// The first value of the column that cannot be what somebody wrote; empty where there is none.
std::string_view garbled_in(const Head& head, std::size_t column) {
  for (const std::string_view value : head.values(column))
    if (looks_like_mojibake(value)) return value;
  return {};
}

// A date that two orders read as different days.
std::string_view ambiguous_in(const Head& head, std::size_t column) {
  for (const std::string_view value : head.values(column))
    if (!parse_instant_lenient(value).ok() && parse_instant_lenient(value, DateOrder::month_first).ok()) return value;
  return {};
}

// What the rules of an entity fill in by themselves.
bool filled_by_rule(const AnyField& field) noexcept {
  return field.entity == number_of(Opportunity) && field.number == Opportunity.stage.number;
}

}  // namespace

std::vector<const AnyField*> unfilled(const EntityType& type, const ImportPlan& plan) {
  std::vector<const AnyField*> fields;
  for (const AnyField* field : type.fields()) {
    if (!field->has(required) || field->has(system_only) || filled_by_rule(*field)) continue;
    const auto fills = [&](const auto& name) { return name == field->name; };
    const bool mapped = std::any_of(plan.columns.begin(), plan.columns.end(), [&](const ImportColumn& column) { return fills(column.field); });
    const bool given = std::any_of(plan.options.defaults.begin(), plan.options.defaults.end(), [&](const auto& entry) { return fills(entry.first); });
    if (!mapped && !given) fields.push_back(field);
  }
  return fields;
}

std::vector<std::string> warnings_of(const EntityType& type, const Settings& settings, const Head& head, const ImportPlan& plan, Language language) {
  std::vector<std::string> warnings;
  const auto warn = [&](const Message& message, std::vector<std::string> arguments) { warnings.push_back(say(message, std::move(arguments), language)); };
  for (const std::string& header : head.renamed) warn(renamed, {header});
  const bool any = std::any_of(plan.columns.begin(), plan.columns.end(), [](const ImportColumn& column) { return !column.field.empty(); });
  if (!any) warn(nothing, {said(type)});
  if (const std::string list = list_left_out(plan); any && !list.empty()) warn(left_out, {list});
  if (settings.key.empty() && plan.options.external_system.empty())
    for (const AnyField* field : unfilled(type, plan)) warn(missing, {said(*field), said(type)});
  for (const auto& [field, text] : plan.options.defaults)
    if (text.find('{') != std::string::npos) warn(composed, {said(*type.find(field)), text});
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    const ImportColumn& column = plan.columns[i];
    if (column.field.empty()) continue;
    if (const auto value = garbled_in(head, i); !value.empty()) warn(garbled, {column.header, excerpt(value)});
    const AnyField& field = *type.find(column.field);
    const bool dated = (field.type == Type::date || field.type == Type::instant) && column.date_order.empty();
    if (const auto value = dated ? ambiguous_in(head, i) : std::string_view(); !value.empty()) warn(open_order, {column.header, std::string(value)});
  }
  return warnings;
}

}  // namespace guanxi::import
