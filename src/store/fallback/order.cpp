#include "store/fallback/order.h"

#include "base/check.h"
#include "expr/evaluate.h"
#include "model/delta.h"

namespace guanxi::store::fallback {
namespace {

constexpr Message unknown_step{"storage.unknown_order", "{0} has no field {1} to order by: use one that it has.", "{0}没有可供排序的字段 {1}：请使用已有的字段。"};
constexpr Message odd_token{"storage.wrong_token", "The place to go on from belongs to another list or order: begin again without it.",
                            "续读位置属于其他列表或排序：请从头开始。"};

}  // namespace

Result<RowOrder> RowOrder::resolve(const EntityType& type, std::span<const OrderTerm> terms) {
  RowOrder out;
  for (const OrderTerm& term : terms) {
    const AnyField* field = type.find(term.field);
    if (field == nullptr) return Error(Code::invalid, unknown_step, {std::string(type.name()), std::to_string(term.field)});
    out.steps_.push_back({field->slot, field->type, term.descending});
  }
  return out;
}

bool RowOrder::rids_in_order(std::int64_t a, std::int64_t b) const noexcept {
  return !steps_.empty() && steps_.back().descending ? a > b : a < b;
}

bool RowOrder::before(const AnyRecord& a, const AnyRecord& b) const {
  for (const Step& step : steps_)
    if (const auto c = order(a.at(step.slot), b.at(step.slot)); c != 0) return (c < 0) != step.descending;
  return rids_in_order(a.rid(), b.rid());
}

bool RowOrder::behind(const Place& place, const AnyRecord& row) const {
  if (place.at_start()) return true;
  for (std::size_t i = 0; i < steps_.size(); ++i)
    if (const auto c = order(place.values[i], row.at(steps_[i].slot)); c != 0) return (c < 0) != steps_[i].descending;
  return rids_in_order(place.rid, row.rid());
}

void RowOrder::token(const AnyRecord& row, std::string& out) const {
  out.clear();
  for (const Step& step : steps_) {
    const Value& value = row.at(step.slot);
    pack_value(value.is_set() ? value : Value::null(step.type), out);
  }
  pack_value(Codec<Int>::pack(row.rid()), out);
}

Result<Place> RowOrder::place(std::string_view token) const {
  Place place;
  if (token.empty()) return place;
  for (const Step& step : steps_) {
    auto value = unpack_value(token);
    if (!value || (value->is_set() && value->type != step.type)) return Error(Code::invalid, odd_token);
    place.values.push_back(*value);
  }
  const auto rid = unpack_value(token);
  if (!rid || !rid->is_set() || rid->type != Type::integer || rid->integer < 1 || !token.empty()) return Error(Code::invalid, odd_token);
  place.rid = rid->integer;
  return place;
}

}  // namespace guanxi::store::fallback
