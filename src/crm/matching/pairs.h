// What people have decided about pairs of records.
#pragma once

#include <vector>

#include "store/storage.h"

namespace guanxi::matching {

// The records of which somebody said that they are no duplicates of this one.
Result<std::vector<Id>> dismissed_with(store::Reader& reader, const Schema& schema, const Id& record);

// The live rows about the two records, in either order: one at most.
Result<std::vector<AnyRecord>> pairs_of(store::Reader& reader, const Schema& schema, const Id& a, const Id& b);
// … about this record and any other.
Result<std::vector<AnyRecord>> pairs_with(store::Reader& reader, const Schema& schema, const Id& record);

// The smaller id first.
std::pair<Id, Id> ordered(const Id& a, const Id& b) noexcept;

}  // namespace guanxi::matching
