// Taking a merge back: the change log, read backwards, field by field.
#include <algorithm>
#include <set>

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

constexpr Message built_upon{"unmerge.built_upon", "The merge of the {0} \"{1}\" cannot be taken back yet, because the later merge of \"{2}\" wrote \"{3}\" over it: take that one back first.",
                             "暂不能撤销{0}“{1}”的合并：之后“{2}”的合并又改写了“{3}”，请先撤销后一次合并。"};

constexpr Message holds_two{"unmerge.folded", "The merge of the {0} \"{1}\" cannot be taken back yet, because what it brought stands for an equal entry of \"{2}\", which was merged later: take that merge back first.",
                            "暂不能撤销{0}“{1}”的合并：它带来的条目同时代表之后并入的“{2}”的相同条目，请先撤销后一次合并。"};

class Unmerger {
 public:
  Unmerger(Unit& unit, const EntityType& type, bool dry_run, UnmergeReport& report)
      : unit_(unit), type_(type), dry_run_(dry_run), report_(report), names_(unit.view()) {}

  Result<void> run(const Id& record) {
    GUANXI_ASSIGN(AnyRecord row, unit_.view().get(type_, record));
    report(unit_, row);
    const Id winner = Codec<Id>::unpack(row.get(merged_into(type_)));
    if (winner.empty()) return refuse_unless_done(row);
    loser_ = name_of_row(row);
    GUANXI_CHECK(check_winner(winner));
    GUANXI_CHECK(find_merge(row, winner));
    GUANXI_ASSIGN(changes_, changes_of(merges_.back().set));
    GUANXI_CHECK(refuse_if_folded_upon(winner));
    GUANXI_CHECK(note_edits_of_folded(winner));
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
    bool was_merged = false;
    GUANXI_CHECK(each_change(unit_, query, [&](store::Change& change) {
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

  // The newest merge that is not taken back and names the loser.
  Result<void> find_merge(const AnyRecord& loser, const Id& winner) {
    GUANXI_ASSIGN(merges_, merges_into(unit_, winner));
    const auto names_it = [&](const MergeNote& note) { return std::find(note.losers.begin(), note.losers.end(), loser.id()) != note.losers.end(); };
    while (!merges_.empty() && !names_it(merges_.back())) {
      later_.push_back(std::move(merges_.back()));
      merges_.pop_back();
    }
    if (merges_.empty() || merges_.back().set == 0) return Error(Code::not_found, no_trace, {said(type_), name_of_row(loser)});
    return {};
  }

  // Newest first. A merge inside a transaction or an import shares the set with nothing else: a set is one command's.
  Result<std::vector<store::Change>> changes_of(std::int64_t set) {
    std::vector<store::Change> out;
    store::ChangeQuery query;
    query.set = set;
    GUANXI_CHECK(each_change(unit_, query, [&](store::Change& change) {
      out.push_back(std::move(change));
      return true;
    }));
    return out;
  }

  // What a later merge put away in favour of a row that came with this one would be missing from the winner.
  Result<void> refuse_if_folded_upon(const Id& winner) {
    for (const MergeNote& later : later_) {
      GUANXI_ASSIGN(const auto its, changes_of(later.set));
      GUANXI_ASSIGN(const bool folded, folded_upon(unit_, type_, winner, changes_, later, its));
      if (!folded) continue;
      GUANXI_ASSIGN(const std::string other, unit_.view().name_of(type_, later.losers.front()));
      return Error(Code::conflict, holds_two, {said(type_), loser_, other});
    }
    return {};
  }

  // The one that was kept of two equal ones stays as it is now.
  Result<void> note_edits_of_folded(const Id& winner) {
    return each_edit_of_folded(unit_, type_, winner, merges_.back(), changes_, [&](const FoldedEdit& edit) {
      return note_conflict(edit.type, edit.field, edit.now, edit.now.get(edit.field), edit.before);
    });
  }

  // A later merge that wrote a field of the row too, and is the last one that did, would bring back what it found here.
  Result<void> refuse_if_built_upon(const EntityType& type, const store::Change& change) {
    std::set<std::uint16_t> fields;
    GUANXI_CHECK(unpack_delta(change.delta, [&](const FieldChange& field) { fields.insert(field.field); }));
    std::int64_t later = 0;
    std::uint16_t over = 0;
    store::ChangeQuery query;
    query.record = {type.number(), change.rid};
    Result<void> read;
    GUANXI_CHECK(each_change(unit_, query, [&](store::Change& other) {
      if (other.seq <= change.seq || fields.empty()) return false;
      if (other.set == change.set) return true;
      read = unpack_delta(other.delta, [&](const FieldChange& field) {
        if (fields.erase(field.field) != 0 && other.command == name_of(Merge)) later = other.set, over = field.field;
      });
      return read.ok() && later == 0;
    }));
    GUANXI_CHECK(std::move(read));
    if (later == 0) return {};
    const AnyField* field = type.find(over);
    GUANXI_ASSIGN(const std::string other, name_of_merge(later));
    return Error(Code::conflict, built_upon, {said(type_), loser_, other, field == nullptr ? std::string() : said(*field)});
  }

  // The name of a record that was merged by this change set.
  Result<std::string> name_of_merge(std::int64_t set) {
    std::int64_t rid = 0;
    store::ChangeQuery query;
    query.set = set;
    GUANXI_CHECK(each_change(unit_, query, [&](store::Change& change) {
      if (change.entity == number_of(MergeRecord)) rid = change.rid;
      return rid == 0;
    }));
    AnyRecord row = unit_.schema().of(MergeRecord).record();
    GUANXI_ASSIGN(const bool there, unit_.writer().get(unit_.schema().of(MergeRecord), rid, row));
    const auto losers = codes_of(row.get(MergeRecord.losers).view());
    const EntityType* type = there ? unit_.schema().find(row.get(MergeRecord.entity).view()) : nullptr;
    if (type == nullptr || losers.empty()) return std::string();
    GUANXI_ASSIGN(const Id id, Id::parse(losers.front()));
    return unit_.view().name_of(*type, id);
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
      GUANXI_CHECK(refuse_if_built_upon(*type, change));
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
      if (!equal(now, field.after) && !(known->slot == common::archived_at && now.is_set() && field.after.is_set())) {
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
  std::vector<MergeNote> merges_, later_;  // the merge that is taken back is the last of `merges_`
  std::vector<store::Change> changes_;
  std::string loser_;
};

}  // namespace

Result<void> unmerge(Unit& unit, const AnyRecord& arguments, bool dry_run, UnmergeReport& report) {
  GUANXI_ASSIGN(const EntityType* type, merged_type(unit, arguments.get(Unmerge.entity).view()));
  return Unmerger(unit, *type, dry_run, report).run(Codec<Id>::unpack(arguments.get(Unmerge.record)));
}

}  // namespace guanxi::commands
