#include "match/score/relation.h"

#include <algorithm>

namespace guanxi::match {

namespace {

// What of one part stands in each name, and in both.
struct Shared {
  std::size_t a = 0, b = 0, common = 0;
  bool equal() const noexcept { return a == common && b == common; }
  bool conflict() const noexcept { return a > common && b > common; }
};

Shared shared(Items a, Items b, Part part, const Overlap& o) {
  Shared out;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].part() == part) ++out.a, out.common += o.matched_a[i];
  std::size_t common_b = 0;
  for (std::size_t j = 0; j < b.size(); ++j)
    if (b[j].part() == part) ++out.b, common_b += o.matched_b[j];
  out.common = std::min(out.common, common_b);
  return out;
}

bool any(Items items, Part part) noexcept {
  return std::any_of(items.begin(), items.end(), [&](Item i) { return i.part() == part; });
}

}  // namespace

Relation relation_of(Items a, Items b, const Lexicon& lexicon) {
  if (a.empty() || b.empty()) return Relation::none;
  const auto o = overlap(Weighed(a, lexicon), Weighed(b, lexicon), lexicon);
  const auto core = shared(a, b, Part::core, o), trade = shared(a, b, Part::trade, o), region = shared(a, b, Part::region, o),
             branch = shared(a, b, Part::branch, o), group = shared(a, b, Part::group, o);
  if (core.common == 0) return Relation::none;
  if (core.equal()) {
    if (!branch.equal() || region.conflict()) return Relation::branch;
    if (!trade.equal()) return trade.conflict() || any(a, Part::group) != any(b, Part::group) ? Relation::group : Relation::subsidiary;
    if (!region.equal() || !group.equal()) return Relation::subsidiary;
    return Relation::equal;
  }
  if (core.conflict()) return o.core_dice() >= 0.6F ? Relation::group : Relation::none;
  return Relation::subsidiary;
}

}  // namespace guanxi::match
