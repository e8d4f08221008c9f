// Whether a row may be stored as it is.
#pragma once

#include "guanxi/schema.h"

namespace guanxi {

// The text limits of a field, in bytes of UTF-8.
inline constexpr std::size_t max_text = 16u << 20;

// Checks every value that differs from `before` (null: a new row): type, required, picklist code known and not retired,
// valid UTF-8 without NUL, length, decimal scale (rescaled in place where exact), id not empty, ranges (sensitivity and level 0–100, probability
// 0–100, rating 1–5), 统一社会信用代码 where a tax id claims to be one. The first fault is returned, at its field.
Result<void> validate(const Schema& schema, const EntityType& type, AnyRecord& row, const AnyRecord* before);

// A patch may name no field that the library keeps, and `command_only` fields only when `by_command`.
Result<void> check_writable(const EntityType& type, const AnyRecord& patch, bool by_command);

}  // namespace guanxi
