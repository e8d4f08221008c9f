// What can be known to be wrong before anything is evaluated.
#pragma once

#include <optional>
#include <string_view>

#include "expr/feel/program.h"
#include "guanxi/error.h"

namespace guanxi::feel {

// The first place where values of these types can have no answer. Types that are not known are let pass.
std::optional<Error> type_fault(const Program& program, std::string_view source);

// The character at a byte, counted from 1.
std::size_t character_at(std::string_view source, std::size_t byte) noexcept;

}  // namespace guanxi::feel
