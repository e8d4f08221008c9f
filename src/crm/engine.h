// Engine: what all sessions of a store share.
//
// Threads: every function may be called from any thread; schema and policy are immutable snapshots that are swapped
// when a commit changes them.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "access/policy.h"
#include "base/function_ref.h"
#include "guanxi/store.h"
#include "store/storage.h"

namespace guanxi {

class Rulebook;

namespace matching {
class Indexes;
class Rules;
}  // namespace matching

// Schema, policy and rules, those of the duplicate check too, as of one commit.
struct Snapshot {
  std::shared_ptr<const Schema> schema;
  std::shared_ptr<const access::Policy> policy;
  std::shared_ptr<const Rulebook> rules;
  std::shared_ptr<const matching::Rules> matching;
};

// A row of an entity with an index of its own was written; by its number in the change log.
struct Touched {
  std::int64_t seq = 0;
  std::size_t place = 0;  // matching::place_of()
  std::int64_t rid = 0;
  bool entered = false;  // the index has been told; else it will read the log
};

class Engine {
 public:
  Engine(std::unique_ptr<store::Storage> storage, StoreOptions options);
  ~Engine();

  // Prepares the storage and reads schema and policy; once, after construction.
  Result<void> start();

  store::Storage& storage() noexcept { return *storage_; }
  matching::Indexes& indexes() noexcept { return *indexes_; }
  const StoreOptions& options() const noexcept { return options_; }
  Instant now() const;
  Id new_id(Instant now);

  Snapshot snapshot() const;
  void adopt(const Snapshot& next);

  // For whoever holds the writer's turn: the snapshot as of the commands before it, committed or about to be; read again
  // if another process has committed since.
  Result<Snapshot> current(store::Reader& reader);
  // What the commands after this one shall see, until adopt() makes it everybody's.
  void stage(const Snapshot& next);
  // A commit failed: what was staged is void, and the next command reads again.
  void distrust() noexcept;

  // Reads schema and policy again, whatever the storage says of changes.
  Result<void> reload();

  // What commands wrote in a transaction of the host's, and so cannot be told yet.
  void defer(const std::vector<store::Change>& changes, bool snapshot_changed);
  // The host's transaction has ended: what of it is there is told by publish(), the rest is forgotten.
  Result<void> settle(bool committed, FunctionRef<void(const std::vector<store::Change>&)> publish);
  // Whether changes must be noted until their commit.
  bool notes_changes() const noexcept { return options_.events || storage_->lent(); }

  // Saves the indexes of the duplicate check beside the store's file, or tells the host's log why not: they can be made anew.
  void save_indexes(bool closing) noexcept;

  // For the host's log, if it has one; never fails.
  void log(LogLevel level, std::string_view text) const noexcept;

 private:
  Result<Snapshot> load(store::Reader& reader) const;
  Result<std::vector<store::Change>> kept_changes(store::Reader& reader);

  struct Deferred {
    std::int64_t seq;
    Id record;
  };

  std::unique_ptr<store::Storage> storage_;
  std::unique_ptr<matching::Indexes> indexes_;
  StoreOptions options_;
  mutable std::mutex mutex_;  // guards all below
  Snapshot snapshot_;
  std::optional<Snapshot> staged_;
  std::vector<std::shared_ptr<const Schema>> old_schemas_;  // records may still point into them
  IdSource ids_{0};  // seeded by start()
  std::int64_t foreign_commits_ = 0;
  std::vector<Deferred> deferred_;  // of the host's open transaction; used by the thread that has the lent connection
  bool snapshot_deferred_ = false;
};

// Reads what hosts added at run time, and who may do what, from the rows and from what the host says.
Result<std::shared_ptr<const Schema>> load_schema(store::Reader& reader);
Result<std::shared_ptr<const Rulebook>> load_rules(store::Reader& reader, std::shared_ptr<const Schema> schema);
Result<std::shared_ptr<const access::Policy>> load_policy(store::Reader& reader, const Schema& schema, const StoreOptions& host);

}  // namespace guanxi
