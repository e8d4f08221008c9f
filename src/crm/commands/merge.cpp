#include "crm/commands/merge.h"

#include <algorithm>

#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/commands/survivors.h"
#include "crm/dispatcher.h"
#include "crm/matching/pairs.h"
#include "crm/messages.h"
#include "crm/queries/show.h"
#include "crm/rules/rules.h"
#include "model/code_set.h"
#include "model/validate.h"

namespace guanxi::commands {
namespace {

constexpr Message not_mergeable{"merge.not_mergeable", "{0} records cannot be merged: accounts, contacts and leads can.", "{0}不能合并：可合并的有客户、联系人和线索。"};
constexpr Message into_itself{"merge.into_itself", "The {0} \"{1}\" cannot be merged into itself: choose another record.", "{0}“{1}”不能与自身合并：请选择另一条记录。"};
constexpr Message merged_already{"merge.merged_already", "The {0} \"{1}\" was merged into \"{2}\" already: merge that one, or take the earlier merge back first.",
                                 "{0}“{1}”已并入“{2}”：请改为合并后者，或先撤销之前的合并。"};
constexpr Message archived{"merge.archived", "The {0} \"{1}\" is archived: restore it before it is merged.", "{0}“{1}”已归档：请先恢复再合并。"};
constexpr Message only_tried{"merge.dry_run", "A dry run stores nothing.", "试运行不保存任何数据。"};

constexpr Unit::As rewriting{.command = true, .action = access::Action::update, .checked = false, .restoring = true};
constexpr Unit::As removing{.command = true, .action = access::Action::remove, .checked = false, .restoring = true};
constexpr Unit::As noting{.command = true, .action = access::Action::create, .checked = true};

class Merger {
 public:
  Merger(Unit& unit, const EntityType& type, MergeReport& report) : unit_(unit), type_(type), report_(report) {}

  Result<void> run(const AnyRecord& arguments) {
    GUANXI_CHECK(read(arguments));
    report(unit_, records_.front());
    if (records_.size() == 1) return {};  // all of it is merged already
    AnyRecord after(records_.front());
    GUANXI_ASSIGN(const auto provenance, survive(type_, records_, arguments.get(Merge.rules).view(), after));
    GUANXI_CHECK(describe(provenance, after));
    const std::span<const AnyRecord> losers = std::span(records_).subspan(1);
    if (std::any_of(report_.values.begin(), report_.values.end(), [](const auto& value) { return value.changes; }))
      GUANXI_CHECK(unit_.update(type_, records_.front(), after, store::ChangeKind::update, rewriting));
    GUANXI_CHECK(move_children(unit_, type_, after, losers, report_.children));
    for (const AnyRecord& loser : losers) GUANXI_CHECK(put_away(loser));
    GUANXI_CHECK(close_pairs());
    GUANXI_CHECK(note(arguments, provenance));
    report(unit_, after);
    return {};
  }

 private:
  std::string name_of_row(const AnyRecord& row) const { return std::string(title_of(type_, row)); }

  Result<void> read(const AnyRecord& arguments) {
    GUANXI_ASSIGN(Edit winner, edit(unit_, type_, Codec<Id>::unpack(arguments.get(Merge.winner))));
    GUANXI_CHECK(refuse_unfit(winner.before));
    const Id id = winner.before.id();
    records_.push_back(std::move(winner.before));
    for (const std::string_view text : codes_of(arguments.get(Merge.losers).view())) {
      GUANXI_ASSIGN(const Id loser, Id::parse(text));
      if (loser == id) return Error(Code::invalid, into_itself, {said(type_), name_of_row(records_.front())});
      GUANXI_ASSIGN(AnyRecord row, unit_.view().get(type_, loser));
      if (Codec<Id>::unpack(row.get(merged_into(type_))) == id) continue;
      GUANXI_CHECK(refuse_unfit(row));
      records_.push_back(std::move(row));
    }
    return {};
  }

