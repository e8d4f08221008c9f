#include "fixture.h"

#include "expr/evaluate.h"
#include "model/derive.h"

namespace guanxi::store {
namespace {

std::filesystem::path new_folder() {
  static int count = 0;
  const auto folder = std::filesystem::temp_directory_path() /
                      ("guanxi-conformance-" + std::to_string(std::random_device{}()) + "-" + std::to_string(++count));
  std::filesystem::create_directories(folder);
  return folder;
}

// Keys of `from` that `other` lacks.
std::vector<Key> without(const std::vector<Key>& from, const std::vector<Key>& other) {
  std::vector<Key> out;
  for (const Key& key : from)
    if (std::find(other.begin(), other.end(), key) == other.end()) out.push_back(key);
  return out;
}

}  // namespace

Fixture::Fixture(const Backend& backend) : folder_(new_folder()), storage_(backend.open(folder_)) {
  REQUIRE(storage_ != nullptr);
  prepare(sample_schema());
}

Fixture::~Fixture() {
  storage_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Id Fixture::id() { return ids_.next(now_ += 1000); }

void Fixture::prepare(std::shared_ptr<const Schema> schema) {
  const auto prepared = storage_->prepare(schema);
  INFO((prepared.ok() ? std::string() : prepared.error().text()));
  REQUIRE(prepared.ok());
  schema_ = std::move(schema);
}

void Fixture::write(FunctionRef<void(Writer&)> work) {
  const auto written = storage_->write([&](Writer& writer) { return work(writer), Result<void>(); }, no_news);
  INFO((written.ok() ? std::string() : written.error().text()));
  REQUIRE(written.ok());
}

std::unique_ptr<Reader> Fixture::reader() {
  auto reader = storage_->begin_read();
  REQUIRE(reader.ok());
  return std::move(reader).value();
}

AnyRecord Fixture::row(const EntityType& type) {
  AnyRecord row = type.record();
  const Id id = this->id();
  row.put(common::id, Codec<Id>::pack(id));
  row.put(common::revision, Codec<Int>::pack(1));
  return row;
}

Result<void> Fixture::put(Writer& writer, AnyRecord& after, const AnyRecord* before) {
  const EntityType& type = *schema_->find(after.entity());
  Derived was, is;
  if (before != nullptr) derive(type, *before, was);
  derive(type, after, is);
  const std::vector<Key> added = without(is.keys, was.keys), removed = without(was.keys, is.keys);
  Put put{&type, &after, before, added, removed, was.search, is.search};
  return writer.put({&put, 1});
}

void Fixture::insert(std::vector<AnyRecord>& rows) {
  write([&](Writer& writer) {
    for (AnyRecord& row : rows) REQUIRE(put(writer, row).ok());
  });
}

void Fixture::insert(AnyRecord& row) {
  write([&](Writer& writer) { REQUIRE(put(writer, row).ok()); });
}

void Fixture::update(AnyRecord& row, FunctionRef<void(AnyRecord&)> change) {
  const AnyRecord before = row;
  change(row);
  row.put(common::revision, Codec<Int>::pack(before.revision() + 1));
  write([&](Writer& writer) { REQUIRE(put(writer, row, &before).ok()); });
}

AnyRecord Fixture::get(const EntityType& type, const Id& id) {
  AnyRecord row = type.record();
  const auto found = reader()->get(type, id, row);
  REQUIRE(found.ok());
  REQUIRE(*found);
  return row;
}

void each_backend(void (*body)(Fixture&)) {
  for (const Backend& backend : backends()) {
    SUBCASE(backend.name) {
      Fixture store(backend);
      body(store);
    }
  }
}

std::vector<AnyRecord> rows_of(Reader& reader, const Fixture& store, Scan request, ScanEnd* end) {
  std::vector<AnyRecord> rows;
  auto scanned = reader.scan(request, [&](AnyRecord& row) { return rows.push_back(std::move(row)), true; });
  INFO((scanned.ok() ? std::string() : scanned.error().text()));
  REQUIRE(scanned.ok());
  if (scanned->residual) {
    const auto find = [&](std::uint16_t entity, std::uint16_t field) { return store.schema().find(entity)->find(field); };
    const auto rest = Predicate::compile(*scanned->residual, request.type->number(), find);
    REQUIRE(rest.ok());
    std::erase_if(rows, [&](const AnyRecord& row) { return !rest->passes(row); });
  }
  if (end != nullptr) *end = std::move(scanned).value();
  return rows;
}

std::vector<std::int64_t> rids_of(const std::vector<AnyRecord>& rows) {
  std::vector<std::int64_t> rids;
  for (const AnyRecord& row : rows) rids.push_back(row.rid());
  return rids;
}

bool same(const AnyRecord& a, const AnyRecord& b) {
  if (a.entity() != b.entity()) return false;
  for (std::uint16_t slot = 0; slot < std::max(a.slots(), b.slots()); ++slot)
    if (a.at(slot).is_set() != b.at(slot).is_set() || (a.at(slot).is_set() && !(a.at(slot) == b.at(slot)))) return false;
  return true;
}

}  // namespace guanxi::store
