// Exact keys: what is probed is found under its key and nowhere else.
#include <algorithm>
#include <set>

#include "fixture.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

using Hit = std::tuple<std::size_t, std::uint16_t, std::int64_t>;

Key key(std::int32_t space, std::string_view text) { return {space, Value::of_bytes(Type::text, text.data(), text.size())}; }

std::set<Hit> hits(Reader& reader, std::vector<Key> keys) {
  std::set<Hit> out;
  const auto note = [&](const KeyHit& hit) {
    CHECK(out.insert({hit.key, hit.entity, hit.rid}).second);
    return true;
  };
  REQUIRE(reader.probe(keys, note).ok());
  return out;
}

// Puts a row with these keys and no others.
AnyRecord keyed(Fixture& store, const EntityType& type, std::vector<Key> keys) {
  AnyRecord row = store.row(type);
  store.write([&](Writer& writer) {
    Put put{.type = &type, .after = &row, .keys_added = keys};
    REQUIRE(writer.put({&put, 1}).ok());
  });
  return row;
}

}  // namespace

CONFORMS("keys are found by space and value, over all entities") {
  const AnyRecord a = keyed(store, store.sample(), {key(1, "x"), key(2, "x")});
  const AnyRecord b = keyed(store, store.type(Account), {key(1, "x"), key(1, "y")});
  const auto reader = store.reader();
  CHECK(hits(*reader, {key(1, "x")}) == std::set<Hit>{{0, Sample.number, a.rid()}, {0, store.type(Account).number(), b.rid()}});
  CHECK(hits(*reader, {key(3, "x"), key(2, "x"), key(1, "y"), key(1, "z")}) ==
        std::set<Hit>{{1, Sample.number, a.rid()}, {2, store.type(Account).number(), b.rid()}});
  CHECK(hits(*reader, {}).empty());
  CHECK(hits(*reader, {key(1, "")}).empty());
}

CONFORMS("keys go when they are removed, and are seen by the writer at once") {
  AnyRecord row = keyed(store, store.sample(), {key(1, "x"), key(1, "y")});
  store.write([&](Writer& writer) {
    const AnyRecord before = row;
    row.put(common::revision, Codec<Int>::pack(2));
    const std::vector<Key> added{key(1, "z")}, removed{key(1, "x")};
    Put put{.type = &store.sample(), .after = &row, .before = &before, .keys_added = added, .keys_removed = removed};
    REQUIRE(writer.put({&put, 1}).ok());
    CHECK(hits(writer, {key(1, "x")}).empty());
    CHECK(hits(writer, {key(1, "y"), key(1, "z")}).size() == 2);
    CHECK(hits(*store.reader(), {key(1, "x"), key(1, "y"), key(1, "z")}).size() == 2);
  });
  CHECK(hits(*store.reader(), {key(1, "x")}).empty());
  CHECK(hits(*store.reader(), {key(1, "y"), key(1, "z")}).size() == 2);
}

CONFORMS("a sink that says no skips the rest of that key") {
  for (int i = 0; i < 4; ++i) keyed(store, store.sample(), {key(1, "x"), key(1, "y")});
  std::vector<std::size_t> got;
  const std::vector<Key> keys{key(1, "x"), key(1, "y")};
  REQUIRE(store.reader()->probe(keys, [&](const KeyHit& hit) { return got.push_back(hit.key), hit.key != 0; }).ok());
  CHECK(got == std::vector<std::size_t>{0, 1, 1, 1, 1});
}

CONFORMS("keys of every type of value are told apart") {
  const Key number{70, Value::number(Type::integer, 5)}, date{71, Value::number(Type::date, 5)};
  const Key money{72, Value::number(Type::money, 5, 156)}, dollars{72, Value::number(Type::money, 5, 840)};
  const Id id = store.id(), other = store.id();
  const Key reference{73, Codec<Id>::pack(id)}, missing{73, Codec<Id>::pack(other)};
  const AnyRecord row = keyed(store, store.sample(), {number, date, money, reference});
  const auto found = hits(*store.reader(), {number, date, money, dollars, reference, missing, {70, Value::number(Type::integer, 6)}});
  CHECK(found == std::set<Hit>{{0, Sample.number, row.rid()}, {1, Sample.number, row.rid()}, {2, Sample.number, row.rid()}, {4, Sample.number, row.rid()}});
}