  Result<void> refuse_unfit(const AnyRecord& row) {
    const Id into = Codec<Id>::unpack(row.get(merged_into(type_)));
    if (!into.empty()) {
      GUANXI_ASSIGN(const std::string other, unit_.view().name_of(type_, into));
      return Error(Code::conflict, merged_already, {said(type_), name_of_row(row), other});
    }
    if (row.at(common::archived_at).is_set()) return Error(Code::invalid, archived, {said(type_), name_of_row(row)});
    return refuse_if_suspended(unit_, type_, row);
  }

  // Values for people, and which of them are new to the winner.
  Result<void> describe(const std::vector<Provenance>& provenance, const AnyRecord& after) {
    queries::Names names(unit_.view());
    const AnyRecord& before = records_.front();
    for (const Provenance& p : provenance) {
      MergeReport::Value value;
      value.field = p.field->name;
      value.label = label_of(*p.field, unit_.view().language());
      GUANXI_ASSIGN(value.text, queries::shown(names, *p.field, after.get(*p.field)));
      value.from = p.from;
      value.rule = p.rule;
      const Value &was = before.get(*p.field), &is = after.get(*p.field);
      value.changes = was.is_set() != is.is_set() || (is.is_set() && !(was == is));
      if (p.field->type != Type::set) {
        GUANXI_ASSIGN(value.others, left_behind(names, *p.field, value.text));
      }
      report_.values.push_back(std::move(value));
    }
    return {};
  }

