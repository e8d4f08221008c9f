// The counted dimensions of an entity, all in one pass.
#include <algorithm>
#include <map>

#include "base/check.h"
#include "crm/queries/queries.h"
#include "crm/queries/show.h"
#include "crm/queries/sums.h"
#include "crm/queries/words.h"

namespace guanxi::queries {
namespace {

constexpr Words not_set{"(not set)", "（未填写）"};

std::vector<const AnyField*> dimensions_of(const EntityType& type) {
  std::vector<const AnyField*> fields;
  for (const AnyField* field : type.fields())
    if (field->has(dimension)) fields.push_back(field);
  return fields;
}

using Values = std::map<std::string, DimensionCount>;

Result<void> add_group(Names& names, const AnyField& field, const GroupRow& group, Values& values) {
  const auto [at, is_new] = values.try_emplace(text_of(group.value));
  DimensionCount& value = at->second;
  if (is_new) {
    value.value = at->first;
    GUANXI_ASSIGN(value.label, shown(names, field, group.value));
    if (value.label.empty()) value.label = not_set.in(names.view().language());
  }
  value.count += group.count;
  return add_to(value.sums, group.sum);
}

std::vector<DimensionCount> most_frequent_first(Values&& values) {
  std::vector<DimensionCount> out;
  for (auto& [code, value] : values) out.push_back(std::move(value));
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return out;
}

}  // namespace

Result<std::vector<Dimension>> dimensions(SessionState& session, std::uint16_t entity, const Expr& condition, std::uint16_t measure) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  GUANXI_ASSIGN(const AnyField* money, measure_of(*type, measure));
  Names names(view);
  const std::vector<const AnyField*> fields = dimensions_of(*type);
  std::vector<Dimension> out;
  if (fields.empty()) return out;
  std::vector<Values> values(fields.size());
  GUANXI_CHECK(group_by(view, *type, condition, fields, money, [&](const GroupRow& group) {
    return add_group(names, *fields[group.group], group, values[group.group]);
  }));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view label = label_of(*fields[i], view.language());
    out.push_back({std::string(fields[i]->name), std::string(label), most_frequent_first(std::move(values[i]))});
  }
  return out;
}

}  // namespace guanxi::queries
