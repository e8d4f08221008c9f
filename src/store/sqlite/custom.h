// Custom fields, packed into one blob a row: for each that is set, ascending by number, varint number, varint size, value
// (model/delta.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "guanxi/schema.h"

namespace guanxi::store {

// Appends the custom fields of `row` to `out`; nothing when none is set. Decimals are brought to their field's scale.
Result<void> pack_custom(const EntityType& type, const AnyRecord& row, std::string& out);

// Walks over packed fields. Damaged bytes end the walk early and set damaged().
class CustomFields {
 public:
  explicit CustomFields(std::string_view packed) noexcept : rest_(packed) {}

  bool next() noexcept;
  std::uint16_t number() const noexcept { return number_; }
  std::optional<Value> value() noexcept;  // borrowed from the packed bytes; nothing when they are damaged
  bool damaged() const noexcept { return damaged_; }

 private:
  std::uint64_t varint() noexcept;

  std::string_view rest_;
  std::string_view value_;
  std::uint16_t number_ = 0;
  bool damaged_ = false;
};

// The packed value of one field; nothing where it is not set.
std::optional<Value> custom_value(std::string_view packed, std::uint16_t number) noexcept;

// Money as gx_key holds it: 10 bytes that sort by currency, then amount.
std::string money_key(const Value& money);

}  // namespace guanxi::store
