// The one value of the library: what a record's slot holds, what a query's literal is and what crosses the C ABI.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "guanxi/id.h"
#include "guanxi/money.h"
#include "guanxi/time.h"

namespace guanxi {

// Stable numbers; from `text` on the payload is a pointer to bytes.
enum class Type : std::uint16_t {
  none = 0,
  boolean = 1,
  integer = 2,
  decimal = 3,   // length = scale
  money = 4,     // length = ISO 4217 number
  date = 5,      // days
  instant = 6,   // µs UTC
  text = 16,     // UTF-8
  picklist = 17,  // the code
  set = 18,      // codes, sorted, each between bars: "|bank|customer|"
  id = 19,       // 16 bytes
};

// What is known about a slot. A new record's slots are all absent.
enum class State : std::uint16_t { absent = 0, null = 1, set = 2, masked = 3 };

// 16 bytes. Text and ids are borrowed: whoever hands out a Value says how long its bytes live.
struct Value {
  Type type = Type::none;
  State state = State::absent;
  std::uint32_t length = 0;
  union {
    std::int64_t integer = 0;
    const char* bytes;
  };

  constexpr bool is_set() const noexcept { return state == State::set; }
  constexpr bool has_bytes() const noexcept { return type >= Type::text; }
  std::string_view view() const noexcept { return is_set() ? std::string_view(bytes, length) : std::string_view(); }

  static constexpr Value null(Type type) noexcept {
    Value v;
    v.type = type;
    v.state = State::null;
    return v;
  }
  static constexpr Value number(Type type, std::int64_t n, std::uint32_t length = 0) noexcept {
    Value v;
    v.type = type;
    v.state = State::set;
    v.length = length;
    v.integer = n;
    return v;
  }
  static constexpr Value of_bytes(Type type, const char* bytes, std::size_t size) noexcept {
    Value v;
    v.type = type;
    v.state = State::set;
    v.length = static_cast<std::uint32_t>(size);
    v.bytes = bytes;
    return v;
  }
};
static_assert(sizeof(Value) == 16 && std::is_trivially_copyable_v<Value>);

// Same type, same state and same content. Bytes are compared by content.
inline bool operator==(const Value& a, const Value& b) noexcept {
  if (a.state != b.state) return false;
  if (a.state != State::set) return true;
  if (a.type != b.type || a.length != b.length) return false;
  return a.has_bytes() ? a.length == 0 || std::memcmp(a.bytes, b.bytes, a.length) == 0 : a.integer == b.integer;
}

// ---- Field types: what `Field<T>` may be made of. Text-like ones borrow their bytes. ----

using Int = std::int64_t;
using Bool = bool;

struct Text : std::string_view {
  using std::string_view::string_view;
  constexpr Text(std::string_view s) noexcept : std::string_view(s) {}
  Text(const std::string& s) noexcept : std::string_view(s) {}
};
// A stable code of a picklist.
struct Picklist : std::string_view {
  using std::string_view::string_view;
  constexpr Picklist(std::string_view s) noexcept : std::string_view(s) {}
  Picklist(const std::string& s) noexcept : std::string_view(s) {}
};
// A set of codes, in the stored form "|bank|customer|".
struct CodeSet : std::string_view {
  using std::string_view::string_view;
  constexpr CodeSet(std::string_view s) noexcept : std::string_view(s) {}
  CodeSet(const std::string& s) noexcept : std::string_view(s) {}
  // Whether one of the codes is `code`.
  bool contains(std::string_view code) const noexcept;
};
// The id of a record of entity E, which may be incomplete here.
template <class E>
struct Ref : Id {
  constexpr Ref() = default;
  constexpr Ref(const Id& id) noexcept : Id(id) {}
};

// T ⇄ Value. unpack() of a value that is not set gives the type's zero.
template <class T>
struct Codec;

template <>
struct Codec<Int> {
  static constexpr Type type = Type::integer;
  static constexpr Value pack(Int n) noexcept { return Value::number(type, n); }
  static constexpr Int unpack(const Value& v) noexcept { return v.is_set() ? v.integer : 0; }
};
template <>
struct Codec<Bool> {
  static constexpr Type type = Type::boolean;
  static constexpr Value pack(Bool b) noexcept { return Value::number(type, b ? 1 : 0); }
  static constexpr Bool unpack(const Value& v) noexcept { return v.is_set() && v.integer != 0; }
};
template <>
struct Codec<Decimal> {
  static constexpr Type type = Type::decimal;
  static constexpr Value pack(Decimal d) noexcept { return Value::number(type, d.coefficient, d.scale); }
  static constexpr Decimal unpack(const Value& v) noexcept {
    return v.is_set() ? Decimal{v.integer, static_cast<std::uint8_t>(v.length)} : Decimal{};
  }
};
template <>
struct Codec<Money> {
  static constexpr Type type = Type::money;
  static constexpr Value pack(Money m) noexcept { return Value::number(type, m.minor, m.currency.number); }
  static constexpr Money unpack(const Value& v) noexcept {
    return v.is_set() ? Money{v.integer, {static_cast<std::uint16_t>(v.length)}} : Money{};
  }
};
template <>
struct Codec<Date> {
  static constexpr Type type = Type::date;
  static constexpr Value pack(Date d) noexcept { return Value::number(type, d.days); }
  static constexpr Date unpack(const Value& v) noexcept {
    return v.is_set() ? Date{static_cast<std::int32_t>(v.integer)} : Date{};
  }
};
template <>
struct Codec<Instant> {
  static constexpr Type type = Type::instant;
  static constexpr Value pack(Instant t) noexcept { return Value::number(type, t.us); }
  static constexpr Instant unpack(const Value& v) noexcept { return v.is_set() ? Instant{v.integer} : Instant{}; }
};
template <class T, Type type_>
struct BytesCodec {
  static constexpr Type type = type_;
  static constexpr Value pack(T s) noexcept { return Value::of_bytes(type, s.data(), s.size()); }
  static T unpack(const Value& v) noexcept { return T(v.view()); }
};
template <>
struct Codec<Text> : BytesCodec<Text, Type::text> {};
template <>
struct Codec<Picklist> : BytesCodec<Picklist, Type::picklist> {};
template <>
struct Codec<CodeSet> : BytesCodec<CodeSet, Type::set> {};
template <>
struct Codec<Id> {
  static constexpr Type type = Type::id;
  static Value pack(const Id& id) noexcept {  // borrows the id; the empty id is null
    if (id.empty()) return Value::null(type);
    return Value::of_bytes(type, reinterpret_cast<const char*>(id.bytes.data()), 16);
  }
  static Id unpack(const Value& v) noexcept { return v.is_set() ? Id::from_bytes(v.bytes) : Id{}; }
};
template <class E>
struct Codec<Ref<E>> : Codec<Id> {
  static Ref<E> unpack(const Value& v) noexcept { return Codec<Id>::unpack(v); }
};

// A value for people: numbers and dates as text, ids in UUID form, sets as "bank, customer"; empty when not set.
std::string text_of(const Value& value);

}  // namespace guanxi
