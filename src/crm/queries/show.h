// Values as people read them: labels for codes, names for references, words for yes and no.
#pragma once

#include "crm/queries/names.h"

namespace guanxi::queries {

// The label of a picklist's code in the language; the code itself where the list does not know it.
std::string code_label(const Schema& schema, const AnyField& field, const Value& code, Language language);

// "" for a value that is not set. A reference whose record may not be seen stays an id.
Result<std::string> shown(Names& names, const AnyField& field, const Value& value);

}  // namespace guanxi::queries
