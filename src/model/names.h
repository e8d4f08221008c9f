// Which names fields, entities and picklists may bear.
#pragma once

#include <string_view>

namespace guanxi {

// A word that SQL (as SQLite or PostgreSQL reserve it), FEEL or the stores themselves keep for their own use. Small letters.
bool is_reserved(std::string_view word) noexcept;

}  // namespace guanxi
