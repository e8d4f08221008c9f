#include "base/check.h"
#include "crm/messages.h"
#include "crm/rules/rules.h"

namespace guanxi {
namespace {

constexpr Message own_parent{"account.own_parent", "\"{0}\" cannot be above itself: choose another parent account.",
                             "“{0}”不能成为自己的上级：请选择其他上级客户。"};

// A parent chain longer than this is taken for a circle.
constexpr int longest_chain = 64;

Result<void> refuse_circle(Unit& unit, const EntityType& type, const AnyRecord& after) {
  Record<Account> above(type.record());
  Id at = Codec<Id>::unpack(after.get(Account.parent));
  for (int depth = 0; !at.empty(); ++depth) {
    if (at == after.id() || depth == longest_chain)
      return Error(Code::invalid, own_parent, {std::string(after.get(Account.name).view())}).at_field(Account.parent.name);
    above.clear();
    GUANXI_ASSIGN(const bool found, unit.writer().get(type, at, above));
    if (!found) return no_such_record(type, at).at_field(Account.parent.name);
    at = above[Account.parent];
  }
  return {};
}

Result<void> before_account(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  if (before != nullptr && !changed(Account.suspended, before, after)) GUANXI_CHECK(refuse_if_suspended(unit, type, *before));
  if (before == nullptr && !after.get(Account.status).is_set()) after.set(Account.status, Codec<Picklist>::pack("potential"));
  GUANXI_CHECK(refuse_wrong_step(unit, Account.status, before, after));
  if (changed(Account.parent, before, after)) GUANXI_CHECK(refuse_circle(unit, type, after));
  return {};
}

Result<void> before_lead(Unit& unit, const EntityType&, const AnyRecord* before, AnyRecord& after) {
  if (before == nullptr && !after.get(Lead.status).is_set()) after.set(Lead.status, Codec<Picklist>::pack("new"));
  return refuse_wrong_step(unit, Lead.status, before, after);
}

}  // namespace

const Rules account_rules{number_of(Account), before_account, nullptr};
const Rules lead_rules{number_of(Lead), before_lead, nullptr};

}  // namespace guanxi
