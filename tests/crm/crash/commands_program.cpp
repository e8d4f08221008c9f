// A busy day at the company, killed while it goes on: commands_program STORE FIRST.
//
// Three threads make customers, each with a contact and an opportunity in one transaction, change and archive them and take them
// back; a fourth hands everything of ann over to bob and back again. Each says what was acknowledged, a line a command:
//   made ACCOUNT · revised ACCOUNT REVISION · archived ACCOUNT · undone ACCOUNT
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "base/check.h"
#include "guanxi/session.h"

using namespace guanxi;

namespace {

// In one system call, so that a kill leaves no half of it unnoticed.
void say(const std::string& word, const Id& id, const std::string& more = {}) {
  const std::string line = word + ' ' + id.text() + more + '\n';
  [[maybe_unused]] const auto written = ::write(1, line.data(), line.size());
}

// A customer with a contact and an opportunity: all three, or none.
Result<Id> make(Session& session, std::int64_t number) {
  const std::string name = "样例客户" + std::to_string(number);
  Id id;
  GUANXI_CHECK(session.transaction([&]() -> Result<void> {
    Record<Account> account;
    account[Account.name] = name;
    account[Account.phone] = "0571" + std::to_string(80'000'000 + number);
    GUANXI_ASSIGN(const Outcome made, session.create(account));
    id = made.record;
    Record<Contact> contact;
    contact[Contact.name] = "联系人" + std::to_string(number);
    contact[Contact.account] = Ref<AccountEntity>(id);
    GUANXI_CHECK(session.create(contact));
    Record<Opportunity> opportunity;
    opportunity[Opportunity.name] = name;
    opportunity[Opportunity.account] = Ref<AccountEntity>(id);
    GUANXI_CHECK(session.create(opportunity));
    return {};
  }));
  say("made", id);
  return id;
}

// One change, whichever the number asks for.
Result<void> change(Session& session, const Id& id, std::int64_t number) {
  Record<Account> patch;
  patch[Account.city] = number % 2 == 0 ? "上海" : "杭州";
  GUANXI_ASSIGN(const Outcome revised, session.update(id, patch));
  say("revised", id, ' ' + std::to_string(revised.revision));
  if (number % 3 == 0) {
    GUANXI_CHECK(session.undo(revised.change_set));
    say("undone", id);
  } else if (number % 5 == 0) {
    GUANXI_CHECK(session.archive(Account, id));
    say("archived", id);
  }
  return {};
}

Result<void> make_and_change(Store& store, std::atomic<std::int64_t>& next) {
  GUANXI_ASSIGN(Session session, store.session("admin"));
  while (true) {
    const std::int64_t number = next++;
    GUANXI_ASSIGN(const Id id, make(session, number));
    GUANXI_CHECK(change(session, id, number));
  }
}

Result<Id> user(Session& session, std::string_view login) {
  GUANXI_ASSIGN(const auto found, session.find<User>(User.login == Text(login)));
  return found.rows.at(0).id();
}

Result<void> hand_over_and_back(Store& store) {
  GUANXI_ASSIGN(Session session, store.session("admin"));
  GUANXI_ASSIGN(Id from, user(session, "ann"));
  GUANXI_ASSIGN(Id to, user(session, "bob"));
  while (true) {
    Record<HandOver> arguments;
    arguments[HandOver.from] = Ref<UserEntity>(from);
    arguments[HandOver.to] = Ref<UserEntity>(to);
    GUANXI_CHECK(session.run(arguments));
    std::swap(from, to);
  }
}

int ended(const Result<void>& done) {
  if (!done) std::fprintf(stderr, "%s\n", done.error().text().c_str());
  return done ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  auto store = Store::open(arguments[1]);
  if (!store) return ended(std::move(store).error());
  std::atomic<std::int64_t> next = std::stoll(arguments[2]);
  std::atomic<int> code = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back([&] { code |= ended(make_and_change(*store, next)); });
  threads.emplace_back([&] { code |= ended(hand_over_and_back(*store)); });
  for (auto& thread : threads) thread.join();
  return code;
}
