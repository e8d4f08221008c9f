#include "crm/unit.h"

#include <algorithm>

#include "base/check.h"
#include "crm/duplicates.h"
#include "crm/expressions/apply.h"
#include "crm/matching/rules.h"
#include "crm/messages.h"
#include "crm/rules/rules.h"
#include "model/delta.h"
#include "model/validate.h"

namespace guanxi {
namespace {

bool holds_schema(std::uint16_t entity) noexcept {
  return entity == number_of(CustomEntity) || entity == number_of(CustomField) || entity == number_of(PicklistItem);
}

bool holds_policy(std::uint16_t entity) noexcept {
  return entity == number_of(User) || entity == number_of(Department) || entity == number_of(Role) ||
         entity == number_of(RoleGrant) || entity == number_of(RoleMember) || entity == number_of(DuplicateRule);
}

bool holds_rules(std::uint16_t entity) noexcept { return entity == number_of(ValidationRule) || entity == number_of(DecisionRule); }

// Keys of `from` that are not in `other`.
void difference(const std::vector<Key>& from, const std::vector<Key>& other, std::vector<Key>& out) {
  out.clear();
  for (const Key& key : from)
    if (std::find(other.begin(), other.end(), key) == other.end()) out.push_back(key);
}

}  // namespace

Unit::Unit(SessionState& session, store::Writer& writer, Snapshot snapshot, std::string_view command,
           const CommandOptions& options)
    : session_(session),
      writer_(writer),
      view_(session, writer, std::move(snapshot)),
      command_(command),
      options_(options),
      now_(session.engine->now()) {}

Result<void> Unit::insert(const EntityType& type, AnyRecord& row, As as) {
  GUANXI_CHECK(permit_fields(type, row, as));
  const Id id = session_.engine->new_id(now_);
  row.put(common::id, Codec<Id>::pack(id));
  row.put(common::revision, Codec<Int>::pack(1));
  row.put(common::created_at, Codec<Instant>::pack(now_));
  row.put(common::created_by, Codec<Id>::pack(user()));
  row.put(common::updated_at, Codec<Instant>::pack(now_));
  row.put(common::updated_by, Codec<Id>::pack(user()));
  fill_owner(type, row);
  const Rules* rules = rules_of(type.number());
  if (rules != nullptr && rules->before != nullptr) GUANXI_CHECK(rules->before(*this, type, nullptr, row));
  GUANXI_CHECK(permit(type, nullptr, row, as));
  GUANXI_CHECK(decide(*this, type, nullptr, row));
  GUANXI_CHECK(validate(schema(), type, row, nullptr));
  GUANXI_CHECK(check_rules(*this, type, row));
  GUANXI_CHECK(write(type, nullptr, row, store::ChangeKind::create, true));
  return rules != nullptr && rules->after != nullptr ? rules->after(*this, type, nullptr, row) : Result<void>();
}

Result<void> Unit::update(const EntityType& type, const AnyRecord& before, AnyRecord& after, store::ChangeKind kind, As as) {
  row_changes(after);
  const Rules* rules = as.restoring ? nullptr : rules_of(type.number());
  if (rules != nullptr && rules->before != nullptr) GUANXI_CHECK(rules->before(*this, type, &before, after));
  GUANXI_CHECK(permit(type, &before, after, as));
  if (!as.restoring) GUANXI_CHECK(keep_rules(type, before, after, kind));
  GUANXI_CHECK(write(type, &before, after, kind, !as.restoring));
  return rules != nullptr && rules->after != nullptr ? rules->after(*this, type, &before, after) : Result<void>();
}

// What is archived need not be valid any more.
Result<void> Unit::keep_rules(const EntityType& type, const AnyRecord& before, AnyRecord& after, store::ChangeKind kind) {
  if (kind == store::ChangeKind::archive) return validate(schema(), type, after, &before);
  GUANXI_CHECK(decide(*this, type, &before, after));
  GUANXI_CHECK(validate(schema(), type, after, &before));
  return check_rules(*this, type, after);
}

void Unit::row_changes(AnyRecord& after) {
  after.put(common::revision, Codec<Int>::pack(after.revision() + 1));
  after.put(common::updated_at, Codec<Instant>::pack(now_));
  after.put(common::updated_by, Codec<Id>::pack(user()));
}

// A new record without an owner belongs to whoever makes it, and to that user's department.
void Unit::fill_owner(const EntityType& type, AnyRecord& row) {
  if (type.owner() == no_slot) return;
  if (row.at(type.owner()).state == State::absent && !user().empty()) row.put(type.owner(), Codec<Id>::pack(user()));
  if (type.department() == no_slot || row.at(type.department()).state != State::absent) return;
  const auto* owner = view_.snapshot().policy->user(Codec<Id>::unpack(row.at(type.owner())));
  if (owner != nullptr && !owner->department.empty()) row.put(type.department(), Codec<Id>::pack(owner->department));
}

// A plain create leaves alone what the library keeps and what named commands change, but may say whom the new record belongs to.
Result<void> Unit::permit_fields(const EntityType& type, const AnyRecord& after, const As& as) {
  if (as.command) return {};
  const bool owned = type.owner() != no_slot && after.at(type.owner()).state != State::absent;
  const bool placed = type.department() != no_slot && after.at(type.department()).state != State::absent;
  if (!owned && !placed) return check_writable(type, after, false);
  AnyRecord plain(after);
  if (owned) plain.clear(type.owner());
  if (placed) plain.clear(type.department());
  return check_writable(type, plain, false);
}

Result<void> Unit::permit(const EntityType& type, const AnyRecord* before, const AnyRecord& after, const As& as) {
  if (as.checked) return {};
  const access::Decision decision = view_.check(as.action, type, before, &after);
  if (!decision.allowed) return denied(decision, as.action, type);
  return {};
}

Result<void> Unit::write(const EntityType& type, const AnyRecord* before, AnyRecord& after, store::ChangeKind kind, bool checks) {
  before_.clear();
  after_.clear();
  if (before != nullptr) derive(type, *before, before_);
  derive(type, after, after_);
  difference(after_.keys, before_.keys, added_);
  difference(before_.keys, after_.keys, removed_);
  std::optional<matching::Inquiry> inquiry;
  if (checks) GUANXI_CHECK(check_duplicates(type, before, after, inquiry));
  store::Put put;
  put.type = &type;
  put.after = &after;
  put.before = before;
  put.keys_added = added_;
  put.keys_removed = removed_;
  put.search_before = before_.search;
  put.search_after = after_.search;
  GUANXI_CHECK(writer_.put({&put, 1}));
  GUANXI_ASSIGN(const std::int64_t seq, log(type, before, after, kind));
  const auto touched = session_.engine->indexes().wrote(type.number(), before, after, seq, std::move(inquiry));
  if (touched) touched_.push_back(*touched);
  note_touched(type.number());
  return {};
}

// What was expected serves unless a rule has changed what is compared.
std::optional<matching::Inquiry> Unit::inquiry_about(const EntityType& type, const AnyRecord* before, const AnyRecord& row) {
  const bool expected = inquiry_ && before == nullptr && expected_->entity() == row.entity() && !matching::differ(inquiry_->place, *expected_, row);
  return expected ? std::exchange(inquiry_, std::nullopt) : inquire(*session_.engine, type, before, row);
}

// A row that is put away is nobody's duplicate.
Result<void> Unit::check_duplicates(const EntityType& type, const AnyRecord* before, const AnyRecord& row, std::optional<matching::Inquiry>& inquiry) {
  if (row.at(common::archived_at).is_set()) return {};
  DuplicateQuery query{type, row, added_};
  query.rule = view_.snapshot().matching->find(type.name(), options_.source.empty() ? command_ : std::string_view(options_.source));
  const bool keys_alone = session_.bulk || query.rule.choice == matching::Choice::exact;
  if (!keys_alone || inquiry_) inquiry = inquiry_about(type, before, row);
  query.inquiry = inquiry && !keys_alone ? &*inquiry : nullptr;
  if (added_.empty() && query.inquiry == nullptr) return {};
  GUANXI_ASSIGN(DuplicateHits found, find_duplicates(view_, query));
  outcome_.partial_check = outcome_.partial_check || found.partial;
  if (found.hits.empty()) return {};
  GUANXI_CHECK(refuse_duplicate(type, row, found, query.rule, options_));
  std::move(found.hits.begin(), found.hits.end(), std::back_inserter(outcome_.duplicates));
  return {};
}

Result<std::int64_t> Unit::log(const EntityType& type, const AnyRecord* before, const AnyRecord& after, store::ChangeKind kind) {
  store::Change change;
  change.set = outcome_.change_set;
  change.at = now_;
  change.actor = user();
  change.command = command_;
  change.reason = view_.principal().system && options_.reason.empty() ? session_.system_reason : options_.reason;
  change.entity = type.number();
  change.rid = after.rid();
  change.record = after.id();
  change.kind = kind;
  delta_.clear();
  pack_delta(type, before, after, delta_);
  change.delta = delta_;
  GUANXI_ASSIGN(change.seq, writer_.append(change));
  if (outcome_.change_set == 0) outcome_.change_set = change.seq;
  ++outcome_.affected;
  const std::int64_t seq = change.seq;
  if (session_.engine->notes_changes()) {
    change.set = outcome_.change_set;
    events_.push_back(std::move(change));
  }
  return seq;
}

void Unit::note_touched(std::uint16_t entity) noexcept {
  schema_touched_ = schema_touched_ || holds_schema(entity);
  policy_touched_ = policy_touched_ || holds_policy(entity);
  rules_touched_ = rules_touched_ || holds_rules(entity);
}

Result<void> Unit::refresh_snapshot() {
  Snapshot next = view_.snapshot();
  if (schema_touched_) {
    GUANXI_ASSIGN(next.schema, load_schema(writer_));
  }
  if (schema_touched_ || policy_touched_) {
    GUANXI_ASSIGN(next.policy, load_policy(writer_, *next.schema, session_.engine->options()));
    GUANXI_ASSIGN(next.matching, matching::load_rules(writer_, *next.schema));
  }
  if (schema_touched_ || rules_touched_) {
    GUANXI_ASSIGN(next.rules, load_rules(writer_, next.schema));
  }
  view_.use(std::move(next));
  return {};
}

}  // namespace guanxi
