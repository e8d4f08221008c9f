// Charts as pieces of the page. Shapes are SVG; words are HTML, so that they wrap, shrink and never lie on each other.
#pragma once

#include <string>

#include "statistics.h"

namespace cli {

std::string svg_bars(const Context& c, const Chart& chart);
std::string svg_ring(const Context& c, const Chart& chart);
std::string svg_months(const Context& c, const MonthChart& chart);

}  // namespace cli
