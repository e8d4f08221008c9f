// What an error shows of a text that could not be read.
#pragma once

#include <string>
#include <string_view>

namespace guanxi {

// The text, cut after 60 bytes at the end of a character.
inline std::string excerpt(std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace guanxi
