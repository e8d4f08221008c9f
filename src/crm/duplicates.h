// The duplicate seam: what already exists that a row may be a duplicate of, as far as the principal may know.
#pragma once

#include <span>

#include "crm/view.h"
#include "model/derive.h"

namespace guanxi {

// Live records of the same entity that share a key with `row`; hits that the principal may not read are masked. Strongest first.
Result<std::vector<DuplicateHit>> find_duplicates(View& view, const EntityType& type, const AnyRecord& row, std::span<const Key> keys);

// The error for storing `row` beside these, if the choice asks for one.
Result<void> refuse_duplicate(const EntityType& type, const AnyRecord& row, const std::vector<DuplicateHit>& hits, OnDuplicate choice);

}  // namespace guanxi
