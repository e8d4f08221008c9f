// An entity as a host would declare it, with a field of every type. Each field is one line, and nothing else is written.
#pragma once

#include "guanxi/record.h"

namespace guanxi {
struct GadgetEntity;
template <>
inline constexpr EntityName entity_name<GadgetEntity>{900, "gadget", "器具|Gadget"};

struct GadgetEntity : Entity<GadgetEntity> {
  Field<Text> title = field(10, "title", "名称,品名|Title,Product name", required | searchable).matches(MatchRole::company_name);
  Field<Picklist> grade = field(11, "grade", "等级|Grade").list("account_tier");
  Field<CodeSet> uses = field(12, "uses", "用途|Uses").list("account_role");
  Field<CodeSet> tags = field(13, "tags", "标签|Tags");
  Field<Bool> active = field(14, "active", "启用|Active");
  Field<Int> score = field(15, "score", "评分|Score").between(0, 100);
  Field<Decimal> weight = field(16, "weight", "重量|Weight").scale(3);
  Field<Money> price = field(17, "price", "价格|Price");
  Field<Date> made_on = field(18, "made_on", "生产日期|Made on");
  Field<Instant> sold_at = field(19, "sold_at", "售出时间|Sold at");
  Field<Ref<GadgetEntity>> part_of = field(20, "part_of", "所属器具|Part of", indexed);
  Field<Text> hotline = field(21, "hotline", "热线|Hotline", personal).matches(MatchRole::phone);
  Field<Ref<UserEntity>> owner = field(22, "owner", "负责人|Owner", command_only);
};
inline constexpr GadgetEntity Gadget{};
}  // namespace guanxi
