// Full-text search over the rows of one entity.
#pragma once

#include "store/memory/scan.h"

namespace guanxi::store::memory {

// The rows that hold every term, by rid.
Result<Found> search_rows(View& view, const Search& request);

}  // namespace guanxi::store::memory
