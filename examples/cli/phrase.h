// Sentences in both languages of the command.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace cli {

using namespace guanxi;

// {0} to {9} stand for arguments.
struct Phrase {
  std::string_view english;
  std::string_view chinese;

  constexpr std::string_view in(Language language) const noexcept { return language == Language::chinese ? chinese : english; }
};

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments);

}  // namespace cli
