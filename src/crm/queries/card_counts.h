// The numbers on the customer card, each with the condition that leads on to its rows.
#pragma once

#include "crm/view.h"

namespace guanxi::queries {

// Everything but the count of contacts, whose condition the card knows.
Result<std::vector<CardCount>> card_counts(View& view, const Id& account);

// One number: the readable rows under the condition, `money` (may be null) summed.
struct CountWords {
  std::string_view name;
  std::string_view english, chinese;
};
Result<CardCount> card_count(View& view, const CountWords& words, const EntityType& type, Expr condition, const AnyField* money);

}  // namespace guanxi::queries
