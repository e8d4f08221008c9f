// Unit: what one command does, inside one transaction. insert() and update() are the only ways by which a row gets
// into the store, and they walk the whole way: permission → rules of the entity → validation → duplicates → row, keys and
// search → change log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crm/matching/indexes.h"
#include "crm/view.h"
#include "model/derive.h"

namespace guanxi {

class Unit {
 public:
  Unit(SessionState& session, store::Writer& writer, Snapshot snapshot, std::string_view command, const CommandOptions& options);

  View& view() noexcept { return view_; }
  store::Writer& writer() noexcept { return writer_; }
  const Schema& schema() const noexcept { return view_.schema(); }
  const CommandOptions& options() const noexcept { return options_; }
  Instant now() const noexcept { return now_; }
  const Id& user() const noexcept { return view_.principal().user; }
  Outcome& outcome() noexcept { return outcome_; }

  // A named command may write `command_only` fields and, where it says so, act without a grant on the record.
  struct As {
    bool command = false;  // command_only fields may be written
    access::Action action = access::Action::update;
    bool checked = false;  // the command has checked the permission itself
    bool restoring = false;  // an undo: the row was valid before, so neither rules nor validation nor the check for duplicates judge it again
  };

  Result<void> insert(const EntityType& type, AnyRecord& row, As as);
  Result<void> update(const EntityType& type, const AnyRecord& before, AnyRecord& after, store::ChangeKind kind, As as);
  Result<void> insert(const EntityType& type, AnyRecord& row) { return insert(type, row, As{.action = access::Action::create}); }
  Result<void> update(const EntityType& type, const AnyRecord& before, AnyRecord& after) {
    return update(type, before, after, store::ChangeKind::update, As{});
  }

  // A row that is about to be inserted, and what is known about its duplicates already.
  void expect(const AnyRecord& row, std::optional<matching::Inquiry>&& inquiry) {
    expected_ = &row;
    inquiry_ = std::move(inquiry);
  }

  // Goes on with an earlier change set: an import's batches, an undo's.
  void continue_set(std::int64_t change_set) noexcept { outcome_.change_set = change_set; }

  // Schema or policy rows were touched: reads them again, for the rest of the transaction and, once committed, for all.
  Result<void> refresh_snapshot();
  bool snapshot_changed() const noexcept { return schema_touched_ || policy_touched_ || rules_touched_; }
  const Snapshot& snapshot() const noexcept { return view_.snapshot(); }

  // What happened, for the host's event sink.
  std::vector<store::Change> take_events() noexcept { return std::move(events_); }
  // Which rows the checks for duplicates shall find once this is committed.
  std::vector<Touched> take_touched() noexcept { return std::move(touched_); }

 private:
  void row_changes(AnyRecord& after);
  Result<void> keep_rules(const EntityType& type, const AnyRecord& before, AnyRecord& after, store::ChangeKind kind);
  void fill_owner(const EntityType& type, AnyRecord& row);
  Result<void> permit(const EntityType& type, const AnyRecord* before, const AnyRecord& after, const As& as);
  Result<void> permit_fields(const EntityType& type, const AnyRecord& after, const As& as);
  std::optional<matching::Inquiry> inquiry_about(const EntityType& type, const AnyRecord* before, const AnyRecord& row);
  // `inquiry` keeps what the index was asked.
  Result<void> check_duplicates(const EntityType& type, const AnyRecord* before, const AnyRecord& row, std::optional<matching::Inquiry>& inquiry);
  Result<void> write(const EntityType& type, const AnyRecord* before, AnyRecord& after, store::ChangeKind kind, bool checks);
  Result<std::int64_t> log(const EntityType& type, const AnyRecord* before, const AnyRecord& after, store::ChangeKind kind);
  void note_touched(std::uint16_t entity) noexcept;

  SessionState& session_;
  store::Writer& writer_;
  View view_;
  std::string_view command_;
  const CommandOptions& options_;
  Instant now_;
  Outcome outcome_;
  Derived before_, after_;
  std::vector<Key> added_, removed_;
  std::string delta_;
  std::vector<store::Change> events_;
  std::vector<Touched> touched_;
  const AnyRecord* expected_ = nullptr;
  std::optional<matching::Inquiry> inquiry_{};
  bool schema_touched_ = false, policy_touched_ = false, rules_touched_ = false;
};

}  // namespace guanxi