  Result<std::vector<std::string>> left_behind(queries::Names& names, const AnyField& field, const std::string& survivor) const {
    std::vector<std::string> out;
    for (const AnyRecord& record : records_) {
      GUANXI_ASSIGN(std::string text, queries::shown(names, field, record.get(field)));
      if (!text.empty() && text != survivor && std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
    }
    return out;
  }

  Result<void> put_away(const AnyRecord& loser) {
    AnyRecord after(loser);
    const Id winner = records_.front().id();
    after.set(merged_into(type_), Codec<Id>::pack(winner));
    after.put(common::archived_at, Codec<Instant>::pack(unit_.now()));
    return unit_.update(type_, loser, after, store::ChangeKind::archive, removing);
  }

  bool takes_part(const Id& id) const {
    return std::any_of(records_.begin(), records_.end(), [&](const AnyRecord& record) { return record.id() == id; });
  }

  // The rows of the queue about two of the records are done.
  Result<void> close_pairs() {
    const EntityType& pairs = unit_.schema().of(DuplicatePair);
    for (const AnyRecord& record : std::span(records_).subspan(1)) {
      GUANXI_ASSIGN(const auto rows, matching::pairs_with(unit_.writer(), unit_.schema(), record.id()));
      for (const AnyRecord& row : rows) {
        const bool inside = takes_part(Codec<Id>::unpack(row.get(DuplicatePair.low))) && takes_part(Codec<Id>::unpack(row.get(DuplicatePair.high)));
        if (!inside) continue;
        AnyRecord now = pairs.record();
        GUANXI_CHECK(unit_.writer().get(pairs, row.rid(), now));
        if (now.get(DuplicatePair.state).view() == "merged") continue;
        GUANXI_CHECK(decide(pairs, now));
      }
    }
    return {};
  }

  Result<void> decide(const EntityType& pairs, const AnyRecord& row) {
    AnyRecord after(row);
    after.set(DuplicatePair.state, Codec<Picklist>::pack("merged"));
    after.set(DuplicatePair.decided_at, Codec<Instant>::pack(unit_.now()));
    after.set(DuplicatePair.decided_by, Codec<Id>::pack(unit_.user()));
    return unit_.update(pairs, row, after, store::ChangeKind::update, {.command = true, .action = access::Action::update, .checked = true, .restoring = true});
  }

  Result<void> note(const AnyRecord& arguments, const std::vector<Provenance>& provenance) {
    Record<MergeRecord> row(unit_.schema().of(MergeRecord).record());
    std::vector<std::string> losers;
    for (const AnyRecord& record : std::span(records_).subspan(1)) losers.push_back(record.id().text());
    std::string sources;
    for (const Provenance& p : provenance)
      sources.append(p.field->name).append(" ").append(p.from.empty() ? "-" : p.from.text()).append(" ").append(p.rule).append("\n");
    std::int64_t moved = 0;
    for (const auto& children : report_.children) moved += children.moved + children.folded;
    const std::string set = code_set(std::move(losers));
    row[MergeRecord.entity] = Text(type_.name());
    row[MergeRecord.winner] = records_.front().id();
    row[MergeRecord.losers] = CodeSet(set);
    row[MergeRecord.provenance] = Text(sources);
    row[MergeRecord.moved] = moved;
    if (arguments.get(Merge.rules).is_set()) row[MergeRecord.rules] = Text(arguments.get(Merge.rules).view());
    return unit_.insert(unit_.schema().of(MergeRecord), row, noting);
  }

  Unit& unit_;
  const EntityType& type_;
  MergeReport& report_;
  std::vector<AnyRecord> records_;  // the winner, then the losers
};

// Runs `body` as the command, or tries it and takes it back.
Result<Outcome> run_or_try(SessionState& session, const AnyEntity& command, const CommandOptions& options, bool dry_run,
                           FunctionRef<Result<void>(Unit&)> body) {
  CommandOptions with = options;
  if (dry_run) with.idempotency_key.clear();
  Outcome tried;
  auto done = dispatch(session, name_of(command), with, [&](Unit& unit) -> Result<void> {
    GUANXI_CHECK(body(unit));
    if (!dry_run) return {};
    tried = unit.outcome();
    return Error(Code::cancelled, only_tried);
  });
  if (done || !dry_run || done.error().id() != only_tried.id) return done;
  tried.change_set = 0;
  return tried;
}

constexpr Message wrong_arguments{"merge.arguments", "These are not the arguments of {0}: fill in a record of that command.", "参数类型不符：请使用命令 {0} 的参数。"};

Result<AnyRecord> checked(Unit& unit, const AnyEntity& command, const AnyRecord& arguments) {
  if (arguments.entity() != number_of(command)) return Error(Code::misuse, wrong_arguments, {std::string(name_of(command))});
  AnyRecord row(arguments);
  GUANXI_CHECK(validate(unit.schema(), EntityType(command), row, nullptr));
  return row;
}

}  // namespace

Result<const EntityType*> merged_type(Unit& unit, std::string_view name) {
  const EntityType* type = unit.schema().find(name);
  if (type == nullptr) return Error(Code::not_found, messages::no_entity, {std::string(name)});
  if (type->find("merged_into") == nullptr) return Error(Code::unsupported, not_mergeable, {said(*type)});
  return type;
}

const AnyField& merged_into(const EntityType& type) noexcept { return *type.find("merged_into"); }

Result<void> merge(Unit& unit, const AnyRecord& arguments, MergeReport& report) {
  GUANXI_ASSIGN(const EntityType* type, merged_type(unit, arguments.get(Merge.entity).view()));
  return Merger(unit, *type, report).run(arguments);
}

}  // namespace guanxi::commands

namespace guanxi {

Result<MergeReport> merge_records(Session& session, const AnyRecord& arguments, const CommandOptions& options, bool dry_run) {
  MergeReport report;
  const auto body = [&](Unit& unit) -> Result<void> {
    report = {};
    GUANXI_ASSIGN(const AnyRecord row, commands::checked(unit, Merge, arguments));
    return commands::merge(unit, row, report);
  };
  GUANXI_ASSIGN(report.outcome, commands::run_or_try(SessionAccess::state(session), Merge, options, dry_run, body));
  return report;
}

Result<UnmergeReport> unmerge_records(Session& session, const AnyRecord& arguments, const CommandOptions& options, bool dry_run) {
  UnmergeReport report;
  const auto body = [&](Unit& unit) -> Result<void> {
    report = {};
    GUANXI_ASSIGN(const AnyRecord row, commands::checked(unit, Unmerge, arguments));
    return commands::unmerge(unit, row, dry_run, report);
  };
  GUANXI_ASSIGN(report.outcome, commands::run_or_try(SessionAccess::state(session), Unmerge, options, dry_run, body));
  return report;
}

}  // namespace guanxi
