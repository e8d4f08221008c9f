// Counts and sums by groups, in one pass over the rows.
#pragma once

#include "store/storage.h"

namespace guanxi::store::fallback {

// As Reader::aggregate(), by a scan of the reader.
Result<void> count_rows(Reader& reader, const Aggregate& request, AggregateSink sink);

}  // namespace guanxi::store::fallback
