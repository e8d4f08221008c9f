// What only the memory store does.
#include <doctest/doctest.h>

#include "refusal.h"
#include "store/memory/memory_storage.h"

using namespace guanxi;
using namespace guanxi::store;

TEST_CASE("the memory store says what it can") {
  const auto store = open_memory(1);
  const Capabilities can = store->capabilities();
  CHECK_FALSE(can.snapshot_reads);
  CHECK(can.filters);
  CHECK(can.aggregates);
  CHECK(can.searches);
  CHECK_FALSE(can.backups);
  CHECK_FALSE(can.shared);
  CHECK(store->info()->backend == "memory");
  CHECK(*store->foreign_commits() == 0);
}

TEST_CASE("a backup is refused with a way out") {
  const auto store = open_memory(1);
  CHECK(refusal(store->backup("copy.db", {})) == "A store in memory has no backup to copy.db: export its records, or use an SQLite store.");
}

TEST_CASE("an entity that was not prepared is misuse, in reading and in writing") {
  const auto store = open_memory(1);
  REQUIRE(store->prepare(Schema::builtin()).ok());
  const EntityType unknown(4000, "unknown", "未知|Unknown");
  const std::string sentence = "Entity 4000 is not in the schema of this store: prepare it with a schema that has it.";
  const auto reader = std::move(*store->begin_read());
  const auto ignore = [](AnyRecord&) { return true; };
  CHECK(refusal(reader->scan({.type = &unknown}, ignore)) == sentence);
  CHECK(refusal(reader->search({.type = &unknown, .text = "a"}, ignore)) == sentence);
  AnyRecord row = unknown.record();
  CHECK(refusal(reader->get(unknown, 1, row)) == sentence);
  Id id;
  id.bytes[0] = 1;
  row.put(common::id, Codec<Id>::pack(id));
  const auto put = [&](Writer& writer) {
    Put one{.type = &unknown, .after = &row};
    return writer.put({&one, 1});
  };
  CHECK(refusal(store->write(put, [] {})) == sentence);
}

TEST_CASE("a row without an id is misuse") {
  const auto store = open_memory(1);
  REQUIRE(store->prepare(Schema::builtin()).ok());
  Record<Account> row;
  const auto type = Schema::builtin();
  const auto put = [&](Writer& writer) {
    Put one{.type = &type->of(Account), .after = &row};
    return writer.put({&one, 1});
  };
  CHECK(refusal(store->write(put, [] {})) == "A record of account has no id: give it one before it is stored.");
}

TEST_CASE("counting by a slot that is not there is misuse") {
  const auto store = open_memory(1);
  const auto schema = Schema::builtin();
  REQUIRE(store->prepare(schema).ok());
  const auto counted = (*store->begin_read())
                           ->aggregate({.type = &schema->of(Account), .filter = nullptr, .groups = {{999}}, .sums = {}}, [](const AggregateRow&) {});
  CHECK(refusal(counted) == "Entity account has no field at place 999 to count by.");
}
