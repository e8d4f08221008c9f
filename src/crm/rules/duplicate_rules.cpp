// How strict the check for duplicates may be told to be.
#include "base/check.h"
#include "crm/messages.h"
#include "crm/rules/rules.h"

namespace guanxi {
namespace {

constexpr Message no_entity_to_check{"duplicate_rule.unknown_entity", "There is no entity \"{0}\" for this rule of the duplicate check: write account, contact or lead.",
                                 "查重规则所指的对象“{0}”不存在：请填写 account、contact 或 lead。"};
constexpr Message wrong_order{"duplicate_rule.wrong_order", "A score that is refused ({0}) must not be lower than one that is only named ({1}): raise refuse_at, or lower warn_at.",
                              "拒绝阈值（{0}）不能低于提示阈值（{1}）：请提高拒绝阈值或降低提示阈值。"};
constexpr Message second_rule{"duplicate_rule.second", "There is a rule of the duplicate check for {0} and this source already: change that one.",
                              "{0}的该来源已有查重规则：请修改已有的规则。"};

Result<void> refuse_second(Unit& unit, const EntityType& type, const AnyRecord& row, const EntityType& about) {
  const Value& source = row.get(DuplicateRule.source);
  const bool named = source.is_set() && !source.view().empty();
  const Expr same = DuplicateRule.entity == Text(about.name()) && is_null(DuplicateRule.archived_at);
  bool other = false;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &same;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& found) {
    const std::string_view its = found.get(DuplicateRule.source).is_set() ? found.get(DuplicateRule.source).view() : std::string_view();
    other = found.id() != row.id() && its == (named ? source.view() : std::string_view());
    return !other;
  }));
  if (!other) return {};
  return Error(Code::duplicate, second_rule, {said(about)}).at_field(DuplicateRule.source.name);
}

Result<void> before_duplicate_rule(Unit& unit, const EntityType& type, const AnyRecord*, AnyRecord& after) {
  if (!after.get(DuplicateRule.entity).is_set()) return {};  // said by the check of required fields
  const std::string name(after.get(DuplicateRule.entity).view());
  const EntityType* about = unit.schema().find(name);
  if (about == nullptr) return Error(Code::invalid, no_entity_to_check, {name}).at_field(DuplicateRule.entity.name);
  const Value &refuse = after.get(DuplicateRule.refuse_at), &warn = after.get(DuplicateRule.warn_at);
  const bool both = refuse.is_set() && warn.is_set();
  if (both && Codec<Int>::unpack(refuse) < Codec<Int>::unpack(warn))
    return Error(Code::invalid, wrong_order, {std::to_string(Codec<Int>::unpack(refuse)), std::to_string(Codec<Int>::unpack(warn))}).at_field(DuplicateRule.refuse_at.name);
  if (after.at(common::archived_at).is_set()) return {};
  return refuse_second(unit, type, after, *about);
}

}  // namespace

const Rules duplicate_rule_rules{number_of(DuplicateRule), before_duplicate_rule, nullptr};

}  // namespace guanxi
