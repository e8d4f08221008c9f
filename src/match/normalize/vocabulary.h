// Words that names are made of, as data.
#pragma once

#include <cstddef>
#include <string_view>

namespace guanxi::match {

// Each takes folded, simplified text.
// The longest region at the beginning, in bytes: 上海, 浦东, 中国, without 省, 市, 区. 0 where there is none.
std::size_t region_prefix(std::string_view han) noexcept;
inline constexpr std::size_t longest_region = 8;      // characters
bool is_trade(std::string_view han) noexcept;         // 科技, 房地产
inline constexpr std::size_t longest_trade = 6;
bool is_place_word(std::string_view word) noexcept;   // "denmark", "europe"
// "machinery", "trading", "shanghai": what companies do or where, in a name of letters.
bool names_a_business(std::string_view word) noexcept;
bool is_legal_word(std::string_view word) noexcept;   // "gmbh", "ltd"
bool is_group_word(std::string_view word) noexcept;   // "holdings", "group"
bool is_outlet(std::string_view word) noexcept;       // "cafe", "bar"
bool is_filler(std::string_view word) noexcept;       // "the", "and", "of"

// One word for what several languages say of institutions and countries: "universität" → "university", "norge" → "norway".
// The word itself where there is none.
std::string_view common_word(std::string_view word) noexcept;

// The legal form at the end of a Chinese name, in bytes; 0 where there is none.
std::size_t legal_form_suffix(std::string_view han) noexcept;
// 分公司, 支行, 办事处 … at the end, in bytes.
std::size_t branch_suffix(std::string_view han) noexcept;

}  // namespace guanxi::match
