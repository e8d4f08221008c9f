#pragma once

#include <string>
#include <string_view>

namespace guanxi::match {

// "19710624" of a date in any common notation; the digits alone where it is none; empty without digits.
std::string normal_date(std::string_view value);

}  // namespace guanxi::match
