// What FEEL knows of a value before there is one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "expr/feel/value.h"

namespace guanxi::feel {

struct Type;

struct Member {
  std::string name;
  const Type* type;
};

struct Type {
  enum Form : std::uint8_t { any, simple, list, range, context, function } form = any;
  Kind kind = Kind::null;             // of a simple type
  const Type* element = nullptr;      // of a list or range; the result of a function
  std::vector<Member> members;        // of a context; the parameters of a function
  std::uint32_t allowed = 0;          // node of the unary tests that values pass, 0 for none
  std::uint32_t allowed_slots = 0;
  std::string name;

  const Type* member(std::string_view name) const noexcept;
};

// The types without parts: Any and those of FEEL. Static storage; null when FEEL has no type of that name.
const Type* simple_type(std::string_view name) noexcept;
const Type* simple_type(Kind kind) noexcept;
const Type* any_type() noexcept;

}  // namespace guanxi::feel
