#include "base/check.h"
#include "crm/rules/rules.h"
#include "model/picklists/picklists.h"

namespace guanxi {
namespace {

Result<void> before_opportunity(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  GUANXI_CHECK(refuse_if_suspended(unit, type, after));
  if (before == nullptr && !after.get(Opportunity.stage).is_set()) after.set(Opportunity.stage, Codec<Picklist>::pack("prospecting"));
  if (!changed(Opportunity.stage, before, after)) return {};
  const std::string_view stage = after.get(Opportunity.stage).view();
  GUANXI_CHECK(refuse_wrong_step(unit, Opportunity.stage, before, after));
  after.set(Opportunity.stage_since, Codec<Instant>::pack(unit.now()));
  const bool said = changed(Opportunity.probability, before, after);
  if (!said) after.set(Opportunity.probability, Codec<Int>::pack(default_probability(stage)));
  return {};
}

// Every step from stage to stage becomes a row of its own, which nobody changes.
Result<void> after_opportunity(Unit& unit, const EntityType&, const AnyRecord* before, const AnyRecord& after) {
  if (!changed(Opportunity.stage, before, after)) return {};
  const EntityType& steps = unit.schema().of(StageChange);
  AnyRecord step = steps.record();
  step.set(StageChange.opportunity, after.at(common::id));
  step.set(StageChange.to, after.get(Opportunity.stage));
  step.set(StageChange.at, Codec<Instant>::pack(unit.now()));
  if (after.get(Opportunity.amount).is_set()) step.set(StageChange.amount, after.get(Opportunity.amount));
  if (after.get(Opportunity.owner).is_set()) step.set(StageChange.holder, after.get(Opportunity.owner));
  if (before != nullptr) {
    step.set(StageChange.from, before->get(Opportunity.stage));
    if (before->get(Opportunity.stage_since).is_set())
      step.set(StageChange.seconds, Codec<Int>::pack((unit.now().us - before->get(Opportunity.stage_since).integer) / 1'000'000));
  }
  return unit.insert(steps, step, {.command = true, .action = access::Action::create, .checked = true});
}

}  // namespace

const Rules opportunity_rules{number_of(Opportunity), before_opportunity, after_opportunity};

}  // namespace guanxi
