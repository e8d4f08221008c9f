// "Not a duplicate", remembered.
#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/matching/pairs.h"
#include "crm/messages.h"

namespace guanxi::commands {
namespace {

constexpr Message one_record{"dismiss.one_record", "A record is no duplicate of itself: name two different ones.", "请提供两条不同的记录。"};

AnyRecord new_pair(const EntityType& pairs, std::string_view entity, const Id& low, const Id& high) {
  AnyRecord row = pairs.record();
  row.set(DuplicatePair.entity, Codec<Text>::pack(entity));
  row.set(DuplicatePair.low, Codec<Id>::pack(low));
  row.set(DuplicatePair.high, Codec<Id>::pack(high));
  return row;
}

}  // namespace

// Whoever may see both records may say so.
Result<void> dismiss(Unit& unit, const AnyRecord& arguments) {
  const std::string_view name = arguments.get(Dismiss.entity).view();
  const EntityType* type = unit.schema().find(name);
  if (type == nullptr) return Error(Code::not_found, messages::no_entity, {std::string(name)});
  const Id first = Codec<Id>::unpack(arguments.get(Dismiss.first)), second = Codec<Id>::unpack(arguments.get(Dismiss.second));
  if (first == second) return Error(Code::invalid, one_record).at_field(Dismiss.second.name);
  GUANXI_CHECK(unit.view().get(*type, first));
  GUANXI_CHECK(unit.view().get(*type, second));
  const EntityType& pairs = unit.schema().of(DuplicatePair);
  GUANXI_ASSIGN(const auto known, matching::pairs_of(unit.writer(), unit.schema(), first, second));
  const auto [low, high] = matching::ordered(first, second);
  AnyRecord after = known.empty() ? new_pair(pairs, name, low, high) : known.front();
  if (after.get(DuplicatePair.state).view() == "dismissed") {
    report(unit, after);
    return {};
  }
  after.set(DuplicatePair.state, Codec<Picklist>::pack("dismissed"));
  after.set(DuplicatePair.decided_at, Codec<Instant>::pack(unit.now()));
  after.set(DuplicatePair.decided_by, Codec<Id>::pack(unit.user()));
  if (arguments.get(Dismiss.note).is_set()) after.set(DuplicatePair.note, arguments.get(Dismiss.note));
  constexpr Unit::As seen{.command = true, .action = access::Action::update, .checked = true};
  GUANXI_CHECK(known.empty() ? unit.insert(pairs, after, seen) : unit.update(pairs, known.front(), after, store::ChangeKind::update, seen));
  report(unit, after);
  return {};
}

}  // namespace guanxi::commands
