// Rows between records and statements: bound straight from the slots, loaded straight into them.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/sqlite/table.h"

namespace guanxi::store {

// The value at its field's scale; other types as they are. A decimal with more digits is an error at its field.
Result<Value> at_scale(const Value& value, const AnyField& field);

// Binds one field from parameter `at` on, and moves `at` behind it.
Result<void> bind_field(Query& query, int& at, const AnyField& field, const Value& value);

// Which fields a SELECT gives, in the order of its columns.
class Shape {
 public:
  // All fields, as Table::all() lists them.
  Shape(const Table& table, const EntityType& type);
  // Those in `slots`, id and revision; all when it is empty. The table must outlive the shape.
  Shape(const Table& table, const EntityType& type, std::span<const std::uint16_t> slots);

  const std::string& list() const noexcept { return whole_ ? table_.all() : list_; }

  // Fills `out` from the row on which `statement` stands. Slots outside of the shape become absent.
  Result<void> load(const Query& row, AnyRecord& out) const;

 private:
  Result<void> load_custom(const Query& row, int at, AnyRecord& out) const;
  const AnyField* custom_field(std::size_t& near, std::uint16_t number) const;

  const Table& table_;
  const EntityType& type_;
  bool whole_;
  bool custom_;
  std::vector<const AnyField*> some_;  // when not whole
  std::vector<bool> wanted_;           // by slot
  std::string list_;
};

}  // namespace guanxi::store
