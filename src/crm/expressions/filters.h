// Saved filters by name, as conditions that other conditions may use: filter("Big ones") and tier = "A".
#pragma once

#include <string>
#include <vector>

#include "crm/each_live.h"
#include "crm/expressions/rulebook.h"
#include "expr/condition/translate.h"
#include "guanxi/query.h"

namespace guanxi {

// The live row of that name that the user made, or else one that is shared.
template <const auto& E>
Result<std::optional<Record<E>>> named(store::Reader& reader, const Schema& schema, const Id& user, std::string_view name) {
  const Expr mine = E.owner == Ref<UserEntity>(user) || E.shared == true;
  std::optional<Record<E>> found;
  GUANXI_CHECK(each_live<E>(reader, schema.of(E), E.id, E.name == Text(name) && mine, [&](Record<E>&& row) -> Result<void> {
    const bool own = row[E.owner] == Ref<UserEntity>(user);
    if (!found || own) found.emplace(std::move(row));
    return {};
  }));
  return found;
}

Error no_such_filter(std::string_view name);

class SavedFilters {
 public:
  SavedFilters(store::Reader& reader, const Rulebook& book, const condition::Circumstances& circumstances, condition::Visible visible) noexcept
      : reader_(reader), book_(book), circumstances_(circumstances), visible_(visible) {}
  SavedFilters(const SavedFilters&) = delete;

  // The filter whose condition is translated first: what leads back to it is refused.
  void begin(const Id& id, std::string_view name) { way_.push_back({id, std::string(name)}); }
  // The condition in the text of that filter, or of whatever has none of its own name.
  Result<Expr> condition(std::string_view text, std::uint16_t entity, condition::Goal goal = condition::Goal::yes);
  // With what the condition means: valid as long as this is.
  condition::Meaning meaning() const { return {circumstances_, visible_, named_}; }

 private:
  struct Step {
    Id id;
    std::string name;
  };
  Result<Expr> by_name(std::string_view name, std::uint16_t entity, condition::Goal goal);
  Error cycle(std::string_view name) const;

  static constexpr int most_filters = 200;  // in one condition, each time that it is named

  store::Reader& reader_;
  const Rulebook& book_;
  condition::Circumstances circumstances_;
  condition::Visible visible_;
  std::vector<Step> way_;
  int filters_ = 0;
  struct Named {
    SavedFilters* of;
    Result<Expr> operator()(std::string_view name, std::uint16_t entity, condition::Goal goal) const { return of->by_name(name, entity, goal); }
  } named_{this};
};

}  // namespace guanxi
