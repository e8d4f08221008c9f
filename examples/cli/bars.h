// Bars in a terminal.
#pragma once

#include <string>

#include "context.h"
#include "statistics.h"

namespace cli {

// `share` (0 to 1) of `columns`, exact to an eighth of a column.
std::string bar(double share, std::size_t columns);

// A chart of horizontal bars with its title.
std::string bar_chart(const Context& c, const Chart& chart);

// One column a month.
std::string month_chart(const Context& c, const MonthChart& chart);

}  // namespace cli
