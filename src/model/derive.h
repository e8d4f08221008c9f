// What follows from a row: the exact keys under which it is found and the text by which it is searched.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "guanxi/schema.h"
#include "model/normalize.h"

namespace guanxi {

// An exact key: a matching role (space 1–999), or the value of an indexed custom field (space = entity << 16 | field number).
struct Key {
  std::int32_t space = 0;
  Value value{};  // bytes belong to the Derived it is part of, or are borrowed
};
bool operator==(const Key& a, const Key& b) noexcept;

constexpr std::int32_t space_of(const AnyField& field) noexcept {
  return static_cast<std::int32_t>(field.entity) << 16 | field.number;
}
constexpr std::int32_t space_of(MatchRole role) noexcept { return static_cast<std::int32_t>(role); }

// Reused from row to row: clear() keeps the memory. Not copied: the keys point into it.
class Derived {
 public:
  Derived() = default;
  Derived(Derived&&) = default;
  Derived& operator=(Derived&&) = default;

  std::vector<Key> keys;
  std::string search;  // field texts, one a line; empty for an entity without searchable fields

  void clear() noexcept;
  // Adds a key unless it is empty or there already.
  void add(std::int32_t space, std::string&& text);
  void add(const Key& key);  // borrows the value's bytes

 private:
  std::deque<std::string> texts_;  // which stay where they are
  std::size_t used_ = 0;
};

// Fills `out` from the row. An archived row keeps its search text and keys, so that a restore needs nothing.
void derive(const EntityType& type, const AnyRecord& row, Derived& out);

// The searchable text alone, as derive() makes it; appended to `out`.
void append_search_text(const EntityType& type, const AnyRecord& row, std::string& out);

}  // namespace guanxi
