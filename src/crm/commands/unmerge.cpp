// Taking a merge back: the change log, read backwards, field by field.
#include <algorithm>

#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/commands/merge.h"
#include "crm/messages.h"
#include "crm/queries/show.h"
#include "model/code_set.h"
#include "model/delta.h"

namespace guanxi::commands {
namespace {

constexpr Message not_merged{"unmerge.not_merged", "The {0} \"{1}\" was not merged into another, so there is nothing to take back.",
                             "{0}“{1}”没有被合并，无需撤销。"};
constexpr Message winner_merged{"unmerge.winner_merged", "The {0} \"{1}\", into which it was merged, was itself merged into \"{2}\" since: take that merge back first.",
                                "它所并入的{0}“{1}”之后又并入了“{2}”：请先撤销后一次合并。"};
constexpr Message no_trace{"unmerge.no_trace", "How the {0} \"{1}\" was merged is not in this store any more: restore it by hand.",
                           "数据库中已没有{0}“{1}”的合并记录：请手工恢复。"};

constexpr std::size_t changes_at_once = 2000;

class Unmerger {
 public:
  Unmerger(Unit& unit, const EntityType& type, bool dry_run, UnmergeReport& report)
      : unit_(unit), type_(type), dry_run_(dry_run), report_(report), names_(unit.view()) {}

  Result<void> run(const Id& record) {
    GUANXI_ASSIGN(AnyRecord row, unit_.view().get(type_, record));
    report(unit_, row);
    const Id winner = Codec<Id>::unpack(row.get(merged_into(type_)));
    if (winner.empty()) return refuse_unless_done(row);
    GUANXI_CHECK(check_winner(winner));
    GUANXI_ASSIGN(const std::int64_t set, set_of_merge(row, winner));
    GUANXI_CHECK(read(set));
    for (const store::Change& change : changes_) GUANXI_CHECK(take_back(change));
    GUANXI_CHECK(unit_.writer().get(type_, record, row));
    report(unit_, row);
    return {};
  }

 private:
  std::string name_of_row(const AnyRecord& row) const { return std::string(title_of(type_, row)); }

  // Taking back again what was taken back changes nothing; what never was merged is a mistake.
  Result<void> refuse_unless_done(const AnyRecord& row) {
    store::ChangeQuery query;
    query.record = {type_.number(), row.rid()};
    query.newest_first = true;
    query.limit = changes_at_once;
    bool was_merged = false;
    GUANXI_CHECK(unit_.writer().changes(query, [&](store::Change& change) {
      was_merged = change.command == name_of(Merge);
      return !was_merged;
    }));
    if (was_merged) return {};
    return Error(Code::conflict, not_merged, {said(type_), name_of_row(row)});
  }

  // What it gained goes with the merge, so it must be there for whoever takes it back, and not part of another one.
  Result<void> check_winner(const Id& winner) {
    GUANXI_ASSIGN(const AnyRecord row, unit_.view().get(type_, winner));
    const access::Decision may = unit_.view().check(access::Action::update, type_, &row, nullptr);
    if (!may.allowed) return denied(may, access::Action::update, type_);
    const Id into = Codec<Id>::unpack(row.get(merged_into(type_)));
    if (into.empty()) return {};
    GUANXI_ASSIGN(const std::string other, unit_.view().name_of(type_, into));
    return Error(Code::conflict, winner_merged, {said(type_), name_of_row(row), other});
  }

  // The newest merge that is not taken back names the loser; the log names its change set.
  Result<std::int64_t> set_of_merge(const AnyRecord& loser, const Id& winner) {
    const EntityType& merges = unit_.schema().of(MergeRecord);
    const std::string text = loser.id().text();
    const Expr its = MergeRecord.winner == winner && contains(MergeRecord.losers, text) && is_null(MergeRecord.archived_at);
    std::int64_t rid = 0;
    store::Scan scan;
    scan.type = &merges;
    scan.filter = &its;
    GUANXI_CHECK(unit_.writer().scan(scan, [&](AnyRecord& row) {
      rid = std::max(rid, row.rid());
      return true;
    }));
    std::int64_t set = 0;
    store::ChangeQuery query;
    query.record = {merges.number(), rid};
    query.limit = 1;
    if (rid != 0)
      GUANXI_CHECK(unit_.writer().changes(query, [&](store::Change& change) {
        set = change.set;
        return false;
      }));
    if (set == 0) return Error(Code::not_found, no_trace, {said(type_), name_of_row(loser)});
    return set;
  }

