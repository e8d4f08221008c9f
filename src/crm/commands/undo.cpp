#include "crm/commands/undo.h"

#include "base/check.h"
#include "crm/dispatcher.h"
#include "crm/messages.h"
#include "model/delta.h"

namespace guanxi::commands {
namespace {

constexpr Message no_such_set{"undo.unknown_set", "There is no change set {0}: use the number that the command or import reported.",
                         "没有变更集 {0}：请使用命令或导入返回的编号。"};
constexpr Message stopped{"undo.cancelled", "The undo was stopped after {0} rows: run it again to go on.", "撤销在处理 {0} 行后中止：再次执行可继续。"};
constexpr Message edited_since{"undo.edited_since", "Edited since by change {0} ({1}): undo that one first, or change the record by hand.",
                               "此后已被变更 {0}（{1}）修改：请先撤销该变更，或手工修改。"};

constexpr std::size_t batch_size = 2000;
constexpr std::size_t listed_at_most = 1000;
constexpr std::string_view command_name = "undo";

// One undo across its batches.
struct Undo {
  SessionState& session;
  std::int64_t set;
  bool dry_run;
  UndoReport report;
  std::int64_t below = 0;  // changes with a smaller seq are left to do; 0: all
  bool found = false;

  Result<bool> batch();
  Result<void> take_back(Unit& unit, const store::Change& change);
  Result<bool> skip_if_edited(Unit& unit, const EntityType& type, const store::Change& change);
};

Result<std::vector<store::Change>> read_batch(store::Reader& reader, std::int64_t set, std::int64_t below) {
  std::vector<store::Change> changes;
  store::ChangeQuery query;
  query.set = set;
  query.newest_first = true;
  query.after = below;
  query.limit = batch_size;
  GUANXI_CHECK(reader.changes(query, [&](store::Change& change) {
    changes.push_back(std::move(change));
    return true;
  }));
  return changes;
}

// The row's last change must be the one that is taken back (or another of the same set).
Result<std::optional<store::Change>> edit_since(store::Reader& reader, const store::Change& change, std::int64_t undo_set) {
  std::optional<store::Change> last;
  store::ChangeQuery query;
  query.record = {change.entity, change.rid};
  query.newest_first = true;
  query.limit = 1;
  GUANXI_CHECK(reader.changes(query, [&](store::Change& found) {
    last = std::move(found);
    return false;
  }));
  if (!last || last->set == change.set || (undo_set != 0 && last->set == undo_set)) return std::optional<store::Change>();
  return last;
}

Result<void> put_back(const EntityType& type, const store::Change& change, AnyRecord& row) {
  return unpack_delta(change.delta, [&](const FieldChange& field) {
    const AnyField* known = type.find(field.field);
    if (known == nullptr || known->slot == common::id || known->slot == common::archived_at) return;
    row.put(known->slot, field.before.is_set() ? field.before : Value::null(known->type));
  });
}

Result<bool> Undo::skip_if_edited(Unit& unit, const EntityType& type, const store::Change& change) {
  GUANXI_ASSIGN(const auto later, edit_since(unit.writer(), change, unit.outcome().change_set));
  if (!later) return false;
  ++report.skipped_count;
  if (report.skipped.size() >= listed_at_most) return true;
  GUANXI_ASSIGN(const std::string name, unit.view().name_of(type, change.record));
  const Error why(Code::conflict, edited_since, {std::to_string(later->seq), later->command});
  report.skipped.push_back({std::string(type.name()), change.record, name, why.text(session.language)});
  return true;
}

Result<void> Undo::take_back(Unit& unit, const store::Change& change) {
  const EntityType* type = unit.schema().find(change.entity);
  if (type == nullptr) return {};
  GUANXI_ASSIGN(const bool skipped, skip_if_edited(unit, *type, change));
  if (skipped) return {};
  ++report.undone;
  if (dry_run) return {};
  AnyRecord before = type->record();
  GUANXI_ASSIGN(const bool there, unit.writer().get(*type, change.rid, before));
  if (!there) return {};
  AnyRecord after(before);
  const bool away = change.kind == store::ChangeKind::create || change.kind == store::ChangeKind::restore;
  const bool was_away = change.kind == store::ChangeKind::archive;
  if (away) after.put(common::archived_at, Codec<Instant>::pack(unit.now()));
  if (was_away) after.put(common::archived_at, Value::null(Type::instant));
  if (change.kind != store::ChangeKind::create) GUANXI_CHECK(put_back(*type, change, after));
  const auto kind = away ? store::ChangeKind::archive : was_away ? store::ChangeKind::restore : store::ChangeKind::update;
  const auto action = away ? access::Action::remove : access::Action::update;
  return unit.update(*type, before, after, kind, {.command = true, .action = action, .checked = false, .restoring = true});
}

// One transaction; false when nothing is left.
Result<bool> Undo::batch() {
  bool more = false;
  CommandOptions options;
  options.reason = undo_mark(set);
  options.on_duplicate = OnDuplicate::allow;
  const auto body = [&](Unit& unit) -> Result<void> {
    unit.continue_set(report.change_set);
    GUANXI_ASSIGN(const auto changes, read_batch(unit.writer(), set, below));
    found = found || !changes.empty();
    for (const store::Change& change : changes) GUANXI_CHECK(take_back(unit, change));
    more = changes.size() == batch_size;
    if (!changes.empty()) below = changes.back().seq;
    if (!dry_run && unit.outcome().change_set != 0)
      return unit.writer().set_meta(undo_mark(set), std::to_string(unit.outcome().change_set));
    return {};
  };
  GUANXI_ASSIGN(const Outcome outcome, dispatch(session, command_name, options, body));
  if (outcome.change_set != 0) report.change_set = outcome.change_set;
  return more;
}

}  // namespace

std::string undo_mark(std::int64_t set) { return "undo:" + std::to_string(set); }

Result<UndoReport> undo(SessionState& session, std::int64_t change_set, bool dry_run, const Progress& progress) {
  Undo work{session, change_set, dry_run, {}, 0, false};
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto earlier, view.reader().meta(undo_mark(change_set)));
  if (earlier) work.report.change_set = std::stoll(*earlier);
  for (bool more = true; more;) {
    GUANXI_ASSIGN(more, work.batch());
    const auto done = static_cast<std::uint64_t>(work.report.undone + work.report.skipped_count);
    if (more && progress && !progress(done, 0)) return Error(Code::cancelled, stopped, {std::to_string(done)});
  }
  if (!work.found) return Error(Code::not_found, no_such_set, {std::to_string(change_set)});
  return std::move(work.report);
}

}  // namespace guanxi::commands
