#include "crm/queries/change_entry.h"

#include "base/check.h"
#include "base/excerpt.h"
#include "crm/queries/show.h"
#include "crm/queries/words.h"
#include "model/delta.h"

namespace guanxi::queries {
namespace {

constexpr Words colon{": ", "："}, semicolon{"; ", "；"}, nothing{"(empty)", "（空）"};

std::string_view name_of_kind(store::ChangeKind kind) noexcept {
  switch (kind) {
    case store::ChangeKind::create: return "create";
    case store::ChangeKind::update: return "update";
    case store::ChangeKind::archive: return "archive";
    case store::ChangeKind::restore: return "restore";
    case store::ChangeKind::erase: return "erase";
  }
  return {};
}

// A field that the schema does not know any more is shown by its number, its values as they stand.
Result<FieldDiff> diff_of(Names& names, const EntityType* type, const FieldChange& change) {
  const AnyField* field = type == nullptr ? nullptr : type->find(change.field);
  if (field == nullptr) {
    const std::string number = std::to_string(change.field);
    return FieldDiff{number, number, text_of(change.before), text_of(change.after)};
  }
  GUANXI_ASSIGN(std::string before, shown(names, *field, change.before));
  GUANXI_ASSIGN(std::string after, shown(names, *field, change.after));
  const std::string_view label = label_of(*field, names.view().language());
  return FieldDiff{std::string(field->name), std::string(label), std::move(before), std::move(after)};
}

}  // namespace

Result<std::vector<store::Change>> read_changes(View& view, const store::ChangeQuery& query) {
  std::vector<store::Change> changes;
  GUANXI_CHECK(view.reader().changes(query, [&](store::Change& change) {
    changes.push_back(std::move(change));
    return changes.size() < query.limit;
  }));
  return changes;
}

Result<ChangeEntry> entry_of(Names& names, const store::Change& change) {
  const EntityType* type = names.view().schema().find(change.entity);
  ChangeEntry entry;
  entry.seq = change.seq;
  entry.change_set = change.set;
  entry.at = change.at;
  entry.actor = change.actor;
  GUANXI_ASSIGN(entry.actor_name, names.actor(change.actor));
  entry.command = change.command;
  entry.reason = change.reason;
  entry.kind = name_of_kind(change.kind);
  entry.entity = type == nullptr ? std::to_string(change.entity) : std::string(type->name());
  entry.record = change.record;
  std::vector<FieldChange> fields;
  GUANXI_CHECK(unpack_delta(change.delta, [&](const FieldChange& field) { fields.push_back(field); }));
  for (const FieldChange& field : fields) {
    GUANXI_ASSIGN(FieldDiff diff, diff_of(names, type, field));
    entry.fields.push_back(std::move(diff));
  }
  return entry;
}

std::string said(const std::vector<FieldDiff>& fields, Language language) {
  std::string out;
  for (const FieldDiff& diff : fields) {
    std::string one = diff.label + std::string(colon.in(language));
    if (!diff.before.empty()) one += excerpt(diff.before) + " → ";
    one += diff.after.empty() ? std::string(nothing.in(language)) : excerpt(diff.after);
    join(out, semicolon.in(language), one);
  }
  return out;
}

}  // namespace guanxi::queries
