// An entity with a field of every type, plain and indexed, and random rows of it.
#pragma once

#include <memory>
#include <random>
#include <vector>

#include "guanxi/query.h"
#include "guanxi/record.h"
#include "guanxi/schema.h"

namespace guanxi {
struct SampleEntity;
template <>
inline constexpr EntityName entity_name<SampleEntity>{910, "sample", "样品|Sample"};

struct SampleEntity : Entity<SampleEntity> {
  Field<Text> title = field(10, "title", "名称|Title", searchable).matches(MatchRole::company_name);
  Field<Text> code = field(11, "code", "编码|Code", indexed);
  Field<Picklist> stage = field(12, "stage", "阶段|Stage", dimension);
  Field<CodeSet> tags = field(13, "tags", "标签|Tags");
  Field<Bool> urgent = field(14, "urgent", "加急|Urgent");
  Field<Int> pieces = field(15, "pieces", "件数|Pieces");
  Field<Int> ranking = field(16, "ranking", "名次|Ranking", indexed);
  Field<Decimal> weight = field(17, "weight", "重量|Weight").scale(2);
  Field<Money> amount = field(18, "amount", "金额|Amount");
  Field<Date> due = field(19, "due", "日期|Due", indexed);
  Field<Instant> seen = field(20, "seen", "时间|Seen");
  Field<Ref<UserEntity>> owner = field(21, "owner", "负责人|Owner", indexed);
  Field<Ref<SampleEntity>> parent = field(22, "parent", "上级|Parent", indexed);
  Field<Ref<AccountEntity>> account = field(23, "account", "客户|Account");
  Field<Text> phone = field(24, "phone", "电话|Phone").matches(MatchRole::phone);
};
inline constexpr SampleEntity Sample{};

namespace store {

// The built-in schema with Sample; `custom` adds fields of every type to it, and the entity "vehicle" (1000).
std::shared_ptr<const Schema> sample_schema(bool custom = false);

// Rolls values that are often equal, often null, and hard now and then.
class Dice {
 public:
  explicit Dice(std::mt19937_64 engine) : engine_(engine) {}

  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }
  bool one_in(int n) { return below(n) == 0; }

  // References come from `pool`.
  Value value(const AnyField& field);
  // Fills all but the common fields, besides updated_at.
  void fill(const EntityType& type, AnyRecord& row);
  // A condition on rows of the entity; links lead from Sample to its parent and children.
  Expr condition(const EntityType& type, int depth);

  std::vector<Id> pool;

 private:
  Value set_value(Type type, std::uint8_t scale);
  Expr leaf(const AnyField& field);
  std::mt19937_64 engine_;
};

}  // namespace store
}  // namespace guanxi
