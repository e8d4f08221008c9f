// Where the values of one evaluation lie: memory that is given out piece by piece and given back all at once.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "expr/feel/value.h"

namespace guanxi::feel {

// How many values there are to walk through in a list, context or range, what it shares counted each time: as a logarithm,
// 32 to a doubling, rounded up. It grows with every level, so that it bounds the depth too. Kept in `exponent`.
inline int weight_of(const Value& v) noexcept {
  return v.is(Kind::list) || v.is(Kind::context) || v.is(Kind::range) ? v.exponent : 0;
}
inline constexpr int greatest_weight = 24 * 32;
// The same as a number of steps, which walking through the value is worth; a text counts by its length.
std::int64_t steps_through(const Value& value) noexcept;
// Writes its weight into a list, context or range.
void weigh(Value& value) noexcept;
// The weight of a list to which an item is added.
std::int16_t heavier(const Value& list, const Value& item) noexcept;

class Memory {
 public:
  Memory() = default;
  // With room to begin with, which the caller keeps for as long: what fits there costs no allocation.
  explicit Memory(std::span<std::byte> room) noexcept : next_(room.data()), left_(room.size()), total_(room.size()) {}
  Memory(Memory&&) = default;
  Memory& operator=(Memory&&) = default;

  void* allocate(std::size_t bytes) {
    bytes = (bytes + 15) & ~std::size_t{15};
    if (bytes > left_) grow(bytes);
    std::byte* const out = next_;
    next_ += bytes;
    left_ -= bytes;
    return out;
  }
  std::size_t used() const noexcept { return total_ - left_; }

  template <class T>
  T* array(std::size_t size) {
    return static_cast<T*>(allocate(size * sizeof(T)));
  }
  template <class T>
  const T* keep(const T& value) {
    return new (allocate(sizeof(T))) T(value);
  }
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const out = array<char>(text.size());
    std::memcpy(out, text.data(), text.size());
    return {out, text.size()};
  }

  Value string(std::string_view text) { return Value::string(keep(text)); }
  Value number(const Decimal34& n);
  Value list(std::span<const Value> items);
  Value context(std::span<const Entry> entries);  // the keys are borrowed
  Value range(const Range& range);
  Value moment(Kind kind, const Moment& moment);
  // A copy that does not depend on the memory it came from, functions excepted.
  Value copy(const Value& value);

 private:
  void grow(std::size_t bytes);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0, total_ = 0;
};

}  // namespace guanxi::feel
