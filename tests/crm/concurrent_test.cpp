// Many sessions on one store at once: each change is there once, readers see whole ones, and the store is sound afterwards.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "guanxi/duplicates.h"
#include "seed.h"
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// What went wrong in a thread, for the test to tell: doctest's assertions are kept to the main one.
class Troubles {
 public:
  void expect(bool holds, std::string_view what) {
    if (holds) return;
    const std::lock_guard lock(mutex_);
    all_.emplace(what);
  }
  template <class T>
  bool done(const Result<T>& result) {
    expect(result.ok(), result ? std::string() : result.error().text());
    return result.ok();
  }
  void show() const {
    for (const std::string& what : all_) FAIL_CHECK(what);
  }

 private:
  std::mutex mutex_;
  std::set<std::string> all_;
};

// So many threads, each with a session of its own and its number.
template <class Body>
void at_once(Store& store, int threads, Troubles& troubles, Body body) {
  std::vector<std::thread> all;
  for (int i = 0; i < threads; ++i) {
    all.emplace_back([&, i] {
      auto session = store.session("admin");
      if (troubles.done(session)) body(*session, i);
    });
  }
  for (auto& thread : all) thread.join();
  troubles.show();
}

// Makes customers with one contact each in a transaction, and takes every third one back.
void write_some(Store& store, int first, int count, Troubles& troubles) {
  auto session = store.session("ann");
  if (!troubles.done(session)) return;
  for (int i = first; i < first + count; ++i) {
    Id id;
    const auto made = session->transaction([&]() -> Result<void> {
      auto row = account("并发样例" + std::to_string(i));
      auto created = session->create(row);
      if (!created) return std::move(created).error();
      id = created->record;
      Record<Contact> contact;
      contact[Contact.name] = "联系人" + std::to_string(i);
      contact[Contact.account] = Ref<AccountEntity>(id);
      if (auto added = session->create(contact); !added) return std::move(added).error();
      return {};
    });
    if (!troubles.done(made)) return;
    Record<Account> patch;
    patch[Account.city] = "杭州";
    const auto changed = session->update(id, patch);
    if (troubles.done(changed) && i % 3 == 0) troubles.done(session->undo(changed->change_set));
  }
}

// Looks on meanwhile: whoever sees the contact sees its account.
void read_some(Store& store, const std::atomic<bool>& over, Troubles& troubles) {
  auto session = store.session("mia");
  if (!troubles.done(session)) return;
  while (!over) {
    const auto contacts = session->find<Contact>();
    if (!troubles.done(contacts)) return;
    for (const auto& contact : contacts->rows) troubles.done(session->get<Account>(contact[Contact.account]));
    troubles.done(session->search(number_of(Account), "bingfa"));
    troubles.done(session->count(number_of(Account), Account.city == "杭州"));
  }
}

// The same few customers, typed in ways that share no key, so different that they are told apart in whatever order they come.
Record<Account> typed_somehow(int customer, int way) {
  static constexpr std::array<std::string_view, 4> forms{"上海{}精密机械制造有限公司", "上海市{}精密机械制造股份有限公司", "{}精密机械制造（上海）集团", "上海{}精密机械制造厂"};
  static constexpr std::array<std::string_view, 8> brands{"青禾", "远帆", "同泰", "蓝桥", "宏景", "北辰", "嘉和", "立新"};
  std::string name(forms[static_cast<std::size_t>(way)]);
  name.replace(name.find("{}"), 2, brands[static_cast<std::size_t>(customer)]);
  auto row = account(name);
  row[Account.city] = "上海";
  row[Account.address] = "样本路 " + std::to_string(100 + 37 * customer) + " 号";
  return row;
}

constexpr Message taken_back{"test.back", "back", "撤回"};

