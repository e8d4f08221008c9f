// Builds the next schema from the built-in one and the rows that hosts add at run time.
#pragma once

#include "guanxi/schema.h"

namespace guanxi {

// Used by one thread, once.
class SchemaBuilder {
 public:
  SchemaBuilder();  // the built-in entities and picklists

  // Rows of CustomEntity, CustomField and PicklistItem, in the order of their numbers (entities before fields). A row that
  // cannot be (a name taken, an unknown type, a number used twice) is an error that names it.
  Result<void> add_entity(const Record<CustomEntity>& row);
  Result<void> add_field(const Record<CustomField>& row);
  Result<void> add_item(const Record<PicklistItem>& row);  // overrides label, order and retirement of a built-in item with its code

  std::shared_ptr<const Schema> build() &&;

 private:
  std::shared_ptr<Schema> schema_;
};

// Field names: a letter, then letters, digits and underscores, at most 48, none of SQL's troubles. Custom ones must not collide.
Result<void> check_name(std::string_view name);

}  // namespace guanxi
