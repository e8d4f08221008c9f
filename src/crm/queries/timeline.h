// The timeline of one account, for whoever holds a View already.
#pragma once

#include "crm/queries/names.h"

namespace guanxi::queries {

// What happened with the account before `before`, newest first; `before` zero: until now. At least `limit` entries where there
// are as many, and all of the last one's moment, so that the page before it begins with an earlier one.
Result<std::vector<TimelineEntry>> timeline_of(Names& names, const AnyRecord& account, std::size_t limit, Instant before);

}  // namespace guanxi::queries
