// What a header says, however it is written. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

namespace guanxi::import {

// Letters and digits alone, folded: "Company_Name", "company name " and "CompanyName (required)" are one.
std::string header_form(std::string_view header);

// The form with the usual synonyms brought to one word each, and without a leading word for the entity itself, of which
// `entity_labels` are the names: for accounts, "公司全称", "客户名称" and "名称" are one.
std::string header_meaning(std::string_view header, std::string_view entity_labels);

// Whether two forms differ by what slips in typing; short words must be equal.
bool almost_equal(std::string_view form, std::string_view other);

// Whether the header's last words are the label's, and these are most of it: "主要联系电话" and "联系电话".
bool ends_with_label(std::string_view header, std::string_view label);

}  // namespace guanxi::import
