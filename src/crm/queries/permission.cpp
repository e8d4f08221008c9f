// Whether the principal may do something, and the sentence that says why.
#include "base/check.h"
#include "crm/messages.h"
#include "crm/queries/queries.h"
#include "crm/view.h"

namespace guanxi::queries {
namespace {

constexpr Message no_action{"access.unknown_action", "There is no action \"{0}\": use read, create, update, delete, export or assign.",
                            "没有操作“{0}”：请使用 read、create、update、delete、export 或 assign。"};

}  // namespace

Result<Permission> may(SessionState& session, std::string_view action, std::uint16_t entity, const Id& id) {
  const auto wanted = access::action_named(action);
  if (!wanted) return Error(Code::invalid, no_action, {std::string(action)});
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  std::optional<AnyRecord> record;
  if (!id.empty()) {
    record = type->record();
    GUANXI_ASSIGN(const bool found, view.reader().get(*type, id, *record));
    if (!found) return no_such_record(*type, id);
  }
  const access::Decision decision = view.check(*wanted, *type, record ? &*record : nullptr, nullptr);
  return Permission{decision.allowed, denied(decision, *wanted, *type).text(view.language())};
}

}  // namespace guanxi::queries
