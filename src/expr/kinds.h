// Which types of values compare with which.
#pragma once

#include "guanxi/value.h"

namespace guanxi {

constexpr bool is_number(Type t) noexcept { return t == Type::boolean || t == Type::integer || t == Type::decimal; }
constexpr bool is_text(Type t) noexcept { return t == Type::text || t == Type::picklist || t == Type::set; }
constexpr bool alike(Type a, Type b) noexcept { return a == b || (is_number(a) && is_number(b)) || (is_text(a) && is_text(b)); }

}  // namespace guanxi
