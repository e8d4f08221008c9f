// Two small entities with a field of every type, for conditions.
#pragma once

#include <array>
#include <vector>

#include "expr/evaluate.h"
#include "guanxi/query.h"
#include "guanxi/record.h"

namespace guanxi {
struct OrderEntity;
struct BuyerEntity;
template <> inline constexpr EntityName entity_name<OrderEntity>{901, "order", "订单|Order"};
template <> inline constexpr EntityName entity_name<BuyerEntity>{902, "buyer", "买家|Buyer"};

struct BuyerEntity : Entity<BuyerEntity> {
  Field<Text> name = field(10, "name", "名称|Name");
  Field<Int> level = field(11, "level", "级别|Level");
};
inline constexpr BuyerEntity Buyer{};

struct OrderEntity : Entity<OrderEntity> {
  Field<Text> title = field(10, "title", "标题|Title");
  Field<Picklist> stage = field(11, "stage", "阶段|Stage");
  Field<CodeSet> tags = field(12, "tags", "标签|Tags");
  Field<Bool> urgent = field(13, "urgent", "加急|Urgent");
  Field<Int> pieces = field(14, "pieces", "件数|Pieces");
  Field<Decimal> weight = field(15, "weight", "重量|Weight");
  Field<Money> amount = field(16, "amount", "金额|Amount");
  Field<Date> due = field(17, "due", "日期|Due");
  Field<Instant> seen = field(18, "seen", "时间|Seen");
  Field<Ref<BuyerEntity>> buyer = field(19, "buyer", "买家|Buyer");
  Field<Id> anything = field(20, "anything", "任意记录|Anything");
};
inline constexpr OrderEntity Order{};

// All rows of the test, and the way from one to others.
struct World : RelatedRows {
  std::vector<AnyRecord> orders;
  std::vector<AnyRecord> buyers;

  const std::vector<AnyRecord>& of(std::uint16_t entity) const { return entity == Order.number ? orders : buyers; }

  bool any(const Link& link, const Value& id) override {
    std::int64_t missing = link.least;
    for (const AnyRecord& row : of(link.entity))
      if (row.at(link.slot) == id && link.inner->passes(row, this)) --missing;
    return missing <= 0;
  }
};

inline constexpr auto find_sample = [](std::uint16_t entity, std::uint16_t number) -> const AnyField* {
  for (const AnyEntity* e : std::array<const AnyEntity*, 2>{&Order, &Buyer})
    for (std::size_t i = 0; i < e->count && e->number == entity; ++i)
      if (e->fields[i]->number == number) return e->fields[i];
  return nullptr;
};

inline Id numbered(std::uint8_t n) {
  Id id;
  id.bytes[0] = 1;
  id.bytes[15] = n;
  return id;
}

}  // namespace guanxi
