#include "store/memory/field_index.h"

#include "expr/evaluate.h"

namespace guanxi::store::memory {
namespace {

constexpr std::uint64_t biased(std::int64_t n) noexcept { return static_cast<std::uint64_t>(n) ^ std::uint64_t{1} << 63; }

std::int64_t whole_part(const Value& v) noexcept {
  std::int64_t n = v.integer;
  for (std::uint32_t digits = 0; digits < v.length; ++digits) n = n / 10 - (n % 10 < 0);
  return n;
}

std::uint64_t first_bytes(const Value& v) noexcept {
  std::uint64_t n = 0;
  for (std::size_t i = 0; i < 8; ++i) n = n << 8 | (i < v.length ? static_cast<unsigned char>(v.bytes[i]) : 0u);
  return n;
}

// Never falls where the value grows; equal for unequal values here and there.
std::uint64_t beginning(const Value& v) noexcept {
  if (!v.is_set()) return 0;
  if (v.has_bytes()) return first_bytes(v);
  if (v.type == Type::money) return std::uint64_t{v.length} << 48 | biased(v.integer) >> 16;
  return biased(v.type == Type::decimal ? whole_part(v) : v.integer);
}

// Whether equal beginnings other than 0 mean equal values.
bool is_whole(Type type) noexcept { return type < Type::text && type != Type::money && type != Type::decimal; }

}  // namespace

FieldIndex::Entry FieldIndex::entry(const Value& value, std::uint32_t rid) noexcept {
  const std::uint64_t n = beginning(value);
  return {static_cast<std::uint32_t>(n >> 32), static_cast<std::uint32_t>(n), rid};
}

bool FieldIndex::before(const Entry& a, const Entry& b, const Value& value_of_b, ValueOf value_of) const {
  if (a.high != b.high) return a.high < b.high;
  if (a.low != b.low) return a.low < b.low;
  if (!is_whole(type_) || (a.high | a.low) == 0)
    if (const auto c = order(value_of(a.rid), value_of_b); c != 0) return c < 0;
  return a.rid < b.rid;
}

FieldIndex::Place FieldIndex::find(const Value& value, std::uint32_t rid, ValueOf value_of) const {
  const Entry wanted = entry(value, rid);
  return to_place(entries_.find([&](const Entry& e) { return before(e, wanted, value, value_of); }));
}

void FieldIndex::insert(const Value& value, std::uint32_t rid, ValueOf value_of) {
  entries_.insert(of_place(find(value, rid, value_of)), entry(value, rid));
}

bool FieldIndex::erase(const Value& value, std::uint32_t rid, ValueOf value_of) {
  const auto at = of_place(find(value, rid, value_of));
  if (at == entries_.end() || entries_[at].rid != rid) return false;
  entries_.erase(at);
  return true;
}

void FieldIndex::build(std::uint32_t last, ValueOf value_of) {
  std::vector<Entry> all;
  all.reserve(last);
  for (std::uint32_t rid = 1; rid <= last; ++rid) all.push_back(entry(value_of(rid), rid));
  std::sort(all.begin(), all.end(), [&](const Entry& a, const Entry& b) { return before(a, b, value_of(b.rid), value_of); });
  entries_.assign(all);
}

}  // namespace guanxi::store::memory
