// What the options name, looked up.
#pragma once

#include <optional>

#include "base/parse.h"
#include "guanxi/import.h"

namespace guanxi::import {

// The entity to import into, the fields of the key, and so on; an option that names what is not there is an error.
struct Settings {
  const EntityType* type = nullptr;
  std::vector<const AnyField*> key;
  std::optional<DateOrder> date_order;  // of all date columns, where it was said
  Currency currency{};
};
Result<Settings> check_options(const Schema& schema, const ImportOptions& options);

// An importable field of the entity by name.
Result<const AnyField*> field_named(const EntityType& type, std::string_view name);

// Whether the store finds records by the field without reading them all.
inline bool finds(const AnyField& field) noexcept { return field.role != MatchRole::none || field.has(indexed); }

Result<DateOrder> date_order_named(std::string_view name);  // "" and "ymd" are unknown: the text itself says it
std::string_view name_of(DateOrder order) noexcept;

}  // namespace guanxi::import
