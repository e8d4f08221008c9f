// A plan made ready to run: which cell fills which slot, and how.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crm/import/options.h"
#include "crm/import/template.h"
#include "model/coerce.h"

namespace guanxi::import {

struct Column {
  std::size_t index;        // in the row
  const AnyField* field;
  CoerceOptions how;
};

struct Default {
  const AnyField* field;
  Template text;
  CoerceOptions how;
};

// Immutable while the import runs.
struct Mapping {
  std::shared_ptr<const Schema> schema;  // keeps the fields alive
  const EntityType* type = nullptr;
  std::vector<std::string> headers;
  std::vector<Column> columns;           // references last, accounts before what belongs to them
  std::vector<Default> defaults;
  std::vector<const AnyField*> key;
  std::optional<std::size_t> external;   // the column of the external key

  bool updates() const noexcept { return !key.empty() || external.has_value(); }
  // The column that fills the field; nullptr where none does.
  const Column* column_of(std::string_view field) const noexcept;
};

// A plan that cannot be carried out is an error.
Result<Mapping> read_mapping(std::shared_ptr<const Schema> schema, const ImportPlan& plan);

// That a field is filled by looking up what its text names.
bool is_reference(const AnyField& field) noexcept;

}  // namespace guanxi::import
