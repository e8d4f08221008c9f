// An id written to memory of the caller's.
#pragma once

#include <cstddef>

#include "guanxi/id.h"

namespace guanxi {

inline constexpr std::size_t id_text_size = 36;

// Writes what Id::text() gives.
void write_id(const Id& id, char* out) noexcept;

}  // namespace guanxi
