#include <doctest/doctest.h>

#include "crm/queries/customers.h"
#include "guanxi/query.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

AgendaOptions between(Instant from, Instant to) {
  AgendaOptions options;
  options.from = from;
  options.to = to;
  return options;
}

std::vector<Id> ids(const std::vector<AgendaEntry>& entries) {
  std::vector<Id> out;
  for (const AgendaEntry& entry : entries) out.push_back(entry.activity.id());
  return out;
}

}  // namespace

TEST_CASE("the agenda holds what is overdue, due or starting, by time") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    const auto week = need(ann.agenda(between(at(3, 10, 0), at(3, 17, 0))));
    CHECK(ids(week) == std::vector<Id>{c.overdue, c.tomorrow, c.meeting});
    REQUIRE(week.size() == 3);
    CHECK(week[0].overdue);
    CHECK_FALSE(week[1].overdue);
    CHECK_FALSE(week[2].overdue);
    CHECK(week[0].account_name == "Sample Alpha Trading");

    CHECK(ids(need(ann.agenda(between(at(3, 11, 12), at(3, 11, 12))))) == std::vector<Id>{c.overdue, c.tomorrow});
    CHECK(ids(need(ann.agenda(between(at(3, 12, 9), at(3, 12, 10))))) == std::vector<Id>{c.overdue, c.meeting});
    AgendaOptions one = between(at(3, 10, 0), at(3, 17, 0));
    one.limit = 1;
    CHECK(ids(need(ann.agenda(one))) == std::vector<Id>{c.overdue});
    one.limit = 0;
    CHECK(need(ann.agenda(one)).empty());
  });
}

TEST_CASE("an activity that is due later but starts now stands once, at its start") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    Record<Activity> row;
    row[Activity.account] = c.alpha;
    row[Activity.type] = "task";
    row[Activity.subject] = "Sample long task";
    row[Activity.starts_at] = at(3, 11, 8);
    row[Activity.due_at] = at(4, 1, 8);
    const Id task = stored<Activity>(ann, row);
    CHECK(ids(need(ann.agenda(between(at(3, 11, 0), at(3, 12, 0))))) == std::vector<Id>{c.overdue, task, c.tomorrow});
    CHECK(ids(need(ann.agenda(between(at(3, 11, 0), at(4, 2, 0))))) == std::vector<Id>{c.overdue, c.tomorrow, c.meeting, task});
  });
}

TEST_CASE("another's agenda shows what may be seen of it") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    AgendaOptions options = between(at(3, 10, 0), at(3, 17, 0));
    options.user = world.ann;
    CHECK(need(world.as("mia").agenda(options)).size() == 3);
    CHECK(need(world.as("wei").agenda(options)).empty());
    options.user = {};
    CHECK(need(world.as("wei").agenda(options)).empty());
    Session system = world.store.system_session("sample check");
    CHECK(refusal(system.agenda(options)) ==
          "A system session is nobody and owns nothing: open a session as a user, or name the user.");
    options.user = world.ann;
    CHECK(need(system.agenda(options)).size() == 3);
  });
}

TEST_CASE("my customers are those I own, page by page") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann"), bob = world.as("bob");
    CHECK(need(bob.my_customers()).rows.empty());
    for (const char* name : {"Sample Delta Farm", "Sample Echo Mill", "Sample Foxtrot Works"}) add_account(ann, name);
    FindOptions options;
    options.order = {descending(Account.name)};
    options.limit = 3;
    const auto first = need(ann.my_customers(options));
    REQUIRE(first.rows.size() == 3);
    CHECK(first.rows[0][Account.name] == "Sample Foxtrot Works");
    REQUIRE_FALSE(first.next.empty());
    options.after = first.next;
    const auto second = need(ann.my_customers(options));
    REQUIRE(second.rows.size() == 1);
    CHECK(second.rows[0].id() == c.alpha);
    CHECK(second.next.empty());
    options.limit = 1001;
    CHECK(refusal(ann.my_customers(options)) == "A page holds at most 1000 records: ask for fewer and go on with the page's `next`.");
    Session system = world.store.system_session("sample check");
    CHECK(refusal(system.my_customers({})) ==
          "A system session is nobody and owns nothing: open a session as a user, or name the user.");
  });
}
