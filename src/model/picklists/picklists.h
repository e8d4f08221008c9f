// The built-in picklists: one line an item, in the order in which people see them.
#pragma once

#include <span>
#include <string_view>

namespace guanxi {

struct PicklistLine {
  std::string_view code;    // for ever
  std::string_view labels;  // "中文,别名|English,alias"
};

struct PicklistTable {
  std::string_view name;
  std::span<const PicklistLine> lines;
};

// Every table, room by room.
std::span<const PicklistTable> account_picklists() noexcept;
std::span<const PicklistTable> industry_picklists() noexcept;
std::span<const PicklistTable> contact_picklists() noexcept;
std::span<const PicklistTable> sales_picklists() noexcept;
std::span<const PicklistTable> service_picklists() noexcept;
std::span<const PicklistTable> organisation_picklists() noexcept;

// The probability, in per cent, with which an opportunity in this stage is won; 0 for a stage that is not built in.
int default_probability(std::string_view stage) noexcept;

}  // namespace guanxi
