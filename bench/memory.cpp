// The store in memory: bytes an account, and a look-up by id.
#include <fmt/format.h>

#include <unordered_map>

#include "benchmarks.h"
#include "sample.h"
#include "store/memory/memory_storage.h"
#include "store/memory/table.h"

namespace guanxi::bench {
namespace {

// Which account the i-th look-up asks for: far from the one before, so that caches help neither side.
std::size_t position(std::int64_t i, std::uint64_t accounts) { return static_cast<std::size_t>(i) * 104'729 % accounts; }

// The look-up alone, from an id to the row: the store's own table beside a map from ids to pointers, over the same rows.
void look_up(Table& table, const EntityType& type, std::uint64_t accounts) {
  store::memory::Table rows;
  rows.prepare(type);
  std::unordered_map<Id, store::memory::RowPtr, IdHash> map;
  std::vector<Id> ids;
  IdSource source(6);
  for (std::uint64_t i = 0; i < accounts; ++i) {
    auto row = sample_account(i);
    ids.push_back(source.next(static_cast<std::int64_t>(i)));
    row.put(common::id, Codec<Id>::pack(ids.back()));
    rows.put(need(store::memory::Row::pack(*rows.layout(), row, static_cast<std::uint32_t>(i + 1))));
    map.emplace(ids.back(), rows.find(ids.back()));
  }
  constexpr std::int64_t gets = 1'000'000;
  const auto pair = compare(
      7, gets,
      [&](int) {
        for (std::int64_t i = 0; i < gets; ++i) sink += rows.find(ids[position(i, accounts)]) != nullptr;
      },
      [&](int) {
        for (std::int64_t i = 0; i < gets; ++i) sink += map.find(ids[position(i, accounts)])->second != nullptr;
      });
  table.add("memory store: from an id to its row, the look-up alone", pair, "std::unordered_map", "≤ 100 ns");
}

}  // namespace

void memory_store(Table& table, std::uint64_t accounts) {
  const std::shared_ptr<const Schema> schema = Schema::builtin();
  const EntityType& type = schema->of(Account);
  const std::size_t before = heap_bytes();
  auto storage = store::open_memory(99);
  need(storage->prepare(schema));
  std::vector<Id> ids;
  IdSource source(5);
  constexpr std::uint64_t piece = 10'000;
  Derived derived;
  for (std::uint64_t at = 0; at < accounts; at += piece) {
    need(storage->write(
        [&](store::Writer& writer) -> Result<void> {
          for (std::uint64_t i = at; i < std::min(at + piece, accounts); ++i) {
            auto row = sample_account(i);
            ids.push_back(source.next(static_cast<std::int64_t>(i)));
            row.put(common::id, Codec<Id>::pack(ids.back()));
            row.put(common::revision, Codec<Int>::pack(1));
            derived.clear();
            derive(type, row, derived);
            store::Put put;
            put.type = &type;
            put.after = &row;
            put.keys_added = derived.keys;
            if (auto done = writer.put({&put, 1}); !done) return done;
          }
          return {};
        },
        [] {}));
  }
  const std::size_t used = heap_bytes() - before - ids.capacity() * sizeof(Id);
  table.note(fmt::format("memory store: bytes an account ({} accounts, row, keys and indexes)", accounts), fmt::format("{} B", used / accounts), "≤ 600 B");

  auto reader = need(storage->begin_read());
  AnyRecord row = type.record();
  constexpr std::int64_t gets = 200'000;
  const double start = cpu_seconds();
  for (std::int64_t i = 0; i < gets; ++i) sink += need(reader->get(type, ids[position(i, accounts)], row));
  table.note("memory store: get by id, the whole account unpacked", show_time((cpu_seconds() - start) / gets), "");
  look_up(table, type, accounts);
}

}  // namespace guanxi::bench
