// Rows of which a merge kept one because two said the same, when the merge is taken back.
#include <algorithm>

#include "base/check.h"
#include "crm/commands/merge.h"
#include "crm/messages.h"
#include "model/delta.h"

namespace guanxi::commands {
namespace {

// The rows of one kind that a merge put away, or brought.
struct Rows {
  const EntityType* type;
  std::vector<AnyRecord> rows;
};

Result<std::vector<Rows>> rows_of(Unit& unit, std::span<const store::Change> changes, store::ChangeKind kind) {
  std::vector<Rows> out;
  for (const store::Change& change : changes) {
    const EntityType* type = unit.schema().find(change.entity);
    if (type == nullptr || change.kind != kind || telling_fields(*type).empty()) continue;
    auto known = std::find_if(out.begin(), out.end(), [&](const Rows& rows) { return rows.type == type; });
    if (known == out.end()) known = out.insert(out.end(), {type, {}});
    AnyRecord row = type->record();
    GUANXI_ASSIGN(const bool there, unit.writer().get(*type, change.rid, row));
    if (there) known->rows.push_back(std::move(row));
  }
  return out;
}

bool equal_values(const Value& a, const Value& b) noexcept { return a.is_set() ? b.is_set() && a == b : !b.is_set(); }

// Two rows once they belong to one record, which `members` became.
class Likeness {
 public:
  Likeness(const EntityType& merged, const Id& winner, std::span<const Id> losers) : merged_(merged), winner_(winner), losers_(losers) {}

  bool same(const AnyField& field, const Value& a, const Value& b) const {
    if (field.target == merged_.number() && a.is_set() && b.is_set()) return become(a) == become(b);
    return equal_values(a, b);
  }
  bool same(const EntityType& type, const AnyRecord& a, const AnyRecord& b) const {
    const auto fields = telling_fields(type);
    return std::all_of(fields.begin(), fields.end(), [&](const AnyField* field) { return same(*field, a.get(*field), b.get(*field)); });
  }

 private:
  Id become(const Value& value) const {
    const Id id = Codec<Id>::unpack(value);
    return std::find(losers_.begin(), losers_.end(), id) != losers_.end() ? winner_ : id;
  }

  const EntityType& merged_;
  Id winner_;
  std::span<const Id> losers_;
};

bool is_in(const std::vector<AnyRecord>& rows, const AnyRecord& row) {
  return std::any_of(rows.begin(), rows.end(), [&](const AnyRecord& other) { return other.rid() == row.rid(); });
}

// The winner's rows of a kind, put away or not, and those that say the same as one that was folded.
Result<std::vector<AnyRecord>> near(Unit& unit, const Rows& folded, const EntityType& merged, const Id& winner) {
  std::optional<Expr> any;
  const auto add = [&](Expr one) { any = any ? std::move(*any) || std::move(one) : std::move(one); };
  for (const AnyField* field : folded.type->fields())
    if (field->target == merged.number()) add(Expr::compare(Expr::Op::equal, field->entity, field->number, Codec<Id>::pack(winner)));
  if (folded.type->number() == number_of(ContactPoint))
    for (const AnyRecord& row : folded.rows)
      add(Expr::compare(Expr::Op::equal, number_of(ContactPoint), ContactPoint.normalized.number, row.get(ContactPoint.normalized)));
  std::vector<AnyRecord> out;
  store::Scan scan;
  scan.type = folded.type;
  scan.filter = &*any;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& row) {
    if (!is_in(folded.rows, row)) out.push_back(std::move(row));
    return true;
  }));
  return out;
}

}  // namespace

Result<bool> folded_upon(Unit& unit, const EntityType& merged, const Id& winner, std::span<const store::Change> changes, const MergeNote& later,
                         std::span<const store::Change> its_changes) {
  GUANXI_ASSIGN(const auto put_away, rows_of(unit, its_changes, store::ChangeKind::archive));
  if (put_away.empty()) return false;
  GUANXI_ASSIGN(const auto brought, rows_of(unit, changes, store::ChangeKind::update));
  const Likeness likeness(merged, winner, later.losers);
  for (const Rows& rows : brought) {
    const auto folded = std::find_if(put_away.begin(), put_away.end(), [&](const Rows& other) { return other.type == rows.type; });
    if (folded == put_away.end()) continue;
    for (AnyRecord row : rows.rows) {
      GUANXI_CHECK(go_back(unit, *rows.type, its_changes.back().seq, row));
      const bool took_one_in = std::any_of(folded->rows.begin(), folded->rows.end(), [&](const AnyRecord& away) {
        return away.at(common::archived_at).is_set() && likeness.same(*rows.type, row, away);
      });
      if (took_one_in) return true;
    }
  }
  return false;
}

Result<void> each_edit_of_folded(Unit& unit, const EntityType& merged, const Id& winner, const MergeNote& merge, std::span<const store::Change> changes,
                                 FunctionRef<Result<void>(const FoldedEdit&)> sink) {
  GUANXI_ASSIGN(const auto put_away, rows_of(unit, changes, store::ChangeKind::archive));
  const Likeness likeness(merged, winner, merge.losers);
  for (const Rows& folded : put_away) {
    GUANXI_ASSIGN(const auto rows, near(unit, folded, merged, winner));
    for (const AnyRecord& now : rows) {
      AnyRecord then(now);
      GUANXI_CHECK(go_back(unit, *folded.type, changes.back().seq, then));
      if (then.at(common::archived_at).is_set()) continue;
      const auto twin = std::find_if(folded.rows.begin(), folded.rows.end(), [&](const AnyRecord& row) { return likeness.same(*folded.type, then, row); });
      if (twin == folded.rows.end()) continue;
      for (const AnyField* field : folded.type->fields()) {
        const bool kept = field->has(system_only) && field->slot != common::archived_at;
        const Value& before = field->slot == common::archived_at ? then.get(*field) : twin->get(*field);
        if (kept || likeness.same(*field, then.get(*field), now.get(*field)) || likeness.same(*field, before, now.get(*field))) continue;
        GUANXI_CHECK(sink({*folded.type, *field, now, before}));
      }
    }
  }
  return {};
}

}  // namespace guanxi::commands
