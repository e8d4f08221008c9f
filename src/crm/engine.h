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
#include "guanxi/store.h"
#include "store/storage.h"

namespace guanxi {

// Schema and policy as of one commit.
struct Snapshot {
  std::shared_ptr<const Schema> schema;
  std::shared_ptr<const access::Policy> policy;
};

class Engine {
 public:
  Engine(std::unique_ptr<store::Storage> storage, StoreOptions options);

  // Prepares the storage and reads schema and policy; once, after construction.
  Result<void> start();

  store::Storage& storage() noexcept { return *storage_; }
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

 private:
  static Result<Snapshot> load(store::Reader& reader);

  std::unique_ptr<store::Storage> storage_;
  StoreOptions options_;
  mutable std::mutex mutex_;  // guards all below
  Snapshot snapshot_;
  std::optional<Snapshot> staged_;
  std::vector<std::shared_ptr<const Schema>> old_schemas_;  // records may still point into them
  IdSource ids_{0};  // seeded by start()
  std::int64_t foreign_commits_ = 0;
};

// Reads what hosts added at run time, and who may do what, from the rows.
Result<std::shared_ptr<const Schema>> load_schema(store::Reader& reader);
Result<std::shared_ptr<const access::Policy>> load_policy(store::Reader& reader, const Schema& schema);

}  // namespace guanxi
