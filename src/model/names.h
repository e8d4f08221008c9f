// Which names fields, entities and picklists may bear.
#pragma once

#include <string_view>

namespace guanxi {

// A word, in small letters, that SQLite, FEEL or the stores themselves keep for their own use.
bool is_reserved(std::string_view word) noexcept;

}  // namespace guanxi
