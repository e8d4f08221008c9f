// Saved filters, segments and rules: what they say must be readable, or it is refused when it is written.
#include "base/check.h"
#include "crm/expressions/apply.h"
#include "crm/expressions/filters.h"
#include "crm/messages.h"
#include "crm/rules/rules.h"

namespace guanxi {
namespace {

constexpr Message name_used{"filter.name_used", "You have a {0} \"{1}\" already: choose another name, or change that one.",
                            "您已有名为“{1}”的{0}：请换一个名称，或修改已有的。"};
constexpr Message no_member{"segment.no_member", "The segment \"{0}\" holds records of {1}, and there is none with the id {2}.",
                            "细分“{0}”的成员是{1}，其中没有编号为 {2} 的记录。"};
constexpr Message member_twice{"segment.member_twice", "The record {1} stands in the segment \"{0}\" already: change that entry.",
                               "记录 {1} 已在细分“{0}”中：请修改该条目。"};

// What a person may ask for by name. A saved filter must not lead back to itself.
template <const auto& E>
Result<void> check_condition(Unit& unit, const AnyRecord& row) {
  GUANXI_ASSIGN(const EntityType* asked, entity_of(unit.schema(), row.get(E.entity).view()));
  if (row.get(E.condition).view().empty()) return {};
  SavedFilters filters(unit.writer(), *unit.snapshot().rules, {unit.now(), unit.user()}, condition::all_visible);
  if (number_of(E) == number_of(SavedFilter)) filters.begin(row.id(), row.get(E.name).view());
  auto said = filters.condition(row.get(E.condition).view(), asked->number());
  return said ? Result<void>() : Result<void>(std::move(said).error().at_field(E.condition.name));
}

Result<bool> another(Unit& unit, const EntityType& type, const Expr& condition, const AnyRecord& row) {
  const Expr live = condition && Expr::is_null(type.number(), type.fields()[common::archived_at]->number);
  bool found = false;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &live;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& other) {
    found = other.id() != row.id();
    return !found;
  }));
  return found;
}

// A name is used once by one owner.
template <const auto& E>
Result<void> before_named(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  GUANXI_CHECK(check_condition<E>(unit, after));
  if (!changed(E.name, before, after) && !changed(E.owner, before, after)) return {};
  const Expr same = Expr::compare(Expr::Op::equal, type.number(), E.name.number, after.get(E.name)) &&
                    Expr::compare(Expr::Op::equal, type.number(), E.owner.number, after.get(E.owner));
  GUANXI_ASSIGN(const bool used, another(unit, type, same, after));
  if (!used) return {};
  return Error(Code::duplicate, name_used, {said(type), std::string(after.get(E.name).view())}).at_field(E.name.name);
}

Result<void> before_member(Unit& unit, const EntityType& type, const AnyRecord*, AnyRecord& after) {
  const EntityType& segments = unit.schema().of(Segment);
  Record<Segment> segment(segments.record());
  const Id of = Codec<Id>::unpack(after.get(SegmentMember.segment)), member = Codec<Id>::unpack(after.get(SegmentMember.record));
  GUANXI_ASSIGN(const bool there, unit.writer().get(segments, of, segment));
  if (!there) return no_such_record(segments, of).at_field(SegmentMember.segment.name);
  GUANXI_ASSIGN(const EntityType* holds, entity_of(unit.schema(), segment[Segment.entity]));
  AnyRecord record = holds->record();
  GUANXI_ASSIGN(const bool found, unit.writer().get(*holds, member, record));
  const std::string name(*segment[Segment.name]);
  if (!found) return Error(Code::not_found, no_member, {name, said(*holds), member.text()}).at_field(SegmentMember.record.name);
  GUANXI_ASSIGN(const bool twice, another(unit, type, SegmentMember.segment == Ref<SegmentEntity>(of) && SegmentMember.record == member, after));
  if (twice) return Error(Code::duplicate, member_twice, {name, member.text()}).at_field(SegmentMember.record.name);
  return {};
}

Result<void> before_rule(Unit& unit, const EntityType& type, const AnyRecord*, AnyRecord& after) { return check_rule(unit, type, after); }

}  // namespace

const Rules saved_filter_rules{number_of(SavedFilter), before_named<SavedFilter>, nullptr};
const Rules segment_rules{number_of(Segment), before_named<Segment>, nullptr};
const Rules segment_member_rules{number_of(SegmentMember), before_member, nullptr};
const Rules validation_rule_rules{number_of(ValidationRule), before_rule, nullptr};
const Rules decision_rule_rules{number_of(DecisionRule), before_rule, nullptr};

}  // namespace guanxi
