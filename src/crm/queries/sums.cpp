#include "crm/queries/sums.h"

#include <algorithm>

#include "base/check.h"
#include "crm/messages.h"

namespace guanxi::queries {
namespace {

constexpr Message no_money{"measure.not_money", "\"{1}\" of {0} cannot be summed: choose a field of money.",
                           "{0}的“{1}”不能求和：请选择金额字段。"};
constexpr Message no_field{"measure.unknown", "{0} has no field number {1}: choose a field of money.",
                           "{0}没有编号为 {1} 的字段：请选择金额字段。"};

Money money_of(const Value& currency, std::int64_t minor) {
  if (!currency.is_set()) return {};
  return {minor, {static_cast<std::uint16_t>(currency.length)}};
}

}  // namespace

Result<void> add_to(std::vector<Money>& sums, Money amount) {
  if (amount.currency.number == 0) return {};
  const auto at = std::lower_bound(sums.begin(), sums.end(), amount.currency.number,
                                   [](const Money& sum, std::uint16_t number) { return sum.currency.number < number; });
  if (at == sums.end() || at->currency != amount.currency) {
    sums.insert(at, amount);
    return {};
  }
  GUANXI_ASSIGN(*at, add(*at, amount));
  return {};
}

Result<const AnyField*> measure_of(const EntityType& type, std::uint16_t number) {
  if (number == 0) return nullptr;
  const AnyField* field = type.find(number);
  if (field == nullptr) return Error(Code::invalid, no_field, {said(type), std::to_string(number)});
  if (field->type != Type::money) return Error(Code::invalid, no_money, {said(type), said(*field)}).at_field(field->name);
  return field;
}

Result<void> group_by(View& view, const EntityType& type, const Expr& condition, const std::vector<const AnyField*>& by,
                      const AnyField* measure, FunctionRef<Result<void>(const GroupRow&)> sink) {
  store::Aggregate request;
  request.type = &type;
  for (const AnyField* field : by) {
    request.groups.push_back({field->slot});
    if (measure != nullptr) request.groups.back().push_back(measure->slot);
  }
  if (measure != nullptr) request.sums = {measure->slot};
  Result<void> outcome;
  GUANXI_CHECK(view.aggregate(std::move(request), condition, [&](const store::AggregateRow& row) {
    if (!outcome) return;
    const Money sum = measure == nullptr ? Money{} : money_of(row.values[1], row.sums[0]);
    outcome = sink({row.group, row.values[0], row.count, sum});
  }));
  return outcome;
}

Result<Tally> tally(View& view, const EntityType& type, const Expr& condition, const AnyField* measure) {
  Tally out;
  store::Aggregate request;
  request.type = &type;
  request.groups.resize(1);
  if (measure != nullptr) {
    request.groups[0] = {measure->slot};
    request.sums = {measure->slot};
  }
  Result<void> outcome;
  GUANXI_CHECK(view.aggregate(std::move(request), condition, [&](const store::AggregateRow& row) {
    out.count += row.count;
    if (measure != nullptr && outcome) outcome = add_to(out.sums, money_of(row.values[0], row.sums[0]));
  }));
  GUANXI_CHECK(std::move(outcome));
  return out;
}

}  // namespace guanxi::queries
