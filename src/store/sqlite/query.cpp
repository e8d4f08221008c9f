#include <utility>

#include "base/check.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/functions.h"

namespace guanxi::store {

Query::~Query() {
  if (statement_ == nullptr) return;
  if (home_ == Home::nowhere) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  if (home_ == Home::keyed) return;
  --kept_->in_use;
  kept_->idle.push_back(statement_);
}

Query& Query::bind(int at, const Id& id) noexcept {
  if (id.empty()) return bind_null(at);
  return bind_blob(at, {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
}

Query& Query::bind(int at, const Value& value) noexcept {
  if (!value.is_set()) return bind_null(at);
  if (value.type == Type::none) return noted(bind_formula(statement_, at, value));
  if (!value.has_bytes()) return bind(at, value.integer);
  return value.type == Type::id ? bind_blob(at, value.view()) : bind(at, value.view());
}

Result<bool> Query::next() {
  if (bind_error_ != SQLITE_OK) return connection_->error(std::exchange(bind_error_, SQLITE_OK));
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_);
    return false;
  }
  Error error = connection_->step_error();
  sqlite3_reset(statement_);
  return error;
}

const std::string& Query::path() const noexcept { return connection_->path(); }

Result<void> Query::run() {
  GUANXI_ASSIGN(const bool more, next());
  if (more) sqlite3_reset(statement_);
  return {};
}

std::string_view Query::text(int at) const noexcept {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, at))};
}

std::string_view Query::blob(int at) const noexcept {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, at));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, at))};
}

Id Query::id(int at) const noexcept {
  const std::string_view bytes = blob(at);
  return bytes.size() == 16 ? Id::from_bytes(bytes.data()) : Id{};
}

}  // namespace guanxi::store
