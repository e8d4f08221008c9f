#include "store/fallback/counting.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "model/delta.h"

namespace guanxi::store::fallback {
namespace {

constexpr Message sum_too_big{"storage.sum_overflow", "The sum of {0} does not fit into 64 bits: sum fewer records.", "“{0}”的合计超出 64 位整数范围：请减少汇总的记录。"};
constexpr Message no_place{"storage.unknown_slot", "{0} has no field at place {1} to count by.", "{0}没有第 {1} 个字段，无法汇总。"};

struct Total {
  std::int64_t count = 0;
  std::vector<std::int64_t> sums;
};

class Totals {
 public:
  explicit Totals(const Aggregate& request) : request_(request), groups_(request.groups.size()) {}

  // A sum that does not fit is Code::limit.
  Result<void> add(const AnyRecord& row) {
    for (std::size_t g = 0; g < groups_.size(); ++g) GUANXI_CHECK(add_to(groups_[g][key_of(request_.groups[g], row)], row));
    return {};
  }

  Result<void> hand_out(AggregateSink sink) const {
    std::vector<Value> values;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      for (const auto& [key, total] : groups_[g]) {
        values.clear();
        for (std::string_view rest = key; !rest.empty();) {
          GUANXI_ASSIGN(const Value value, unpack_value(rest));
          values.push_back(value);
        }
        sink({g, values, total.count, total.sums});
      }
    }
    return {};
  }

 private:
  // The packed values; of an amount its currency alone.
  const std::string& key_of(const std::vector<std::uint16_t>& slots, const AnyRecord& row) {
    key_.clear();
    for (const std::uint16_t slot : slots) {
      Value value = row.at(slot);
      if (!value.is_set()) value = Value::null(request_.type->fields()[slot]->type);
      if (value.is_set() && value.type == Type::money) value.integer = 0;
      pack_value(value, key_);
    }
    return key_;
  }

  Result<void> add_to(Total& total, const AnyRecord& row) {
    total.sums.resize(request_.sums.size());
    ++total.count;
    for (std::size_t i = 0; i < request_.sums.size(); ++i) {
      const Value& value = row.at(request_.sums[i]);
      if (value.is_set() && __builtin_add_overflow(total.sums[i], value.integer, &total.sums[i]))
        return Error(Code::limit, sum_too_big, {std::string(request_.type->fields()[request_.sums[i]]->name)});
    }
    return {};
  }

  const Aggregate& request_;
  std::vector<std::unordered_map<std::string, Total>> groups_;
  std::string key_;  // reused
};

Result<std::vector<std::uint16_t>> slots_of(const Aggregate& request) {
  std::vector<std::uint16_t> slots = request.sums;
  for (const auto& group : request.groups) slots.insert(slots.end(), group.begin(), group.end());
  for (const std::uint16_t slot : slots)
    if (slot >= request.type->fields().size()) return Error(Code::misuse, no_place, {std::string(request.type->name()), std::to_string(slot)});
  if (slots.empty()) slots.push_back(common::id);
  return slots;
}

}  // namespace

Result<void> count_rows(Reader& reader, const Aggregate& request, AggregateSink sink) {
  GUANXI_ASSIGN(const std::vector<std::uint16_t> slots, slots_of(request));
  Totals totals(request);
  Result<void> added;
  GUANXI_CHECK(reader.scan({.type = request.type, .filter = request.filter, .slots = slots}, [&](AnyRecord& row) {
    added = totals.add(row);
    return added.ok();
  }));
  GUANXI_CHECK(std::move(added));
  return totals.hand_out(sink);
}

}  // namespace guanxi::store::fallback
