// Builds the next schema from the built-in one and the rows that hosts add at run time.
#pragma once

#include <memory>
#include <string_view>

#include "guanxi/schema.h"

namespace guanxi {

// Used by one thread, once.
class SchemaBuilder {
 public:
  SchemaBuilder();  // the built-in entities and picklists

  // An entity that a host declares in C++ just as ours are, numbered 500–999; `entity` must outlive the schema.
  Result<void> add_entity(const AnyEntity& entity);

  // Rows of CustomEntity, CustomField and PicklistItem, in the order of their numbers (entities before fields). A row that
  // cannot be (a name taken, an unknown type, a number used twice) is an error that names it.
  Result<void> add_entity(const Record<CustomEntity>& row);
  Result<void> add_field(const Record<CustomField>& row);
  // Overrides label, order and retirement of a built-in item with its code; a list of a new name is opened.
  Result<void> add_item(const Record<PicklistItem>& row);

  std::shared_ptr<const Schema> build() &&;

 private:
  Result<void> insert(std::unique_ptr<EntityType> type);
  EntityType* entity(std::string_view name) noexcept;
  PicklistType& list(std::string_view name);  // opened where there is none

  std::shared_ptr<Schema> schema_;
};

// Names of fields, entities and picklists: a small letter, then small letters, digits and underscores, at most 48, and
// no word that SQL or FEEL keeps for itself.
Result<void> check_name(std::string_view name);

}  // namespace guanxi
