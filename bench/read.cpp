// Reading one account by its id, and pages of fifty of one owner's.
#include "benchmarks.h"
#include "raw/raw.h"
#include "sample.h"

namespace guanxi::bench {
namespace {

constexpr std::uint64_t stored = 50'000;

std::vector<Id> fill(const std::string& file) {
  Fresh fresh(file);
  std::vector<Id> ids;
  need(fresh.session.transaction([&]() -> Result<void> {
    for (std::uint64_t i = 0; i < stored; ++i) {
      auto row = sample_account(i);
      ids.push_back(need(fresh.session.create(row, {.on_duplicate = OnDuplicate::allow})).record);
    }
    return {};
  }));
  return ids;
}

}  // namespace

void get_and_page(Table& table) {
  constexpr int rounds = 9;
  Folder folder;
  const std::string file = folder.file("ours.gx"), copy = folder.file("raw.gx");
  const std::vector<Id> ids = fill(file);
  RawStore raw(file, copy, RawStore::For::reading);
  Store store = need(Store::open(file));
  Session session = need(store.session("admin"));
  const Id owner = session.user();

  sqlite3_stmt* by_id = raw.prepare("SELECT * FROM gx_account WHERE id=?");
  constexpr std::int64_t gets = 20'000;
  const auto position = [&](int round, std::int64_t i) { return static_cast<std::size_t>((round * 7919 + i * 104'729) % static_cast<std::int64_t>(stored)); };
  const auto get = compare(
      rounds, gets,
      [&](int round) {
        for (std::int64_t i = 0; i < gets; ++i) sink += need(session.get<Account>(ids[position(round, i)])).revision() != 0;
      },
      [&](int round) {
        for (std::int64_t i = 0; i < gets; ++i) {
          sqlite3_bind_blob(by_id, 1, ids[position(round, i)].bytes.data(), 16, SQLITE_STATIC);
          if (sqlite3_step(by_id) == SQLITE_ROW) sink += read_row(by_id);
          sqlite3_reset(by_id);
        }
      });
  table.add("get an account by id", get, "raw", "≤ 1.15");

  sqlite3_stmt* page = raw.prepare("SELECT * FROM gx_account WHERE owner=? AND archived_at IS NULL ORDER BY updated_at DESC,id DESC LIMIT 51");
  constexpr std::int64_t pages = 400;
  FindOptions options;
  options.order = {descending(Account.updated_at)};
  const Expr mine = Account.owner == Ref<UserEntity>(owner);
  const auto paging = compare(
      rounds, pages,
      [&](int) {
        for (std::int64_t i = 0; i < pages; ++i) sink += need(session.find<Account>(mine, options)).rows.size();
      },
      [&](int) {
        for (std::int64_t i = 0; i < pages; ++i) {
          sqlite3_bind_blob(page, 1, owner.bytes.data(), 16, SQLITE_STATIC);
          while (sqlite3_step(page) == SQLITE_ROW) sink += read_row(page);
          sqlite3_reset(page);
        }
      });
  table.add("a page of 50 of one owner, newest first", paging, "raw", "≤ 1.15");
}

}  // namespace guanxi::bench