// Adds, renames, archives, restores and takes back customers of its own, some of it in transactions.
void change_some(Session& session, int writer, std::mt19937_64 random, Troubles& troubles) {
  const auto name = [&] { return "样例" + std::to_string(writer) + "第" + std::to_string(random() % 1'000'000'000) + "号机械有限公司"; };
  std::vector<Id> mine;
  const auto change = [&]() -> Result<void> {
    const auto what = random() % 8;
    if (what < 4 || mine.empty()) {
      auto row = account(name());
      const auto made = session.create(row, {.on_duplicate = OnDuplicate::allow});
      if (!made) return made.error().clone();
      mine.push_back(made->record);
      return {};
    }
    const Id id = mine[random() % mine.size()];
    Record<Account> patch;
    const std::string renamed = name();
    patch[Account.name] = Text(renamed);
    const auto done = what == 4 ? session.archive(Account, id) : what == 5 ? session.restore(Account, id) : session.update(id, patch, {.on_duplicate = OnDuplicate::allow});
    return done || done.error().code() == Code::invalid ? Result<void>() : Result<void>(done.error().clone());
  };
  for (int i = 0; i < 60; ++i) {
    const auto before = mine.size();
    const auto some = random() % 6;
    const bool back = random() % 4 == 0;
    const auto done = some != 0 ? change() : session.transaction([&]() -> Result<void> {
      for (int step = 0; step < 5; ++step)
        if (auto changed = change(); !changed) return changed;
      return back ? Result<void>(Error(Code::cancelled, taken_back)) : Result<void>();
    });
    if (!done) {
      mine.resize(before);
      troubles.expect(done.error().code() == Code::cancelled, done.error().text());
    }
  }
}

}  // namespace

TEST_CASE("the index agrees with the rows, whatever many writers did at once") {
  auto random = seeded_random();
  on_both_backends([&](World& world) {
    CHECK(need(check_duplicates(world.admin, account("样例机械有限公司"))).hits.empty());
    Troubles troubles;
    const auto seed = random();
    at_once(world.store, 4, troubles, [&](Session& session, int writer) { change_some(session, writer, std::mt19937_64(seed + static_cast<std::uint64_t>(writer)), troubles); });
    FindOptions all;
    all.limit = 1000;
    const auto rows = need(world.admin.find<Account>({}, all)).rows;
    CHECK(rows.size() > 20);
    CHECK(need(prepare_duplicates(world.admin, number_of(Account))).records == rows.size());
    for (const auto& row : rows) {
      CAPTURE(std::string(row[Account.name]));
      const auto hits = need(check_duplicates(world.admin, account(row[Account.name]))).hits;
      CHECK(std::any_of(hits.begin(), hits.end(), [&](const DuplicateHit& hit) { return hit.record == row.id() && hit.verdict == "same"; }));
    }
  });
}

// Whether one is there already is mostly found out before the writer's turn: it must be known all the same who came first.
TEST_CASE("of those who add the same customer at once, in other words, one succeeds") {
  on_both_backends([](World& world) {
    constexpr int customers = 8, ways = 4;
    need(world.admin.transaction([&]() -> Result<void> {
      for (int i = 0; i < 300; ++i) add_account(world.admin, "示例" + std::to_string(i) + "号贸易有限公司");
      return {};
    }));
    Troubles troubles;
    std::array<std::atomic<int>, customers> made{};
    at_once(world.store, ways, troubles, [&](Session& session, int way) {
      for (int customer = 0; customer < customers; ++customer) {
        auto row = typed_somehow(customer, way);
        const auto done = session.create(row, {.on_duplicate = OnDuplicate::refuse});
        if (done) ++made[static_cast<std::size_t>(customer)];
        else troubles.expect(done.error().code() == Code::duplicate, done.error().text());
      }
    });
    for (int customer = 0; customer < customers; ++customer) {
      CAPTURE(customer);
      CHECK(made[static_cast<std::size_t>(customer)] == 1);
      CHECK(need(check_duplicates(world.admin, typed_somehow(customer, 0))).hits.size() >= 1);
    }
  });
}

// The file refuses the last thing that a create writes, where it has such a reason.
void refuse_changes_because_of(const std::string& path, const std::string& reason) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  const std::string sql = "CREATE TRIGGER refuse BEFORE INSERT ON gx_change WHEN NEW.reason='" + reason + "' BEGIN SELECT RAISE(ABORT,'refused'); END";
  CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

TEST_CASE("of those who create at once, some fail when they have written: the others' customers are all there, once") {
  constexpr int writers = 8, each = 40;
  Folder folder;
  const std::string path = folder.file("some.gx");
  World world(path, {});
  add_account(world.admin, "样例一号贸易有限公司");
  refuse_changes_because_of(path, "样例：拒绝");
  Troubles troubles;
  std::array<std::vector<Id>, writers> made;
  at_once(world.store, writers, troubles, [&](Session& session, int writer) {
    for (int i = 0; i < each; ++i) {
      auto row = account("样例" + std::to_string(writer) + "第" + std::to_string(i * 7919) + "号机械有限公司");
      const bool fails = (i + writer) % 5 == 0;
      const auto done = session.create(row, {.reason = fails ? "样例：拒绝" : "", .on_duplicate = OnDuplicate::allow});
      troubles.expect(done.ok() != fails, done ? std::string("it was not refused") : done.error().text());
      if (done) made[static_cast<std::size_t>(writer)].push_back(done->record);
      if (done) troubles.expect(row.id() == done->record && row.revision() == 1, "the record says something else than the outcome");
      else troubles.expect(row.id().empty(), "the record of a create that failed has changed");
    }
  });
  for (const auto& ids : made)
    for (const Id& id : ids) CHECK(world.admin.get<Account>(id).ok());
  const auto count = static_cast<std::uint64_t>(1 + writers * each * 4 / 5);
  CHECK(need(world.admin.count(number_of(Account))) == count);
  CHECK(need(prepare_duplicates(world.admin, number_of(Account))).records == count);
  CHECK(need(world.store.integrity()).empty());
}

TEST_CASE("four writers and two readers on one store") {
  on_both_backends([](World& world) {
    constexpr int writers = 4, each = 30;
    Troubles troubles;
    std::atomic<bool> over = false;
    std::vector<std::thread> threads, readers;
    for (int i = 0; i < 2; ++i) readers.emplace_back([&] { read_some(world.store, over, troubles); });
    for (int i = 0; i < writers; ++i) threads.emplace_back([&, i] { write_some(world.store, i * each, each, troubles); });
    for (auto& thread : threads) thread.join();
    over = true;
    for (auto& thread : readers) thread.join();
    troubles.show();
    CHECK(need(world.admin.count(number_of(Account))) == writers * each);
    CHECK(need(world.admin.count(number_of(Contact))) == writers * each);
    CHECK(need(world.admin.count(number_of(Account), Account.city == "杭州")) == writers * each * 2 / 3);
    CHECK(need(world.store.integrity()).empty());
  });
}
