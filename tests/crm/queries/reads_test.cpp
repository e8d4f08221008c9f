#include <doctest/doctest.h>

#include "crm/queries/customers.h"
#include "guanxi/query.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

StoreOptions logging() {
  StoreOptions options;
  options.log_reads = true;
  return options;
}

std::vector<std::string> lines(const std::vector<ReadEntry>& reads) {
  std::vector<std::string> out;
  for (const ReadEntry& read : reads) out.push_back(read.at.text() + " " + read.query + " " + read.actor_name);
  return out;
}

}  // namespace

TEST_CASE("a store that logs reads tells administrators who read a record") {
  with_customers(
      [](World& world, const Customers& c, const SampleClock& clock) {
        Session admin = world.as("admin"), ann = world.as("ann"), wei = world.as("wei");
        const std::int64_t last = need(admin.changes_since(0)).back().seq;
        clock.set(at(3, 10, 9));
        need(ann.get(number_of(Account), c.alpha));
        clock.set(at(3, 10, 10));
        need(ann.card(c.alpha));
        clock.set(at(3, 10, 11));
        need(world.store.system_session("sample check").get(number_of(Account), c.alpha));
        CHECK_FALSE(wei.get(number_of(Account), c.alpha).ok());  // read nothing
        const std::vector<std::string> told{"2026-03-10T11:00:00Z get System", "2026-03-10T10:00:00Z card Ann Sample",
                                            "2026-03-10T09:00:00Z get Ann Sample"};
        CHECK(lines(need(admin.reads_of(number_of(Account), c.alpha))) == told);
        CHECK(need(admin.reads_of(number_of(Account), c.alpha, 2)).size() == 2);
        CHECK(need(admin.reads_of(number_of(Account), c.alpha, 0)).empty());
        CHECK(need(admin.reads_of(number_of(Account), c.beta)).empty());
        CHECK(need(admin.reads_of(number_of(Contact), c.alpha)).empty());
        CHECK(need(admin.changes_since(last)).empty());  // the change log is of changes
      },
      logging());
}

TEST_CASE("the log of reads is closed to others, is not forged and does not log itself") {
  with_customers(
      [](World& world, const Customers& c, const SampleClock&) {
        Session admin = world.as("admin"), ann = world.as("ann"), mia = world.as("mia");
        need(ann.get(number_of(Account), c.alpha));
        for (Session* other : {&ann, &mia}) {
          CHECK(refusal(other->reads_of(number_of(Account), c.alpha)) ==
                "You may not read Read log records: none of your roles grants it. Ask an administrator for a role that does.");
          CHECK(need(other->count(number_of(ReadLog))) == 0);
        }
        const auto rows = need(admin.find<ReadLog>());
        REQUIRE(rows.rows.size() == 1);
        need(admin.get(number_of(ReadLog), rows.rows[0].id()));
        CHECK(need(admin.count(number_of(ReadLog))) == 1);
        Record<ReadLog> forged;
        forged[ReadLog.query] = "get";
        forged[ReadLog.entity] = "account";
        forged[ReadLog.record] = c.alpha;
        CHECK_FALSE(admin.create(forged).ok());
        CHECK(need(admin.count(number_of(ReadLog))) == 1);
      },
      logging());
}

TEST_CASE("reads inside a transaction are logged with it") {
  with_customers(
      [](World& world, const Customers& c, const SampleClock&) {
        Session admin = world.as("admin"), ann = world.as("ann");
        need(ann.transaction([&]() -> Result<void> {
          need(ann.get(number_of(Account), c.alpha));
          need(ann.card(c.alpha));
          return {};
        }));
        CHECK(need(admin.reads_of(number_of(Account), c.alpha)).size() == 2);
      },
      logging());
}

TEST_CASE("a read whose note cannot be written is answered all the same") {
  with_customers(
      [](World& world, const Customers& c, const SampleClock&) {
        Session admin = world.as("admin"), ann = world.as("ann");
        need(admin.transaction([&]() -> Result<void> {  // this thread holds the writer's turn: a note would wait for itself
          CHECK(need(ann.get(number_of(Account), c.alpha)).id() == c.alpha);
          CHECK(need(ann.card(c.alpha)).owner_name == "Ann Sample");
          return {};
        }));
        CHECK(need(admin.reads_of(number_of(Account), c.alpha)).empty());
      },
      logging());
}

TEST_CASE("a store that does not log reads keeps none") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session admin = world.as("admin");
    need(admin.get(number_of(Account), c.alpha));
    CHECK(need(admin.reads_of(number_of(Account), c.alpha)).empty());
    CHECK(need(admin.count(number_of(ReadLog))) == 0);
  });
}
