// What the files of the built-in functions share.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "expr/feel/machine.h"

namespace guanxi::feel {

std::span<const Builtin> number_functions() noexcept;
std::span<const Builtin> string_functions() noexcept;
std::span<const Builtin> list_functions() noexcept;
std::span<const Builtin> context_functions() noexcept;
std::span<const Builtin> temporal_functions() noexcept;
std::span<const Builtin> conversion_functions() noexcept;
std::span<const Builtin> range_functions() noexcept;
std::span<const Builtin> statistic_functions() noexcept;

// The value, or the only item of a list where one value is wanted.
inline const Value& single(const Value& v, Kind wanted) noexcept {
  return v.is(Kind::list) && wanted != Kind::list && v.size == 1 && v.items[0].is(wanted) ? v.items[0] : v;
}

inline bool given(Arguments arguments, std::size_t i) noexcept { return i < arguments.size() && !arguments[i].null(); }

// The items of a list, or the value alone.
inline Arguments items_of(const Value& v) noexcept { return v.is(Kind::list) ? Arguments(v.items, v.size) : Arguments(&v, 1); }

// The arguments of a function that takes a list or its items.
inline Arguments items_of(Arguments arguments) noexcept {
  return arguments.size() == 1 ? items_of(arguments[0]) : arguments;
}

}  // namespace guanxi::feel

// Declares `name` as the argument of that kind, or returns the null that says what is wrong with it.
#define FEEL_WANT(variable, index, kind, name)                               \
  const Value variable = single(arguments[index], kind);                     \
  if (!variable.is(kind)) return machine.wrong_argument(name, name_of(kind), arguments[index])
