// Which process this is.
#pragma once

#include <cstdint>

namespace guanxi::os {

// Another number in a child made by fork than in its parent.
std::int64_t process_id() noexcept;

}  // namespace guanxi::os
