// What a new store starts with: its administrator, and three roles that most companies begin with.
#pragma once

#include "crm/engine.h"

namespace guanxi {

Result<void> bootstrap(Engine& engine, const Administrator& administrator);

}  // namespace guanxi
