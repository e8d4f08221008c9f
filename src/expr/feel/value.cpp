#include "expr/feel/value.h"

#include <algorithm>
#include <array>

#include "base/checked.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

int sign(auto a, auto b) { return a < b ? -1 : a > b ? 1 : 0; }

int compare_numbers(const Value& a, const Value& b) {
  if (!a.big && !b.big) {
    const int apart = a.exponent - b.exponent;
    if (apart == 0) return sign(a.integer, b.integer);
    constexpr int most = 18;  // digits that 128 bits leave room for beside 64 bits
    if (apart > 0 && apart <= most) return sign(a.integer * static_cast<Int128>(powers_of_ten[static_cast<std::size_t>(apart)]), Int128{b.integer});
    if (apart < 0 && apart >= -most) return sign(Int128{a.integer}, b.integer * static_cast<Int128>(powers_of_ten[static_cast<std::size_t>(-apart)]));
  }
  return guanxi::compare(a.number(), b.number());
}

bool equal_lists(const Value& a, const Value& b) {
  return a.size == b.size &&
         std::equal(a.begin(), a.end(), b.begin(), [](const Value& x, const Value& y) { return equal(x, y).is_true(); });
}

bool equal_contexts(const Value& a, const Value& b) {
  if (a.size != b.size) return false;
  return std::all_of(a.entries, a.entries + a.size, [&](const Entry& entry) {
    const Value* other = find(b, entry.key);
    return other != nullptr && equal(entry.value, *other).is_true();
  });
}

bool equal_ranges(const Range& a, const Range& b) {
  return a.form == b.form && a.start_included == b.start_included && a.end_included == b.end_included &&
         equal(a.start, b.start).is_true() && equal(a.end, b.end).is_true();
}

}  // namespace

const Value* find(const Value& context, std::string_view key) noexcept {
  for (std::uint32_t i = 0; i < context.size; ++i) {
    if (context.entries[i].key == key) return &context.entries[i].value;
  }
  return nullptr;
}

std::string_view name_of(Kind kind) noexcept {
  static constexpr std::array<std::string_view, 13> names{
      "null", "boolean", "number", "string", "date", "time", "date and time", "days and time duration",
      "years and months duration", "list", "context", "range", "function"};
  return names[static_cast<std::size_t>(kind)];
}

bool compare(const Value& a, const Value& b, int& order) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::number: order = compare_numbers(a, b); return true;
    case Kind::string: order = sign(a.view().compare(b.view()), 0); return true;
    case Kind::date:
    case Kind::months_duration: order = sign(a.integer, b.integer); return true;
    case Kind::days_duration: order = a.integer != b.integer ? sign(a.integer, b.integer) : sign(a.size, b.size); return true;
    case Kind::time:
    case Kind::date_time: return compare_moments(a, b, order);
    default: return false;
  }
}

Value equal(const Value& a, const Value& b) {
  if (a.null() || b.null()) return Value::of(a.null() && b.null());
  if (a.kind != b.kind) return {};
  switch (a.kind) {
    case Kind::boolean: return Value::of(a.integer == b.integer);
    case Kind::list: return Value::of(equal_lists(a, b));
    case Kind::context: return Value::of(equal_contexts(a, b));
    case Kind::range: return Value::of(equal_ranges(*a.range, *b.range));
    case Kind::function: return Value::of(a.function == b.function && a.size == b.size);
    default: break;
  }
  int order = 0;
  if (!compare(a, b, order)) return Value::of(false);
  return Value::of(order == 0);
}

bool identical(const Value& a, const Value& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::time || a.kind == Kind::date_time) return same_moment(*a.moment, *b.moment);
  return equal(a, b).is_true();
}

Value contains(const Range& range, const Value& value) {
  int order = 0;
  switch (range.form) {
    case Range::equal: return equal(value, range.start);
    case Range::not_equal: {
      const Value same = equal(value, range.start);
      return same.null() ? same : Value::of(!same.is_true());
    }
    case Range::less:
    case Range::less_equal:
      if (!compare(value, range.end, order)) return {};
      return Value::of(order < 0 || (order == 0 && range.form == Range::less_equal));
    case Range::greater:
    case Range::greater_equal:
      if (!compare(value, range.start, order)) return {};
      return Value::of(order > 0 || (order == 0 && range.form == Range::greater_equal));
    case Range::both: break;
  }
  int upper = 0;
  if (!compare(value, range.start, order) || !compare(value, range.end, upper)) return {};
  return Value::of((order > 0 || (order == 0 && range.start_included)) && (upper < 0 || (upper == 0 && range.end_included)));
}

}  // namespace guanxi::feel
