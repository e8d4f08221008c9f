// What belongs to merged records.
#include <algorithm>

#include "base/check.h"
#include "crm/commands/merge.h"
#include "crm/messages.h"

namespace guanxi::commands {
namespace {

constexpr Message between{"merge.between", "\"{0}\" stands between the records that are merged, above one and below the other: give it another parent account first.",
                          "“{0}”在层级上介于要合并的记录之间：请先调整其上级客户。"};

constexpr Unit::As moving{.command = true, .action = access::Action::update, .checked = false, .restoring = true};
// Whoever may change the record may change what only says its name.
constexpr Unit::As retying{.command = true, .action = access::Action::update, .checked = true, .restoring = true};

constexpr int longest_chain = 64;

// What is said about records, not what belongs to them.
bool is_about_records(std::uint16_t entity) noexcept {
  return entity == number_of(ReadLog) || entity == number_of(DuplicatePair) || entity == number_of(MergeRecord);
}

// How the rows of one entity can belong to a record.
struct Ties {
  std::vector<const AnyField*> references;
  const AnyField* entity = nullptr;  // with `record`: any entity's
  const AnyField* record = nullptr;

  bool none() const noexcept { return references.empty() && record == nullptr; }
};

Ties ties_of(const EntityType& child, const EntityType& type) {
  Ties ties;
  if (is_about_records(child.number())) return ties;
  for (const AnyField* field : child.fields())
    if (field->target == type.number() && field->name != "merged_into") ties.references.push_back(field);
  const AnyField *entity = child.find("entity"), *record = child.find("record");
  if (entity != nullptr && record != nullptr && record->type == Type::id && record->target == 0) ties.entity = entity, ties.record = record;
  return ties;
}

class ChildMover {
 public:
  ChildMover(Unit& unit, const EntityType& type, const AnyRecord& winner, std::span<const AnyRecord> losers)
      : unit_(unit), type_(type), winner_(winner), id_(winner.id()) {
    for (const AnyRecord& loser : losers) losers_.push_back(loser.id());
  }

  Result<void> run(std::vector<MergeReport::Children>& out) {
    for (const auto& child : unit_.schema().entities()) {
      const Ties ties = ties_of(*child, type_);
      if (ties.none()) continue;
      MergeReport::Children moved{std::string(child->name()), 0, 0};
      GUANXI_CHECK(move(*child, ties, moved));
      if (moved.moved + moved.folded > 0) out.push_back(std::move(moved));
    }
    return {};
  }

 private:
  Expr condition(const EntityType& child, const Ties& ties) const {
    std::vector<Value> ids;
    for (const Id& loser : losers_) ids.push_back(Codec<Id>::pack(loser));
    std::optional<Expr> all;
    const auto add = [&](Expr one) { all = all ? std::move(*all) || std::move(one) : std::move(one); };
    for (const AnyField* field : ties.references) add(Expr::in(child.number(), field->number, ids));
    if (ties.record != nullptr)
      add(Expr::compare(Expr::Op::equal, child.number(), ties.entity->number, Codec<Text>::pack(type_.name())) &&
          Expr::in(child.number(), ties.record->number, ids));
    return std::move(*all);
  }

  Result<void> move(const EntityType& child, const Ties& ties, MergeReport::Children& moved) {
    const Expr theirs = condition(child, ties);
    std::vector<std::int64_t> rids;
    store::Scan scan;
    scan.type = &child;
    scan.filter = &theirs;
    scan.slots = {&common::id, 1};
    GUANXI_CHECK(unit_.writer().scan(scan, [&](AnyRecord& row) {
      rids.push_back(row.rid());
      return true;
    }));
    AnyRecord before = child.record();
    for (const std::int64_t rid : rids) {
      before.clear();
      GUANXI_ASSIGN(const bool there, unit_.writer().get(child, rid, before));
      if (there) GUANXI_CHECK(move_one(child, ties, before, moved));
    }
    return {};
  }

  bool is_loser(const Value& value) const {
    return value.is_set() && std::find(losers_.begin(), losers_.end(), Codec<Id>::unpack(value)) != losers_.end();
  }

