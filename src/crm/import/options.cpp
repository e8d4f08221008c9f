#include "crm/import/options.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/plain.h"
#include "crm/import/guess.h"
#include "crm/messages.h"

namespace guanxi::import {
namespace {

constexpr Message unknown_entity{"import.unknown_entity", "There is no entity “{0}” to import into: choose one of {1}.",
                                 "没有名为“{0}”的导入对象：可选 {1}。"};
constexpr Message unknown_field{"import.unknown_field", "“{0}” is no field of {1} that an import can fill: choose one of {2}.",
                                "“{0}”不是{1}中可导入的字段：可选 {2}。"};
constexpr Message unknown_order{"import.unknown_date_order", "“{0}” is no order of dates: choose ymd, mdy, dmy, roc or excel.",
                                "“{0}”不是日期顺序：可选 ymd、mdy、dmy、roc 或 excel。"};
constexpr Message unknown_currency{"import.unknown_currency", "“{0}” is no currency: give a code such as CNY.", "“{0}”不是币种：请填写代码，例如 CNY。"};
constexpr Message key_not_found_fast{"import.key_not_indexed", "Records cannot be found by {0}: choose a key such as {1}.",
                                     "无法按{0}查找记录：请改用 {1} 等字段作为键。"};
constexpr Message external_needs_both{"import.external_key", "An external key needs both the name of the system and the column: give both.",
                                      "外部编号需要同时指定系统名称和所在列：请两者都填写。"};
constexpr Message bad_batch{"import.batch", "A batch has 1 to 100,000 rows, not {0}.", "每批为 1 到 100,000 行，而不是 {0}。"};

struct NamedOrder {
  std::string_view name;
  DateOrder order;
};
constexpr std::array orders{NamedOrder{"", DateOrder::unknown},        NamedOrder{"ymd", DateOrder::unknown}, NamedOrder{"mdy", DateOrder::month_first},
                            NamedOrder{"dmy", DateOrder::day_first},   NamedOrder{"roc", DateOrder::roc},     NamedOrder{"excel", DateOrder::excel}};

std::string entity_names(const Schema& schema) {
  std::string names;
  for (const auto& type : schema.entities()) names.append(names.empty() ? "" : ", ").append(type->name());
  return names;
}

template <class Wanted>
std::string field_names(const EntityType& type, Wanted&& wanted) {
  std::string names;
  for (const AnyField* field : type.fields())
    if (is_importable(type, *field) && wanted(*field)) names.append(names.empty() ? "" : ", ").append(field->name);
  return names;
}

Result<std::vector<const AnyField*>> read_key(const EntityType& type, std::string_view key) {
  std::vector<const AnyField*> fields;
  while (!key.empty()) {
    const std::string_view name = trim(key.substr(0, key.find(',')));
    key.remove_prefix(std::min(key.size(), key.find(',') == std::string_view::npos ? key.size() : key.find(',') + 1));
    if (name.empty()) continue;
    GUANXI_ASSIGN(const AnyField* field, field_named(type, name));
    fields.push_back(field);
  }
  if (!fields.empty() && std::none_of(fields.begin(), fields.end(), [](const AnyField* field) { return finds(*field); }))
    return Error(Code::unsupported, key_not_found_fast, {said(*fields.front()), field_names(type, finds)});
  return fields;
}

}  // namespace

Result<const AnyField*> field_named(const EntityType& type, std::string_view name) {
  const AnyField* field = type.find(name);
  if (field != nullptr && is_importable(type, *field)) return field;
  const auto any = [](const AnyField&) { return true; };
  return Error(Code::not_found, unknown_field, {std::string(name), said(type), field_names(type, any)});
}

Result<DateOrder> date_order_named(std::string_view name) {
  const auto found = std::find_if(orders.begin(), orders.end(), [&](const NamedOrder& order) { return order.name == name; });
  if (found == orders.end()) return Error(Code::invalid, unknown_order, {std::string(name)});
  return found->order;
}

std::string_view name_of(DateOrder order) noexcept {
  return std::find_if(orders.begin(), orders.end(), [&](const NamedOrder& named) { return named.order == order; })->name;
}

Result<Settings> check_options(const Schema& schema, const ImportOptions& options) {
  Settings settings;
  settings.type = schema.find(options.entity);
  if (settings.type == nullptr) return Error(Code::not_found, unknown_entity, {options.entity, entity_names(schema)});
  GUANXI_ASSIGN(settings.key, read_key(*settings.type, options.key));
  if (options.external_system.empty() != options.external_column.empty()) return Error(Code::misuse, external_needs_both);
  if (options.batch < 1 || options.batch > 100'000) return Error(Code::invalid, bad_batch, {std::to_string(options.batch)});
  if (!options.date_order.empty()) {
    GUANXI_ASSIGN(settings.date_order, date_order_named(options.date_order));
  }
  auto currency = Currency::parse(options.currency);
  if (!currency) return Error(Code::invalid, unknown_currency, {options.currency});
  settings.currency = *currency;
  return settings;
}

}  // namespace guanxi::import
