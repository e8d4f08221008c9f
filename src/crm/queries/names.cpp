#include "crm/queries/names.h"

#include "base/check.h"
#include "crm/queries/words.h"

namespace guanxi::queries {
namespace {

constexpr Words the_system{"System", "系统"};

}  // namespace

Result<std::string> Names::of(std::uint16_t entity, const Id& id) {
  if (id.empty()) return std::string();
  const auto known = known_.find(id);
  if (known != known_.end()) return known->second;
  GUANXI_ASSIGN(const EntityType* type, view_.entity(entity));
  GUANXI_ASSIGN(std::string name, view_.name_of(*type, id));
  known_.emplace(id, name);
  return name;
}

Result<std::string> Names::actor(const Id& user) {
  if (user.empty()) return std::string(the_system.in(view_.language()));
  return of(number_of(User), user);
}

}  // namespace guanxi::queries
