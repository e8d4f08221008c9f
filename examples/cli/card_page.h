// A customer on one page of a terminal.
#pragma once

#include "names.h"

namespace cli {

std::string card_page(const Context& c, const Schema& schema, Names& names, const CustomerCard& card);

}  // namespace cli
