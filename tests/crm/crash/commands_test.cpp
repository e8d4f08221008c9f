// kill -9 at random moments of commands: what was acknowledged is there, nothing is there by halves, and the indexes, keys and
// search agree with the rows. GUANXI_CRASH_ROUNDS sets how often (10 without it).
#include <chrono>
#include <sstream>
#include <thread>

#include "crm/world.h"
#include "support/effort.h"
#include "seed.h"
#include "support/process.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// What one account was last acknowledged to be.
struct Acknowledged {
  std::int64_t revision = 1;
  bool archived = false;
};
using Promises = std::map<Id, Acknowledged>;

void note(const std::string& line, Promises& promises) {
  std::istringstream words(line);
  std::string what, id;
  words >> what >> id;
  Acknowledged& account = promises[need(Id::parse(id))];
  if (what == "revised") words >> account.revision;
  if (what == "undone") ++account.revision;
  if (what == "archived") account.archived = true;
}

void work_until_killed(const std::string& path, std::int64_t first, std::uint64_t lines, std::chrono::microseconds moment, Promises& promises) {
  Process process({GUANXI_COMMANDS_PROGRAM, path, std::to_string(first)});
  for (std::uint64_t i = 0; i < lines; ++i) {
    const auto line = process.line();
    REQUIRE_MESSAGE(line, "the program ended by itself");
    note(*line, promises);
  }
  std::this_thread::sleep_for(moment);
  process.kill();
  while (const auto line = process.line()) note(*line, promises);
  process.wait();
}

void check_kept(Session& session, const Promises& promises) {
  for (const auto& [id, promised] : promises) {
    const auto account = session.get<Account>(id);
    REQUIRE_MESSAGE(account.ok(), id.text() << " was acknowledged and is gone");
    CHECK(account->revision() >= promised.revision);
    if (promised.archived) CHECK(account->at(common::archived_at).is_set());
  }
}

// Every account that was made in a transaction has its one contact and its one opportunity, and nothing is without its account.
void check_none_half_done(Session& session) {
  std::map<Id, int> parts;
  const auto count = [&](std::uint16_t entity, const AnyField& account) {
    need(session.each(entity, {}, {}, [&](AnyRecord& row) { return ++parts[Codec<Id>::unpack(row.get(account))], true; }));
  };
  count(number_of(Contact), Contact.account);
  count(number_of(Opportunity), Opportunity.account);
  for (const auto& [account, number] : parts) {
    CHECK(number == 2);
    CHECK(session.get<Account>(account).ok());
  }
}

// A hand-over gave everything or nothing.
void check_one_owner(const Id& from, const Id& to, Session& session, std::int64_t owned) {
  const auto of = [&](const Id& user) { return need(session.count(number_of(Account), Account.owner == Ref<UserEntity>(user))); };
  const std::int64_t ann = of(from), bob = of(to);
  CHECK(ann + bob == owned);
  CHECK((ann == 0 || bob == 0));
}

}  // namespace

TEST_CASE("commands survive the end of their process, whole") {
  auto random = seeded_random();
  const Folder folder;
  const std::string path = folder.file("store.gx");
  constexpr std::int64_t owned = 25;
  Promises promises;
  Id from, to;
  {
    World world(path, {});
    Session ann = world.as("ann");
    for (int i = 0; i < owned; ++i) add_account(ann, "交接样例" + std::to_string(i));
    from = world.ann;
    to = world.bob;
  }
  for (int round = 0; round < crash_rounds(); ++round) {
    CAPTURE(round);
    work_until_killed(path, 10'000 * (round + 1), random() % 120, std::chrono::microseconds(random() % 20'000), promises);
    Store store = need(Store::open(path));
    for (const std::string& finding : need(store.integrity())) FAIL_CHECK(finding);
    Session session = need(store.session("admin"));
    check_kept(session, promises);
    check_none_half_done(session);
    check_one_owner(from, to, session, owned);
  }
  CHECK(promises.size() >= static_cast<std::size_t>(crash_rounds()));
}
