// The conformance suite: what every backend must do, said once and run on each of them. A failure names the backend.
//
//   CONFORMS("a row comes back as it was put") { store.write([&](Writer& writer) { … }); }
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sample.h"
#include "store/storage.h"

namespace guanxi::store {

struct Backend {
  const char* name;
  std::unique_ptr<Storage> (*open)(const std::filesystem::path& folder);
};

// Every backend there is, the folder being its own.
const std::vector<Backend>& backends();

// An open store with the sample schema, in a folder that goes with it.
class Fixture {
 public:
  explicit Fixture(const Backend& backend);
  Fixture(const Fixture&) = delete;
  ~Fixture();

  Storage& storage() noexcept { return *storage_; }
  const Schema& schema() const noexcept { return *schema_; }
  const EntityType& type(const AnyEntity& entity) const { return schema_->of(entity); }
  const EntityType& sample() const { return type(Sample); }
  Id id();

  // Runs `work` in a transaction that must succeed.
  void write(FunctionRef<void(Writer&)> work);
  std::unique_ptr<Reader> reader();
  // Brings in a later schema.
  void prepare(std::shared_ptr<const Schema> schema);

  // A new row, not stored yet, with an id and revision 1.
  AnyRecord row(const EntityType& type);
  // Stores it with what derives from it: a new row where `before` is null.
  Result<void> put(Writer& writer, AnyRecord& after, const AnyRecord* before = nullptr);
  // Stores rows in a transaction of their own.
  void insert(std::vector<AnyRecord>& rows);
  void insert(AnyRecord& row);
  // Changes a stored row in a transaction of its own; `row` becomes what is stored.
  void update(AnyRecord& row, FunctionRef<void(AnyRecord&)> change);

  AnyRecord get(const EntityType& type, const Id& id);

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Storage> storage_;
  std::shared_ptr<const Schema> schema_;
  IdSource ids_{7};
  std::int64_t now_ = 1'700'000'000'000'000;
};

void each_backend(void (*body)(Fixture&));

// The rows of a scan, after what the backend left to the library.
std::vector<AnyRecord> rows_of(Reader& reader, const Fixture& store, Scan request, ScanEnd* end = nullptr);
std::vector<std::int64_t> rids_of(const std::vector<AnyRecord>& rows);

// Same values in every slot; null and absent are one.
bool same(const AnyRecord& a, const AnyRecord& b);

inline constexpr auto no_news = [] {};

}  // namespace guanxi::store

#define CONFORMS(title) CONFORMS_AS(DOCTEST_ANONYMOUS(conforms_), title)
#define CONFORMS_AS(body, title)                          \
  static void body(guanxi::store::Fixture& store);        \
  TEST_CASE(title) { guanxi::store::each_backend(body); } \
  static void body([[maybe_unused]] guanxi::store::Fixture& store)
