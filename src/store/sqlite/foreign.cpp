// Noticing that other processes have committed.
#include "base/check.h"
#include "store/sqlite/storage.h"

namespace guanxi::store {

// The version of the file's content as the watching connection sees it: it grows with every commit but cannot tell whose.
Result<std::int64_t> SqliteStorage::observed_version() {
  if (!watch_) {
    GUANXI_ASSIGN(watch_, readers_.take());
  }
  return watch_->connection->number("PRAGMA data_version");
}

Result<std::int64_t> SqliteStorage::foreign_commits() {
  if (queue_.mine()) return target_.foreign_commits() + guessed_;  // while this thread writes nobody else commits
  const std::lock_guard lock(watch_mutex_);
  GUANXI_ASSIGN(const std::int64_t version, observed_version());
  const bool changed = version != std::exchange(watched_version_, version);
  if (!changed || target_.open()) return target_.foreign_commits() + guessed_;  // the open transaction has looked
  Turn turn(queue_);
  if (turn.try_take())
    GUANXI_CHECK(target_.look_for_foreign_commits());
  else
    ++guessed_;  // somebody of us is about to begin or to end; whose commit it was cannot be told from here
  return target_.foreign_commits() + guessed_;
}

}  // namespace guanxi::store
