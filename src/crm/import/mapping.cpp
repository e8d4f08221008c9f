#include "crm/import/mapping.h"

#include <algorithm>

#include "base/check.h"
#include "base/plain.h"
#include "crm/import/warnings.h"
#include "crm/messages.h"

namespace guanxi::import {
namespace {

constexpr Message nothing_mapped{"import.no_column", "No column of {0} is mapped to a field of {1}: map at least one.", "{0} 没有任何列对应{1}的字段：请至少指定一列。"};
constexpr Message mapped_twice{"import.field_twice", "{0} is filled by two columns, “{1}” and “{2}”: choose one of them.",
                               "“{1}”和“{2}”两列都对应{0}：请只保留一列。"};
constexpr Message no_column_for{"import.required_unmapped", "No column gives {0}, which every {1} needs: map one to it, or set a default.",
                                "没有列对应“{0}”，而每条{1}都必须有它：请指定一列或设置默认值。"};
constexpr Message key_unmapped{"import.key_unmapped", "The key {0} has no column: map one to it, or choose another key.", "键“{0}”没有对应的列：请指定一列或另选键。"};
constexpr Message no_external_column{"import.external_column", "The column “{0}” with the external key is not in the file: its columns are {1}.",
                                     "文件中没有外部编号所在的列“{0}”：现有列为 {1}。"};

Result<Column> read_column(const Settings& settings, const ImportPlan& plan, std::size_t index) {
  const ImportColumn& column = plan.columns[index];
  GUANXI_ASSIGN(const AnyField* field, field_named(*settings.type, column.field));
  GUANXI_ASSIGN(const DateOrder order, date_order_named(column.date_order));
  return Column{index, field, {order, plan.options.offset_minutes, settings.currency, false}};
}

Result<void> read_columns(const Settings& settings, const ImportPlan& plan, Mapping& mapping) {
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    mapping.headers.push_back(plan.columns[i].header);
    if (plan.columns[i].field.empty()) continue;
    GUANXI_ASSIGN(const Column column, read_column(settings, plan, i));
    if (const Column* other = mapping.column_of(column.field->name))
      return Error(Code::invalid, mapped_twice, {said(*column.field), plan.columns[other->index].header, plan.columns[i].header});
    mapping.columns.push_back(column);
  }
  if (mapping.columns.empty()) return Error(Code::invalid, nothing_mapped, {plan.path, said(*settings.type)});
  // A contact is looked up among those of the row's account, so the account comes first.
  const auto turn = [](const Column& column) { return !is_reference(*column.field) ? 0 : column.field->target == number_of(Account) ? 1 : 2; };
  std::stable_sort(mapping.columns.begin(), mapping.columns.end(), [&](const Column& a, const Column& b) { return turn(a) < turn(b); });
  return {};
}

Result<void> read_defaults(const Settings& settings, const ImportPlan& plan, Mapping& mapping) {
  for (const auto& [name, text] : plan.options.defaults) {
    GUANXI_ASSIGN(const AnyField* field, field_named(*settings.type, name));
    GUANXI_ASSIGN(Template filler, Template::read(text, mapping.headers));
    const CoerceOptions how{settings.date_order.value_or(DateOrder::unknown), plan.options.offset_minutes, settings.currency, false};
    mapping.defaults.push_back({field, std::move(filler), how});
  }
  return {};
}

Result<void> read_keys(const ImportPlan& plan, Mapping& mapping) {
  for (const AnyField* field : mapping.key) {
    const bool given = std::any_of(mapping.defaults.begin(), mapping.defaults.end(), [&](const Default& other) { return other.field == field; });
    if (!given && mapping.column_of(field->name) == nullptr) return Error(Code::invalid, key_unmapped, {said(*field)});
  }
  const std::string& external = plan.options.external_column;
  if (external.empty()) return {};
  const auto found = std::find(mapping.headers.begin(), mapping.headers.end(), external);
  if (found == mapping.headers.end()) return Error(Code::not_found, no_external_column, {external, listed(mapping.headers)});
  mapping.external = static_cast<std::size_t>(found - mapping.headers.begin());
  return {};
}

}  // namespace

bool is_reference(const AnyField& field) noexcept { return field.type == Type::id && field.target != 0; }

const Column* Mapping::column_of(std::string_view field) const noexcept {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.field->name == field; });
  return found == columns.end() ? nullptr : &*found;
}

Result<Mapping> read_mapping(std::shared_ptr<const Schema> schema, const ImportPlan& plan) {
  GUANXI_ASSIGN(Settings settings, check_options(*schema, plan.options));
  Mapping mapping;
  mapping.schema = std::move(schema);
  mapping.type = settings.type;
  mapping.key = std::move(settings.key);
  GUANXI_CHECK(read_columns(settings, plan, mapping));
  GUANXI_CHECK(read_defaults(settings, plan, mapping));
  GUANXI_CHECK(read_keys(plan, mapping));
  const auto missing = mapping.updates() ? std::vector<const AnyField*>() : unfilled(*mapping.type, plan);
  if (!missing.empty()) return Error(Code::invalid, no_column_for, {said(*missing.front()), said(*mapping.type)});
  return mapping;
}

}  // namespace guanxi::import
