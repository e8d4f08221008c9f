// How two organisations that are not the same may belong together: read off the parts in which their names differ.
#pragma once

#include "match/score/overlap.h"

namespace guanxi::match {

enum class Relation : std::uint8_t {
  none,
  equal,       // nothing in the names speaks against the same
  branch,      // 北京分公司; the same company of another place
  subsidiary,  // one name is inside the other, which says more
  group,       // one brand, another trade
};

Relation relation_of(Items a, Items b, const Lexicon& lexicon);

}  // namespace guanxi::match
