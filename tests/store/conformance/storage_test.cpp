// What a store says of itself, bulk mode, backup and the check of integrity.
#include "fixture.h"
#include "refusal.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

std::vector<std::string> findings(Fixture& store) {
  std::vector<std::string> out;
  const auto checked = store.storage().integrity({}, [&](std::string_view finding) { out.emplace_back(finding); });
  INFO((checked.ok() ? std::string() : checked.error().text()));
  REQUIRE(checked.ok());
  return out;
}

void change_much(Fixture& store, Dice& dice) {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 60; ++i) {
    rows.push_back(store.row(store.sample()));
    dice.fill(store.sample(), rows.back());
  }
  store.insert(rows);
  for (int i = 0; i < 60; ++i) store.update(rows[static_cast<std::size_t>(dice.below(60))], [&](AnyRecord& r) { dice.fill(store.sample(), r); });
}

}  // namespace

CONFORMS("a store knows its backend and grows") {
  const auto before = store.storage().info();
  REQUIRE(before.ok());
  CHECK_FALSE(before->backend.empty());
  Dice dice(seeded_random());
  change_much(store, dice);
  CHECK(store.storage().info()->bytes >= before->bytes);
  CHECK(store.storage().info()->bytes > 0);
}

CONFORMS("the check finds nothing after much has changed, custom fields declared halfway") {
  Dice dice(seeded_random());
  change_much(store, dice);
  CHECK(findings(store).empty());
  store.prepare(sample_schema(true));
  change_much(store, dice);
  CHECK(findings(store).empty());
}

CONFORMS("the check finds a key that follows from no row, and one that is missing") {
  AnyRecord row = store.row(store.sample());
  row.set(Sample.title, Codec<Text>::pack("样品公司"));
  const Key odd{space_of(MatchRole::phone), Codec<Text>::pack("123")};
  store.write([&](Writer& writer) {
    Put put{.type = &store.sample(), .after = &row, .keys_added = {&odd, 1}, .search_after = "样品公司\n"};
    REQUIRE(writer.put({&put, 1}).ok());
  });
  CHECK(findings(store).size() == 2);
}

CONFORMS("the check finds a row that is not in the search") {
  AnyRecord row = store.row(store.type(Account));
  row.set(Account.city, Codec<Text>::pack("上海"));
  store.write([&](Writer& writer) {
    Put put{.type = &store.type(Account), .after = &row};
    REQUIRE(writer.put({&put, 1}).ok());
  });
  CHECK(findings(store).size() == 1);
}

CONFORMS("a check that is asked to stop says so") {
  std::vector<AnyRecord> rows;
  for (int i = 0; i < 3000; ++i) rows.push_back(store.row(store.sample()));
  store.insert(rows);
  const auto checked = store.storage().integrity([](std::uint64_t, std::uint64_t) { return false; }, [](std::string_view) {});
  REQUIRE_FALSE(checked.ok());
  CHECK(checked.error().code() == Code::cancelled);
  CHECK_FALSE(refusal(checked).empty());
}

CONFORMS("what is stored in bulk mode is all there, found by every index, after its end") {
  Dice dice(seeded_random());
  std::vector<AnyRecord> rows;
  REQUIRE(store.storage().bulk_begin().ok());
  for (int batch = 0; batch < 4; ++batch) {
    std::vector<AnyRecord> some;
    for (int i = 0; i < 50; ++i) {
      some.push_back(store.row(store.sample()));
      dice.fill(store.sample(), some.back());
      some.back().set(Sample.ranking, Codec<Int>::pack(batch * 50 + i));
    }
    store.insert(some);
    rows.insert(rows.end(), some.begin(), some.end());
    const Expr one = Sample.ranking == batch * 50;
    CHECK(rows_of(*store.reader(), store, {.type = &store.sample(), .filter = &one}).size() == 1);
  }
  REQUIRE(store.storage().bulk_end({}).ok());
  const OrderTerm order[] = {descending(Sample.ranking)};
  const auto all = rows_of(*store.reader(), store, {.type = &store.sample(), .order = order});
  REQUIRE(all.size() == 200);
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(same(all[i], rows[199 - i]));
  CHECK(findings(store).empty());
}

CONFORMS("a backup is made, or refused with a sentence") {
  const auto path = (std::filesystem::temp_directory_path() / ("guanxi-backup-" + std::to_string(std::random_device{}()))).string();
  const auto made = store.storage().backup(path, {});
  CHECK(made.ok() == store.storage().capabilities().backups);
  CHECK(std::filesystem::exists(path) == made.ok());
  if (!made.ok()) {
    CHECK(made.error().code() == Code::unsupported);
    CHECK(refusal(made).find(path) != std::string::npos);
  }
  std::filesystem::remove(path);
}
