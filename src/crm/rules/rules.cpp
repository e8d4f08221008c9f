#include "crm/rules/rules.h"

#include <array>

#include "base/check.h"
#include "crm/messages.h"
#include "model/status.h"

namespace guanxi {
namespace {

constexpr Message suspended{"account.suspended",
                            "The account \"{0}\" is suspended ({1}): reinstate it before anything of it is changed.",
                            "客户“{0}”已冻结（{1}）：请先解冻再修改。"};
constexpr Message taken{"record.taken", "There is a {0} whose {1} is \"{2}\" already: choose another.",
                        "已有{1}为“{2}”的{0}：请换一个。"};

constexpr std::array<const Rules*, 21> all{&account_rules,     &lead_rules,          &opportunity_rules,   &activity_rules,
                                           &service_request_rules, &contract_rules,  &contact_point_rules, &account_contact_rules,
                                           &user_rules,        &role_rules,          &role_grant_rules,    &department_rules,
                                           &custom_field_rules, &custom_entity_rules, &picklist_item_rules,
                                           &saved_filter_rules, &segment_rules,      &segment_member_rules, &validation_rule_rules,
                                           &decision_rule_rules, &duplicate_rule_rules};

}  // namespace

const Rules* rules_of(std::uint16_t entity) noexcept {
  for (const Rules* rules : all)
    if (rules->entity == entity) return rules;
  return nullptr;
}

Result<void> refuse_if_suspended(Unit& unit, const EntityType& type, const AnyRecord& row) {
  if (type.account() == no_slot || !row.at(type.account()).is_set()) return {};
  const EntityType& accounts = unit.schema().of(Account);
  Record<Account> account(accounts.record());
  GUANXI_ASSIGN(const bool found, unit.writer().get(accounts, Codec<Id>::unpack(row.at(type.account())), account));
  if (!found || !account[Account.suspended]) return {};
  return Error(Code::denied, suspended, {std::string(*account[Account.name]), std::string(*account[Account.suspend_reason])});
}

bool changed(const AnyField& field, const AnyRecord* before, const AnyRecord& after) noexcept {
  const Value& now = after.get(field);
  return before == nullptr ? now.is_set() : !(before->get(field) == now) && (before->get(field).is_set() || now.is_set());
}

Result<void> refuse_wrong_step(Unit& unit, const AnyField& status, const AnyRecord* before, const AnyRecord& after) {
  if (before == nullptr || !changed(status, before, after)) return {};
  const PicklistType* list = unit.schema().picklist(status.picklist);
  return list == nullptr ? Result<void>() : check_transition(*list, before->get(status).view(), after.get(status).view());
}

Result<void> refuse_if_taken(Unit& unit, const EntityType& type, const AnyField& field, const AnyRecord& row) {
  if (!row.get(field).is_set()) return {};
  const Expr same = Expr::compare(Expr::Op::equal, type.number(), field.number, row.get(field)) &&
                    Expr::is_null(type.number(), type.fields()[common::archived_at]->number);
  bool other = false;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &same;
  scan.limit = 2;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& found) {
    other = other || found.id() != row.id();
    return true;
  }));
  if (!other) return {};
  return Error(Code::duplicate, taken, {said(type), said(field), std::string(row.get(field).view())}).at_field(field.name);
}

}  // namespace guanxi
