#include "crm/engine.h"

#include <algorithm>

#include "base/check.h"
#include "base/os/clock.h"
#include "base/os/entropy.h"
#include "crm/matching/indexes.h"
#include "crm/matching/rules.h"

namespace guanxi {
namespace {

constexpr Message not_there{"lent.not_there", "The transaction was reported as committed, but its rows are not there: they were rolled back.",
                            "报告称事务已提交，但其中的记录并不存在：事务实际已回滚。"};
constexpr Message still_there{"lent.still_there", "The transaction was reported as rolled back, but its rows are there: they were committed.",
                              "报告称事务已回滚，但其中的记录仍然存在：事务实际已提交。"};

}  // namespace

Engine::Engine(std::unique_ptr<store::Storage> storage, StoreOptions options)
    : storage_(std::move(storage)), indexes_(std::make_unique<matching::Indexes>(*storage_)), options_(std::move(options)) {}

Engine::~Engine() { save_indexes(true); }

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

Result<Snapshot> Engine::load(store::Reader& reader) const {
  GUANXI_ASSIGN(auto schema, load_schema(reader));
  GUANXI_ASSIGN(auto policy, load_policy(reader, *schema, options_));
  GUANXI_ASSIGN(auto rules, load_rules(reader, schema));
  GUANXI_ASSIGN(auto matching, matching::load_rules(reader, *schema));
  return Snapshot{std::move(schema), std::move(policy), std::move(rules), std::move(matching)};
}

Instant Engine::now() const { return options_.clock ? options_.clock() : Instant{os::now_us()}; }

Id Engine::new_id(Instant now) {
  if (options_.ids) return options_.ids(now);
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

Result<void> Engine::reload() {
  GUANXI_ASSIGN(const auto reader, storage_->begin_read());
  GUANXI_ASSIGN(const Snapshot fresh, load(*reader));
  adopt(fresh);
  return {};
}

void Engine::defer(const std::vector<store::Change>& changes, bool snapshot_changed) {
  for (const store::Change& change : changes) deferred_.push_back({change.seq, change.record});
  snapshot_deferred_ = snapshot_deferred_ || snapshot_changed;
}

// The host may have undone a part of its transaction, and its numbers were given out again: the log says what is there.
Result<std::vector<store::Change>> Engine::kept_changes(store::Reader& reader) {
  std::vector<store::Change> kept;
  if (deferred_.empty()) return kept;
  store::ChangeQuery query;
  query.after = deferred_.front().seq;
  for (const Deferred& deferred : deferred_) query.after = std::min(query.after, deferred.seq);
  --query.after;
  query.limit = 2 * deferred_.size();
  GUANXI_CHECK(reader.changes(query, [&](store::Change& change) {
    const auto same = [&](const Deferred& deferred) { return deferred.seq == change.seq && deferred.record == change.record; };
    if (std::any_of(deferred_.begin(), deferred_.end(), same)) kept.push_back(std::move(change));
    return true;
  }));
  return kept;
}

Result<void> Engine::settle(bool committed, FunctionRef<void(const std::vector<store::Change>&)> publish) {
  GUANXI_CHECK(storage_->decided());
  GUANXI_ASSIGN(const auto reader, storage_->begin_read());
  GUANXI_ASSIGN(const auto kept, kept_changes(*reader));
  const bool wrote = !deferred_.empty();
  deferred_.clear();
  indexes_->settled();
  distrust();
  if (std::exchange(snapshot_deferred_, false)) {
    GUANXI_ASSIGN(const Snapshot fresh, load(*reader));
    adopt(fresh);
    GUANXI_CHECK(storage_->prepare(fresh.schema));
  }
  publish(kept);
  if (wrote && committed == kept.empty()) return Error(Code::misuse, committed ? not_there : still_there);
  return {};
}

void Engine::save_indexes(bool closing) noexcept {
  try {
    const Snapshot now = snapshot();
    if (now.schema == nullptr) return;
    const auto saved = indexes_->save(*now.schema, closing ? matching::Indexes::When::closing : matching::Indexes::When::in_between);
    if (!saved && saved.error().code() != Code::busy) log(LogLevel::warning, saved.error().text());
  } catch (const std::exception& e) {
    log(LogLevel::warning, e.what());
  }
}

void Engine::log(LogLevel level, std::string_view text) const noexcept {
  if (!options_.log) return;
  try {
    options_.log(level, text);
  } catch (...) {  // there is nobody left to tell
  }
}

}  // namespace guanxi
