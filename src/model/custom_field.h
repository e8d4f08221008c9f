// A row of CustomField → the field that it describes.
#pragma once

#include <memory>

#include "guanxi/schema.h"

namespace guanxi {

// The field, with the strings it views, for the next slot of `owner`; `target` is the entity that it refers to, or null.
Result<std::shared_ptr<const AnyField>> custom_field(const Record<CustomField>& row, const EntityType& owner, const EntityType* target);

// "中文|English" of a row's two labels; further labels may stand behind commas.
Result<std::string> joined_labels(std::string_view chinese, std::string_view english, std::string_view name);

// The number as it is kept, or an error that names whose it is.
Result<std::uint16_t> check_number(std::int64_t number, std::int64_t first, std::int64_t last, std::string_view name);

}  // namespace guanxi
