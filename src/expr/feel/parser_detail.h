// What the files of the parser share.
#pragma once

#include "expr/feel/type.h"

namespace guanxi::feel {

// The type of a + b or a × b where it is known.
const Type* result_of_sum(const Type* a, const Type* b) noexcept;
// The type that a built-in function returns where it is always the same.
const Type* result_of(std::string_view builtin) noexcept;

}  // namespace guanxi::feel
