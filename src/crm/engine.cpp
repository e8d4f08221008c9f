#include "crm/engine.h"

#include "base/check.h"
#include "base/os/clock.h"
#include "base/os/entropy.h"

namespace guanxi {

Engine::Engine(std::unique_ptr<store::Storage> storage, StoreOptions options)
    : storage_(std::move(storage)), options_(std::move(options)) {}

Result<void> Engine::start() {
  GUANXI_ASSIGN(const std::uint64_t seed, os::random_seed());
  ids_ = IdSource(seed);
  GUANXI_CHECK(storage_->prepare(Schema::builtin()));
  GUANXI_ASSIGN(foreign_commits_, storage_->foreign_commits());
  GUANXI_ASSIGN(const auto reader, storage_->begin_read());
  GUANXI_ASSIGN(Snapshot snapshot, load(*reader));
  adopt(snapshot);
  return storage_->prepare(snapshot.schema);
}

Result<Snapshot> Engine::load(store::Reader& reader) {
  GUANXI_ASSIGN(auto schema, load_schema(reader));
  GUANXI_ASSIGN(auto policy, load_policy(reader, *schema));
  return Snapshot{std::move(schema), std::move(policy)};
}

Instant Engine::now() const { return options_.clock ? options_.clock() : Instant{os::now_us()}; }

Id Engine::new_id(Instant now) {
  const std::lock_guard lock(mutex_);
  return ids_.next(now.us);
}

Snapshot Engine::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

void Engine::adopt(const Snapshot& next) {
  const std::lock_guard lock(mutex_);
  if (snapshot_.schema != nullptr && snapshot_.schema != next.schema) old_schemas_.push_back(snapshot_.schema);
  snapshot_ = next;
  staged_.reset();
}

void Engine::stage(const Snapshot& next) {
  const std::lock_guard lock(mutex_);
  staged_ = next;
}

void Engine::distrust() noexcept {
  const std::lock_guard lock(mutex_);
  staged_.reset();
  foreign_commits_ = -1;
}

Result<Snapshot> Engine::current(store::Reader& reader) {
  GUANXI_ASSIGN(const std::int64_t seen, storage_->foreign_commits());
  {
    const std::lock_guard lock(mutex_);
    if (staged_) return *staged_;
    if (seen == foreign_commits_) return snapshot_;
  }
  GUANXI_ASSIGN(Snapshot fresh, load(reader));
  adopt(fresh);
  const std::lock_guard lock(mutex_);
  foreign_commits_ = seen;
  return fresh;
}

}  // namespace guanxi
