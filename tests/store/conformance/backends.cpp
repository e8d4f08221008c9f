#include "capi/door/backend.h"
#include "examples/host_storage/sorted_storage.h"
#include "fixture.h"
#include "store/memory/memory_storage.h"
#include "store/sqlite/sqlite_storage.h"

namespace guanxi::store {
namespace {

std::unique_ptr<Storage> sqlite(const std::filesystem::path& folder) {
  SqliteOptions options;
  options.path = (folder / "store.db").string();
  options.create = true;
  options.durability = Durability::normal;
  auto opened = open_sqlite(options);
  INFO((opened.ok() ? std::string() : opened.error().text()));
  REQUIRE(opened.ok());
  return std::move(opened).value();
}

// The example of a host's own storage.
std::unique_ptr<Storage> host(const std::filesystem::path&) {
  gx_storage_vtable table;
  REQUIRE(sorted_storage(&table));
  door::Table<gx_storage_vtable> taken;
  REQUIRE(door::take_storage(&table, taken).ok());
  return door::make_storage(std::move(taken));
}

}  // namespace

const std::vector<Backend>& backends() {
  static const std::vector<Backend> all{
      {"memory", [](const std::filesystem::path&) { return open_memory(1); }},
      {"sqlite", sqlite},
      {"host", host},
  };
  return all;
}

}  // namespace guanxi::store
