// View: one principal's reads. Every query goes through here, so none can show what the principal may not see.
//
// A View holds one snapshot of the store (or the open transaction's own state) and is used by one thread.
#pragma once

#include "crm/session_state.h"

namespace guanxi {

class View {
 public:
  static Result<View> open(SessionState& session);

  // Inside a command: reads what the command sees.
  View(SessionState& session, store::Reader& reader, Snapshot snapshot);

  View(View&&) noexcept = default;

  store::Reader& reader() noexcept { return *reader_; }
  bool writing() const noexcept { return owned_ == nullptr; }  // sees what an open transaction has written
  const Schema& schema() const noexcept { return *snapshot_.schema; }
  const Snapshot& snapshot() const noexcept { return snapshot_; }
  void use(Snapshot snapshot) noexcept { snapshot_ = std::move(snapshot); }
  const access::Principal& principal() const noexcept { return session_->principal; }
  Language language() const noexcept { return session_->language; }
  Engine& engine() noexcept { return *session_->engine; }

  // The entity, or a not_found that says so.
  Result<const EntityType*> entity(std::uint16_t number) const;

  // The record if it is there and may be read; otherwise not_found, which does not tell the two apart.
  Result<AnyRecord> get(const EntityType& type, const Id& id);

  // Live (or all) records under the condition that may be read.
  Result<store::ScanEnd> scan(const EntityType& type, const Expr& condition, const FindOptions& options, store::RowSink sink);
  Result<std::int64_t> count(const EntityType& type, const Expr& condition);
  Result<void> aggregate(store::Aggregate request, const Expr& condition, store::AggregateSink sink);
  Result<std::vector<AnyRecord>> search(const EntityType& type, std::string_view text, std::size_t limit, const Expr& condition);

  // `condition`, live, and readable; nothing where no record can be read.
  std::optional<Expr> readable(const EntityType& type, const Expr& condition, bool archived = false,
                               access::Action action = access::Action::read) const;
  access::Decision check(access::Action action, const EntityType& type, const AnyRecord* before, const AnyRecord* after);

  // The name that people know a record by ("" where it may not be seen or has none); users' names are open to all.
  Result<std::string> name_of(const EntityType& type, const Id& id);

 private:
  SessionState* session_;
  std::unique_ptr<store::Reader> owned_;
  store::Reader* reader_;
  Snapshot snapshot_;
};

// The text of the field that names a record: `name`, else `subject`, `title`, `number`, `value`.
std::string_view title_of(const EntityType& type, const AnyRecord& row) noexcept;

}  // namespace guanxi
