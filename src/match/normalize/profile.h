// From the values of a record to what is compared.
#pragma once

#include <span>
#include <string_view>

#include "match/token.h"

namespace guanxi::match {

// The tokens of one value, by the role of its field; none where it says nothing. `country`: as FieldRule::country.
std::vector<Token> tokens_of(Role role, std::string_view value, std::string_view country = {});

Profile profile_of(std::span<const FieldRule> fields, std::span<const std::string_view> values);

}  // namespace guanxi::match
