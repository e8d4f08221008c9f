#include "store/sqlite/checkpoints.h"

#include "base/check.h"

namespace guanxi::store {
namespace {

constexpr int worth_copying = 1000;  // pages; what SQLite itself waits for
constexpr int long_log = 16 * worth_copying;

int copy_log(Connection& db) noexcept { return sqlite3_wal_checkpoint_v2(db.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr); }

}  // namespace

std::string pragma_of(Durability durability) { return std::string("PRAGMA synchronous=") + (durability == Durability::full ? "FULL" : "NORMAL"); }

Checkpoints::Checkpoints(Connection& writer, ConnectionOptions options, Durability durability)
    : writer_(writer), options_(std::move(options)), durability_(durability) {
  options_.create = false;
  sqlite3_wal_hook(writer_.handle(), note, this);
}

Checkpoints::~Checkpoints() { sqlite3_wal_hook(writer_.handle(), nullptr, nullptr); }

// Called at each commit. A shorter log is a new one.
int Checkpoints::note(void* self, sqlite3*, const char*, int frames) noexcept {
  auto& it = *static_cast<Checkpoints*>(self);
  if (frames < it.frames_) it.tried_ = it.turned_ = 0;
  it.frames_ = frames;
  return SQLITE_OK;
}

void Checkpoints::in_turn() noexcept {
  const int frames = frames_;
  if (frames < long_log || frames - turned_ < worth_copying) return;
  if (copy_log(writer_) == SQLITE_OK) turned_ = tried_ = frames;  // else somebody is at it
}

void Checkpoints::beside_writers() noexcept {
  if (frames_ - tried_ < worth_copying) return;
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock) return;
  tried_ = frames_.load();
  try {
    if (!connection_ && !open()) return;
  } catch (...) {  // no memory now
    return;
  }
  copy_log(*connection_);
}

Result<void> Checkpoints::open() {
  GUANXI_ASSIGN(auto connection, Connection::open(options_));
  GUANXI_CHECK(connection->execute(pragma_of(durability_)));
  connection_ = std::move(connection);
  return {};
}

}  // namespace guanxi::store
