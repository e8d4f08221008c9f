// Which column of a file is which field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanxi/schema.h"

namespace guanxi::import {

struct Guess {
  const AnyField* field = nullptr;
  std::string_view how{};  // "header", "header (similar)", "content"
};

// The fields that an import can fill: all but those that the library keeps or that a command of its own changes. Owner and
// department are among them.
bool is_importable(const EntityType& type, const AnyField& field) noexcept;

// For each header the field that it means, each field at most once. `values` holds the first values of each column.
std::vector<Guess> guess_columns(const EntityType& type, const std::vector<std::string>& headers,
                                 const std::vector<std::vector<std::string_view>>& values);

}  // namespace guanxi::import
