// What the values of a column are, judged by their form.
#pragma once

#include <span>
#include <string_view>

namespace guanxi::import {

enum class Content { unknown, phone, mobile, email, website, credit_code, date, company };

// What at least four fifths of the values are; blank ones do not count, and fewer than two say nothing.
Content content_of(std::span<const std::string_view> values);

// Whether a cell holds a value (a date, phone number, address of mail or web …) rather than the name of a column.
bool is_data(std::string_view cell);

}  // namespace guanxi::import
