// What the surroundings say about language, colours and width. This is the host's business: the library never asks.
#pragma once

#include "context.h"

namespace cli {

// From the environment and the terminal.
Context look_around();
// From --lang and --color; ends with a usage error on anything else.
void set_language(Context& c, std::string_view lang);
void set_color(Context& c, std::string_view when);
// --lang decides in which language errors of other arguments are told, so it is looked for first.
void language_from_arguments(Context& c, int argc, char** argv);

}  // namespace cli
