// The statistics as one self-contained page: no script, no network, light and dark, phone and desktop.
#pragma once

#include <string>

#include "statistics.h"

namespace cli {

std::string statistics_page(const Context& c, const Statistics& statistics, const std::string& store);

// Text between tags and in attributes.
std::string escaped(std::string_view text);

}  // namespace cli