  // Newest first. A merge inside a transaction or an import shares the set with nothing else: a set is one command's.
  Result<void> read(std::int64_t set) {
    store::ChangeQuery query;
    query.set = set;
    query.newest_first = true;
    query.limit = changes_at_once;
    for (std::size_t got = changes_at_once; got == changes_at_once;) {
      got = 0;
      GUANXI_CHECK(unit_.writer().changes(query, [&](store::Change& change) {
        query.after = change.seq;
        changes_.push_back(std::move(change));
        return ++got < changes_at_once;
      }));
    }
    return {};
  }

  Result<void> take_back(const store::Change& change) {
    const EntityType* type = unit_.schema().find(change.entity);
    if (type == nullptr) return {};
    AnyRecord before = type->record();
    GUANXI_ASSIGN(const bool there, unit_.writer().get(*type, change.rid, before));
    if (!there) return {};
    AnyRecord after(before);
    bool differs = false;
    if (change.kind == store::ChangeKind::create) {
      differs = !before.at(common::archived_at).is_set();
      after.put(common::archived_at, Codec<Instant>::pack(unit_.now()));
    } else {
      GUANXI_ASSIGN(differs, put_back(*type, change, before, after));
    }
    if (!differs || dry_run_) return {};
    return unit_.update(*type, before, after, kind_of(before, after), as(*type));
  }

  // The queue and the note about the merge follow from it; rows tied by name alone go with the record they name.
  static Unit::As as(const EntityType& type) {
    const bool follows = type.number() == number_of(MergeRecord) || type.number() == number_of(DuplicatePair) ||
                         (type.find("entity") != nullptr && type.find("record") != nullptr);
    return {.command = true, .action = access::Action::update, .checked = follows, .restoring = true};
  }

  static store::ChangeKind kind_of(const AnyRecord& before, const AnyRecord& after) noexcept {
    const bool was = before.at(common::archived_at).is_set(), is = after.at(common::archived_at).is_set();
    return was == is ? store::ChangeKind::update : is ? store::ChangeKind::archive : store::ChangeKind::restore;
  }

  // What the merge left as it was, or what is so again, is no conflict.
  Result<bool> put_back(const EntityType& type, const store::Change& change, const AnyRecord& before, AnyRecord& after) {
    bool differs = false;
    Result<void> noted;
    GUANXI_CHECK(unpack_delta(change.delta, [&](const FieldChange& field) {
      const AnyField* known = type.find(field.field);
      if (known == nullptr || !noted) return;
      const Value& now = before.at(known->slot);
      if (equal(now, field.before)) return;
      if (!equal(now, field.after)) {
        noted = note_conflict(type, *known, before, now, field.before);
        return;
      }
      after.put(known->slot, field.before.is_set() ? field.before : Value::null(known->type));
      differs = true;
    }));
    GUANXI_CHECK(std::move(noted));
    return differs;
  }

  static bool equal(const Value& a, const Value& b) noexcept { return a.is_set() ? b.is_set() && a == b : !b.is_set(); }

  Result<void> note_conflict(const EntityType& type, const AnyField& field, const AnyRecord& row, const Value& now, const Value& before) {
    UnmergeReport::Conflict conflict;
    conflict.entity = type.name();
    conflict.record = row.id();
    conflict.name = title_of(type, row);
    conflict.field = field.name;
    conflict.label = label_of(field, unit_.view().language());
    GUANXI_ASSIGN(conflict.now, queries::shown(names_, field, now));
    GUANXI_ASSIGN(conflict.before, queries::shown(names_, field, before));
    report_.conflicts.push_back(std::move(conflict));
    return {};
  }

  Unit& unit_;
  const EntityType& type_;
  bool dry_run_;
  UnmergeReport& report_;
  queries::Names names_;
  std::vector<store::Change> changes_;
};

}  // namespace

Result<void> unmerge(Unit& unit, const AnyRecord& arguments, bool dry_run, UnmergeReport& report) {
  GUANXI_ASSIGN(const EntityType* type, merged_type(unit, arguments.get(Unmerge.entity).view()));
  return Unmerger(unit, *type, dry_run, report).run(Codec<Id>::unpack(arguments.get(Unmerge.record)));
}

}  // namespace guanxi::commands
