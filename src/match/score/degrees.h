// The degrees in which two values of a role may agree, worst first.
#pragma once

#include <array>
#include <span>

#include "guanxi/match.h"

namespace guanxi::match {

inline constexpr std::size_t most_degrees = 7;

struct Degree {
  Chance chance;  // before any training
  std::string_view english, chinese;
};

std::span<const Degree> degrees_of(Role role) noexcept;

// The chances before any training; they depend on what the records are: a place is what its address says, a company may move.
std::array<Chance, most_degrees> ready_chances_of(Kind kind, Role role) noexcept;

}  // namespace guanxi::match
