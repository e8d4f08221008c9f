// One row of a file: from its cells to a record, from the record into the store.
#pragma once

#include "crm/import/choices.h"
#include "crm/import/mapping.h"
#include "crm/import/references.h"

namespace guanxi::import {

enum class Effect { created, updated, unchanged };

// Reuses its memory from row to row. Used by one import, on one thread.
class RowWriter {
 public:
  RowWriter(const Mapping& mapping, const ImportOptions& options);

  // Stores what the fields say, by creating a record or changing the one that they name. On an error part of it may be written
  // already: the unit's outcome tells.
  Result<Effect> write(Unit& unit, const std::vector<std::string_view>& fields);

  // Whether the last error was a reference to a record of the imported entity itself that may stand farther down in the file.
  bool may_come_later() const noexcept { return may_come_later_; }

  void forget() { references_.forget(); }  // after a transaction was undone

 private:
  Result<void> read_cells(Unit& unit, const std::vector<std::string_view>& fields);
  Result<void> read_cell(Unit& unit, const AnyField& field, std::string_view text, const CoerceOptions& how);
  Result<void> fill_defaults(Unit& unit, const std::vector<std::string_view>& fields, const AnyRecord* existing, bool keys);
  Result<bool> find_existing(Unit& unit, std::string_view external);
  Result<bool> find_by_key(Unit& unit);
  bool has_key_of(const AnyRecord& row) const;
  Result<Effect> create(Unit& unit, std::string_view external);
  Result<Effect> update(Unit& unit, std::string_view external);
  Result<void> remember_key(Unit& unit, const Id& record, std::string_view external);

  const Mapping& mapping_;
  const ImportOptions& options_;
  References references_;
  Choices choices_;
  AnyRecord patch_;   // what the row says
  AnyRecord before_;  // the record that it names
  AnyRecord after_;
  bool knows_key_ = false;  // the external key is on record for before_
  bool may_come_later_ = false;
};

}  // namespace guanxi::import
