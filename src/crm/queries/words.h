// Short words of the answers, in both languages. Whole sentences are Messages.
#pragma once

#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi::queries {

struct Words {
  std::string_view english, chinese;

  constexpr std::string_view in(Language language) const noexcept { return language == Language::chinese ? chinese : english; }
};

// Appends with the separator between.
inline void join(std::string& out, std::string_view separator, std::string_view more) {
  if (more.empty()) return;
  if (!out.empty()) out += separator;
  out += more;
}

}  // namespace guanxi::queries
