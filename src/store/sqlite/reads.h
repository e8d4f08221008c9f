// What can be read in the open transaction of one connection. Readers and the writer both read through this.
#pragma once

#include <memory>
#include <optional>

#include "base/check.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/row.h"
#include "store/sqlite/table.h"
#include "store/storage.h"

namespace guanxi::store {

// A connection and what is known about its file.
struct Session {
  std::unique_ptr<Connection> connection;
  Tables tables;
};

class Reads {
 public:
  Reads(Session& session, std::shared_ptr<const Schema> schema) noexcept
      : db_(*session.connection), tables_(session.tables), schema_(std::move(schema)) {}

  Result<bool> get(const EntityType& type, const Id& id, AnyRecord& out);
  Result<bool> get(const EntityType& type, std::int64_t rid, AnyRecord& out);
  // The same in two steps. Between them, and until the query ends, the row's snapshot lasts.
  Result<Query> find(const EntityType& type, const Id& id);
  Result<bool> load(Query& query, const EntityType& type, AnyRecord& out);

  Result<ScanEnd> scan(const Scan& request, RowSink sink);
  Result<void> probe(std::span<const Key> keys, FunctionRef<bool(const KeyHit&)> sink);
  Result<void> aggregate(const Aggregate& request, AggregateSink sink);
  Result<void> search(const Search& request, RowSink sink);
  Result<void> changes(const ChangeQuery& query, FunctionRef<bool(Change&)> sink);
  Result<std::int64_t> last_change();
  Result<std::optional<std::string>> meta(std::string_view key);
  Result<std::optional<std::string>> recall(std::string_view key);

  Connection& connection() noexcept { return db_; }
  Tables& tables() noexcept { return tables_; }
  const std::shared_ptr<const Schema>& schema() const noexcept { return schema_; }
  void adopt(std::shared_ptr<const Schema> schema) noexcept { schema_ = std::move(schema); }

 private:
  Connection& db_;
  Tables& tables_;
  std::shared_ptr<const Schema> schema_;
};

// Reader, or Writer, by way of Reads.
template <class Interface>
class ReadingThrough : public Interface {
 public:
  ReadingThrough(Session& session, std::shared_ptr<const Schema> schema) noexcept : reads_(session, std::move(schema)) {}

  Result<bool> get(const EntityType& type, const Id& id, AnyRecord& out) override {
    return reading([&] { return reads_.get(type, id, out); });
  }
  Result<bool> get(const EntityType& type, std::int64_t rid, AnyRecord& out) override {
    return reading([&] { return reads_.get(type, rid, out); });
  }
  Result<ScanEnd> scan(const Scan& request, RowSink sink) override {
    return reading([&] { return reads_.scan(request, sink); });
  }
  Result<void> probe(std::span<const Key> keys, FunctionRef<bool(const KeyHit&)> sink) override {
    return reading([&] { return reads_.probe(keys, sink); });
  }
  Result<void> aggregate(const Aggregate& request, AggregateSink sink) override {
    return reading([&] { return reads_.aggregate(request, sink); });
  }
  Result<void> search(const Search& request, RowSink sink) override {
    return reading([&] { return reads_.search(request, sink); });
  }
  Result<void> changes(const ChangeQuery& query, FunctionRef<bool(Change&)> sink) override {
    return reading([&] { return reads_.changes(query, sink); });
  }
  Result<std::int64_t> last_change() override {
    return reading([&] { return reads_.last_change(); });
  }
  Result<std::optional<std::string>> meta(std::string_view key) override {
    return reading([&] { return reads_.meta(key); });
  }
  Result<std::optional<std::string>> recall(std::string_view key) override {
    return reading([&] { return reads_.recall(key); });
  }

 protected:
  // Called before anything is read.
  virtual Result<void> pin() { return {}; }

  Reads reads_;

 private:
  template <class Read>
  auto reading(Read&& read) -> decltype(read()) {
    GUANXI_CHECK(pin());
    return read();
  }
};

}  // namespace guanxi::store
