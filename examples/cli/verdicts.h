// What the detector says of two records, for people.
#pragma once

#include "context.h"

namespace cli {

// "the same", "一样": of the name that the library gives ("same").
std::string verdict_in_words(const Context& c, std::string_view name);
// "+38.1"
std::string with_sign(double score);

}  // namespace cli
