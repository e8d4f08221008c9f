#include "expr/feel/memory.h"

#include <algorithm>
#include <limits>

namespace guanxi::feel {

void measure_nesting(Value& value) noexcept {
  int deepest = 0;
  if (value.is(Kind::list)) {
    for (const Value& item : value) deepest = std::max(deepest, nesting_of(item));
  } else if (value.is(Kind::context)) {
    for (std::uint32_t i = 0; i < value.size; ++i) deepest = std::max(deepest, nesting_of(value.entries[i].value));
  } else if (value.is(Kind::range)) {
    deepest = std::max(nesting_of(value.range->start), nesting_of(value.range->end));
  }
  value.exponent = static_cast<std::int16_t>(std::min(deepest + 1, 30'000));
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
  measure_nesting(out);
  return out;
}

Value Memory::context(std::span<const Entry> entries) {
  Value out;
  out.kind = Kind::context;
  out.size = static_cast<std::uint32_t>(entries.size());
  Entry* const kept = array<Entry>(entries.size());
  std::uninitialized_copy(entries.begin(), entries.end(), kept);
  out.entries = kept;
  measure_nesting(out);
  return out;
}

Value Memory::range(const Range& range) {
  Value out;
  out.kind = Kind::range;
  out.range = keep(range);
  measure_nesting(out);
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
