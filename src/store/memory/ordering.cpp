#include "store/memory/ordering.h"

#include <limits>

#include "base/check.h"
#include "expr/evaluate.h"
#include "model/delta.h"

namespace guanxi::store::memory {
namespace {

constexpr Message unknown_field{"memory.unknown_order", "Entity {0} has no field {1} to order by.", "对象 {0} 没有可供排序的字段 {1}。"};
constexpr Message wrong_token{"memory.wrong_token", "The place to continue from belongs to another list or order: begin again without it.",
                              "继续位置与当前列表或排序不符，请从头开始。"};

}  // namespace

Result<Ordering> Ordering::resolve(const EntityType& type, std::span<const OrderTerm> order, std::shared_ptr<const Layout> layout) {
  Ordering out;
  out.layout_ = std::move(layout);
  for (const OrderTerm& term : order) {
    const AnyField* field = type.find(term.field);
    if (field == nullptr || field->slot >= out.layout_->size())
      return Error(Code::invalid, unknown_field, {std::string(type.name()), std::to_string(term.field)});
    out.terms_.push_back({field->slot, term.descending});
  }
  return out;
}

bool Ordering::before(const Candidate& a, const Candidate& b) const {
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const auto c = i == 0 ? order(a.first, b.first)
                          : order(a.row->value(*layout_, terms_[i].slot), b.row->value(*layout_, terms_[i].slot));
    if (c != 0) return (c < 0) != terms_[i].descending;
  }
  return rids_in_order(a.row->rid(), b.row->rid());
}

bool Ordering::behind(const Cursor& cursor, const Row& row, const Value& first) const {
  if (cursor.at_start()) return true;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const auto c = order(cursor.values[i], i == 0 ? first : row.value(*layout_, terms_[i].slot));
    if (c != 0) return (c < 0) != terms_[i].descending;
  }
  return rids_in_order(cursor.rid, row.rid());
}

std::string Ordering::token(const Row& row) const {
  std::string out;
  for (const Term& term : terms_) pack_value(row.value(*layout_, term.slot), out);
  pack_value(Codec<Int>::pack(row.rid()), out);
  return out;
}

Result<Cursor> Ordering::cursor(std::string_view token) const {
  const auto wrong = [] { return Error(Code::invalid, wrong_token); };
  Cursor cursor;
  if (token.empty()) return cursor;
  for (const Term& term : terms_) {
    auto value = unpack_value(token);
    if (!value || (value->is_set() && value->type != (*layout_)[term.slot])) return wrong();
    cursor.values.push_back(*value);
  }
  const auto rid = unpack_value(token);
  if (!rid || rid->type != Type::integer || !rid->is_set() || !token.empty()) return wrong();
  if (rid->integer < 1 || rid->integer > std::numeric_limits<std::uint32_t>::max()) return wrong();
  cursor.rid = static_cast<std::uint32_t>(rid->integer);
  return cursor;
}

}  // namespace guanxi::store::memory
