#include "expr/feel/memory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guanxi::feel {

namespace {

constexpr double per_doubling = 32;

double count_in(const Value& v) noexcept { return std::exp2(weight_of(v) / per_doubling); }

std::int16_t weight_from(double count, int heaviest) noexcept {
  const int weight = std::max(static_cast<int>(std::ceil(std::log2(count) * per_doubling)), heaviest + 1);
  return static_cast<std::int16_t>(std::min(weight, 30'000));
}

}  // namespace

std::int64_t steps_through(const Value& value) noexcept {
  if (value.is(Kind::string)) return value.size / 64;
  const int weight = weight_of(value);
  return weight == 0 ? 0 : std::int64_t{1} << std::min((weight + 31) / 32, 50);
}

void weigh(Value& value) noexcept {
  double count = 1;
  int heaviest = 0;
  const auto add = [&](const Value& part) {
    const int weight = weight_of(part);
    count += weight == 0 ? 1 : count_in(part);
    heaviest = std::max(heaviest, weight);
  };
  if (value.is(Kind::list)) std::for_each(value.begin(), value.end(), add);
  if (value.is(Kind::context)) std::for_each(value.entries, value.entries + value.size, [&](const Entry& entry) { add(entry.value); });
  if (value.is(Kind::range)) {
    add(value.range->start);
    add(value.range->end);
  }
  value.exponent = weight_from(count, heaviest);
}

std::int16_t heavier(const Value& list, const Value& item) noexcept {
  const int weight = weight_of(item);
  // Items without parts: the size tells, exactly.
  if (weight == 0 && list.exponent <= weight_from(list.size + 1.0, 0)) return weight_from(list.size + 2.0, 0);
  return weight_from(count_in(list) + count_in(item), weight);
}

void Memory::grow(std::size_t bytes) {
  constexpr std::size_t least = 4096, most = std::size_t{1} << 20;
  const std::size_t size = std::max(bytes, std::clamp(total_, least, most));
  blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
  next_ = blocks_.back().get();
  total_ += size - left_;
  left_ = size;
}

Value Memory::number(const Decimal34& n) {
  constexpr auto most = static_cast<UInt128>(std::numeric_limits<std::int64_t>::max());
  if (n.coefficient <= most) {
    const auto magnitude = static_cast<std::int64_t>(n.coefficient);
    return Value::number(n.negative ? -magnitude : magnitude, static_cast<std::int16_t>(n.exponent));
  }
  Value out;
  out.kind = Kind::number;
  out.big = true;
  out.decimal = keep(n);
  return out;
}

Value Memory::list(std::span<const Value> items) {
  Value out;
  out.kind = Kind::list;
  out.size = static_cast<std::uint32_t>(items.size());
  Value* const kept = array<Value>(items.size());
  std::copy(items.begin(), items.end(), kept);
  out.items = kept;
  weigh(out);
  return out;
}

Value Memory::context(std::span<const Entry> entries) {
  Value out;
  out.kind = Kind::context;
  out.size = static_cast<std::uint32_t>(entries.size());
  Entry* const kept = array<Entry>(entries.size());
  std::uninitialized_copy(entries.begin(), entries.end(), kept);
  out.entries = kept;
  weigh(out);
  return out;
}

Value Memory::range(const Range& range) {
  Value out;
  out.kind = Kind::range;
  out.range = keep(range);
  weigh(out);
  return out;
}

Value Memory::moment(Kind kind, const Moment& moment) {
  Value out;
  out.kind = kind;
  out.moment = keep(moment);
  return out;
}

Value Memory::copy(const Value& value) {
  switch (value.kind) {
    case Kind::null: return {};
    case Kind::number: return value.big ? number(*value.decimal) : value;
    case Kind::string: return string(value.view());
    case Kind::time:
    case Kind::date_time: return moment(value.kind, *value.moment);
    case Kind::list: {
      std::vector<Value> items;
      for (const Value& item : value) items.push_back(copy(item));
      return list(items);
    }
    case Kind::context: {
      std::vector<Entry> entries;
      for (std::uint32_t i = 0; i < value.size; ++i) {
        entries.push_back({keep(value.entries[i].key), copy(value.entries[i].value)});
      }
      return context(entries);
    }
    case Kind::range: {
      Range kept = *value.range;
      kept.start = copy(kept.start);
      kept.end = copy(kept.end);
      return range(kept);
    }
    default: return value;
  }
}

}  // namespace guanxi::feel
