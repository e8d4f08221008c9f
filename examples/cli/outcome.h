// What a command did, told the same way everywhere.
#pragma once

#include "context.h"

namespace cli {

// `sentence` holds {0}, the name of what was changed. Gives the exit code.
int tell(const Context& c, const Phrase& sentence, const Outcome& outcome, std::string_view name);

}  // namespace cli
