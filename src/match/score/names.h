// Two names of organisations.
#pragma once

#include "match/score/compare.h"

namespace guanxi::match {

Agreement compare_name(const Weighed& a, const Weighed& b, const Lexicon& lexicon);
// Whether the name has its legal form, and so, it seems, all its words.
bool is_full_name(Items items, const Lexicon& lexicon);
// Whether what tells each from others of its trade and place has nothing in the other: 上海青禾精密机械厂 and 上海远帆精密机械厂.
bool are_other_brands(const Weighed& a, const Weighed& b, const Lexicon& lexicon);

}  // namespace guanxi::match
