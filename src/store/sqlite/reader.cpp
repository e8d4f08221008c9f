#include "store/sqlite/reader.h"

#include "base/check.h"

namespace guanxi::store {

Result<void> SqliteReader::open() {
  GUANXI_ASSIGN(Query pin, session_->connection->query("SELECT 1 FROM sqlite_schema"));
  GUANXI_CHECK(pin.next());
  pin_.emplace(std::move(pin));
  return {};
}

SqliteReader::~SqliteReader() {
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
