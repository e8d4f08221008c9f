// The data dictionary: every entity, field and picklist as text, printed from the descriptors.
#pragma once

#include <string>

#include "guanxi/schema.h"

namespace guanxi {

// Markdown, one table an entity, in the given language.
std::string data_dictionary(const Schema& schema, Language language);

}  // namespace guanxi
