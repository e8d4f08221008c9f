// A store of sample accounts for the tests of one file: each write is one command with all that belongs to it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "guanxi/entities.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/sqlite_storage.h"

namespace guanxi::store {

class Accounts {
 public:
  // Opens the store, makes it where there is none, and prepares it with `schema` (null: the built-in one).
  static Result<Accounts> open(SqliteOptions options, std::shared_ptr<const Schema> schema = nullptr);

  Storage& storage() noexcept { return *storage_; }
  const EntityType& type() const noexcept { return schema_->of(Account); }
  const Schema& schema() const noexcept { return *schema_; }

  // One command: the account "样品公司 N" with its keys, its search text, a change and the meta entry "last".
  Result<void> add(std::int64_t number);
  Result<void> add_all(Writer& writer, std::int64_t first, std::int64_t count);
  // One command that changes the account's city, or its name, and revision.
  Result<void> move(std::int64_t number, std::string_view city) { return change(number, Account.city, city); }
  Result<void> rename(std::int64_t number, std::string_view name) { return change(number, Account.name, name); }

  // What is in the store: the numbers of its accounts.
  Result<std::set<std::int64_t>> numbers();
  // What is wrong with it, besides what integrity() finds: an account without its change, or the other way round.
  Result<std::vector<std::string>> findings();

  static std::string name_of(std::int64_t number);

 private:
  Accounts(std::unique_ptr<Storage> storage, std::shared_ptr<const Schema> schema)
      : storage_(std::move(storage)), schema_(std::move(schema)) {}
  Result<void> put(Writer& writer, AnyRecord& after, const AnyRecord* before, std::string_view command);
  Result<void> change(std::int64_t number, const AnyField& field, std::string_view text);

  std::unique_ptr<Storage> storage_;
  std::shared_ptr<const Schema> schema_;
};

SqliteOptions at(const std::string& path);
// A connection of its own to the file, and the number that a query gives there; throws what fails.
std::unique_ptr<Connection> connect(const std::string& path);
std::int64_t number(const std::string& path, std::string_view sql);

inline constexpr auto no_news = [] {};

}  // namespace guanxi::store
