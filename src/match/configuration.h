#pragma once

#include "guanxi/match.h"

namespace guanxi::match {

// "供应商|Supplier" → the part of the language.
std::string_view label_of(const FieldRule& field, Language language) noexcept;

}  // namespace guanxi::match