  Result<void> move_one(const EntityType& child, const Ties& ties, const AnyRecord& before, MergeReport::Children& moved) {
    AnyRecord after(before);
    for (const AnyField* field : ties.references)
      if (is_loser(before.get(*field))) after.set(*field, Codec<Id>::pack(id_));
    const bool tied = ties.record != nullptr && before.get(*ties.entity).view() == type_.name() && is_loser(before.get(*ties.record));
    if (tied) after.set(*ties.record, Codec<Id>::pack(id_));
    if (child.number() == number_of(Account)) GUANXI_CHECK(refuse_between(before));
    GUANXI_ASSIGN(const bool folds, has_equal(child, after));
    if (folds) {
      after = before;
      after.put(common::archived_at, Codec<Instant>::pack(unit_.now()));
      ++moved.folded;
    } else {
      GUANXI_CHECK(step_behind(child, after));
      ++moved.moved;
    }
    const auto kind = folds ? store::ChangeKind::archive : store::ChangeKind::update;
    return unit_.update(child, before, after, kind, tied ? retying : moving);
  }

  // A loser's child that is above the winner would become its own grandchild.
  Result<void> refuse_between(const AnyRecord& child) {
    AnyRecord above(winner_);
    for (int depth = 0; depth < longest_chain && above.get(Account.parent).is_set(); ++depth) {
      const Id parent = Codec<Id>::unpack(above.get(Account.parent));
      if (parent == child.id()) return Error(Code::invalid, between, {std::string(title_of(type_, child))});
      above.clear();
      GUANXI_ASSIGN(const bool there, unit_.writer().get(type_, parent, above));
      if (!there) return {};
    }
    return {};
  }

  Result<bool> exists(const EntityType& child, const Expr& condition, const AnyRecord& but) {
    const Expr live = condition && Expr::is_null(child.number(), child.fields()[common::archived_at]->number);
    bool found = false;
    store::Scan scan;
    scan.type = &child;
    scan.filter = &live;
    scan.limit = 2;
    GUANXI_CHECK(unit_.writer().scan(scan, [&](AnyRecord& row) {
      found = found || row.id() != but.id();
      return !found;
    }));
    return found;
  }

  // Whether the winner has a live one that says the same.
  Result<bool> has_equal(const EntityType& child, const AnyRecord& after) {
    const auto fields = telling_fields(child);
    if (fields.empty() || after.at(common::archived_at).is_set()) return false;
    std::optional<Expr> all;
    for (const AnyField* field : fields) {
      const Value& value = after.get(*field);
      Expr same = value.is_set() ? Expr::compare(Expr::Op::equal, field->entity, field->number, value) : is_null(*field);
      all = all ? std::move(*all) && std::move(same) : std::move(same);
    }
    return exists(child, *all, after);
  }

  // One primary contact an account: the winner's stays.
  Result<void> step_behind(const EntityType& child, AnyRecord& after) {
    const bool primary = child.number() == number_of(AccountContact) && type_.number() == number_of(Account) &&
                         Codec<Bool>::unpack(after.get(AccountContact.primary));
    if (!primary) return {};
    const Expr others = AccountContact.account == id_ && AccountContact.primary == true;
    GUANXI_ASSIGN(const bool another, exists(child, others, after));
    if (another) after.set(AccountContact.primary, Codec<Bool>::pack(false));
    return {};
  }

  Unit& unit_;
  const EntityType& type_;
  const AnyRecord& winner_;
  const Id id_;
  std::vector<Id> losers_;
};

}  // namespace

std::vector<const AnyField*> telling_fields(const EntityType& child) {
  if (child.number() == number_of(AccountContact)) return {&AccountContact.account, &AccountContact.contact};
  if (child.number() != number_of(ContactPoint)) return {};
  return {&ContactPoint.normalized, &ContactPoint.type, &ContactPoint.account, &ContactPoint.contact, &ContactPoint.consent};
}

Result<void> move_children(Unit& unit, const EntityType& type, const AnyRecord& winner, std::span<const AnyRecord> losers,
                           std::vector<MergeReport::Children>& out) {
  return ChildMover(unit, type, winner, losers).run(out);
}

}  // namespace guanxi::commands
