// Distances between short texts.
#pragma once

#include <cstddef>
#include <string_view>

namespace guanxi::match {

// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other (optimal string
// alignment), by bytes; `limit` + 1 where there are more than `limit`. Texts over 64 bytes are compared by their heads.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) noexcept;
inline bool within(std::string_view a, std::string_view b, std::size_t limit) noexcept { return distance(a, b, limit) <= limit; }

// Whether two words begin alike and differ in their endings: "nucleaire" and "nuclear".
bool same_stem(std::string_view a, std::string_view b) noexcept;

// Jaro's similarity with Winkler's bonus for a common beginning (scale 0.1, at most 4 letters); 1 for equal texts.
double jaro_winkler(std::string_view a, std::string_view b) noexcept;

}  // namespace guanxi::match
