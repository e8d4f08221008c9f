// All built-in entities.
#pragma once

#include <span>

#include "guanxi/entities/account.h"
#include "guanxi/entities/audit.h"
#include "guanxi/entities/contact.h"
#include "guanxi/entities/customisation.h"
#include "guanxi/entities/duplicates.h"
#include "guanxi/entities/organisation.h"
#include "guanxi/entities/rules.h"
#include "guanxi/entities/sales.h"
#include "guanxi/entities/service.h"

namespace guanxi {

// In the order of their numbers.
std::span<const AnyEntity* const> builtin_entities() noexcept;

}  // namespace guanxi
