// Rows of the change log, unpacked for people.
#pragma once

#include "crm/queries/names.h"

namespace guanxi::queries {

// The next changes that the query finds.
Result<std::vector<store::Change>> read_changes(View& view, const store::ChangeQuery& query);

Result<ChangeEntry> entry_of(Names& names, const store::Change& change);

// "Tier: B → A; Status: Active", long texts cut.
std::string said(const std::vector<FieldDiff>& fields, Language language);

}  // namespace guanxi::queries
