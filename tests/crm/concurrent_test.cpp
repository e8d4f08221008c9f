// Many sessions on one store at once: each change is there once, readers see whole ones, and the store is sound afterwards.
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

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

}  // namespace

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
