// The values of FEEL while an expression is evaluated: 16 bytes each, whatever is longer lies in a Memory and lives as
// long as that.
#pragma once

#include <cstdint>
#include <string_view>

#include "expr/decimal34.h"
#include "guanxi/error.h"

namespace guanxi::feel {

enum class Kind : std::uint8_t {
  null, boolean, number, string, date, time, date_time, days_duration, months_duration, list, context, range, function,
};

struct Value;
struct Entry;
struct Range;
struct Function;
class TimeZone;

// Why a value is null, and the null that caused it.
struct Reason {
  const Message* message;
  const std::string_view* arguments;
  std::uint32_t count;
  std::uint32_t position;  // byte in the expression, counted from 0
  const Reason* cause;
};

struct Zone {
  enum Form : std::uint8_t { none, offset, named } form = none;
  std::int32_t seconds = 0;
  const TimeZone* name = nullptr;
};

// A time of day, on a day or on none.
struct Moment {
  std::int64_t days = 0;   // since 1970-01-01; 0 for a time alone
  std::int64_t nanos = 0;  // since midnight
  Zone zone;
};

struct Value {
  Kind kind = Kind::null;
  bool big = false;            // a number that does not fit `integer`
  std::int16_t exponent = 0;   // of a number
  std::uint32_t size = 0;      // bytes, items, entries; nanoseconds of a days duration, never negative
  union {
    std::int64_t integer = 0;  // boolean, number, date (days), days_duration (whole seconds), months_duration
    const Decimal34* decimal;
    const char* bytes;
    const Value* items;
    const Entry* entries;
    const Moment* moment;
    const Range* range;
    const Function* function;
    const Reason* reason;      // of a null, may be none
  };

  bool is(Kind other) const noexcept { return kind == other; }
  bool null() const noexcept { return kind == Kind::null; }
  bool is_true() const noexcept { return kind == Kind::boolean && integer != 0; }
  bool is_false() const noexcept { return kind == Kind::boolean && integer == 0; }
  std::string_view view() const noexcept { return {bytes, size}; }
  const Value* begin() const noexcept { return items; }
  const Value* end() const noexcept { return items + size; }
  Decimal34 number() const noexcept { return big ? *decimal : Decimal34::of(integer, exponent); }

  static constexpr Value of(Kind kind, std::int64_t integer) noexcept {
    Value v;
    v.kind = kind;
    v.integer = integer;
    return v;
  }
  static constexpr Value of(bool b) noexcept { return of(Kind::boolean, b ? 1 : 0); }
  static constexpr Value number(std::int64_t n, std::int16_t exponent = 0) noexcept {
    Value v = of(Kind::number, n);
    v.exponent = exponent;
    return v;
  }
  // Borrowed bytes.
  static Value string(std::string_view s) noexcept {
    Value v;
    v.kind = Kind::string;
    v.size = static_cast<std::uint32_t>(s.size());
    v.bytes = s.data();
    return v;
  }
};
static_assert(sizeof(Value) == 16);

struct Entry {
  std::string_view key;
  Value value;
};

struct Range {
  enum Form : std::uint8_t { both, less, less_equal, greater, greater_equal, equal, not_equal };
  Value start, end;
  bool start_included = false, end_included = false;
  Form form = both;
};

// The value under a key, or nothing.
const Value* find(const Value& context, std::string_view key) noexcept;

// The name of a kind as FEEL writes it, such as "days and time duration".
std::string_view name_of(Kind kind) noexcept;

// FEEL's `=`: true, false, or null when the two do not compare.
Value equal(const Value& a, const Value& b);
// -1, 0 or 1 in `order`; false when the two have no order.
bool compare(const Value& a, const Value& b, int& order);
// Equal in every part, zones too: FEEL's `is`.
bool identical(const Value& a, const Value& b);
// Whether a range holds a value, or null.
Value contains(const Range& range, const Value& value);

}  // namespace guanxi::feel
