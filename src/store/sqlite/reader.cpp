#include "store/sqlite/reader.h"

#include "base/check.h"

namespace guanxi::store {

// The row's query stands until the pin does, and so both are of one snapshot.
Result<void> SqliteReader::pin() {
  if (pin_) return {};
  GUANXI_ASSIGN(Query pin, session_->connection->query("SELECT 1 FROM sqlite_schema"));
  GUANXI_CHECK(pin.next());
  pin_.emplace(std::move(pin));
  row_.reset();
  return {};
}

// A query that finds nothing does not stand: the answer has to come from below a pin.
Result<bool> SqliteReader::get(const EntityType& type, const Id& id, AnyRecord& out) {
  if (!pin_ && !row_) {
    GUANXI_ASSIGN(Query query, reads_.find(type, id));
    GUANXI_ASSIGN(const bool found, reads_.load(query, type, out));
    if (found) {
      row_.emplace(std::move(query));
      return true;
    }
  }
  return ReadingThrough::get(type, id, out);
}

SqliteReader::~SqliteReader() {
  row_.reset();
  pin_.reset();
  pool_.give_back(std::move(session_));
}

Result<std::unique_ptr<Session>> ReaderPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto session = std::move(idle_.back());
      idle_.pop_back();
      return session;
    }
  }
  auto session = std::make_unique<Session>();
  GUANXI_ASSIGN(session->connection, Connection::open(options_));
  return session;
}

void ReaderPool::give_back(std::unique_ptr<Session> session) noexcept {
  try {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < idle_limit_) idle_.push_back(std::move(session));
  } catch (...) {  // without memory the connection is closed instead
  }
}

}  // namespace guanxi::store
