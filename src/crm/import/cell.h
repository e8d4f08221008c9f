// Whether a cell holds what somebody wrote, or what a wrong encoding made of it.
#pragma once

#include <string_view>

#include "guanxi/schema.h"

namespace guanxi::import {

// Refuses text with characters that could not be decoded, and text that was decoded wrongly.
Result<void> check_cell(const AnyField& field, std::string_view text);

}  // namespace guanxi::import
