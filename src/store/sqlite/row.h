// Rows between records and statements: bound straight from the slots, read as they lie in the statement.
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

  // The values of the row on which the statement stands, one for each slot, absent outside of the shape. Their bytes are the
  // statement's until its next step. Of damaged custom fields those before the damage are there.
  Result<void> view(const Query& row);
  std::span<const Value> values() const noexcept { return values_; }
  // Copies them, with the rid, to `out`; of a damaged row too.
  Result<void> load(const Query& row, AnyRecord& out);

 private:
  Result<void> view_custom(const Query& row, int at);
  const AnyField* custom_field(std::size_t& near, std::uint16_t number) const;

  const Table& table_;
  const EntityType& type_;
  bool whole_;
  bool custom_;
  std::vector<const AnyField*> some_;  // when not whole
  std::vector<bool> wanted_;           // by slot
  std::vector<Value> values_;          // of the row looked at last
  std::string list_;
};

}  // namespace guanxi::store
