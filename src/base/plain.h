// Text as people type it, brought to one form before a number, date or word is read from it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace guanxi {

// Full-width letters, digits and marks become ASCII, every kind of blank becomes a blank, the minus sign a hyphen;
// zero-width characters go, and so do blanks at the ends.
std::string plain(std::string_view text);

std::string_view trim(std::string_view text) noexcept;  // ASCII white space, at both ends

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// "a, b, c"
std::string listed(std::span<const std::string> names);

// ASCII letters in lower case.
std::string lower(std::string_view text);

// Whether `text` begins with `prefix`; if so it is cut off.
inline bool take(std::string_view& text, std::string_view prefix) noexcept {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace guanxi
