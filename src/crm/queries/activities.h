// Activities by when they are to be done.
#pragma once

#include "crm/view.h"

namespace guanxi::queries {

// When the activity is to be done: due, or else starting; the end of time where neither is known.
Instant moment_of(const Record<Activity>& activity);

// The open activities under the condition, the next to be done first, those without a time last.
Result<std::vector<Record<Activity>>> next_activities(View& view, const Expr& condition, std::size_t limit);

}  // namespace guanxi::queries
