// The built-in functions: their names, the names of their parameters, what they compute.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "expr/feel/value.h"

namespace guanxi::feel {

class Machine;

using Arguments = std::span<const Value>;

struct Builtin {
  std::string_view name;
  // Parameter names, optional ones with a question mark, ways to call it parted by bars: "from|year,month,day". A star
  // stands behind a list that may also be given item by item; an exclamation mark before a way that only names take.
  std::string_view parameters;
  Value (*run)(Machine&, Arguments);
};

std::span<const Builtin> builtins() noexcept;
inline constexpr std::uint32_t no_builtin = 0xFFFFFFFF;
std::uint32_t find_builtin(std::string_view name) noexcept;

// Whether a built-in takes so many arguments.
bool takes(const Builtin& builtin, std::size_t count) noexcept;

inline constexpr std::size_t most_parameters = 8;
// The place of each named argument among the parameters of the first way that has them all, and how many places that way
// has; 0 when no way fits.
std::size_t place_arguments(const Builtin& builtin, std::span<const std::string_view> names, std::span<std::size_t> places) noexcept;

}  // namespace guanxi::feel
