// What of an entity's records the duplicate detector compares, and as what.
#pragma once

#include <optional>
#include <vector>

#include "guanxi/match.h"
#include "guanxi/schema.h"

namespace guanxi::matching {

// Entities that are compared have places from 0.
inline constexpr std::size_t places = 3;
std::optional<std::size_t> place_of(std::uint16_t entity) noexcept;
std::uint16_t entity_at(std::size_t place) noexcept;

match::Configuration configuration_of(std::size_t place);

// The slots that are read, without the library's own.
std::vector<std::uint16_t> slots_of(std::size_t place);

// The values of a row in the order of the configuration's fields. Borrows the row's text.
class Values {
 public:
  Values(std::size_t place, const AnyRecord& row);
  Values(const Values&) = delete;
  Values& operator=(const Values&) = delete;
  std::span<const std::string_view> all() const noexcept { return all_; }

 private:
  std::vector<std::string_view> all_;
  std::string date_;
};

// Whether any of the compared values differs.
bool differ(std::size_t place, const AnyRecord& a, const AnyRecord& b) noexcept;

}  // namespace guanxi::matching
