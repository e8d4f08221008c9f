// Reading and writing through a host's table: each function of the table where there is one, else what the library does instead.
#pragma once

#include "capi/door/backend.h"
#include "capi/door/sinks.h"

namespace guanxi::door {

template <class Interface>
class HostReading : public Interface {
 public:
  // Reads at `at`: a transaction, a view or NULL, what is committed.
  HostReading(const Backend& backend, void* at) noexcept : backend_(backend), at_(at) {}

  Result<bool> get(const EntityType& type, const Id& id, AnyRecord& out) override { return get_row(type, id.bytes.data(), 0, out); }
  Result<bool> get(const EntityType& type, std::int64_t rid, AnyRecord& out) override { return get_row(type, nullptr, rid, out); }
  Result<store::ScanEnd> scan(const store::Scan& request, store::RowSink sink) override;
  Result<void> probe(std::span<const Key> keys, FunctionRef<bool(const store::KeyHit&)> sink) override;
  Result<void> aggregate(const store::Aggregate& request, store::AggregateSink sink) override;
  Result<void> search(const store::Search& request, store::RowSink sink) override;
  Result<void> changes(const store::ChangeQuery& query, FunctionRef<bool(store::Change&)> sink) override;
  Result<std::int64_t> last_change() override;
  Result<std::optional<std::string>> meta(std::string_view key) override { return load("m:", key); }
  Result<std::optional<std::string>> recall(std::string_view idempotency_key) override;

  // Every row of an entity, with the text that the storage kept with it.
  Result<void> each(const EntityType& type, gx_storage_rows::Take take);

 protected:
  Result<std::optional<std::string>> load(std::string_view space, std::string_view name);
  const Backend& backend_;
  void* at_;

 private:
  Result<bool> get_row(const EntityType& type, const std::uint8_t* id16, std::int64_t rid, AnyRecord& out);
};

extern template class HostReading<store::Reader>;
extern template class HostReading<store::Writer>;

class HostReader final : public HostReading<store::Reader> {
 public:
  explicit HostReader(const Backend& backend) noexcept : HostReading(backend, nullptr) {}
  ~HostReader() override;
  HostReader(const HostReader&) = delete;
  HostReader& operator=(const HostReader&) = delete;

  // Opens a view, where the storage has such.
  Result<void> open();
  // Every key that the storage holds.
  Result<void> keys(gx_storage_hits::Take take);
};

class HostWriter final : public HostReading<store::Writer> {
 public:
  explicit HostWriter(const Backend& backend) noexcept : HostReading(backend, nullptr) {}

  bool open() const noexcept { return open_; }
  Result<void> check_open() const;
  Result<void> begin();
  Result<void> commit();
  void rollback() noexcept;

  Result<void> put(std::span<store::Put> batch) override;
  Result<std::int64_t> append(const store::Change& change) override;
  Result<void> set_meta(std::string_view key, std::string_view value) override { return save("m:", key, value); }
  Result<void> remember(std::string_view idempotency_key, Instant at, std::string_view outcome) override;
  Result<void> forget(Instant before) override;
  Result<std::int64_t> next(std::string_view sequence) override;
  Result<int> savepoint() override;
  Result<void> release(int mark) override;
  Result<void> rollback_to(int mark) override;

 private:
  Result<void> put_one(store::Put& put);
  Result<void> save(std::string_view space, std::string_view name, std::optional<std::string_view> bytes);
  Result<std::int64_t> number(std::string_view space, std::string_view name);
  Result<void> check_mark(int mark) const;
  template <class Call>
  Result<void> change(const char* what, Call&& call);

  bool open_ = false;
  std::optional<Error> spoilt_{};         // a part that was to be undone could not be: nothing may be committed
  std::uint64_t changes_ = 0;
  std::vector<std::uint64_t> marks_;      // changes before each savepoint
  std::vector<gx_storage_key> keys_[2];   // reused
};

}  // namespace guanxi::door
