// Names of FEEL, which may hold blanks and signs: "Pre-bureau risk category".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guanxi::feel {

// Blanks of Unicode at `at`, in bytes; 0 when there is none.
std::size_t blank_at(std::string_view s, std::size_t at) noexcept;
bool starts_name(std::string_view s, std::size_t at) noexcept;
bool continues_name(std::string_view s, std::size_t at) noexcept;

// Without blanks at the ends, runs of blanks as one.
std::string normal_name(std::string_view written);
// Whether a name is one word of letters and digits.
bool is_plain_name(std::string_view name) noexcept;

// How many bytes of the source at `at` write the name; blanks beside signs do not count. 0 when they do not, or when the
// word goes on behind.
std::size_t match_name(std::string_view source, std::size_t at, std::string_view name) noexcept;

}  // namespace guanxi::feel
