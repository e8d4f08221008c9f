#include "store/memory/aggregate.h"

#include <algorithm>

#include "base/check.h"
#include "model/delta.h"
#include "store/memory/access_path.h"
#include "store/memory/scan.h"

namespace guanxi::store::memory {
namespace {

constexpr Message overflow{"memory.sum_overflow", "A sum over field number {0} does not fit into 64 bits: sum fewer records.",
                           "第 {0} 个字段的合计超出 64 位整数范围，请减少汇总的记录。"};
constexpr Message unknown_slot{"memory.unknown_slot", "Entity {0} has no field at place {1} to count by.", "对象 {0} 没有第 {1} 个字段，无法汇总。"};

std::vector<std::uint16_t> slots_of(const Aggregate& request) {
  std::vector<std::uint16_t> slots = request.sums;
  for (const auto& group : request.groups) slots.insert(slots.end(), group.begin(), group.end());
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

}  // namespace

Result<Totals> Totals::count(View& view, const Aggregate& request) {
  GUANXI_ASSIGN(const Found found, find_rows(view, {.type = request.type, .filter = request.filter}));
  const auto slots = slots_of(request);
  std::vector<Value> values(found.layout->size());
  if (!slots.empty() && slots.back() >= values.size())
    return Error(Code::misuse, unknown_slot, {std::string(request.type->name()), std::to_string(slots.back())});
  Totals totals;
  totals.groups_.resize(request.groups.size());
  for (const RowPtr& row : found.rows) {
    row->read(*found.layout, slots, values);
    GUANXI_CHECK(totals.add(request, values));
  }
  return totals;
}

Result<void> Totals::add(const Aggregate& request, const std::vector<Value>& values) {
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    key_.clear();
    for (const std::uint16_t slot : request.groups[g]) {
      Value value = values[slot];
      if (value.type == Type::money) value.integer = 0;  // the group is the currency
      pack_value(value, key_);
    }
    Total& total = groups_[g][key_];
    total.sums.resize(request.sums.size());
    ++total.count;
    for (std::size_t i = 0; i < request.sums.size(); ++i) {
      const Value& value = values[request.sums[i]];
      if (value.is_set() && __builtin_add_overflow(total.sums[i], value.integer, &total.sums[i]))
        return Error(Code::limit, overflow, {std::to_string(request.sums[i])});
    }
  }
  return {};
}

Result<void> Totals::hand_out(const Aggregate& request, AggregateSink sink) const {
  std::vector<Value> values;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    for (const auto& [key, total] : groups_[g]) {
      values.clear();
      std::string_view rest = key;
      for (std::size_t i = 0; i < request.groups[g].size(); ++i) {
        GUANXI_ASSIGN(const Value value, unpack_value(rest));
        values.push_back(value);
      }
      sink({g, values, total.count, total.sums});
    }
  }
  return {};
}

}  // namespace guanxi::store::memory
