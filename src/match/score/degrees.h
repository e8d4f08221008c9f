// The degrees in which two values of a role may agree, worst first.
#pragma once

#include <span>

#include "guanxi/match.h"

namespace guanxi::match {

inline constexpr std::size_t most_degrees = 7;

struct Degree {
  Chance chance;  // before any training
  std::string_view english, chinese;
};

std::span<const Degree> degrees_of(Role role) noexcept;

}  // namespace guanxi::match
