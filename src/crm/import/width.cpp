#include "crm/import/width.h"

#include <algorithm>

#include "base/plain.h"

namespace guanxi::import {

WidthMender::Result WidthMender::mend(std::vector<std::string_view>& fields) {
  if (fields.size() <= width_) return Result::fits;
  const auto behind = fields.begin() + static_cast<std::ptrdiff_t>(width_);
  if (std::all_of(behind, fields.end(), [](std::string_view field) { return trim(field).empty(); })) {
    fields.erase(behind, fields.end());
    return Result::fits;
  }
  const auto goes_on = [](std::string_view field) { return field.starts_with(' ') && !trim(field).empty(); };
  const auto parts = static_cast<std::size_t>(std::count_if(fields.begin() + 1, fields.end(), goes_on));
  if (fields.size() - parts != width_) return Result::too_wide;
  joined_.clear();
  for (const std::string_view field : fields) {
    if (!joined_.empty() && goes_on(field)) {
      joined_.back().append(1, separator_).append(field);
    } else {
      joined_.emplace_back(field);
    }
  }
  fields.assign(joined_.begin(), joined_.end());
  return Result::mended;
}

}  // namespace guanxi::import
