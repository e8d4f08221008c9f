// What the host's other systems know about a customer.
#pragma once

#include "guanxi/queries.h"
#include "guanxi/store.h"

namespace guanxi::queries {

// Asks every provider. One that fails, by an error or an exception, leaves a sentence on the card in place of its facts.
void add_facts(const std::vector<FactProvider>& providers, const Id& account, Language language, CustomerCard& card);

}  // namespace guanxi::queries
